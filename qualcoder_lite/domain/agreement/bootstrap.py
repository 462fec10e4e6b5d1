"""How sure alpha is: drawing the transcripts again and again, with replacement.

Characters and turns of one interview are not independent of each other, so what is drawn is the transcript as a
whole; intervals that take single characters as independent are far too narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.coefficients import krippendorff
from qualcoder_lite.domain.agreement.quotient import over

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

#: How often the transcripts are drawn.
REPLICATES = 1_000
_SEED = 20_130_517
_LEVEL = 0.95


class Interval(NamedTuple):
    """The middle 95 % of a figure over the draws that define it; `undefined` is the share of those that don't."""

    low: float
    high: float
    undefined: float


def intervals(met: Numbers, in_scope: npt.NDArray[np.bool_]) -> list[Interval | None]:
    """An interval of alpha for each code, from coincidences `[code, transcript, 2, 2]` of its transcripts in scope.

    None where fewer than two transcripts are in scope, or no draw defines it.
    """
    draw = Draws()
    return [
        draw.interval(of_code[kept].reshape(-1, 4), lambda drawn: krippendorff(drawn.reshape(-1, 2, 2)))
        for of_code, kept in zip(met, in_scope, strict=True)
    ]


def interval_of_mean(met: Numbers, compared: npt.NDArray[np.bool_]) -> Interval | None:
    """An interval of the mean of alpha over codes, those left out for which a draw doesn't define it."""
    import numpy as np

    codes = len(met)
    counts = np.moveaxis(met[:, compared], 0, 1).reshape(int(compared.sum()), codes * 4)

    def mean(drawn: Numbers) -> Numbers:
        alphas = krippendorff(drawn.reshape(-1, codes, 2, 2))
        defined = np.isfinite(alphas)
        return over(np.where(defined, alphas, 0.0).sum(-1), defined.sum(-1) * 1.0)

    return Draws().interval(counts, mean)


class Draws:
    """Draws of transcripts, the same whenever as many are drawn from, and each made once."""

    def __init__(self) -> None:
        """Nothing was drawn yet."""
        self._made: dict[int, Numbers] = {}

    def interval(self, counts: Numbers, figure: Callable[[Numbers], Numbers]) -> Interval | None:
        """The interval of a figure, from `counts[transcript, n]` and what it makes of their sums, `[draw, n]`.

        None where there are fewer than two transcripts, or no draw defines it. Nothing depends on the order of the
        transcripts: they are drawn sorted by what they hold.
        """
        import numpy as np

        if len(counts) < 2:
            return None
        figures = figure(self._of(len(counts)) @ counts[np.lexsort(counts.T)])
        defined = figures[np.isfinite(figures)]
        return _middle(defined) if defined.size else None

    def _of(self, transcripts: int) -> Numbers:
        """How often each transcript is in each draw."""
        import numpy as np

        if transcripts not in self._made:
            chance = np.random.Generator(np.random.PCG64(_SEED))
            drawn = chance.multinomial(transcripts, np.full(transcripts, 1 / transcripts), REPLICATES)
            self._made[transcripts] = drawn.astype(np.float64)
        return self._made[transcripts]


def _middle(alphas: Numbers) -> Interval:
    import numpy as np

    low, high = np.quantile(alphas, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Interval(float(low), float(high), 1 - alphas.size / REPLICATES)
