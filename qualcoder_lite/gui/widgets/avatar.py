"""A coder: Avatar("Ailsa Brodie") shows initials, PersonButton says who is coding and opens a menu of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from qualcoder_lite.gui import icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, or "?" where there is none."""
    words = [word for word in name.split() if word[0].isalnum()]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "") if words else "?"
    return letters.upper()


def paint_avatar(painter: QPainter, rect: QRectF, name: str, look: Look) -> None:
    """Paint the initials on a disc, for widgets and delegates."""
    smooth(painter)
    paint_box(painter, rect, rect.width() / 2, fill=look.colour("tint"), edge=look.colour("tint_edge"), width=1.2)
    paint_words(painter, rect, initials(name), look.font("small_strong"), look.colour("text"))


class Avatar(Themed, QLabel):
    """A coder's initials on a disc, named in full to a screen reader and in the tooltip."""

    def __init__(self, name: str, size: int = 32, parent: QWidget | None = None) -> None:
        """Show a coder; `size` is the disc's width at a text scale of 1."""
        super().__init__(parent)
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self.follow_theme()

    def set_name(self, name: str) -> None:
        """Show another coder."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        paint_avatar(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self._name, self.look)


class PersonButton(Themed, QPushButton):
    """Who is coding, as a button: give it a menu with `setMenu`, or use `clicked`. `short` leaves out the name."""

    def __init__(
        self, name: str, *, caption: str = "Coding as", short: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show a coder under a caption."""
        super().__init__(parent)
        self._caption, self._short = caption, short
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self.follow_theme()

    def set_name(self, name: str) -> None:
        """Show another coder."""
        self._name = name
        self.setAccessibleName(f"{self._caption} {name}")
        self.setToolTip(f"{self._caption} {name}")
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Show the disc alone, where the window is narrow."""
        self._short = short
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the disc, the words and the arrow."""
        look = self.look
        high = look.px(44)
        if self._short:
            return QSize(high, high)
        return QSize(round(look.px(5 + 32) + look.gap(8) + self._words_width() + look.gap(24) + look.px(18)), high)

    def minimumSizeHint(self) -> QSize:
        """Never less than its words need."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        painter, look = smooth(QPainter(self)), self.look
        rect = QRectF(self.rect())
        side = look.px(32)
        disc = QRectF(look.px(6), (rect.height() - side) / 2, side, side)
        lit = look.colour("tint" if self.underMouse() or self.isDown() else "surface")
        if not self._short:
            paint_box(painter, rect, rect.height() / 2, fill=lit, edge=look.colour("edge"))
        paint_avatar(painter, disc, self._name, look)
        if self._short:
            return
        x, middle = disc.right() + look.gap(8), rect.height() / 2
        upper = QRectF(x, 0, rect.width(), middle + look.px(1))
        lower = QRectF(x, middle - look.px(1), rect.width(), middle)
        low, high = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        paint_words(painter, upper, self._caption, look.font("tiny"), look.colour("muted"), low)
        paint_words(painter, lower, self._name, look.font("small_strong"), look.colour("text"), high)
        side = look.px(18)
        arrow = QRectF(rect.right() - side - look.gap(10), (rect.height() - side) / 2, side, side)
        icons.paint(painter, arrow, "chevron-down", look.colour("muted"))

    def _words_width(self) -> float:
        name = QFontMetricsF(self.look.font("small_strong")).horizontalAdvance(self._name)
        return max(name, QFontMetricsF(self.look.font("tiny")).horizontalAdvance(self._caption))
