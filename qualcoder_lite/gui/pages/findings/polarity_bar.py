"""A bar of passages by whether the outcome came about: patterns say it, colour only helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from qualcoder_lite.domain.cross_reference import Tally
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_HIGH = 14
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense5Pattern, Qt.BrushStyle.BDiagPattern)


def in_words(tally: Tally) -> str:
    """Such as "22 delivered · 3 mixed · 2 not delivered · 4 did not say"; what there is none of is left out."""
    parts = (
        (tally.delivered, tr("delivered")),
        (tally.mixed, tr("mixed")),
        (tally.not_delivered, tr("not delivered")),
        (tally.not_stated, tr("did not say")),
    )
    return " · ".join(f"{number} {words}" for number, words in parts if number)


class PolarityBar(Themed, QLabel):
    """Delivered is solid, mixed dotted, not delivered hatched; the rest, where nobody says, stays empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("findings-bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_tally(Tally())
        self.follow_theme()

    def set_tally(self, tally: Tally) -> None:
        """Show other passages."""
        self._tally = tally
        self.setAccessibleName(in_words(tally) or tr("no passages"))
        self.update()

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(self.look.px(200), self.look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """As high, however narrow."""
        return QSize(self.look.px(80), self.look.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts, an ink line round each."""
        painter, look, tally = smooth(QPainter(self)), self.look, self._tally
        rect = QRectF(self.rect())
        paint_box(painter, rect, 4, fill=look.colour("sunken"))
        if tally.passages:
            clip = QPainterPath()
            clip.addRoundedRect(rect, 4, 4)
            painter.setClipPath(clip)
            ink, left = look.colour("accent"), 0.0
            for part, pattern in zip((tally.delivered, tally.mixed, tally.not_delivered), _PATTERNS, strict=True):
                wide = rect.width() * part / tally.passages
                painter.setPen(ink)
                painter.setBrush(QBrush(ink, pattern))
                if part:
                    painter.drawRect(QRectF(left, 0, wide, rect.height()))
                left += wide
            painter.setClipping(False)
        paint_box(painter, rect, 4, edge=look.colour("edge"))
