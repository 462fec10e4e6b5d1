"""Where positions of a text go when stretches of it are replaced: by a pseudonym, or by `[daughter]`.

A map holds numbers alone: which stretches of the old text were replaced, and how long what stands there now is. It
carries a position of the old text into the new one, and is kept with the transcript, so that a copy of the project
that still has the old text can be brought together with this one. Positions are code points, ends exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Stretch(NamedTuple):
    """A stretch of the old text that was replaced, and how many characters stand in its place now."""

    start: int
    end: int
    length: int


class Replacement(NamedTuple):
    """A stretch of a text and the words to put in its place."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class OffsetMap:
    """How positions move. `stretches` are in order and apart; none is empty, before or after.

    `characters` is the length of the old text, by which a text that the map isn't about is told.
    """

    characters: int
    stretches: tuple[Stretch, ...]

    def __post_init__(self) -> None:
        """Refuse what is no map: ValueError."""
        last = 0
        for start, end, length in self.stretches:
            if not (last <= start < end <= self.characters and length > 0):
                raise ValueError("the stretches of an offset map must be in order, apart, and not empty")
            last = end

    @property
    def characters_after(self) -> int:
        """The length of the new text."""
        return self.characters + (self._shifts[-1] if self._shifts else 0)

    def start(self, position: int) -> int:
        """Where what begins here begins now; within a replaced stretch, where its replacement does."""
        return self._carried(position, inside_goes_to_end=False)

    def end(self, position: int) -> int:
        """Where what ends here ends now; within a replaced stretch, where its replacement does."""
        return self._carried(position, inside_goes_to_end=True)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the old text as one of the new: an edge within what was replaced takes in all of it."""
        return self.start(start), self.end(end)

    def _carried(self, position: int, *, inside_goes_to_end: bool) -> int:
        before = bisect_right(self._ends, position)  # the stretches that end at or before it
        shift = self._shifts[before - 1] if before else 0
        if before < len(self.stretches):
            start, _, length = self.stretches[before]
            if position > start:
                return start + shift + (length if inside_goes_to_end else 0)
        return position + shift

    # Looked up for every coding of a transcript: each is made once.

    @cached_property
    def _ends(self) -> list[int]:
        return [stretch.end for stretch in self.stretches]

    @cached_property
    def _shifts(self) -> list[int]:
        """By how much text after each stretch has moved."""
        return list(accumulate(length - (end - start) for start, end, length in self.stretches))


def replaced(text: str, replacements: Iterable[Replacement]) -> tuple[str, OffsetMap]:
    """A text with stretches replaced, and the map from the old one. ValueError where they overlap or are blank."""
    in_order = sorted(replacements)
    offsets = OffsetMap(len(text), tuple(Stretch(start, end, len(words)) for start, end, words in in_order))
    pieces: list[str] = []
    last = 0
    for start, end, words in in_order:
        pieces += text[last:start], words
        last = end
    return "".join([*pieces, text[last:]]), offsets


def carried(offsets: Sequence[OffsetMap], start: int, end: int) -> tuple[int, int]:
    """A stretch carried through one map after another, as a transcript was changed more than once."""
    for one in offsets:
        start, end = one.span(start, end)
    return start, end
