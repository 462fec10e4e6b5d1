"""Painting that several widgets and delegates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.theme import Look

RING_WIDTH = 6
"""How far the focus ring reaches beyond what it goes round, in pixels."""


def smooth(painter: QPainter) -> QPainter:
    """The painter, with edges smoothed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Paint a rounded box whose edge lies wholly inside the rectangle."""
    inset = width / 2 if edge is not None else 0
    painter.setPen(QPen(edge, width, style) if edge is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def paint_words(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Paint one line of words as they are, with no mnemonics read into them."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, align, words)


def paint_focus(painter: QPainter, rect: QRectF, radius: float, look: Look) -> None:
    """Paint the focus ring round a rectangle: ink next to it, yellow outside, so that one of them shows on any surface.

    For views that paint their own current item; everything else gets it from `FocusRing`.
    """
    gap, ink, yellow = 1, 2, 3
    near = rect.adjusted(-gap - ink, -gap - ink, gap + ink, gap + ink)
    paint_box(painter, near, radius + gap + ink / 2, edge=look.colour("focus_line"), width=ink)
    far = near.adjusted(-yellow, -yellow, yellow, yellow)
    paint_box(painter, far, radius + gap + ink + yellow / 2, edge=look.colour("focus"), width=yellow)


class KeptPicture:
    """What a widget shows, painted again only when that is something else: for those that are many, such as cards."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._shows: Hashable = None
        self._picture = QPixmap()

    def paint(self, widget: QWidget, shows: Hashable, paint: Callable[[QPainter], None]) -> None:
        """Paint a widget that `shows` this; `paint` is asked for where no picture of that is kept."""
        ratio = widget.devicePixelRatioF()
        shows = (widget.width(), widget.height(), ratio, shows)
        if shows != self._shows:
            self._shows = shows
            self._picture = QPixmap(widget.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            paint(painter)
            painter.end()
        QPainter(widget).drawPixmap(0, 0, self._picture)
