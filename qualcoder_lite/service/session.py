"""An open project file with its journal, shared by the parts of the facade."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from qualcoder_lite.service.directory import Directory
from qualcoder_lite.service.placement import placements
from qualcoder_lite.service.visibility import Visibility
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Hashable, Mapping, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.journal import Step


T = TypeVar("T")


class Session:
    """Database, journal and the directory of names, kept in step with each other."""

    def __init__(self, database: Database) -> None:
        """Take over an open database."""
        self.database = database
        self.journal = Journal(database)
        self.directory = Directory(database)
        self.visibility = Visibility(database, self.directory)
        self._kept: dict[Hashable, Any] = {}

    def kept(self, key: Hashable, read: Callable[[], T]) -> T:
        """What `read` gives, read once and kept until something in the project changes.

        For what is large and asked for again and again, as rows of codings are when a person looks at one lens after
        another. Whoever asks must not change what they get.
        """
        if key not in self._kept:
            self._kept[key] = read()
        return self._kept[key]

    def look_as(self, coder: str) -> None:
        """Let a coder look (a name or id; empty: nobody in particular), who sees what an open round lets them see."""
        self.visibility.look_as(coder)
        self._kept.clear()

    def placements(self) -> dict[str, Placement]:
        """Every transcript's placement, in the order of import."""
        return self.kept("placements", lambda: placements(self.database))

    def coding_counts(self) -> Mapping[str, int]:
        """How many codings each transcript has that whoever looks may see."""
        return self.kept("coding-counts", lambda: self.visibility.counts(codings.counts(self.database)))

    def done_marks(self) -> Mapping[str, Sequence[str]]:
        """The coders (ids) who declared each transcript done, as far as whoever looks may see it."""
        return self.kept("done-marks", self.visibility.done_marks)

    def coding_count(self) -> int:
        """How many codings there are in all that whoever looks may see."""
        # Counting them by transcript reads ten times as much, which only a round of blind coding asks for.
        return sum(self.coding_counts().values()) if self.visibility.blind_in() else codings.count(self.database)

    @contextmanager
    def step(
        self, verb: str, facts: Mapping[str, Any] | None = None, *, coder: str = "", final: bool = False
    ) -> Generator[Step]:
        """One user action. Names that are made on the way inside it are told in the step's `changes.made`."""
        try:
            with self.journal.step(verb, facts, coder=coder, final=final) as step:
                yield step
        except BaseException:
            self.directory.forget()
            self._kept.clear()
            self.visibility.forget()
            raise
        made = self.directory.made()
        step.changes = replace(step.changes, made=made)
        self.told(step.changes)

    def told(self, changes: Changes) -> Changes:
        """Let go of what changes have made out of date; returns them."""
        self.directory.forget(changes.touched)
        if changes:
            self._kept.clear()
            self.visibility.forget()
        return changes
