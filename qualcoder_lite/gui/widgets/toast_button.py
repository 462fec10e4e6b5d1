"""The buttons on a toast, which lies on ink and so needs its own colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable


class ToastButton(Pressable):
    """A button with either words or an icon, for an ink surface."""

    def __init__(self, words: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        """Show the icon if one is given, and then say the words only to a screen reader."""
        super().__init__(words, parent)
        self._words, self._icon = words, icon
        self.setToolTip(words if icon else "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_words(self, words: str) -> None:
        """Put other words on the button."""
        self._words = words
        self.setAccessibleName(words)
        self.restyle()

    def sizeHint(self) -> QSize:
        """Room for the words, or a square."""
        look = self.look
        if self._icon:
            return QSize(look.px(34), look.px(34))
        wide = QFontMetricsF(look.font("strong")).horizontalAdvance(self._words) + 2 * look.gap(14)
        return QSize(round(wide + 0.5), look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint light on ink, or ink on light when pointed at."""
        painter, look = smooth(QPainter(self)), self.look
        ground, ink = look.colour("toast"), look.colour("on_toast")
        if self.underMouse() or self.isDown():
            ground, ink = ink, ground
        rect = QRectF(self.rect())
        paint_box(painter, rect, 6, fill=ground, edge=None if self._icon else look.colour("on_toast"), width=1.2)
        if self._icon:
            side = look.px(18)
            place = QRectF(0, 0, side, side)
            place.moveCenter(rect.center())
            icons.paint(painter, place, self._icon, ink)
        else:
            paint_words(painter, rect, self._words, look.font("strong"), ink)
