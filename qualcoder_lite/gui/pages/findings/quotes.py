"""The quotes of a cell: a list that reads a few transcripts at a time; each quote says who speaks, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.extract import Extract, attribution
from qualcoder_lite.gui.theme import current, icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

EXTRACT = _Role.UserRole

SAID = {
    Polarity.DELIVERED: tr("Delivered +"),
    Polarity.NOT_DELIVERED: tr("Not delivered −"),
    Polarity.MIXED: tr("Mixed ±"),
    Polarity.NOT_STATED: tr("Did not say"),
}
NOT_TO_BE_QUOTED = tr("not to be quoted")

_LOT = 20  # quotes read at a time
_LONGEST = 600  # code points shown of one quote; the turn has the rest
_GO = tr("Go to turn")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def shown_text(extract: Extract) -> str:
    """A quote's words in quotation marks, a very long one cut at a word."""
    words = " ".join(extract.text[: _LONGEST + 1].split())
    if len(extract.text) > _LONGEST:
        words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{words}”"


class QuotesModel(QAbstractListModel):
    """Extracts, handed to the view lot by lot."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._extracts: Sequence[Extract] = ()
        self._read: list[Extract] = []

    def show(self, extracts: Sequence[Extract]) -> None:
        """Show other extracts; only the first few are read now."""
        self.beginResetModel()
        self._extracts = extracts
        self._read = list(extracts[:_LOT])
        self.endResetModel()

    def extract(self, index: _Index) -> Extract | None:
        """The extract of one line."""
        return self._read[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are read so far."""
        return 0 if parent.isValid() else len(self._read)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether some aren't read yet."""
        return not parent.isValid() and len(self._read) < len(self._extracts)

    def fetchMore(self, _parent: _Index) -> None:
        """Read some more."""
        first = len(self._read)
        more = list(self._extracts[first : first + _LOT])
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self._read += more
        self.endInsertRows()

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - whatever a role holds
        """A quote, for the eye and for the ear."""
        extract = self.extract(index)
        if extract is None:
            return None
        if role == EXTRACT:
            return extract
        if role == _Role.DisplayRole:
            return shown_text(extract)
        if role == _Role.AccessibleTextRole:
            marked = "" if extract.may_quote else f" {NOT_TO_BE_QUOTED[:1].upper()}{NOT_TO_BE_QUOTED[1:]}."
            return f"{SAID[extract.polarity]}. {shown_text(extract)} {attribution(extract)}.{marked}"
        return None


class QuotesList(Themed, QListView):
    """The quotes of a cell.

    Signals:
        turn_wanted: The person wants to see an extract in its transcript.
    """

    turn_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no quotes yet."""
        super().__init__(parent)
        self.setObjectName("findings-quotes")
        self.setAccessibleName(tr("Quotes"))
        self.setAccessibleDescription(tr("Enter goes to the turn in its transcript."))
        self.setProperty("paintsFocus", True)
        self._quotes = QuotesModel(self)
        self._card = _Card(self)
        self.setModel(self._quotes)
        self.setItemDelegate(self._card)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._card.turn_wanted.connect(self.turn_wanted)
        self.doubleClicked.connect(self._go)
        self.follow_theme()

    def show_quotes(self, extracts: Sequence[Extract]) -> None:
        """Show other quotes, from the first."""
        self._quotes.show(extracts)
        self.scrollToTop()
        if self._quotes.rowCount():
            self.setCurrentIndex(self._quotes.index(0, 0))

    def choose(self, transcript: str, start: int) -> None:
        """Choose the quote that begins at a place of a transcript, if it is there, reading as far as that."""
        row = 0
        while row < self._quotes.rowCount() or self._quotes.canFetchMore(QModelIndex()):
            if row == self._quotes.rowCount():
                self._quotes.fetchMore(QModelIndex())
            index = self._quotes.index(row, 0)
            extract = self._quotes.extract(index)
            if extract is not None and (extract.transcript, extract.start) == (transcript, start):
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
            row += 1

    def _go(self, index: QModelIndex) -> None:
        extract = self._quotes.extract(index)
        if extract is not None:
            self.turn_wanted.emit(extract)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the turn."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the way to a turn."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and link_place(QRectF(self.visualRect(index)), self.look).contains(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def restyle(self) -> None:
        """Break the lines anew."""
        super().restyle()
        self.scheduleDelayedItemsLayout()


def link_place(rect: QRectF, look: Look) -> QRectF:
    """Where in a quote's place one clicks to go to its turn."""
    font = look.font("body")
    wide = QFontMetricsF(font).horizontalAdvance(_GO) + 2 * look.gap(6)
    high = look.px(tokens.TARGET)
    return QRectF(rect.right() - wide - look.gap(6), rect.bottom() - high - look.gap(4) - look.gap(8), wide, high)


class _Card(QStyledItemDelegate):
    """Paints a quote as a card."""

    turn_wanted = Signal(object)

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = current().look
        wide = self._view.viewport().width()
        words = self._words(index, look, wide)
        head = QFontMetricsF(look.font("small_strong")).height()
        return QSize(wide, round(head + words.height + look.px(tokens.TARGET) + look.gap(8 + 4 + 2 + 8)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect = current().look, QRectF(option.rect)
        extract = index.data(EXTRACT)
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("surface"))
        card = rect.adjusted(0, 0, 0, -look.gap(8))
        paint_box(painter, card, tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        if index == self._view.currentIndex():
            if self._view.hasFocus():
                paint_focus(painter, card.adjusted(6, 6, -6, -6), 4, look)
            else:
                paint_box(painter, card, tokens.RADIUS_CONTROL, edge=look.colour("edge"))
        self._paint_quote(painter, rect, card, extract, index, look)
        painter.restore()

    def _paint_quote(
        self, painter: QPainter, rect: QRectF, card: QRectF, extract: Extract, index: _Index, look: Look
    ) -> None:
        inside = card.adjusted(look.gap(14), look.gap(8), -look.gap(14), -look.gap(4))
        strong, small = look.font("small_strong"), look.font("small")
        head = QRectF(inside.left(), inside.top(), inside.width(), QFontMetricsF(strong).height())
        paint_words(painter, head, SAID[extract.polarity], strong, look.colour("text"), _LEFT)
        if not extract.may_quote:
            paint_words(painter, head, NOT_TO_BE_QUOTED, small, look.colour("warn"), _RIGHT)
            side = look.px(15)
            left = head.right() - QFontMetricsF(small).horizontalAdvance(NOT_TO_BE_QUOTED) - side - look.gap(5)
            place = QRectF(left, head.center().y() - side / 2, side, side)
            icons.paint(painter, place, "lock", look.colour("warn"))
        words = self._words(index, look, round(rect.width()))
        words.paint(painter, inside.left(), head.bottom() + look.gap(2), look.colour("text"))
        link = link_place(rect, look)
        who = QRectF(inside.left(), link.top(), link.left() - inside.left(), link.height())
        metrics = QFontMetricsF(small)
        told = metrics.elidedText(attribution(extract), Qt.TextElideMode.ElideRight, who.width())
        paint_words(painter, who, told, small, look.colour("muted"), _LEFT)
        underlined = look.font("body")
        underlined.setUnderline(True)
        paint_words(painter, link, _GO, underlined, look.colour("link"))

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the words goes to the turn."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        rect = QRectF(option.rect)
        if event.button() == Qt.MouseButton.LeftButton and link_place(rect, current().look).contains(event.position()):
            self.turn_wanted.emit(index.data(EXTRACT))
            return True
        return False

    @staticmethod
    def _words(index: _Index, look: Look, wide: int) -> WrappedWords:
        return WrappedWords(str(index.data()), look.font("body"), wide - 2 * look.gap(14))
