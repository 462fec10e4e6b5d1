"""Which blocks and lines of the page are in view, and where: text, card and margin are painted from this alone."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from qualcoder_lite.gui.reading.document_map import DocumentMap


#: How far below a line its underlines may reach, in pixels: a line just out of view still counts.
UNDERLINES = 24


class Row(NamedTuple):
    """A line of words in view: the stored text that it shows, and its top and bottom in the viewport."""

    start: int
    end: int
    top: float
    bottom: float
    block: int
    line: int


class SeenBlock(NamedTuple):
    """A block in view, and its rectangle in the viewport."""

    number: int
    block: QTextBlock
    rect: QRectF


class InView(NamedTuple):
    """The part of the page that can be seen."""

    blocks: list[SeenBlock]
    rows: list[Row]

    def row_at(self, position: int) -> int:
        """The row that a stored position is on, or the nearest one before it; 0 where there is none."""
        return max(0, bisect_right(self.rows, position, key=_row_start) - 1)

    def block_of(self, row: Row) -> SeenBlock:
        """The block that a row in view is a line of."""
        return next(block for block in self.blocks if block.number == row.block)

    def first_unit(self, page: DocumentMap) -> int:
        """The first turn that begins in view, or else the one that fills it."""
        begun = [block.number for block in self.blocks if block.rect.top() >= 0] or [self.blocks[0].number]
        starts = [number for number in begun if number == page.units[page.blocks[number].unit].first_block]
        return page.blocks[(starts or begun)[0]].unit

    @property
    def start(self) -> int:
        """The first stored position in view."""
        return self.rows[0].start if self.rows else 0

    @property
    def end(self) -> int:
        """The end of what is in view."""
        return self.rows[-1].end if self.rows else 0


def first_block(document: QTextDocument, top: float, height: float) -> QTextBlock:
    """The block at a height of the page.

    Qt lays out lazily, and asked about a place it hasn't reached it names the last block; so the bottom of what is to
    be seen is asked for first.
    """
    layout = document.documentLayout()
    layout.hitTest(QPointF(0, top + height), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(layout.hitTest(QPointF(0, max(0.0, top)), Qt.HitTestAccuracy.FuzzyHit))
    while block.blockNumber() > 0 and layout.blockBoundingRect(block).top() > top:
        block = block.previous()
    return block


def in_view(document: QTextDocument, page: DocumentMap, top: float, height: float) -> InView:
    """The blocks and lines between two heights of the page; rectangles are relative to the upper one."""
    layout = document.documentLayout()
    seen = InView([], [])
    block = first_block(document, top, height)
    while block.isValid():
        rect = layout.blockBoundingRect(block).translated(0, -top)
        if rect.top() > height:
            break
        number = block.blockNumber()
        seen.blocks.append(SeenBlock(number, block, rect))
        if not page.blocks[number].is_heading:
            seen.rows.extend(_rows(block, rect, page, height))
        block = block.next()
    return seen


def _rows(block: QTextBlock, rect: QRectF, page: DocumentMap, height: float) -> list[Row]:
    text, number = block.layout(), block.blockNumber()
    rows: list[Row] = []
    for place in range(text.lineCount()):
        line = text.lineAt(place)
        top = rect.top() + round(line.y()) - 1
        bottom = top + round(line.ascent() + line.descent()) + 2
        if bottom < -UNDERLINES:
            continue
        if top > height:
            break
        first = line.textStart()
        start, end = page.stored_in(number, first), page.stored_in(number, first + line.textLength())
        rows.append(Row(start, end, top, bottom, number, place))
    return rows


def _row_start(row: Row) -> int:
    return row.start
