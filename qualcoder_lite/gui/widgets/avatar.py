"""A coder: Avatar(face) shows initials in their colour, PersonButton says who is coding and opens a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons
from qualcoder_lite.gui.theme.contrast import ratio
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look
    from qualcoder_lite.gui.theme.coder_faces import Face


_LETTERS_WIDE = 0.84  # of the disc's width: three letters are set smaller


def paint_avatar(painter: QPainter, rect: QRectF, face: Face, look: Look) -> None:
    """Paint a coder's initials on a disc of their colour, for widgets and delegates."""
    if face.colour:
        fill = QColor(face.colour)
        paint_disc(painter, rect, face.initials, look.font("small_strong"), fill, letters_on(fill), look.colour("edge"))
    else:
        tint, ink, edge = (look.colour(name) for name in ("tint", "text", "tint_edge"))
        paint_disc(painter, rect, face.initials, look.font("small_strong"), tint, ink, edge)


def paint_disc(
    painter: QPainter, rect: QRectF, letters: str, font: QFont, fill: QColor, ink: QColor, edge: QColor
) -> None:
    """Paint letters on a disc, smaller where they would not fit; its edge shows on any ground."""
    smooth(painter)
    paint_box(painter, rect, rect.width() / 2, fill=fill, edge=edge, width=1.2)
    wide = QFontMetricsF(font).horizontalAdvance(letters)
    if wide > rect.width() * _LETTERS_WIDE:
        font.setPixelSize(max(1, int(font.pixelSize() * rect.width() * _LETTERS_WIDE / wide)))
    paint_words(painter, rect, letters, font, ink)


def letters_on(fill: QColor) -> QColor:
    """Black or white, whichever reads better on a colour: at least 4.5:1 on every one."""
    return max(QColor("#000000"), QColor("#FFFFFF"), key=lambda ink: ratio(ink.name(), fill.name()))


def avatar_icon(face: Face, look: Look, side: int = 20) -> QIcon:
    """The disc as an icon, for menus; `side` is its width at a text scale of 1."""
    wide = look.px(side)
    picture = QPixmap(wide * 2, wide * 2)  # twice as fine, for screens that are
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(1, 1, wide - 2, wide - 2), face, look)
    painter.end()
    return QIcon(picture)


class Avatar(Themed, QLabel):
    """A coder's initials on a disc, named in full to a screen reader and in the tooltip."""

    def __init__(self, face: Face, size: int = 32, parent: QWidget | None = None) -> None:
        """Show a coder; `size` is the disc's width at a text scale of 1."""
        super().__init__(parent)
        self._side = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        self.follow_theme()

    def set_face(self, face: Face) -> None:
        """Show another coder."""
        self._face = face
        self.setAccessibleName(face.name)
        self.setToolTip(face.name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.look.px(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        paint_avatar(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self._face, self.look)


class PersonButton(Themed, QPushButton):
    """Who is coding, as a button: give it a menu with `setMenu`, or use `clicked`. `short` leaves out the name."""

    def __init__(
        self, face: Face, *, caption: str = tr("Coding as"), short: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show a coder under a caption."""
        super().__init__(parent)
        self._caption, self._short = caption, short
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        self.follow_theme()

    def set_face(self, face: Face) -> None:
        """Show another coder."""
        self._face = face
        self.setAccessibleName(f"{self._caption} {face.name}")
        self.setToolTip(f"{self._caption} {face.name}")
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
        paint_avatar(painter, disc, self._face, look)
        if self._short:
            return
        x, middle = disc.right() + look.gap(8), rect.height() / 2
        upper = QRectF(x, 0, rect.width(), middle + look.px(1))
        lower = QRectF(x, middle - look.px(1), rect.width(), middle)
        low, high = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        paint_words(painter, upper, self._caption, look.font("tiny"), look.colour("muted"), low)
        paint_words(painter, lower, self._face.name, look.font("small_strong"), look.colour("text"), high)
        side = look.px(18)
        arrow = QRectF(rect.right() - side - look.gap(10), (rect.height() - side) / 2, side, side)
        icons.paint(painter, arrow, "chevron-down", look.colour("muted"))

    def _words_width(self) -> float:
        name = QFontMetricsF(self.look.font("small_strong")).horizontalAdvance(self._face.name)
        return max(name, QFontMetricsF(self.look.font("tiny")).horizontalAdvance(self._caption))
