"""Comparing two small groups of people: Fisher's exact test, and an interval for the difference of two shares.

Both are worked out in whole numbers and from their definitions, for counts as small as those of interviews are.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, sqrt

_Z = 1.959963984540054  # the normal distribution's 97.5 % point, for intervals of 95 %


@dataclass(frozen=True, slots=True)
class FourFold:
    """People with and without a feature, by whether something holds for them.

    Attributes:
        with_yes: People with the feature for whom it holds.
        with_no: People with the feature for whom it doesn't.
        without_yes: People without the feature for whom it holds.
        without_no: People without the feature for whom it doesn't.
    """

    with_yes: int
    with_no: int
    without_yes: int
    without_no: int

    @property
    def with_all(self) -> int:
        """The people with the feature."""
        return self.with_yes + self.with_no

    @property
    def without_all(self) -> int:
        """The people without it."""
        return self.without_yes + self.without_no

    @property
    def difference(self) -> float | None:
        """The share for whom it holds with the feature, less that without it; None where a group has nobody."""
        if not self.with_all or not self.without_all:
            return None
        return self.with_yes / self.with_all - self.without_yes / self.without_all

    @property
    def fisher(self) -> float | None:
        """The p value of Fisher's exact test, both sides: how often chance alone would part people as unevenly.

        With the margins held fixed, it adds up the probabilities of all tables that are no likelier than this one
        (R. A. Fisher, Statistical Methods for Research Workers, 1934, section 21.02). None where a group has nobody.
        """
        if not self.with_all or not self.without_all:
            return None
        yes, everybody = self.with_yes + self.without_yes, self.with_all + self.without_all

        def ways(with_yes: int) -> int:
            return comb(self.with_all, with_yes) * comb(self.without_all, yes - with_yes)

        here = ways(self.with_yes)
        possible = range(max(0, yes - self.without_all), min(yes, self.with_all) + 1)
        return sum(found for each in possible if (found := ways(each)) <= here) / comb(everybody, yes)

    @property
    def interval(self) -> tuple[float, float] | None:
        """A 95 % confidence interval for `difference`, from the Wilson intervals of the two shares.

        R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine
        17 (1998), 873-890, method 10. None where a group has nobody.
        """
        difference = self.difference
        if difference is None:
            return None
        first, second = self.with_yes / self.with_all, self.without_yes / self.without_all
        low_1, high_1 = wilson(self.with_yes, self.with_all)
        low_2, high_2 = wilson(self.without_yes, self.without_all)
        return (
            max(difference - sqrt((first - low_1) ** 2 + (high_2 - second) ** 2), -1.0),
            min(difference + sqrt((high_1 - first) ** 2 + (second - low_2) ** 2), 1.0),
        )


def wilson(yes: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % confidence interval for a share: so many of so many, `of` being 1 or more.

    E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    """
    share, z2 = yes / of, _Z**2
    middle = 2 * yes + z2
    reach = _Z * sqrt(z2 + 4 * yes * (1 - share))
    return max((middle - reach) / (2 * (of + z2)), 0.0), min((middle + reach) / (2 * (of + z2)), 1.0)
