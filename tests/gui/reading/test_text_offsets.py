"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.text_offsets import TextOffsets, qt_length

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
