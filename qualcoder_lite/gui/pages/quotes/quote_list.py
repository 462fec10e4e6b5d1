"""The list of quotes: cards to walk through by keyboard or mouse, whose link goes to the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.pages.quotes.card import QuoteCard
from qualcoder_lite.gui.pages.quotes.words import quoted
from qualcoder_lite.gui.pages.tall_list import TallDelegate, TallList
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.chip import ChipFace
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.pages.quotes.model import QuoteModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

#: The chips of the codes, by names of group and code, without polarity.
Faces = dict[tuple[str, str], ChipFace]


def face_of(extract: Extract, faces: Mapping[tuple[str, str], ChipFace]) -> ChipFace:
    """The chip of a quote's code with its polarity."""
    face = faces.get((extract.group, extract.code), ChipFace("", extract.code, ""))
    return ChipFace(face.keys, face.name, face.colour, extract.polarity)


class QuoteList(Themed, TallList):
    """Quotes as cards.

    Signals:
        turn_asked: The person wants to see the quote of this row in its transcript.
        star_asked: The person wants a star on the quote of this row, or off it.
    """

    turn_asked = Signal(int)
    star_asked = Signal(int)

    def __init__(self, model: QuoteModel, parent: QWidget | None = None) -> None:
        """Show the quotes of a model."""
        self.card = QuoteCard(current().look)
        self.quotes = model
        self.faces: Faces = {}
        super().__init__(parent)
        self.setObjectName("quotes-list")
        self.setAccessibleName(tr("Quotes"))
        self.setAccessibleDescription(tr("Enter goes to the quote’s turn, S stars the quote."))
        self.setProperty("paintsFocus", True)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; }")  # the cards lie on the page's own desk
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def restyle(self) -> None:
        """Take the height of the cards from the look."""
        self.card = QuoteCard(self.look)
        self.verticalScrollBar().setSingleStep(self.card.height(1) // 2)
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def heights(self, width: int) -> list[int]:
        """As high as the number of characters asks for: no quote is read for it."""
        return self.card.heights(self.quotes.lengths, width)

    def measure(self, row: int, width: int) -> int | None:
        """As high as its words need: a guess leaves an empty line under some, and cuts others."""
        try:
            return self.card.measured(quoted(self.quotes.extract(row)), width)
        except UserError:
            return None  # it says so when it is painted

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        index = self.quotes.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the turn, S gives a star; the rest is walking."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.turn_asked.emit(self.currentIndex().row())
        elif event.text() in ("s", "S") and self.currentIndex().isValid():
            self.star_asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the turn."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.turn_asked.emit(index.row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So does a click on the link; one on the star gives it or takes it."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if (row := self._hit(point, self.link_rect)) >= 0:
            self.turn_asked.emit(row)
        elif (row := self._hit(point, self.star_rect)) >= 0:
            self.star_asked.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the link and the star."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        over = any(self._hit(point, place) >= 0 for place in (self.link_rect, self.star_rect))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def link_rect(self, row: int) -> QRectF:
        """Where a row's link is, in the viewport."""
        return self.card.link(QRectF(self.visualRect(self.quotes.index(row, 0))))

    def star_rect(self, row: int) -> QRectF:
        """Where a row's star is, in the viewport."""
        return self.card.star(QRectF(self.visualRect(self.quotes.index(row, 0))))

    def _hit(self, point: QPoint, place: Callable[[int], QRectF]) -> int:
        """The row of which a point is in this place; -1 where it is in none."""
        index = self.indexAt(point)
        return index.row() if index.isValid() and place(index.row()).contains(point) else -1


class _Delegate(TallDelegate[QuoteList]):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view = self.view
        extract = view.quotes.extract(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = view.hasFocus() and index.row() == view.currentIndex().row()
        painter.save()
        face = face_of(extract, view.faces)
        view.card.paint(painter, QRectF(option.rect), extract, face, chosen=chosen, has_focus=focused)
        painter.restore()
