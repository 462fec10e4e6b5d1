"""The labels in the margin: a code's keys on a cap, its name, and whose coding it is.

A full page shows thirty labels, of few codes, at every step of the reader: each is painted once, then copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from qualcoder_lite.gui.widgets.avatar import letters_on, paint_disc

if TYPE_CHECKING:
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
    from qualcoder_lite.gui.reading.palette import ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

#: Labels kept; a project has some fifty codes, each may be picked or not.
_MOST = 160


class _Shown(NamedTuple):
    """All that makes one label look different from another."""

    wide: int
    high: int
    ratio: float
    group: str
    keys: str
    name: str
    sign: str
    initials: str
    colour: str
    strong: bool


class LabelPictures:
    """Paints labels in one type and one set of colours."""

    def __init__(self, style: ReadingStyle, palette: ReadingPalette) -> None:
        """Have none yet."""
        self._style, self._palette = style, palette
        self._kept: dict[_Shown, QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRectF, coding: PaintedCoding, *, named: bool, strong: bool) -> None:
        """Paint the label of a coding, on whole pixels; its keys alone unless it is `named`."""
        shown = _Shown(
            int(rect.width()),
            int(rect.height()),
            painter.device().devicePixelRatioF(),
            coding.group,
            coding.keys,
            coding.name if named else "",
            coding.sign if named else "",
            coding.initials if named else "",
            coding.colour if named else "",
            strong,
        )
        picture = self._kept.get(shown)
        if picture is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            picture = self._kept[shown] = self._picture(shown)
        painter.drawPixmap(QPoint(round(rect.left()), round(rect.top())), picture)

    def _picture(self, shown: _Shown) -> QPixmap:
        picture = QPixmap(QSize(shown.wide, shown.high) * shown.ratio)
        picture.setDevicePixelRatio(shown.ratio)
        picture.fill(self._palette.page)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, 0, shown.wide, shown.high)
        cap = self._paint_cap(painter, rect, shown)
        if shown.name:
            words = QRectF(cap.right() + 6, 0, rect.right() - cap.right() - 6, rect.height())
            if shown.initials:
                words.setRight(self._paint_coder(painter, rect, shown).left() - 4)
            self._paint_name(painter, words, shown)
        painter.end()
        return picture

    def _paint_cap(self, painter: QPainter, rect: QRectF, shown: _Shown) -> QRectF:
        font = self._style.note()
        metrics = QFontMetricsF(font)
        tall = metrics.height() + 4
        wide = max(self._style.px(26), metrics.horizontalAdvance(shown.keys) + 10)
        cap = QRectF(rect.left(), rect.center().y() - tall / 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._palette.group(shown.group).stripe)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(self._palette.on_stripe)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, shown.keys)
        return cap

    def _paint_coder(self, painter: QPainter, rect: QRectF, shown: _Shown) -> QRectF:
        """Paint whose coding it is at the end of its line."""
        side = min(rect.height() - 2, self._style.px(22))
        disc = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
        fill = QColor(shown.colour) if shown.colour else self._palette.page
        paint_disc(painter, disc, shown.initials, self._style.note(), fill, letters_on(fill), self._palette.muted)
        return disc

    def _paint_name(self, painter: QPainter, rect: QRectF, shown: _Shown) -> None:
        font = self._style.label(strong=shown.strong)
        metrics = QFontMetricsF(font)
        room = rect.width() - (self._style.px(16) if shown.sign else 2)
        name = metrics.elidedText(shown.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._palette.group(shown.group).ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if shown.sign:
            painter.setFont(self._style.name(quiet=False))
            sign = rect.adjusted(metrics.horizontalAdvance(name) + 6, 0, 0, 0)
            painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown.sign)
