"""A box to tick: TickBox("Leave out cells with fewer than 3 people", ticked=True). Use Qt's `clicked` or `toggled`.

Painted whole: a style sheet takes the edge from Fusion's own box and shortens its size hint.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.wrapped_words import ForWidths, WrappedWords

_BOX = 20


class TickBox(Themed, QCheckBox):
    """A tick box whose words wrap and are part of the target."""

    def __init__(self, words: str, *, ticked: bool = False, parent: QWidget | None = None) -> None:
        """Make a box with its words after it."""
        super().__init__(parent)
        self._words = words
        self._wrapped = ForWidths(self._wrap)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setChecked(ticked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """All the words on one line."""
        wide = self.look.px(_BOX) + self.look.gap(10) + self.fontMetrics().horizontalAdvance(self._words) + 4
        return QSize(wide, self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self._words.split()), default=0)
        return QSize(self.look.px(_BOX) + self.look.gap(10) + longest + 4, self._least_height())

    def hasHeightForWidth(self) -> bool:
        """A narrow box has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which every line shows."""
        return max(self._least_height(), round(self._wrapped[width].height + self.look.gap(6)))

    def hitButton(self, _position: QPoint) -> bool:
        """Take a click anywhere on it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter tick as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._wrapped.clear()
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def restyle(self) -> None:
        """Take type and sizes from the look."""
        self._wrapped.clear()
        self.setFont(self.look.font("body"))
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.isVisible() else self._least_height())
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick and the words."""
        painter, look, ticked = smooth(QPainter(self)), self.look, self.isChecked()
        side = look.px(_BOX)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        rest = look.colour("tint" if self.underMouse() else "raised")
        edge = look.colour("accent" if ticked else "edge")
        paint_box(painter, box, tokens.RADIUS_CAP, fill=look.colour("accent") if ticked else rest, edge=edge, width=2)
        if ticked:
            inset = look.px(2)
            place = box.adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, place, "check", look.colour("on_accent"), stroke=3)
        words = self._wrapped[self.width()]
        ink = look.colour("text" if self.isEnabled() else "muted")
        words.paint(painter, side + look.gap(10), (self.height() - words.height) / 2, ink)

    def _wrap(self, width: int) -> WrappedWords:
        return WrappedWords(self._words, self.look.font("body"), width - self.look.px(_BOX) - self.look.gap(10))

    def _least_height(self) -> int:
        return self.look.px(tokens.TARGET)
