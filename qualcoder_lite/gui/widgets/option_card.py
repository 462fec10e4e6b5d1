"""One of several ways, as a card with a radio mark: OptionCard("Codebook", "Every code, its meaning", "book").

Put cards of one choice into the same parent: one is chosen at a time, arrow keys move between them. Use Qt's `clicked`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, smooth
from qualcoder_lite.gui.widgets.pressable import Pressable
from qualcoder_lite.gui.widgets.wrapped_words import ForWidths, WrappedWords

_MARK, _ICON = 20, 22


class OptionCard(Pressable):
    """A large radio button: the whole card is the target."""

    def __init__(
        self, title: str, detail: str, icon: str = "", *, chosen: bool = False, parent: QWidget | None = None
    ) -> None:
        """Offer a way, with what it means in a few words."""
        super().__init__(title, parent)
        self._title, self._detail, self._icon = title, detail, icon
        self._lines = ForWidths(self._wrap)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """A usual width; the words wrap to it."""
        return QSize(self.look.px(240), self.look.px(60))

    def minimumSizeHint(self) -> QSize:
        """Room for a few words beside the mark."""
        return QSize(self.look.px(160), self.look.px(60))

    def hasHeightForWidth(self) -> bool:
        """A narrow card has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which every line shows."""
        title, detail = self._lines[width]
        return max(self.look.px(60), round(title.height + detail.height + 2 * self.look.gap(10)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._lines.clear()
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def restyle(self) -> None:
        """Take sizes from the look."""
        self._lines.clear()
        least = self.heightForWidth(self.width()) if self.isVisible() else self.look.px(60)
        self.setMinimumHeight(least)
        super().restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card in its state."""
        painter, look, chosen = smooth(QPainter(self)), self.look, self.isChecked()
        rect = QRectF(self.rect())
        edge = look.colour("accent" if chosen else "edge")
        fill = look.colour("tint" if chosen or self.underMouse() else "surface")
        paint_box(painter, rect, tokens.RADIUS_CONTROL, fill=fill, edge=edge, width=2 if chosen else 1)
        side = look.px(_MARK)
        mark = QRectF(look.gap(14), (rect.height() - side) / 2, side, side)
        paint_box(painter, mark, side / 2, fill=look.colour("raised"), edge=edge, width=2)
        if chosen:
            inset = side * 0.28
            paint_box(painter, mark.adjusted(inset, inset, -inset, -inset), side / 2, fill=look.colour("accent"))
        if self._icon:
            side = look.px(_ICON)
            place = QRectF(mark.right() + look.gap(12), (rect.height() - side) / 2, side, side)
            icons.paint(painter, place, self._icon, look.colour("text"))
        title, detail = self._lines[self.width()]
        top = (rect.height() - title.height - detail.height) / 2
        title.paint(painter, self._text_left(), top, look.colour("text"))
        detail.paint(painter, self._text_left(), top + title.height, look.colour("muted"))

    def _wrap(self, width: int) -> tuple[WrappedWords, WrappedWords]:
        room = width - self._text_left() - self.look.gap(12)
        title = WrappedWords(self._title, self.look.font("strong"), room)
        return title, WrappedWords(self._detail, self.look.font("small"), room)

    def _text_left(self) -> float:
        left = self.look.gap(14) + self.look.px(_MARK) + self.look.gap(12)
        return left + ((self.look.px(_ICON) + self.look.gap(12)) if self._icon else 0)
