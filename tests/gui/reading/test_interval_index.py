"""Finding the codings that touch a stretch."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.interval_index import IntervalIndex
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding


def painted(coding_id: str, start: int, end: int) -> PaintedCoding:
    return PaintedCoding(coding_id, start, end, "process", "PS", "Responsiveness")


SPANS = st.lists(st.tuples(st.integers(0, 9000), st.integers(1, 6000)), max_size=30)


@given(SPANS, st.integers(0, 15000), st.integers(1, 5000))
def test_it_finds_what_a_search_of_everything_finds(spans, start, length):
    codings = [painted(str(n), a, a + long) for n, (a, long) in enumerate(spans)]
    end = start + length
    expected = {coding.id for coding in codings if coding.start < end and coding.end > start}
    assert {coding.id for coding in IntervalIndex(codings).overlapping(start, end)} == expected


@given(SPANS)
def test_what_is_taken_out_is_found_no_more(spans):
    index = IntervalIndex(painted(str(n), a, a + long) for n, (a, long) in enumerate(spans))
    for number in range(0, len(spans), 2):
        index.remove(str(number))
    assert {coding.id for coding in index.overlapping(0, 20000)} == {str(n) for n in range(1, len(spans), 2)}
    assert len(index) == len(spans) // 2


def test_codings_come_in_reading_order_the_outer_before_the_inner():
    index = IntervalIndex([painted("inner", 5, 8), painted("outer", 5, 90), painted("first", 2, 6)])
    assert [coding.id for coding in index.overlapping(5, 6)] == ["first", "outer", "inner"]


def test_a_coding_of_the_same_id_makes_way():
    index = IntervalIndex([painted("a", 0, 10)])
    index.add(painted("a", 5000, 5010))
    assert index.overlapping(0, 10) == []
    assert [coding.start for coding in index.overlapping(5000, 5001)] == [5000]


def test_stretches_that_only_touch_do_not_overlap():
    index = IntervalIndex([painted("a", 10, 20)])
    assert index.overlapping(20, 30) == []
    assert index.overlapping(0, 10) == []
    assert index.overlapping(15, 15) == []


def test_a_coding_that_covers_nothing_is_kept_by_id_and_never_found():
    index = IntervalIndex([painted("a", 10, 10)])
    assert "a" in index
    assert index.overlapping(0, 100) == []
    assert index.remove("a").id == "a"
