"""The line patterns that tell groups of codes apart without their colours: on stripes, underlines and code cards.

paint_pattern(painter, QRectF(x, y, 5, 80), group.stripe, group.pattern)    # an upright stripe
paint_pattern(painter, QRectF(x, y, 200, 3), group.stripe, group.pattern)   # an underline
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.tokens import Pattern

_DASH, _DASH_GAP, _HATCH_STEP = 8.0, 3.5, 4.0
"""Lengths along a line up to 5 pixels wide; they grow with wider ones."""


def paint_pattern(painter: QPainter, rect: QRectF, colour: QColor, pattern: Pattern) -> None:
    """Fill a strip, upright or lying, with a line in the pattern. The longer side is its length."""
    if rect.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    length, width = rect.height(), rect.width()
    if width > length:
        length, width = width, length
        painter.translate(0, width)
        painter.rotate(-90)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    _PAINTERS[pattern](painter, QRectF(0, 0, width, length), colour)
    painter.restore()


def _solid(painter: QPainter, strip: QRectF, _colour: QColor) -> None:
    radius = strip.width() / 2
    painter.drawRoundedRect(strip, radius, radius)


def _dash(painter: QPainter, strip: QRectF, _colour: QColor) -> None:
    dash, gap = max(_DASH, strip.width() * 1.6), max(_DASH_GAP, strip.width() * 0.7)
    for top in _steps(strip.height(), dash + gap):
        painter.drawRoundedRect(QRectF(0, top, strip.width(), min(dash, strip.height() - top)), 1.2, 1.2)


def _dot(painter: QPainter, strip: QRectF, _colour: QColor) -> None:
    side = strip.width()
    for top in _steps(strip.height(), side * 1.7):
        if top + side <= strip.height() + 0.01:
            painter.drawEllipse(QRectF(0, top, side, side))


def _double(painter: QPainter, strip: QRectF, _colour: QColor) -> None:
    line = max(1.2, strip.width() * 0.32)
    painter.drawRect(QRectF(0, 0, line, strip.height()))
    painter.drawRect(QRectF(strip.width() - line, 0, line, strip.height()))


def _hatch(painter: QPainter, strip: QRectF, colour: QColor) -> None:
    side = strip.width()
    painter.setClipRect(strip)
    painter.setPen(QPen(colour, 1.5))
    for top in _steps(strip.height() + side, max(_HATCH_STEP, side * 0.8)):
        painter.drawLine(QLineF(0, top, side, top - side))
    _outline(painter, strip, colour)


def _outline(painter: QPainter, strip: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRect(strip.adjusted(0.6, 0.6, -0.6, -0.6))


def _steps(length: float, step: float) -> list[float]:
    return [n * step for n in range(int(length / step) + 1) if n * step < length]


_PAINTERS = {
    "solid": _solid,
    "dash": _dash,
    "dot": _dot,
    "double": _double,
    "hatch": _hatch,
    "outline": _outline,
}
