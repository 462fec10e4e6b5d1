"""How wide a table's columns are: as they were meant to be, unless a word would be cut in two.

Nobody knows here in which font the document will be shown: one without the usual font, or a house template with a
wider one, must not break "Transcripts" after the "t". So words are measured as a wide font has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qualcoder_lite.exporters.word.styles import BODY_SIZE, STYLES, enlarged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    # A cell of a table: its paragraphs by style, and how many columns it spans.
    Cell = tuple[Sequence[tuple[str, str]], int]

_BOLD = {style.id for style in STYLES if style.bold}
# Where a line may end within a word.
_UNBROKEN = re.compile(r"[^\s-]+-?")
_SLIM, _BROAD = frozenset("ijlftrI.,:;!|'’‘()[]/-"), frozenset("mwMW@%—")
# How much of the size of a font slim, other and broad letters take; and how much wider they are in bold.
_SLIM_PART, _PART, _BROAD_PART, _BOLD_PART = 0.4, 0.62, 0.95, 1.16
# What the edges of a cell take, in twips.
_EDGES = 190
# No word, however long, takes more than this of the table: the others need to be read as well.
_MOST = 0.4


def roomy(widths: Sequence[int], rows: Iterable[Sequence[Cell]], smallest: float = BODY_SIZE) -> list[int]:
    """The widths with what a column's longest word lacks taken from those that have room to spare; the sum stays.

    `smallest` is the size in points that no text is smaller than, where that is larger than the usual size.
    """
    sizes = {style.id: enlarged(style, smallest).size or smallest for style in STYLES}
    needed = _needed(len(widths), rows, _MOST * sum(widths), sizes)
    lacking = sum(max(need - width, 0) for need, width in zip(needed, widths, strict=True))
    spare = [max(width - need, 0) for need, width in zip(needed, widths, strict=True)]
    if not lacking or not sum(spare):
        return list(widths)
    given = min(lacking, sum(spare))
    found = [
        width + max(need - width, 0) * given / lacking - room * given / sum(spare)
        for width, need, room in zip(widths, needed, spare, strict=True)
    ]
    whole = [round(width) for width in found]
    whole[whole.index(max(whole))] += sum(widths) - sum(whole)
    return whole


def _needed(columns: int, rows: Iterable[Sequence[Cell]], most: float, sizes: Mapping[str, float]) -> list[float]:
    """What each column's longest word needs. A cell over several columns asks nothing of them."""
    needed = [0.0] * columns
    for row in rows:
        column = 0
        for paragraphs, span in row:
            if span == 1:
                longest = max((_longest(style, text, sizes) for style, text in paragraphs), default=0)
                needed[column] = max(needed[column], min(longest + _EDGES, most))
            column += span
    return needed


def _longest(style: str, text: str, sizes: Mapping[str, float]) -> float:
    """The width of a text's longest word, in twips."""
    size = 20 * sizes.get(style, BODY_SIZE) * (_BOLD_PART if style in _BOLD else 1)
    return size * max((sum(map(_part, word)) for word in _UNBROKEN.findall(text)), default=0)


def _part(letter: str) -> float:
    if letter in _SLIM:
        return _SLIM_PART
    return _BROAD_PART if letter in _BROAD else _PART
