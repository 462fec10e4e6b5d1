"""How far a transcript is: an empty ring, a part of it drawn, or a tick on a disc when it is done.

ProgressRing("Elsie", done=26, of=64), ProgressRing("Win", done=64, of=64, finished=True); delegates paint_progress.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look

_TOP, _WHOLE = 90 * 16, 360 * 16


def paint_progress(painter: QPainter, rect: QRectF, share: float, look: Look, *, finished: bool = False) -> None:
    """Paint a ring for a share of 0 to 1. Only what a person declared finished gets the tick."""
    smooth(painter)
    if finished:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("ok"))
        painter.drawEllipse(rect)
        inset = rect.width() * 0.2
        place = rect.adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, place, "check", look.colour("surface"), stroke=3)
        return
    wide = max(1.5, rect.width() * 0.07)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("edge"), wide))
    ring = rect.adjusted(wide, wide, -wide, -wide)
    painter.drawEllipse(ring)
    if share > 0:
        painter.setPen(QPen(look.colour("accent"), wide * 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, _TOP, -round(_WHOLE * min(share, 1)))


class ProgressRing(Themed, QProgressBar):
    """Progress as a ring, spoken as a progress bar."""

    def __init__(
        self,
        name: str,
        *,
        done: int = 0,
        of: int = 0,
        finished: bool = False,
        size: int = 24,
        parent: QWidget | None = None,
    ) -> None:
        """Show `done` parts `of` all; `size` is its width at a text scale of 1."""
        super().__init__(parent)
        self._name, self._side, self._finished = name, size, False
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_progress(done, of, finished=finished)
        self.follow_theme()

    def set_progress(self, done: int, of: int, *, finished: bool = False) -> None:
        """Show another state."""
        self._finished = finished
        self.setRange(0, max(of, 1))
        self.setValue(min(max(done, 0), max(of, 1)))
        self.setAccessibleName(
            tr("{name}, done", name=self._name)
            if finished
            else tr("{name}, {done} of {of}", name=self._name, done=done, of=of)
        )
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """A square."""
        return self.sizeHint()

    def restyle(self) -> None:
        """Take the size from the look, over the sheet's height for bars."""
        self.setFixedSize(self.sizeHint())
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        share = self.value() / self.maximum()
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_progress(QPainter(self), rect, share, self.look, finished=self._finished)
