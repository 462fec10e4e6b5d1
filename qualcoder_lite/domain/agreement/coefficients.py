"""The coefficients, each from counts, over any number of leading dimensions. Undefined is NaN, never 0 or 1.

Two coders meet in a table `[..., q, q]`: how many units the first put into one category and the second into another.
Any number of coders, some of them missing on some units, meet in coincidences `[..., q, q]` (Krippendorff 2011) and in
`Judgements`. q is the number of categories; for one code it is two, not coded and coded, in this order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.agreement.quotient import over

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]


# Two coders


class ByChance(NamedTuple):
    """The share of units on which two coders agree, and the share expected by chance."""

    observed: Numbers
    expected: Numbers

    @property
    def corrected(self) -> Numbers:
        """Agreement beyond chance, as a share of what is possible beyond chance."""
        return over(self.observed - self.expected, 1 - self.expected)


def observed(table: Numbers) -> Numbers:
    """The share of units on which two coders agree."""
    return over(_trace(table), table.sum((-1, -2)))


def cohen(table: Numbers) -> ByChance:
    """Kappa: chance takes each coder's own habits (Cohen 1960)."""
    total = table.sum((-1, -2))
    both = (table.sum(-1) * table.sum(-2)).sum(-1)
    return ByChance(observed(table), over(both, total * total))


def scott(table: Numbers) -> ByChance:
    """Pi: chance takes the coders' habits together (Scott 1955)."""
    return ByChance(observed(table), (_common_shares(table) ** 2).sum(-1))


def brennan_prediger(table: Numbers) -> ByChance:
    """Chance takes every category as equally likely (Bennett 1954, Brennan & Prediger 1981)."""
    return ByChance(observed(table), 1 / table.shape[-1] + 0 * observed(table))


def gwet(table: Numbers) -> ByChance:
    """AC1 (Gwet 2008)."""
    shares = _common_shares(table)
    return ByChance(observed(table), (shares * (1 - shares)).sum(-1) / (table.shape[-1] - 1))


def dice(table: Numbers) -> Numbers:
    """Of what either coder coded, counted for each, the share that both did (Dice 1945); `table` is 2 × 2."""
    both = 2 * table[..., 1, 1]
    return over(both, both + table[..., 0, 1] + table[..., 1, 0])


def _common_shares(table: Numbers) -> Numbers:
    return over(table.sum(-1) + table.sum(-2), 2 * table.sum((-1, -2))[..., None])


# Any number of coders


def coincidences(counts: Numbers) -> Numbers:
    """How often two categories meet on one unit, from `counts[unit, q]`: how many coders chose which.

    Units that fewer than two coders judged count for nothing.
    """
    import numpy as np

    judged = counts.sum(-1)
    pairable = counts[judged > 1]
    pairs = pairable[:, :, None] * pairable[:, None, :]
    pairs[:, range(counts.shape[1]), range(counts.shape[1])] -= pairable
    return np.asarray((pairs / (judged[judged > 1] - 1)[:, None, None]).sum(0))


def krippendorff(met: Numbers) -> Numbers:
    """Alpha for categories without an order (Krippendorff 2004, 2011), from coincidences."""
    values = met.sum(-1)
    total = values.sum(-1)
    disagreeing = total - _trace(met)
    by_chance = over(total * total - (values * values).sum(-1), total - 1)
    return 1 - over(disagreeing, by_chance)


class Judgements(NamedTuple):
    """What several coders' coefficients need: agreement averaged over units, and the share of each category.

    `observed` is the mean, over the units that two coders or more judged, of the share of pairs of coders who agree;
    `shares[..., q]` the mean, over all judged units, of the share of coders who chose the category.
    """

    observed: Numbers
    shares: Numbers

    @property
    def fleiss(self) -> Numbers:
        """Kappa for many coders, which generalises Scott's pi (Fleiss 1971; with missing judgements, Gwet 2014)."""
        return ByChance(self.observed, (self.shares**2).sum(-1)).corrected

    @property
    def brennan_prediger(self) -> Numbers:
        """Every category as likely as the next."""
        return ByChance(self.observed, 1 / self.shares.shape[-1] + 0 * self.observed).corrected

    @property
    def gwet(self) -> Numbers:
        """AC1 for many coders (Gwet 2008)."""
        expected = (self.shares * (1 - self.shares)).sum(-1) / (self.shares.shape[-1] - 1)
        return ByChance(self.observed, expected).corrected


def judgements(counts: Numbers) -> Judgements:
    """From `counts[unit, q]`, how many coders chose which category; units that nobody judged are left out."""
    import numpy as np

    counts = counts[counts.sum(-1) > 0]
    judged = counts.sum(-1)
    pairable = judged > 1
    agreeing = (counts * (counts - 1)).sum(-1)[pairable] / (judged * (judged - 1))[pairable]
    return Judgements(np.asarray(agreeing.mean()), (counts / judged[:, None]).mean(0))


def conger(observed: Numbers, habits: Numbers) -> Numbers:
    """Exact kappa for many coders: as Fleiss's, but chance takes each coder's own habits (Conger 1980; Gwet 2014).

    `observed` is that of `Judgements`; `habits[..., coder, q]` are the shares of one coder's judgements that chose each
    category, NaN for a coder who judged nothing. For two coders it is Cohen's kappa.
    """
    import numpy as np

    judging = np.asarray(np.isfinite(habits).all(-1))
    coders = judging.sum(-1)
    shares = np.where(judging[..., None], habits, 0.0)
    together = shares.sum(-2)
    # Two different coders drawn at random, each choosing as is their habit.
    alike = (together**2 - (shares**2).sum(-2)).sum(-1)
    return ByChance(observed, over(alike, coders * (coders - 1.0))).corrected


# Helpers


def _trace(matrix: Numbers) -> Numbers:
    import numpy as np

    return np.trace(matrix, axis1=-2, axis2=-1)
