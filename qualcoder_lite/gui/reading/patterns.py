"""The six line patterns that tell a group of codes without its colour, as stripes and as underlines.

Patterns that repeat are drawn once into a tile and copied from there: a page may show a hundred underlines.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.tokens import Pattern

#: Pixels that a tile is long: most lines are copied in one go.
_TILE = 480


def underline(painter: QPainter, rect: QRectF, colour: QColor, pattern: Pattern) -> None:
    """A lying line of a pattern, as long and as thick as the rectangle; edges fall on whole pixels."""
    x, y, thick = round(rect.left()), round(rect.top()), max(1, round(rect.height()))
    long = max(1, round(rect.right()) - x)
    if pattern == "solid":
        painter.fillRect(x, y, long, thick, colour)
    elif pattern in {"double", "outline"}:
        line = max(1, round(thick * 0.3))
        thick = max(thick, line + 2)
        painter.fillRect(x, y, long, line, colour)
        painter.fillRect(x, y + thick - line, long, line, colour)
        if pattern == "outline":
            painter.fillRect(x, y, line, thick, colour)
            painter.fillRect(x + long - line, y, line, thick, colour)
    else:
        ratio = painter.device().devicePixelRatioF()
        _copy(painter, _tile(pattern, colour.rgba(), thick, ratio, upright=False), x, y, long, upright=False)


def stripe(painter: QPainter, rect: QRectF, colour: QColor, pattern: Pattern) -> None:
    """An upright stripe of a pattern, as long and as wide as the rectangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    wide = rect.width()
    if pattern == "solid":
        painter.drawRoundedRect(rect, wide / 2, wide / 2)
    elif pattern == "double":
        line = max(1.5, wide * 0.3)
        painter.drawRect(QRectF(rect.left(), rect.top(), line, rect.height()))
        painter.drawRect(QRectF(rect.right() - line, rect.top(), line, rect.height()))
    elif pattern == "outline":
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.65, 0.65, -0.65, -0.65))
    else:
        ratio = painter.device().devicePixelRatioF()
        x, y, long = round(rect.left()), round(rect.top()), round(rect.height())
        _copy(
            painter, _tile(pattern, colour.rgba(), max(3, round(wide)), ratio, upright=True), x, y, long, upright=True
        )
        if pattern == "hatch":
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(x + 0.5, y + 0.5, max(3, round(wide)) - 1, rect.height() - 1))


def _copy(painter: QPainter, tile: QPixmap, x: int, y: int, long: int, *, upright: bool) -> None:
    """Lay a tile along a line of a length; a third of the time that Qt takes to tile the same."""
    ratio = tile.devicePixelRatio()
    period = (tile.height() if upright else tile.width()) / ratio
    done = 0.0
    while done < long:
        part = min(period, long - done) * ratio
        if upright:
            painter.drawPixmap(QPointF(x, y + done), tile, QRectF(0, 0, tile.width(), part))
        else:
            painter.drawPixmap(QPointF(x + done, y), tile, QRectF(0, 0, part, tile.height()))
        done += period


@lru_cache(maxsize=256)
def _tile(pattern: Pattern, rgba: int, thick: int, ratio: float, *, upright: bool) -> QPixmap:
    """A pattern over a whole number of its periods."""
    on, period = _period(pattern, thick)
    many = math.ceil(_TILE / period)
    tile = QPixmap(math.ceil(many * period * ratio), math.ceil(thick * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in range(-1, many + 1):
        _paint_period(painter, pattern, QColor.fromRgba(rgba), QRectF(place * period, 0, period, thick), on)
    painter.end()
    if upright:
        tile = tile.transformed(QTransform().rotate(90))
        tile.setDevicePixelRatio(ratio)
    return tile


def _paint_period(painter: QPainter, pattern: Pattern, colour: QColor, room: QRectF, on: float) -> None:
    """One mark of a repeating pattern."""
    thick = room.height()
    if pattern == "hatch":
        painter.setPen(QPen(colour, max(1.2, thick * 0.25)))
        painter.drawLine(room.bottomLeft(), room.topRight())
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    mark = QRectF(room.center().x() - on / 2, 0, on, thick)
    if pattern == "dot":
        painter.drawEllipse(mark)
    else:
        painter.drawRoundedRect(mark, min(1.5, thick / 2), min(1.5, thick / 2))


def _period(pattern: Pattern, thick: int) -> tuple[float, int]:
    """How much of a period is inked, and how long it is, in pixels."""
    if pattern == "dot":
        return thick, thick + max(2, round(thick * 0.7))
    if pattern == "dash":
        long = max(8, round(thick * 1.6))
        return long, long + 4
    return 0, max(4, thick)
