"""Coders are told apart by colours on which their initials can be read."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.coder_colours import COLOURS, colours, next_colour
from qualcoder_lite.domain.people import Coder
from qualcoder_lite.gui.theme.contrast import ratio


@pytest.mark.parametrize("colour", COLOURS.values())
def test_white_letters_can_be_read_on_every_colour(colour: str) -> None:
    assert ratio("#FFFFFF", colour) >= 4.5


def test_as_many_coders_as_there_are_colours_all_have_their_own() -> None:
    everybody = [Coder(str(n), f"Coder {n}") for n in range(len(COLOURS))]
    everybody[3] = Coder("3", "Coder 3", colour="#1f6fb2")
    given = colours(everybody)
    assert sorted(given.values()) == sorted(COLOURS.values())
    assert given["Coder 3"] == "#1f6fb2"


def test_when_all_colours_are_taken_the_one_of_fewest_people_comes_again() -> None:
    blue, orange, *others = COLOURS.values()
    assert next_colour([blue.upper(), orange, *others, blue]) == orange
