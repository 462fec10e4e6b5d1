"""What the minutes of a meeting about disagreements hold. No words of a transcript: places are told by their turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLine:
    """A place that was looked at: where, what each coder put there, what was decided by whom and why, what was noted.

    `turn` counts from 1 (0 where it is in none); `decision` is empty where nothing was decided.
    """

    transcript: str
    turn: int
    sides: tuple[str, ...]
    decision: str
    decided_by: str
    decided_on: str
    why: str
    note: str
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes of one meeting."""

    study: str
    held_on: dt.date
    written_on: dt.date
    present: Sequence[str]
    lines: Sequence[MinutesLine]

    @property
    def settled(self) -> list[MinutesLine]:
        """What was settled."""
        return [line for line in self.lines if line.settled]

    @property
    def open(self) -> list[MinutesLine]:
        """What is open."""
        return [line for line in self.lines if not line.settled]
