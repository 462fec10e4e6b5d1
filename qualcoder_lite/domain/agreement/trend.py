"""How agreement went from one round of blind coding to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.translation import tr

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
        transcripts = tr("{n} transcript", "{n} transcripts", n=self.transcripts)
        coders = tr("{n} coder", "{n} coders", n=self.coders)
        if not self.closed_at:
            return tr("{transcripts}, {coders}, open", transcripts=transcripts, coders=coders)
        day = self.closed_at[:10]
        return tr("{transcripts}, {coders}, closed {day}", transcripts=transcripts, coders=coders, day=day)


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
        told = share(self.alpha)
        if self.ci:
            told = tr("{alpha} ({low} to {high})", alpha=told, low=share(self.ci[0]), high=share(self.ci[1]))
        return tr("{alpha}, redefined", alpha=told) if self.changed else told


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
