"""Positions in text: code points, as the project stores them, and UTF-16 units, as Qt counts them.

This is the only place where one is turned into the other. A character outside the Basic Multilingual Plane (most
emoji) is one code point and two units.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

from PySide6.QtCore import QTextBoundaryFinder

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
#: How far to either side of a position the end of its character is looked for, in code points.
_REACH = 64


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


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch widened so that no emoji sequence, flag or letter with its accents is cut in two (code points)."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if start >= end:
        return start, start
    return _boundary(text, start, forward=False), _boundary(text, end, forward=True)


def _boundary(text: str, position: int, *, forward: bool) -> int:
    """The nearest edge of a character as people see it, at the position or to one side of it."""
    if not 0 < position < len(text) or _plainly_apart(text[position - 1], text[position]):
        return position
    left = max(0, position - _REACH)
    near = text[left : position + _REACH]
    offsets = TextOffsets(near)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, near)
    finder.setPosition(offsets.to_qt(position - left))
    if finder.isAtBoundary():
        return position
    unit = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
    return left + offsets.from_qt(max(0, unit)) if unit >= 0 else position


def _plainly_apart(before: str, after: str) -> bool:
    """Whether two neighbours are separate characters without looking further: the case in nearly all text."""
    return (before < "\u0300" and after < "\u0300") or unicodedata.category(after) == "Zs"
