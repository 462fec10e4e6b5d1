"""What is painted behind a line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.bands import MOST_UNDERLINES, covers, underline_slots
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding


def painted(coding_id: str, start: int, end: int, name: str = "", group: str = "process") -> PaintedCoding:
    return PaintedCoding(coding_id, start, end, group, "PS", name or coding_id)


CODINGS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 50), st.sampled_from("abcdef")), max_size=35).map(
    lambda rows: [painted(str(n), a, a + long, name) for n, (a, long, name) in enumerate(sorted(rows))]
)


@given(CODINGS)
def test_each_character_takes_the_shortest_of_its_passages_and_their_number(codings):
    found = covers(codings, 10, 50)
    for position in range(10, 50):
        here = [coding for coding in codings if coding.start <= position < coding.end]
        cover = next((c for c in found if c.start <= position < c.end), None)
        assert (cover is None) == (not here)
        if cover:
            assert cover.depth == len(here)
            assert cover.shortest.length == min(coding.length for coding in here)


@given(CODINGS)
def test_no_character_has_more_than_three_underlines_nor_two_on_one_level(codings):
    codings = [coding for coding in codings if coding.start < 50 and coding.end > 10]
    slots = underline_slots(codings, 10, 50)
    for position in range(10, 50):
        levels = [slot for run, slot in slots if run.start <= position < run.end]
        assert len(levels) == len(set(levels)) <= MOST_UNDERLINES
        assert bool(levels) == any(coding.start <= position < coding.end for coding in codings)


def test_two_coders_with_one_code_make_one_underline():
    slots = underline_slots([painted("a", 0, 10, "Choice"), painted("b", 5, 20, "Choice")], 0, 40)
    assert [(run.start, run.end, level) for run, level in slots] == [(0, 20, 0)]


def test_the_outer_passage_lies_nearer_to_the_text_and_the_inner_below_it():
    slots = underline_slots([painted("outer", 0, 30), painted("inner", 10, 20)], 0, 40)
    assert [(run.start, level) for run, level in slots] == [(0, 0), (10, 1)]


def test_the_three_shortest_of_thirty_are_underlined():
    codings = [painted(str(n), 30 - n, 31 + n) for n in range(29, -1, -1)]
    at_the_middle = {run.end - run.start for run, _ in underline_slots(codings, 0, 100) if run.start <= 30 < run.end}
    assert at_the_middle == {1, 3, 5}
