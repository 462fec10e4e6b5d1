"""Where the rows of a list begin that differ in height, of which some were guessed and are measured later."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class RowTops:
    """The top of each row in pixels, and at `len` the end of the last.

    What measuring changes is kept beside the guesses: in a list of 200,000 rows none is placed again for another.
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        """Place rows of these heights under one another."""
        self._guessed = array("q", accumulate(heights, initial=0))
        self._changed: list[int] = []  # rows whose height was corrected, in order
        self._more: list[int] = []  # how much higher that makes each of them and those before it, together

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._guessed) - 1

    def __getitem__(self, row: int) -> int:
        """Where a row begins."""
        before = bisect_left(self._changed, row)
        return self._guessed[row] + (self._more[before - 1] if before else 0)

    def height(self, row: int) -> int:
        """How high a row is."""
        return self[row + 1] - self[row]

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self[len(self)]

    def after(self, y: int) -> int:
        """The first row, or end, that begins below a place."""
        return bisect_right(range(len(self) + 1), y, key=self.__getitem__)

    def at_or_after(self, y: int) -> int:
        """The first row, or end, that begins at a place or below it."""
        return bisect_left(range(len(self) + 1), y, key=self.__getitem__)

    def correct(self, row: int, height: int) -> None:
        """Let a row be as high as it was measured to be."""
        more = height - self.height(row)
        at = bisect_left(self._changed, row)
        if at == len(self._changed) or self._changed[at] != row:
            self._changed.insert(at, row)
            self._more.insert(at, self._more[at - 1] if at else 0)
        self._more[at:] = [each + more for each in self._more[at:]]
