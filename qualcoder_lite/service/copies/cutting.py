"""Cutting a blind copy of the project for one coder: their transcripts and their own work, nobody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.storage.agreement import rounds
from qualcoder_lite.storage.copies import cutting as stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.service.session import Session


@dataclass(frozen=True, slots=True)
class Cut:
    """A copy that was cut: for whom, with how many transcripts; the titles of those that are not in it."""

    coder: str
    transcripts: int
    left_out: Sequence[str]


class Cutting:
    """Cuts copies of a project for its coders."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session

    def knows(self, coder: str) -> bool:
        """Whether there is a coder of this name. Make one before cutting, so that both files know one and the same."""
        return self._session.directory.coders.seek(coder) is not None

    def check_place(self, target: Path) -> None:
        """Raises UserError where no copy can be written to `target`. Ask before a coder is made for it."""
        stored.check_place(target)

    def cut(self, target: Path, coder: str) -> Cut:
        """Write a blind copy for a coder. What others coded, noted, declared or decided is nowhere in the file.

        Raises UnknownNameError, and UserError where the file can't be written or is there already.
        """
        entry = self._session.directory.coders.find(coder)
        everything = self._session.directory.transcripts.by_id
        chosen = self._assigned(entry.id)
        stored.cut(self._session.database, target, entry.id, chosen)
        return Cut(entry.name, len(chosen), [each.name for id_, each in everything.items() if id_ not in chosen])

    def _assigned(self, coder: str) -> set[str]:
        """The transcripts (ids) that a coder is to work on: those of their open rounds, or all where there is none."""
        return rounds.blind_transcripts(self._session.database, coder) or set(self._session.directory.transcripts.by_id)
