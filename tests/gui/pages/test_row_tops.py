"""Where rows begin, as slowly as can be: by adding up heights."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.pages.row_tops import RowTops

HEIGHTS = st.lists(st.integers(1, 40), max_size=12)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 11), st.integers(1, 60)), max_size=8), st.integers(0, 400))
def test_rows_stand_under_one_another_whichever_were_measured(heights, measured, y):
    tops = RowTops(heights)
    for row, high in measured:
        if row < len(heights):
            heights[row] = high
            tops.correct(row, high)
    begins = [sum(heights[:row]) for row in range(len(heights) + 1)]
    assert [tops[row] for row in range(len(heights) + 1)] == begins
    assert [tops.height(row) for row in range(len(tops))] == heights
    assert tops.end == begins[-1]
    assert tops.after(y) == sum(begin <= y for begin in begins)
    assert tops.at_or_after(y) == sum(begin < y for begin in begins)
