"""Fisher's exact test and the interval against published values, and against slow, obvious second computations."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.four_fold import FourFold, wilson

few = st.integers(0, 3)


def _slowly(table: FourFold) -> Fraction:
    """Deal the yeses to people in every possible way, and count the deals that are as unlikely as this one."""
    people = range(table.with_all + table.without_all)
    deals = [
        sum(person < table.with_all for person in chosen)
        for chosen in combinations(people, table.with_yes + table.without_yes)
    ]
    here = deals.count(table.with_yes)
    return Fraction(sum(deals.count(deal) <= here for deal in deals), len(deals))


@settings(max_examples=60)
@given(few, few, few, few)
def test_fisher_is_what_dealing_in_every_way_gives(a: int, b: int, c: int, d: int) -> None:
    table = FourFold(a, b, c, d)
    if not table.with_all or not table.without_all:
        assert table.fisher is None
    else:
        assert table.fisher == pytest.approx(float(_slowly(table)), abs=1e-12)


def test_fisher_of_the_lady_who_tasted_tea() -> None:
    """Fisher, The Design of Experiments, 1935: three of four cups told right; 34 of the 70 ways are no likelier."""
    assert FourFold(3, 1, 1, 3).fisher == pytest.approx(34 / 70)


def test_fisher_of_the_convicts_with_twins() -> None:
    """Fisher 1934, section 21.02: 10 of 13 against 2 of 17; one side is 619/1330665, the other adds 0.00007."""
    assert FourFold(10, 3, 2, 15).fisher == pytest.approx(0.0005367, abs=1e-7)


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [((56, 14, 48, 32), 0.0524, 0.3339), ((9, 1, 3, 7), 0.1705, 0.8090), ((10, 0, 0, 10), 0.6075, 1.0)],
)
def test_the_interval_is_that_of_newcombes_table(table: tuple[int, ...], low: float, high: float) -> None:
    """Newcombe 1998, table II, method 10, cases a, b and h."""
    assert FourFold(*table).interval == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_a_share_is_wilsons() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 857-872: 81 of 263 and 0 of 20."""
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


@given(few, few, few, few)
def test_the_interval_holds_the_difference_and_turns_with_the_groups(a: int, b: int, c: int, d: int) -> None:
    table = FourFold(a, b, c, d)
    found, difference = table.interval, table.difference
    if found is None or difference is None:
        assert found is None
        assert difference is None
        return
    assert -1 <= found[0] <= difference + 1e-12
    assert difference - 1e-12 <= found[1] <= 1
    turned = FourFold(c, d, a, b).interval
    assert turned is not None
    assert turned == pytest.approx((-found[1], -found[0]))
