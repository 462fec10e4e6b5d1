"""What helps to keep one’s place on the page: numbers of lines, a dimmed surrounding, marks on what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qualcoder_lite.gui.reading.document_builder import CARD_MARGIN, CARD_PADDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.gui.reading.geometry import Row
    from qualcoder_lite.gui.reading.line_numbers import LineNumbers
    from qualcoder_lite.gui.reading.palette import ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

#: How much of the page's own colour lies over what is dimmed.
_DIMMED = 0.72
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_line_numbers(
    painter: QPainter, rows: Sequence[Row], numbers: LineNumbers, style: ReadingStyle, palette: ReadingPalette
) -> None:
    """The numbers of rows, in the gutter before them."""
    painter.setFont(style.note())
    painter.setPen(palette.muted)
    left = style.gap(CARD_MARGIN + CARD_PADDING) - style.gap(8)
    for row in rows:
        place = QRectF(left, row.top, style.gutter, row.bottom - row.top)
        painter.drawText(place, _RIGHT, str(numbers.of(row.block, row.line)))


def dim(painter: QPainter, top: float, bottom: float, size: QSize, palette: ReadingPalette) -> None:
    """Dim a page of this size but for a band from top to bottom; all of it where the band is empty."""
    dimmed = QColor(palette.page)
    dimmed.setAlphaF(_DIMMED)
    wide, tall = size.width(), size.height()
    painter.fillRect(QRectF(0, 0, wide, max(0.0, top)), dimmed)
    painter.fillRect(QRectF(0, max(0.0, bottom), wide, max(0.0, tall - bottom)), dimmed)


def mark_found(painter: QPainter, rects: Iterable[QRectF], palette: ReadingPalette, *, here: bool) -> None:
    """Mark words that were found; the place that the reader is at has a stronger edge."""
    painter.setPen(QPen(palette.text, 2) if here else QPen(palette.muted, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.fillRect(rect, palette.found)
        painter.drawRect(rect.adjusted(-1, 0, 0, 0))
