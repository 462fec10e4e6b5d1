"""What marks the place one is at: the focused turn's card with its ring, and brackets around the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from qualcoder_lite.gui.reading.document_builder import CARD_MARGIN

if TYPE_CHECKING:
    from qualcoder_lite.gui.reading.geometry import InView
    from qualcoder_lite.gui.reading.palette import ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

_RADIUS = 10
#: How far past the viewport a card runs that goes on outside it, so that no corner shows.
_BEYOND = 60


def card_rect(seen: InView, blocks: range, width: int, height: int, style: ReadingStyle) -> QRectF | None:
    """The card around a run of blocks, in the viewport; None where none of them is in view."""
    inside = [block for block in seen.blocks if block.number in blocks]
    if not inside:
        return None
    side = style.gap(CARD_MARGIN)
    top = inside[0].rect.top() - style.gap(10) if inside[0].number == blocks[0] else -_BEYOND
    below = round(style.line_room()) + style.gap(6)
    bottom = inside[-1].rect.bottom() + below if inside[-1].number == blocks[-1] else height + _BEYOND
    return QRectF(side, top, width - 2 * side, bottom - top)


def paint_card(painter: QPainter, rect: QRectF, palette: ReadingPalette, *, has_focus: bool) -> None:
    """The card; with the keyboard's focus it has an edge of ink and a ring of yellow, without it only a faint edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(palette.turn)
    if has_focus:
        painter.setPen(QPen(palette.focus_line, 2))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.focus, 3))
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), _RADIUS + 2, _RADIUS + 2)
    else:
        painter.setPen(QPen(palette.hairline, 1))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_bracket(
    painter: QPainter, rect: QRectF, palette: ReadingPalette, *, opens: bool, strong: bool = False
) -> None:
    """A bracket at the left edge of a rectangle, or at its right edge facing the other way; `strong` while it moves."""
    x = round(rect.left()) - 4 if opens else round(rect.right()) + 1
    top, tall = round(rect.top()) - 2, round(rect.height()) + 4
    foot = x if opens else x - 4
    strokes = ((x, top, 3, tall), (foot, top, 7, 3), (foot, top + tall - 3, 7, 3))
    if strong:  # on a ground of the focus's colour, so that it is seen which of the two moves
        painter.fillRect(x - 4 if opens else x - 1, top - 3, 8, tall + 6, palette.focus)
    for left, y, wide, high in strokes:
        on_ground = strong and high == tall
        painter.fillRect(left, y, wide, high, palette.bracket if on_ground else palette.text)
