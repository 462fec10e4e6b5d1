"""Stretches of text that cut no character as people see it: no emoji sequence, no flag, no letter from its accents.

Positions are code points, end exclusive.
"""

from __future__ import annotations

import unicodedata

#: How far to either side of a position the edges of its character are looked for; even, as flags are pairs.
_REACH = 64


def whole_characters(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch widened to whole characters; one beyond the text's ends is cut to them, an empty one stays empty."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if start >= end:
        return start, start
    return _edge(text, start, forward=False), _edge(text, end, forward=True)


def _edge(text: str, position: int, *, forward: bool) -> int:
    """The nearest edge of a character, at the position or to one side of it."""
    if not 0 < position < len(text) or _plainly_apart(text[position - 1], text[position]):
        return position
    import regex  # costs some 30 ms, and nearly all text does without it

    left = max(0, position - _REACH)
    for cluster in regex.compile(r"\X").finditer(text, left, min(len(text), position + _REACH)):
        start, end = cluster.span()
        if end >= position:
            return position if end == position else end if forward else start
    return position


def _plainly_apart(before: str, after: str) -> bool:
    """Whether two neighbours are separate characters without looking further: the case in nearly all text."""
    return (before < "\u0300" and after < "\u0300") or unicodedata.category(after) == "Zs"
