"""Positions in text: code points, as the project stores them, and UTF-16 units, as Qt counts them.

This is the only place where one is turned into the other. A character outside the Basic Multilingual Plane (most
emoji) is one code point and two units.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextOffsets:
    """The two ways of counting one text."""

    __slots__ = ("_code_points", "_units")

    def __init__(self, text: str) -> None:
        """Note where the two counts part; a text of plain ASCII costs nothing."""
        self._code_points = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + before for before, position in enumerate(self._code_points)]

    def to_qt(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        return position + bisect_left(self._code_points, position) if self._code_points else position

    def from_qt(self, unit: int, *, after: bool = False) -> int:
        """The code point at a UTF-16 unit; inside a pair, the one it belongs to, or the next one with `after`."""
        if not self._units:
            return unit
        before = bisect_left(self._units, unit)
        inside = before and self._units[before - 1] == unit - 1
        return unit - before + (1 if inside and after else 0)


def qt_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text) + len(_ASTRAL.findall(text))
