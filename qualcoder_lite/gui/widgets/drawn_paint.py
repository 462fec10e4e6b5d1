"""Paints the marks of a picture in the look in force, and measures words as it paints them."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from qualcoder_lite.domain.pictures import Box, Corner, Line, Mark, Words
from qualcoder_lite.gui.theme import Look, current

if TYPE_CHECKING:
    from qualcoder_lite.domain.pictures import Paint, Picture

_HATCH, _DOT = 6.0, 1.2  # as on paper, in units
_DASHES = [4.0, 3.0]


class Typeface:
    """The typeface at the sizes of pictures. The painter is scaled to the text, so these sizes never change."""

    def __init__(self) -> None:
        """Make fonts as they are asked for."""
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._metrics: dict[tuple[float, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}

    def font(self, size: float, *, bold: bool) -> QFont:
        """The typeface at a size in units."""
        key = size, bold
        if key not in self._fonts:
            made = current().look.font("strong" if bold else "body")
            made.setPixelSize(round(size))
            self._fonts[key] = made
            self._metrics[key] = QFontMetricsF(made)
        return self._fonts[key]

    def width(self, text: str, size: float, bold: bool) -> float:
        """How wide words are, in units."""
        key = text, size, bold
        if key not in self._widths:
            self.font(size, bold=bold)
            self._widths[key] = self._metrics[size, bold].horizontalAdvance(text)
        return self._widths[key]


def paint_picture(painter: QPainter, picture: Picture, words: Typeface, look: Look, seen: QRectF) -> None:
    """Paint those marks that may be seen through a rectangle, in units."""
    for mark in picture.marks:
        if _touches(mark, seen):
            _paint(mark, painter, words, look)


def _touches(mark: Mark, seen: QRectF) -> bool:
    """Whether a mark may be seen; words are looked at by their height alone."""
    if isinstance(mark, Box):
        return mark.y <= seen.bottom() and mark.y + mark.height >= seen.top()
    if isinstance(mark, Words) and not mark.upright:
        return mark.y - mark.size <= seen.bottom() and mark.y + mark.size >= seen.top()
    return True


def _colour(look: Look, paint: Paint) -> QColor:
    name, step = paint[:-1], paint[-1]
    if name in ("heat", "on_heat"):
        return look.heat(int(step))[name == "on_heat"]
    return look.colour(paint)


@singledispatch
def _paint(mark: Mark, _painter: QPainter, _words: Typeface, _look: Look) -> None:
    raise TypeError(f"no such mark: {type(mark).__name__}")


@_paint.register
def _(mark: Box, painter: QPainter, _words: Typeface, look: Look) -> None:
    rect = QRectF(mark.x, mark.y, mark.width, mark.height)
    if mark.fill:
        painter.fillRect(rect, _colour(look, mark.fill))
    if mark.pattern:
        _paint_pattern(painter, rect, mark, look)
    if mark.edge:
        pen = QPen(_colour(look, mark.edge), mark.stroke)
        if mark.dashed:
            pen.setDashPattern([length / mark.stroke for length in _DASHES])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def _paint_pattern(painter: QPainter, rect: QRectF, mark: Box, look: Look) -> None:
    ink = _colour(look, mark.ink)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    if mark.pattern == "hatch":
        painter.setPen(QPen(ink, 1.2))
        for number in range(int((rect.width() + rect.height()) / _HATCH) + 1):
            x = rect.left() + number * _HATCH
            painter.drawLine(QLineF(x, rect.top(), x - rect.height(), rect.bottom()))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for row in range(int(rect.height() / _HATCH) + 1):
            for column in range(int(rect.width() / _HATCH) + 1):
                centre = QPointF(rect.left() + (column + 0.5) * _HATCH, rect.top() + (row + 0.5) * _HATCH)
                painter.drawEllipse(centre, _DOT, _DOT)
    painter.restore()


@_paint.register
def _(mark: Line, painter: QPainter, _words: Typeface, look: Look) -> None:
    painter.setPen(QPen(_colour(look, mark.paint), mark.stroke))
    painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))


@_paint.register
def _(mark: Corner, painter: QPainter, _words: Typeface, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(look, mark.paint))
    corner = QPointF(mark.x, mark.y)
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(mark.side, 0), corner + QPointF(0, mark.side)]))


@_paint.register
def _(mark: Words, painter: QPainter, words: Typeface, look: Look) -> None:
    painter.setFont(words.font(mark.size, bold=mark.bold))
    painter.setPen(_colour(look, mark.paint))
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor]
    left = -before * words.width(mark.text, mark.size, mark.bold) if before else 0.0
    if not mark.upright:
        painter.drawText(QPointF(mark.x + left, mark.y), mark.text)
        return
    painter.save()
    painter.translate(mark.x, mark.y)
    painter.rotate(-90)
    painter.drawText(QPointF(left, 0), mark.text)
    painter.restore()
