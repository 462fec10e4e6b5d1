"""Counts and times in words."""

from __future__ import annotations

import pytest

from qualcoder_lite.exporters.word.words import clock, people, quotes, sites


@pytest.mark.parametrize(
    ("counted", "number", "said"),
    [(quotes, 1, "1 quote"), (sites, 0, "0 sites"), (people, 2, "2 people"), (people, 1, "1 person")],
)
def test_a_number_comes_with_its_noun(counted, number, said):
    assert counted(number) == said


def test_thousands_are_set_apart():
    assert quotes(20_000) == "20,000 quotes"


def test_a_place_in_a_recording_has_hours_minutes_and_seconds():
    assert clock(3_872_999) == "01:04:32"
