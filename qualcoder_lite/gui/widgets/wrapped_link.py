"""A link of more words than a line holds: it is broken into lines as the width asks, and pressed by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords

_SIDE, _ENDS = 4, 3


class WrappedLink(Pressable):
    """Small underlined words that lead somewhere. Use Qt's `clicked`."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        """Show the words; `name` says where they lead."""
        super().__init__(name, parent)
        self.setText(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines, and never less than what is easily hit."""
        high = self._set(width).height + 2 * self.look.gap(_ENDS)
        return max(round(high + 0.5), self.look.px(tokens.TARGET))

    def sizeHint(self) -> QSize:
        """As wide as its place, and as high as that asks."""
        wide = max(self.width(), self.look.px(160))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(self.look.px(120), self.look.px(tokens.TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, on a ground when pointed at."""
        painter, look = smooth(QPainter(self)), self.look
        if self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        self._set(self.width()).paint(painter, look.gap(_SIDE), look.gap(_ENDS), look.colour("link"))

    def _set(self, width: int) -> WrappedWords:
        font = self.look.font("small")
        font.setUnderline(True)
        return WrappedWords(self.text(), font, width - 2 * self.look.gap(_SIDE))
