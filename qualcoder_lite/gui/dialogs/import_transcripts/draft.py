"""Files about to become transcripts: what was read from each, what a person says of it, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole
from qualcoder_lite.service.days import day_written
from qualcoder_lite.service.transcript_files import date_of
from qualcoder_lite.service.transcripts import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from qualcoder_lite.service.transcript_files import LookedAt
    from qualcoder_lite.service.transcripts import ImportedTranscript, ReadFile


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
    stored: ImportedTranscript | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

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
        return ReadingChoices(find_speakers=self.find_speakers, roles=dict(self.roles))

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
            again=bool(self.twin),
            reading=self.reading,
        )

    def take_over(self, looked: LookedAt) -> None:
        """Keep what was read from the file, or why it can't be read."""
        self.read, self.trouble = looked.read, looked.trouble
        if looked.read is not None:
            text = looked.read.text
            self.words = looked.words
            self.title = self.title or text.title
            self.date = self.date or date_of(looked.read)


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
            draft.twin = f"Already in the project, as “{in_project[digest]}”"
        elif digest in earlier:
            draft.twin = f"The same as “{earlier[digest]}” in this list"
        if draft.twin != said:
            draft.wanted = False
        earlier.setdefault(digest, draft.name)


def share_roles(draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    """Give speakers of the same labels in other files the same roles; returns the files that must be read again."""
    if draft.read is None:
        return []
    roles = {
        folded(speaker.label): draft.roles.get(speaker.label, speaker.role) for speaker in draft.read.text.speakers
    }
    changed: list[Draft] = []
    for other in drafts:
        if other is draft or not other.can_be_taken or other.read is None:
            continue
        speakers = other.read.text.speakers
        same = {one.label: roles[folded(one.label)] for one in speakers if folded(one.label) in roles}
        if any(one.role is not same[one.label] for one in speakers if one.label in same):
            other.roles |= same
            changed.append(other)
    return changed
