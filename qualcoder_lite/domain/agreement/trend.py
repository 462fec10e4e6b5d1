"""How agreement went from one round of blind coding to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.figure import share

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRound:
    """A round: its name, when it was opened and closed (ISO; "" while it is open), how many transcripts and coders."""

    name: str
    opened_at: str
    closed_at: str
    transcripts: int
    coders: int

    @property
    def in_words(self) -> str:
        """The round in a line."""
        transcripts = "1 transcript" if self.transcripts == 1 else f"{self.transcripts} transcripts"
        state = f"closed {self.closed_at[:10]}" if self.closed_at else "open"
        return f"{transcripts}, {self.coders} coders, {state}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """Alpha in one round with its interval; None where it is undefined, and `note` says why.

    `changed` tells that the code's definition was changed since the round before.
    """

    alpha: float | None
    ci: tuple[float, float] | None = None
    changed: bool = False
    note: str = ""

    @property
    def in_words(self) -> str:
        """The point in a line: "0.71 (0.60 to 0.80), redefined"."""
        interval = f" ({share(self.ci[0])} to {share(self.ci[1])})" if self.ci else ""
        return f"{share(self.alpha)}{interval}{', redefined' if self.changed else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One code over the rounds; `code` is its id, empty for the mean over all codes."""

    code: str
    name: str
    points: Sequence[TrendPoint]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Rounds from the first to the last, and for each row a point in each of them; the unit in words ("by turn")."""

    unit: str
    rounds: Sequence[TrendRound]
    rows: Sequence[TrendRow]
