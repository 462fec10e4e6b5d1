"""Files about to become transcripts: what was read from each, what a person says of it, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole
from qualcoder_lite.service.transcripts.days import day_written
from qualcoder_lite.service.transcripts.files import date_of
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.service.transcripts.files import LookedAt
    from qualcoder_lite.service.transcripts.reading import ReadFile
    from qualcoder_lite.service.transcripts.transcripts import ImportedTranscript


@dataclass(slots=True, kw_only=True)
class Draft:
    """One file on its way in.

    Attributes:
        path: The file.
        read: What was read from it; None where it can't be read.
        trouble: Why it can't be read, or wasn't taken in; a sentence.
        twin: Where the same file is already; a sentence, empty where it is nowhere.
        words: How many words it has.
        wanted: Whether it is to be taken in.
        roles: The roles a person chose, by speaker's label.
        find_speakers: Whether it has speakers.
        speakers: Labels that the person says are speakers'.
        not_speakers: Labels that the person says are not.
        same: Labels of one person, the one and the other that is shown.
        apart: Spellings that are not to be joined with others like them.
        encoding: The encoding that the person chose; empty for the guess.
        join_lines: Whether lines of a fixed width are put back into paragraphs.
        keep_edges: Whether heads, feet and numbers of pages stay in the text.
        done: The coders who declared it done.
        stored: What became of it, once it is in the project.
    """

    path: Path
    read: ReadFile | None = None
    trouble: str = ""
    twin: str = ""
    words: int = 0
    wanted: bool = True
    title: str = ""
    site: str = ""
    participant: str = ""
    client_group: str = ""
    date: str = ""
    roles: dict[str, SpeakerRole] = field(default_factory=dict[str, SpeakerRole])
    find_speakers: bool = True
    speakers: list[str] = field(default_factory=list[str])
    not_speakers: list[str] = field(default_factory=list[str])
    same: dict[str, str] = field(default_factory=dict[str, str])
    apart: list[str] = field(default_factory=list[str])
    encoding: str = ""
    join_lines: bool = True
    keep_edges: bool = False
    done: tuple[str, ...] = ()
    stored: ImportedTranscript | None = None

    @property
    def name(self) -> str:
        """The file's name, and which transcript in it this is where there are several."""
        part = self.read.text.part if self.read else ""
        return f"{self.path.name}, {part}" if part else self.path.name

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be taken in: it was read, and isn't in yet."""
        return self.read is not None and self.stored is None

    @property
    def is_taken(self) -> bool:
        """Whether it is to be taken in, and can be."""
        return self.wanted and self.can_be_taken

    @property
    def reading(self) -> ReadingChoices:
        """What a person said of how the file is to be read."""
        return ReadingChoices(
            find_speakers=self.find_speakers,
            roles=dict(self.roles),
            speakers=tuple(self.speakers),
            not_speakers=tuple(self.not_speakers),
            same=dict(self.same),
            apart=tuple(self.apart),
            encoding=self.encoding,
            join_lines=self.join_lines,
            keep_edges=self.keep_edges,
        )

    @property
    def reading_options(self) -> ImportOptions:
        """How the file is to be read."""
        return ImportOptions(reading=self.reading)

    @property
    def options(self) -> ImportOptions:
        """Everything said of the file. Raises UserError where the date isn't one."""
        return ImportOptions(
            title=self.title,
            site=self.site.strip(),
            participant=self.participant.strip(),
            client_group=self.client_group.strip(),
            date=day_written(self.date),
            done=self.done,
            again=bool(self.twin),
            reading=self.reading,
        )

    def fill_in(self, said: ImportOptions) -> None:
        """Take over what a table says of the file; what it leaves blank stays as it is."""
        self.title = said.title or self.title
        self.site = said.site or self.site
        self.participant = said.participant or self.participant
        self.client_group = said.client_group or self.client_group
        self.date = said.date or self.date
        self.done = said.done or self.done
        self.find_speakers = said.reading.find_speakers
        self.roles |= said.reading.roles

    def refuse(self, label: str) -> None:
        """Take a label for words, not for a speaker."""
        self.take_back(label)
        self.not_speakers.append(label)

    def accept(self, label: str) -> None:
        """Take a label for a speaker's."""
        self.take_back(label)
        self.speakers.append(label)

    def join(self, label: str, other: str) -> None:
        """Take two labels for one person's; the other is shown."""
        self.take_back(label)
        self.same = {one: other if shown == label else shown for one, shown in self.same.items()}
        self.same[label] = other

    def part(self, spelling: str) -> None:
        """Keep a spelling apart from others like it."""
        self.take_back(spelling)
        self.apart.append(spelling)

    def take_back(self, label: str) -> None:
        """Forget what was said of a label, its role aside."""
        for said in (self.speakers, self.not_speakers, self.apart):
            if label in said:
                said.remove(label)
        self.same.pop(label, None)

    def take_over(self, looked: LookedAt) -> None:
        """Keep what was read from the file, or why it can't be read."""
        self.read, self.trouble = looked.read, looked.trouble
        if looked.read is not None:
            text = looked.read.text
            self.words = looked.words
            self.title = self.title or text.title
            self.date = self.date or date_of(looked.read)
            stated = {folded(key).replace(" ", "_"): value for key, value in text.metadata.items()}
            self.site = self.site or stated.get("site", "")
            self.participant = self.participant or stated.get("participant", "")
            self.client_group = self.client_group or stated.get("client_group", "")


def drafts_of(looked: Iterable[LookedAt]) -> list[Draft]:
    """Files that were read, as drafts."""
    drafts: list[Draft] = []
    for one in looked:
        draft = Draft(path=one.path)
        draft.take_over(one)
        drafts.append(draft)
    return drafts


def mark_twins(drafts: Sequence[Draft], in_project: Mapping[str, str]) -> None:
    """Say of each file where the same bytes are already, and leave it out until a person wants it on purpose.

    Args:
        drafts: The files, in their order.
        in_project: The project's transcripts' titles, by the hash of the file they came from.
    """
    earlier: dict[str, str] = {}
    for draft in drafts:
        if draft.read is None or draft.stored is not None:
            continue
        digest = draft.read.source_hash
        said = draft.twin
        if digest in in_project:
            draft.twin = tr("Already in the project, as “{title}”", title=in_project[digest])
        elif digest in earlier:
            draft.twin = tr("The same as “{title}” in this list", title=earlier[digest])
        if draft.twin != said:
            draft.wanted = False
        earlier.setdefault(digest, draft.name)


def share_choices(draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    """Say of speakers of the same labels in other files what is said of this one's; returns those to be read again."""
    if draft.read is None:
        return []
    roles = {
        folded(speaker.label): draft.roles.get(speaker.label, speaker.role) for speaker in draft.read.text.speakers
    }
    others = (other for other in drafts if other is not draft and other.can_be_taken and other.read is not None)
    return [other for other in others if _share_roles(other, roles) | _share_labels(draft, other)]


def _share_roles(other: Draft, roles: Mapping[str, SpeakerRole]) -> bool:
    """Give a file's speakers these roles, by folded label; whether that changes any."""
    speakers = other.read.text.speakers if other.read else ()
    same = {one.label: roles[folded(one.label)] for one in speakers if folded(one.label) in roles}
    if all(one.role is same[one.label] for one in speakers if one.label in same):
        return False
    other.roles |= same
    return True


def _share_labels(draft: Draft, other: Draft) -> bool:
    """Say what is said of this file's labels of those that the other has too; whether that changes any."""
    if other.read is None:
        return False
    text = other.read.text
    there = {spelling for one in (*text.found, *text.doubtful) for spelling in one.spellings}
    before = other.reading
    for labels, say in (
        (draft.not_speakers, other.refuse),
        (draft.speakers, other.accept),
        (draft.apart, other.part),
    ):
        for label in there.intersection(labels):
            say(label)
    for label in there.intersection(draft.same):
        other.join(label, draft.same[label])
    return other.reading != before
