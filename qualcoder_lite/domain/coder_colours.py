"""The colours coders are told apart by, always beside their initials."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.people import Coder

#: Colours that white letters can be read on (4.5:1), by what they are called, in the order in which they are given out.
COLOURS: Mapping[str, str] = {
    tr_later("Blue"): "#1f6fb2",
    tr_later("Orange"): "#a34c00",
    tr_later("Purple"): "#8a2f6b",
    tr_later("Green"): "#2f6b3a",
    tr_later("Ochre"): "#6b5b1f",
    tr_later("Teal"): "#0d6b78",
    tr_later("Red"): "#a83232",
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
