"""A code as a chip: two-letter key, name, polarity sign. The same everywhere.

face = ChipFace("QF", "Feeling safe", "quality-of-life", "delivered")
Chip(face)                                  # in a layout
ChipButton(face).clicked                    # one that can be pressed
paint_chip(painter, x, y, face, look)       # in a delegate, chip_size(face, look) large
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look

SIGNS = {"delivered": "+", "not_delivered": "\N{MINUS SIGN}", "mixed": "\N{PLUS-MINUS SIGN}"}
"""The sign of each polarity; one that isn't stated has none."""

SAID = {"delivered": tr("delivered"), "not_delivered": tr("not delivered"), "mixed": tr("mixed")}

_HEIGHT, _CAP, _INSET, _GAP = 28, 20, 4, 7


@dataclass(frozen=True, slots=True)
class ChipFace:
    """What a chip shows. `colour` is the group's, by name; `polarity` is one of SIGNS, or anything else for none."""

    keys: str
    name: str
    colour: str
    polarity: str = ""

    @property
    def sign(self) -> str:
        """The polarity's sign, or nothing."""
        return SIGNS.get(self.polarity, "")

    @property
    def spoken(self) -> str:
        """The chip in words."""
        said = SAID.get(self.polarity)
        return f"{self.name}, {said}" if said else self.name


def chip_size(face: ChipFace, look: Look) -> QSize:
    """How large a chip is when nothing is shortened."""
    wide = _name_left(face, look) + QFontMetricsF(look.font("small_strong")).horizontalAdvance(face.name)
    wide += look.px(_GAP) + (_sign_width(look) if face.sign else 0)
    return QSize(round(wide + 0.5), look.px(_HEIGHT))


def paint_chip(
    painter: QPainter, x: float, y: float, face: ChipFace, look: Look, *, width: float = 0, lit: bool = False
) -> None:
    """Paint a chip with its top left corner at (x, y), its name shortened to fit a `width` if one is given."""
    size = chip_size(face, look)
    wide = min(size.width(), width) if width else size.width()
    group = look.group(face.colour)
    painter.save()
    smooth(painter).translate(x, y)
    paint_box(
        painter,
        QRectF(0, 0, wide, size.height()),
        6,
        fill=group.deep if lit else group.fill,
        edge=group.stripe,
        width=1.2,
    )
    cap = look.px(_CAP)
    place = QRectF(look.px(_INSET), (size.height() - cap) / 2, _cap_width(face, look), cap)
    if face.keys:
        paint_cap(painter, place, face.keys, look.font("tiny"), fill=group.stripe, ink=look.colour("surface"))
    font = look.font("small_strong")
    left, sign = _name_left(face, look), _sign_width(look) if face.sign else 0
    room = wide - left - look.px(_GAP) - sign
    name = QFontMetricsF(font).elidedText(face.name, Qt.TextElideMode.ElideRight, room + 1)
    ink = look.colour("text") if lit else group.ink
    paint_words(painter, QRectF(left, 0, room + 1, size.height()), name, font, ink, Qt.AlignmentFlag.AlignVCenter)
    if sign:
        place = QRectF(wide - look.px(_GAP) - look.px(12), 0, look.px(12), size.height())
        paint_words(painter, place, face.sign, look.font("strong"), ink)
    painter.restore()


class _Chip(Themed):
    """What a chip to read and a chip to press share: the face, and the room it takes."""

    _face: ChipFace

    def set_face(self, face: ChipFace) -> None:
        """Show another code or polarity."""
        self._face = face
        self.setAccessibleName(face.spoken)
        self.setToolTip(face.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole name."""
        return chip_size(self._face, self.look)

    def minimumSizeHint(self) -> QSize:
        """The key and a little of the name, which is shortened where a line is too narrow for it."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self.look.px(96)), whole.height())


class Chip(_Chip, QLabel):
    """A chip to read."""

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        """Show a code."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        self.follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        paint_chip(QPainter(self), 0, 0, self._face, self.look, width=self.width())


class ChipButton(_Chip, Pressable):
    """A chip to press. Space and Enter press."""

    def __init__(self, face: ChipFace, parent: QWidget | None = None) -> None:
        """Show a code."""
        super().__init__(face.spoken, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_face(face)
        self.follow_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip, deeper when pointed at."""
        lit = self.underMouse() or self.isDown() or self.isChecked()
        paint_chip(QPainter(self), 0, 0, self._face, self.look, width=self.width(), lit=lit)


def _cap_width(face: ChipFace, look: Look) -> float:
    letters = QFontMetricsF(look.font("tiny")).horizontalAdvance(face.keys)
    return max(look.px(_CAP + 4), letters + look.px(8))


def _name_left(face: ChipFace, look: Look) -> float:
    return look.px(_INSET) + (_cap_width(face, look) + look.px(6) if face.keys else look.px(_GAP))


def _sign_width(look: Look) -> float:
    return look.px(18)
