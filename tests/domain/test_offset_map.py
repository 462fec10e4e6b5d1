"""Positions through replacements: every stretch keeps its own words, apart from what was replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.offset_map import OffsetMap, Replacement, Stretch, carried, replaced
from tests.domain.slow_replacing import slowly


@st.composite
def replacements(draw: st.DrawFn) -> tuple[str, list[Replacement]]:
    """A text, and stretches of it to replace that don't overlap."""
    text = draw(st.text(min_size=1, max_size=60))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return text, [Replacement(start, end, draw(st.text(min_size=1, max_size=9))) for start, end in pairs]


@given(replacements(), st.data())
def test_a_stretch_keeps_its_words_and_takes_in_each_replacement_it_touches(
    given_: tuple[str, list[Replacement]], data: st.DataObject
) -> None:
    text, made = given_
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new, offsets = replaced(text, made)
    new_start, new_end = offsets.span(start, end)
    assert new[new_start:new_end] == slowly(text, made, start, end)
    assert len(new) == offsets.characters_after


@given(replacements(), st.data())
def test_order_is_kept(given_: tuple[str, list[Replacement]], data: st.DataObject) -> None:
    text, made = given_
    offsets = replaced(text, made)[1]
    first = data.draw(st.integers(0, len(text)))
    second = data.draw(st.integers(first, len(text)))
    assert offsets.start(first) <= offsets.start(second)
    assert offsets.end(first) <= offsets.end(second)


@given(replacements(), st.data())
def test_two_changes_one_after_the_other_carry_as_each_does(
    given_: tuple[str, list[Replacement]], data: st.DataObject
) -> None:
    text, made = given_
    half = len(made) // 2
    between, first = replaced(text, made[:half])
    rest = [Replacement(*first.span(one.start, one.end), one.words) for one in made[half:]]
    together = replaced(text, made)
    after, second = replaced(between, rest)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert after == together[0]
    assert carried([first, second], start, end) == together[1].span(start, end)


def test_an_edge_within_a_name_goes_round_all_that_stands_there_now() -> None:
    new, offsets = replaced("I told Margaret so", [Replacement(7, 15, "[daughter]")])
    assert offsets.span(2, 10) == (2, 17)
    assert new[2:17] == "told [daughter]"
    assert offsets.span(9, 11) == (7, 17)


@pytest.mark.parametrize(
    "stretches",
    [
        pytest.param([(3, 3, 1)], id="nothing replaced"),
        pytest.param([(3, 5, 0)], id="replaced by nothing"),
        pytest.param([(3, 5, 1), (4, 8, 1)], id="overlapping"),
        pytest.param([(5, 8, 1), (1, 2, 1)], id="out of order"),
        pytest.param([(5, 11, 1)], id="beyond the end"),
    ],
)
def test_what_is_no_map_is_refused(stretches: list[tuple[int, int, int]]) -> None:
    with pytest.raises(ValueError, match="offset map"):
        OffsetMap(10, tuple(Stretch(*one) for one in stretches))
