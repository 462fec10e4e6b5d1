"""Lanes of the margin."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.lanes import MOST_LANES, Stretch, assign, density, pushed_down

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=40).map(
    lambda pairs: [Stretch(str(n), first, first + more) for n, (first, more) in enumerate(pairs)]
)


def clash(one: Stretch, other: Stretch) -> bool:
    return one.first <= other.last and other.first <= one.last


@given(STRETCHES, st.dictionaries(st.integers(0, 40).map(str), st.integers(0, 12)))
def test_no_two_stripes_in_one_lane_share_a_row(stretches, before):
    lanes = assign(stretches, before)
    placed = [stretch for stretch in stretches if stretch.id in lanes.of]
    for number, one in enumerate(placed):
        assert not any(clash(one, other) for other in placed[number + 1 :] if lanes.of[one.id] == lanes.of[other.id])
    assert {stretch.id for stretch in placed} | {s.id for s in lanes.crowded} == {s.id for s in stretches}
    assert lanes.used <= MOST_LANES


@given(STRETCHES, st.integers(0, 30))
def test_a_stripe_keeps_its_lane_as_the_page_scrolls(stretches, top):
    before = assign([s for s in stretches if s.first < 20], {})
    seen = [Stretch(s.id, max(top, s.first), s.last) for s in stretches if s.last >= top]
    after = assign(seen, before.of)
    assert all(after.of[s.id] == before.of[s.id] for s in seen if s.id in before.of)


def test_thirty_at_one_row_fill_ten_lanes_and_the_rest_are_crowded():
    lanes = assign([Stretch(str(n), 3, 3) for n in range(30)], {})
    assert lanes.used == 10
    assert len(lanes.crowded) == 20


def test_the_lane_of_a_stripe_that_went_is_free_again():
    assert assign([Stretch("b", 0, 4)], {"a": 0, "b": 1}).of == {"b": 1}
    assert assign([Stretch("b", 0, 4), Stretch("c", 2, 3)], {"a": 0, "b": 1}).of == {"b": 1, "c": 0}


@given(STRETCHES)
def test_density_counts_every_row_as_it_is(stretches):
    counts = {row: {s.id for s in stretches if s.first <= row <= s.last} for row in range(45)}
    told: dict[int, set[str]] = {}
    for step in density(stretches):
        told.update({row: set(step.ids) for row in range(step.first, step.last + 1)})
    assert {row: ids for row, ids in counts.items() if ids} == told


@given(st.lists(st.integers(0, 500), max_size=30).map(sorted))
def test_labels_never_lie_on_one_another_nor_above_where_they_are_wanted(wanted):
    tops = pushed_down(wanted, [want + 100 for want in wanted], 24, 400)
    shown = [top for top in tops if top is not None]
    assert all(after - before >= 24 for before, after in pairwise(shown))
    assert all(top is None or want <= top <= min(376, want + 100) for want, top in zip(wanted, tops, strict=True))
