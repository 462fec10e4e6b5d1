"""Counts, times and lists in words."""

from __future__ import annotations

import pytest

from qualcoder_lite.exporters.word.words import clock, counted, joined


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "quote", "1 quote"), (0, "site", "0 sites"), (2, "person", "2 people"), (1, "person", "1 person")],
)
def test_a_number_comes_with_its_noun(number, noun, words):
    assert counted(number, noun) == words


def test_thousands_are_set_apart():
    assert counted(20_000, "quote") == "20,000 quotes"


def test_a_place_in_a_recording_has_hours_minutes_and_seconds():
    assert clock(3_872_999) == "01:04:32"


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (list("ABC"), "A, B and C")]
)
def test_names_are_listed_as_a_sentence_says_them(names, words):
    assert joined(names) == words
