"""How sure alpha is: drawing the transcripts again and again, with replacement.

Characters and turns of one interview are not independent of each other, so what is drawn is the transcript as a
whole; intervals that take single characters as independent are far too narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.coefficients import krippendorff

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

#: How often the transcripts are drawn.
REPLICATES = 1_000
_SEED = 20_130_517
_LEVEL = 0.95


class Interval(NamedTuple):
    """The middle 95 % of alpha over the draws in which it is defined; `undefined` is the share in which it isn't."""

    low: float
    high: float
    undefined: float


def intervals(met: Numbers, in_scope: npt.NDArray[np.bool_]) -> list[Interval | None]:
    """An interval for each code, from coincidences `[code, transcript, 2, 2]`, over its transcripts in scope.

    None where fewer than two transcripts are in scope, or no draw defines it. Nothing depends on the order of the
    transcripts: each code draws from them sorted by what they hold.
    """
    import numpy as np

    draws: dict[int, Numbers] = {}
    found: list[Interval | None] = []
    for of_code, kept in zip(met, in_scope, strict=True):
        cells = of_code[kept].reshape(-1, 4)
        if len(cells) < 2:
            found.append(None)
            continue
        if len(cells) not in draws:
            chance = np.random.Generator(np.random.PCG64(_SEED))
            draws[len(cells)] = chance.multinomial(len(cells), np.full(len(cells), 1 / len(cells)), REPLICATES).astype(
                np.float64
            )
        drawn = draws[len(cells)] @ cells[np.lexsort(cells.T)]
        alphas = krippendorff(drawn.reshape(-1, 2, 2))
        defined = alphas[np.isfinite(alphas)]
        found.append(_middle(defined) if defined.size else None)
    return found


def _middle(alphas: Numbers) -> Interval:
    import numpy as np

    low, high = np.quantile(alphas, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return Interval(float(low), float(high), 1 - alphas.size / REPLICATES)
