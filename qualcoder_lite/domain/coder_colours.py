"""The colours coders are told apart by, always beside their initials."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.people import Coder

#: Colours that white letters can be read on (4.5:1), by what they are called, in the order in which they are given out.
COLOURS: Mapping[str, str] = {
    "Blue": "#1f6fb2",
    "Orange": "#a34c00",
    "Purple": "#8a2f6b",
    "Green": "#2f6b3a",
    "Ochre": "#6b5b1f",
    "Teal": "#0d6b78",
    "Red": "#a83232",
}


def next_colour(used: Iterable[str]) -> str:
    """The colour that fewest of those who have one have."""
    counts = Counter(colour.lower() for colour in used)
    return min(COLOURS.values(), key=lambda colour: counts[colour])


def colours(coders: Iterable[Coder]) -> dict[str, str]:
    """A colour for every coder, by name: their own, or one that is free."""
    everybody = list(coders)
    given = {coder.name: coder.colour for coder in everybody if coder.colour}
    for coder in everybody:
        if not coder.colour:
            given[coder.name] = next_colour(given.values())
    return given
