"""An open project file with its journal, shared by the parts of the facade."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qualcoder_lite.service.directory import Directory
from qualcoder_lite.storage.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.storage.database import Database
    from qualcoder_lite.storage.journal import Step


class Session:
    """Database, journal and the directory of names, kept in step with each other."""

    def __init__(self, database: Database) -> None:
        """Take over an open database."""
        self.database = database
        self.journal = Journal(database)
        self.directory = Directory(database)

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
            raise
        made = self.directory.made()
        step.changes = replace(step.changes, made=made)
        self.told(step.changes)

    def told(self, changes: Changes) -> Changes:
        """Let the directory know of changes; returns them."""
        self.directory.forget(changes.touched)
        return changes
