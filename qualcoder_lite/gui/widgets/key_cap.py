"""Keys to press and letters of groups, drawn as caps: KeyCap("Ctrl+V"), GroupCap("Q", "quality-of-life")."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr


def paint_cap(
    painter: QPainter, rect: QRectF, letters: str, font: QFont, *, fill: QColor, ink: QColor, edge: QColor | None = None
) -> None:
    """Paint a cap with its letters, for widgets and delegates."""
    paint_box(painter, rect, tokens.RADIUS_CAP, fill=fill, edge=edge, width=1.2)
    paint_words(painter, rect, letters, font, ink)


class KeyCap(Themed, QLabel):
    """A key to press, shown beside what it does."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """Show a key, such as "P" or "Ctrl V"."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_key(key)
        self.follow_theme()

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.setAccessibleName(tr("key {key}", key=key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its letters, and at least square."""
        side = self.look.px(22)
        wide = QFontMetricsF(self.look.font("tiny")).horizontalAdvance(self._key) + self.look.px(12)
        return QSize(max(side, round(wide)), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        look = self.look
        paint_cap(
            smooth(QPainter(self)),
            QRectF(self.rect()),
            self._key,
            look.font("tiny"),
            fill=look.colour("raised"),
            ink=look.colour("text"),
            edge=look.colour("edge"),
        )


class GroupCap(Themed, QLabel):
    """The key letter of a group of codes, in its colour."""

    def __init__(self, letter: str, colour: str, size: int = 24, parent: QWidget | None = None) -> None:
        """Show a letter; `colour` is the name the codebook gives."""
        super().__init__(parent)
        self._letter, self._colour, self._side = letter, colour, size
        self.setAccessibleName(tr("key {letter}", letter=letter))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap filled."""
        look = self.look
        paint_cap(
            smooth(QPainter(self)),
            QRectF(self.rect()),
            self._letter,
            look.font("small_strong"),
            fill=look.group(self._colour).stripe,
            ink=look.colour("surface"),
        )
