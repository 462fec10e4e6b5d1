"""A code to put on a passage, as a card: pattern strip, key, name with its key underlined, how often it is here.

card = CodeCard(CardFace(code_id, "Feeling safe", "F", "Q", "quality-of-life", question="Does the person feel safe?"))
card.pressed_for.connect(...)      # the code's id; the page then says set_applied(True) and set_count(2)

The card never ticks itself: pressing asks, and the page shows what came of it. `plain=True` makes the large card with
the question under the name.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import KeptPicture, paint_box, paint_words, smooth
from qualcoder_lite.gui.widgets.pattern import paint_pattern
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords
from qualcoder_lite.translation import tr

_STRIP_LEFT, _STRIP, _CAP, _PLAIN_CAP, _TICK = 6, 5, 24, 30, 18


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a code card shows. `key` applies the code after `group_key`; `colour` is the group's, by name."""

    code: str
    name: str
    key: str
    group_key: str
    colour: str
    question: str = ""


class CodeCard(Pressable):
    """A card for one code, at least 44 pixels high.

    Signals:
        pressed_for: The person pressed the card of the code with this id.
    """

    pressed_for = Signal(str)

    def __init__(self, face: CardFace, *, plain: bool = False, parent: QWidget | None = None) -> None:
        """Show a code that is on no passage."""
        super().__init__(face.name, parent)
        self._face, self._plain, self._count = face, plain, 0
        self._kept = KeptPicture()
        self.setText(face.name.replace("&", "&&"))
        self.setCheckable(True)
        self.setToolTip("" if plain else face.question)
        self.setAccessibleDescription(face.question)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        self._name_it()
        self.follow_theme()

    @property
    def code(self) -> str:
        """The id of the code."""
        return self._face.code

    @property
    def applied(self) -> bool:
        """Whether the code is shown as being on the passage."""
        return self.isChecked()

    def set_applied(self, applied: bool) -> None:
        """Show whether the code is on the passage: filled, a thick edge, a tick."""
        if applied != self.isChecked():
            self.setChecked(applied)
            self._name_it()
            self.update()

    def set_count(self, count: int) -> None:
        """Show how many codings of it there are in what is being read."""
        if count != self._count:
            self._count = count
            self._name_it()
            self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the page says whether the code went on the passage."""

    def sizeHint(self) -> QSize:
        """One line where the name allows."""
        wide = self._text_left() + QFontMetricsF(self._font(bold=True)).horizontalAdvance(self._face.name) + 2
        return QSize(round(wide + self._right()), self._least_height())

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        metrics = QFontMetricsF(self._font(bold=True))
        longest = max((metrics.horizontalAdvance(word) for word in self._face.name.split()), default=0)
        return QSize(round(self._text_left() + longest + self._right() + 2), self._least_height())

    def hasHeightForWidth(self) -> bool:
        """A name that needs more lines makes a higher card."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which every line of the name and the question shows."""
        name, question = self._lines(width, bold=True)
        words = name.height + (question.height if question else 0)
        return max(self._least_height(), round(words + 2 * self.look.px(6 if not self._plain else 10)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs, which layouts nested in scroll areas forget."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def restyle(self) -> None:
        """Take sizes from the look."""
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.isVisible() else self._least_height())
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card in its state."""
        state = (self._face, self.look, self._count, self.isChecked(), self.isDown(), self.underMouse())
        self._kept.paint(self, state, self._paint)

    def _paint(self, painter: QPainter) -> None:
        smooth(painter)
        look, applied = self.look, self.isChecked()
        group = look.group(self._face.colour)
        rect = QRectF(self.rect())
        rest = look.colour("sunken" if self.isDown() else "tint" if self.underMouse() else "raised")
        paint_box(
            painter,
            rect,
            tokens.RADIUS_CONTROL,
            fill=group.fill if applied else rest,
            edge=group.stripe if applied else look.colour("edge"),
            width=2.4 if applied else 1,
        )
        strip = QRectF(look.gap(_STRIP_LEFT), look.gap(7), look.gap(_STRIP), rect.height() - 2 * look.gap(7))
        paint_pattern(painter, strip, group.stripe, group.pattern)
        self._paint_cap(painter, rect)
        self._paint_words(painter, rect)
        self._paint_end(painter, rect)

    def _paint_cap(self, painter: QPainter, rect: QRectF) -> None:
        look, group = self.look, self.look.group(self._face.colour)
        if not self._face.key:
            return
        side = look.px(_PLAIN_CAP if self._plain else _CAP)
        place = QRectF(self._cap_left(), (rect.height() - side) / 2, side, side)
        font = look.font("strong" if self._plain else "small_strong")
        if self.isChecked():
            paint_cap(painter, place, self._face.key, font, fill=group.stripe, ink=look.colour("surface"))
        else:
            paint_cap(painter, place, self._face.key, font, fill=group.fill, ink=group.ink, edge=group.stripe)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        name, question = self._lines(self.width(), bold=self.isChecked() or self._plain)
        top = (rect.height() - name.height - (question.height if question else 0)) / 2
        name.paint(painter, self._text_left(), top, self.look.colour("text"))
        if question:
            question.paint(painter, self._text_left(), top + name.height, self.look.colour("muted"))

    def _paint_end(self, painter: QPainter, rect: QRectF) -> None:
        look = self.look
        if self.isChecked():
            side = look.px(_TICK)
            place = QRectF(rect.right() - side - look.gap(8), (rect.height() - side) / 2, side, side)
            icons.paint(painter, place, "check", look.group(self._face.colour).ink, stroke=2.6)
        elif self._count:
            place = QRectF(0, 0, rect.width() - look.gap(10), rect.height())
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            paint_words(painter, place, str(self._count), look.font("tiny"), look.colour("muted"), align)

    def _lines(self, width: int, *, bold: bool) -> tuple[WrappedWords, WrappedWords | None]:
        room = width - self._text_left() - self._right()
        name = self._face.name
        # casefold could change the length; the key is one plain letter, so upper case letter by letter is enough
        at = next((i for i, letter in enumerate(name) if letter.upper() == self._face.key.upper()), -1)
        words = WrappedWords(name, self._font(bold=bold), room, underlined=at)
        if not (self._plain and self._face.question):
            return words, None
        return words, WrappedWords(self._face.question, self.look.font("small"), room)

    def _font(self, *, bold: bool) -> QFont:
        size = ("strong", "body") if self._plain else ("small_strong", "small")
        return self.look.font(size[0] if bold else size[1])

    def _cap_left(self) -> float:
        return self.look.gap(_STRIP_LEFT + _STRIP + 6)

    def _text_left(self) -> float:
        side = self.look.px(_PLAIN_CAP if self._plain else _CAP)
        return self._cap_left() + ((side + self.look.gap(8)) if self._face.key else self.look.gap(4))

    def _right(self) -> float:
        return self.look.px(_TICK) + self.look.gap(12)

    def _least_height(self) -> int:
        return self.look.px(66 if self._plain else tokens.CARD_TARGET)

    def _name_it(self) -> None:
        face = self._face
        keys = tr(", keys {group_key} then {key}", group_key=face.group_key, key=face.key) if face.key else ""
        count = tr(", {count} here", count=self._count) if self._count else ""
        self.setAccessibleName(f"{face.name}{keys}{count}")

    def _on_clicked(self) -> None:
        self.pressed_for.emit(self._face.code)
