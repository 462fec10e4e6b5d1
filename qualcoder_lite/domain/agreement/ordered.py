"""Krippendorff's alpha for values that can be ordered, counted or compared as ratios (Krippendorff 2011).

Disagreeing by little is then less of a disagreement than disagreeing by much: "delivered" and "mixed" stand nearer to
each other than "delivered" and "not delivered".
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.agreement.quotient import over

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]


class Metric(StrEnum):
    """What the distance between two values means."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def alpha(met: Numbers, values: Numbers, metric: Metric) -> Numbers:
    """Alpha from coincidences `[..., q, q]` of `values[q]`, in their order; undefined is NaN.

    Ratios need values that are not below 0.
    """
    of_each = met.sum(-1)
    total = of_each.sum(-1)
    apart = _distances(of_each, values, metric)
    seen = (met * apart).sum((-1, -2)) * (total - 1)
    by_chance = (of_each[..., :, None] * of_each[..., None, :] * apart).sum((-1, -2))
    return 1 - over(seen, by_chance)


def _distances(of_each: Numbers, values: Numbers, metric: Metric) -> Numbers:
    """How far each two values are apart, squared; ordinal distances depend on how often each value was used."""
    import numpy as np

    one, other = values[:, None], values[None, :]
    if metric is Metric.NOMINAL:
        return (one != other) * 1.0
    if metric is Metric.INTERVAL:
        return np.asarray((one - other) ** 2.0)
    if metric is Metric.RATIO:
        return np.nan_to_num(over(one - other, one + other)) ** 2
    middle = np.cumsum(of_each, -1) - of_each / 2  # where each value's judgements stand when all are put in a row
    return np.asarray((middle[..., :, None] - middle[..., None, :]) ** 2)
