"""Bringing copies of a project together that were worked on apart: looked at first, then done in one step.

`look` joins the copies in private and says what would come of it; `bring` does it. Between the two nothing is changed,
and a person may give it up.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.service.coding.coders import alike
from qualcoder_lite.service.copies.conflicts import in_words
from qualcoder_lite.service.history.nouns import counted, how_many
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.copies.merge import effects, names, writing
from qualcoder_lite.storage.copies.merge.join import join
from qualcoder_lite.storage.file import backups
from qualcoder_lite.storage.schema.tables import TABLES
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.copies.conflicts import ConflictInWords
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.copies.merge.join import Joined
    from qualcoder_lite.storage.copies.merge.texts import TextDiffers
    from qualcoder_lite.storage.file.database import Database

_WHAT: tuple[effects.Effect, ...] = ("added", "updated", "deleted")
_NAMED: tuple[same_names.Named, ...] = ("coder", "code", "site", "participant")
_OF_CODERS = ("coding", "done", "memo", "decision")  # what has a coder, and is told by coder


@dataclass(frozen=True, slots=True)
class FromCoder:
    """What one coder (id and name) brings that is new, by table; both are empty for what is nobody's."""

    id: str
    coder: str
    new: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a merge comes to. `added`, `updated` and `deleted` count rows by table.

    `same_names` are the coders, codes, sites and participants that go by one name then: table, name and how many.
    `alike` are the names of a new coder and of another who may be the same person.
    `waiting` rows belong to something that was deleted, and come back with it. `withdraws` says that a copy brings the
    withdrawal of a participant; a merge that is `final` can't be undone.
    """

    files: Sequence[Path]
    added: Mapping[str, int]
    updated: Mapping[str, int]
    deleted: Mapping[str, int]
    from_coders: Sequence[FromCoder]
    conflicts: Sequence[ConflictInWords]
    different_texts: Sequence[tuple[Path, TextDiffers]]
    same_names: Sequence[tuple[str, str, int]]
    alike: Sequence[tuple[str, str]]
    waiting: int
    withdraws: bool
    final: bool

    @property
    def nothing_new(self) -> bool:
        """Whether the project would stay as it is."""
        return not (any(self.added.values()) or any(self.updated.values()) or any(self.deleted.values()))

    def in_words(self) -> list[str]:
        """What would be new, changed and gone, a sentence each; by coder what has a coder."""
        said = [_new_of(each.coder, words) for each in self.from_coders if (words := counted(each.new))]
        if words := counted({table: count for table, count in self.added.items() if table not in _OF_CODERS}):
            said.append(tr("{entries} new.", entries=words))
        if words := counted(self.updated):
            said.append(tr("{entries} changed.", entries=words))
        if words := counted(self.deleted):
            said.append(tr("{entries} gone.", entries=words))
        return said or [tr("Nothing is new: the project has it all already.")]

    def to_look_at(self) -> list[str]:
        """What a person should know before or after, a sentence each; conflicts aside."""
        said = [_about_text(path, text) for path, text in self.different_texts]
        said += [_about_names(*each) for each in self.same_names]
        said += [
            tr(
                "Is “{new}” the same person as “{known}”? If so, join the two on the page Cross-check, under Coders.",
                new=new,
                known=known,
            )
            for new, known in self.alike
        ]
        if self.waiting:
            said.append(
                tr(
                    "{n} entry waits aside: what they belong to, such as a code, was deleted by somebody. They come "
                    "back when it does.",
                    "{n} entries wait aside: what they belong to, such as a code, was deleted by somebody. They come "
                    "back when it does.",
                    n=self.waiting,
                )
            )
        if self.withdraws:
            said.append(
                tr(
                    "A participant was withdrawn in one of the copies: all that is theirs goes from this project too, "
                    "for good. Look in memos and notes for words of theirs."
                )
            )
        if self.final:
            said.append(tr("This can’t be undone."))
        return said


class MergeLook:
    """Copies that were joined in private. Close it, or use it as a context manager: it keeps transcripts till then."""

    def __init__(self, joined: Joined, preview: MergePreview) -> None:
        """What `Merging.look` found."""
        self.joined = joined
        self.preview = preview

    def close(self) -> None:
        """Give it up, or tidy up after it was done."""
        self.joined.close()

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the private copies away."""
        self.close()


class Merging:
    """Brings copies of a project together."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    def look(self, others: Sequence[Path], progress: Progress = unwatched) -> MergeLook:
        """What bringing these copies into the project would do; the project is not touched, nor are they.

        Raises UserError where one of them is the project itself, a copy of another project or can't be read.
        """
        if not others:
            raise UserError(tr("Say which copies to bring together with this project."))
        joined = join(self._database, others, progress)
        try:
            with closing(joined.database()) as work:
                known = {coder.id for coder in coders.read(self._database)}
                return MergeLook(joined, _preview(work, joined, others, known))
        except BaseException:
            joined.close()
            raise

    def bring(self, look: MergeLook, *, coder: str = "", progress: Progress = unwatched) -> Changes:
        """Do what was looked at, as one step; a backup is made first. Empty Changes where nothing is new.

        Raises UserError where the project was changed since, the backup can't be made, or a merge that brings a
        withdrawal couldn't clean the file.
        """
        preview = look.preview
        if not preview.nothing_new:
            backups.backup_now(self._database)
        progress(30, 100)
        facts = {
            "files": len(preview.files),
            "coders": [each.id for each in preview.from_coders if each.id and each.new.get("coding")],
            "added": _some(preview.added),
            "updated": _some(preview.updated),
            "deleted": _some(preview.deleted),
            "conflicts": len(preview.conflicts),
        }
        name = self._session.directory.coder_name(coder) if coder else ""
        with writing.stoppable(self._database, progress):
            changes = writing.write(self._database, self._session.journal, look.joined, facts, name)
        progress(100, 100)
        return self._session.told(changes)


def _preview(work: Database, joined: Joined, others: Sequence[Path], known: Collection[str]) -> MergePreview:
    counted = {what: {table: joined.counts.get((table, what), 0) for table in TABLES} for what in _WHAT}
    return MergePreview(
        files=tuple(others),
        added=counted["added"],
        updated=counted["updated"],
        deleted=counted["deleted"],
        from_coders=_from_coders(work),
        conflicts=in_words(work, joined.conflicts),
        different_texts=joined.different_texts,
        same_names=[(table, rivals[0][1], len(rivals)) for table in _NAMED for rivals in same_names.same(work, table)],
        alike=_alike(work, known),
        waiting=effects.waiting(work),
        withdraws=bool(joined.withdrawn),
        final=joined.final,
    )


def _alike(work: Database, known: Collection[str]) -> list[tuple[str, str]]:
    """The names of coders who may be one person, the new one first; of one name they are told elsewhere."""
    called = names.read(work)
    pairs = [sorted(pair, key=lambda coder: coder.id in known) for pair in alike(coders.read(work))]
    return [
        (new.name, other.name)
        for new, other in pairs
        if new.id not in known and folded(called[new.id]) != folded(called[other.id])
    ]


def _from_coders(work: Database) -> list[FromCoder]:
    """What is new by coder, by name; what is nobody's at the end."""
    called = names.read(work)
    new: dict[str, Counter[str]] = {}
    for table in _OF_CODERS:
        for coder, count in effects.new_by_coder(work, table).items():
            new.setdefault(coder, Counter())[table] = count
    found = [FromCoder(id_, called.get(id_, ""), counts) for id_, counts in new.items()]
    return sorted(found, key=lambda each: (not each.id, each.coder, each.id))


def _new_of(coder: str, words: str) -> str:
    """What one coder brings, or nobody in particular."""
    if coder:
        return tr("{coder}: {entries} new.", coder=coder, entries=words)
    return tr("From nobody in particular: {entries} new.", entries=words)


def _about_text(path: Path, text: TextDiffers) -> str:
    if text.carried == "there":
        return tr(
            "Words were replaced in “{transcript}” since “{file}” was made: what stands there is carried along.",
            transcript=text.title,
            file=path.name,
        )
    if text.carried == "here":
        return tr(
            "Words were replaced in “{transcript}” in “{file}”: they are replaced here too, for good.",
            transcript=text.title,
            file=path.name,
        )
    return tr(
        "The text of “{transcript}” is another one in “{file}”, and nothing tells how its passages have moved: {n} "
        "entry is left out. All that has no place in the text comes.",
        "The text of “{transcript}” is another one in “{file}”, and nothing tells how its passages have moved: {n} "
        "entries are left out. All that has no place in the text comes.",
        n=text.left_out,
        transcript=text.title,
        file=path.name,
    )


def _about_names(table: str, name: str, count: int) -> str:
    return tr(
        "{things} are called “{name}”: they are shown apart, as “{name} (2)”. If they are one and the same, join them.",
        things=how_many(count, table),
        name=name,
    )


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {table: count for table, count in counts.items() if count}
