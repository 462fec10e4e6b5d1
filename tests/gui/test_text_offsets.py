"""Code points and UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.text_offsets import TextOffsets, qt_length, whole_characters

TEXTS = st.text(st.sampled_from("ab \n\t\u0301é😀👩\u200d⚕\ufe0fשم𝔸🇬🇧"), max_size=40)


@given(TEXTS)
def test_every_code_point_comes_back_from_its_unit(text):
    offsets = TextOffsets(text)
    for position in range(len(text) + 1):
        unit = offsets.to_qt(position)
        assert unit == len(text[:position].encode("utf-16-le")) // 2
        assert offsets.from_qt(unit) == position
        assert offsets.from_qt(unit, after=True) == position


def test_a_unit_inside_a_pair_belongs_to_its_character_or_to_the_end_of_it():
    offsets = TextOffsets("a😀b")
    assert offsets.from_qt(2) == 1
    assert offsets.from_qt(2, after=True) == 2
    assert offsets.from_qt(3) == 2


def test_length_in_units_counts_an_emoji_twice():
    assert qt_length("") == 0
    assert qt_length("plain") == 5
    assert qt_length("a😀b") == 4


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("Cafe\u0301 again", (3, 4), (3, 5)),
        ("a 👩\u200d⚕\ufe0f b", (3, 4), (2, 6)),
        ("🇬🇧🇫🇷", (1, 2), (0, 2)),
        ("a\u0301\u0302 b", (2, 4), (0, 4)),
        ("plain words", (2, 5), (2, 5)),
        ("ab", (-4, 9), (0, 2)),
        ("ab", (1, 1), (1, 1)),
    ],
)
def test_a_stretch_is_widened_to_whole_characters(text, cut, whole):
    assert whole_characters(text, *cut) == whole


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_widening_never_shrinks_and_is_done_once(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    wide = whole_characters(text, start, end)
    if start < end:
        assert wide[0] <= start
        assert wide[1] >= end
    assert whole_characters(text, *wide) == wide
