"""Stretches that cut no character as people see it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.service.coding.whole_characters import whole_characters

TEXTS = st.text(st.sampled_from("ab \n\t\u0301é😀👩\u200d⚕\ufe0fשم𝔸🇬🇧"), max_size=40)


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
