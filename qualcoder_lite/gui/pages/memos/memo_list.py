"""The list of memos: how each begins, what it is about, who signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.memos.words import about_words, headline, signed
from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

    from qualcoder_lite.gui.pages.memos.model import MemoModel
    from qualcoder_lite.gui.theme.tokens import TypeRole

_ROW = 78
_LEFT = Qt.AlignmentFlag.AlignVCenter


class MemoList(Themed, QListView):
    """Memos to walk through.

    Signals:
        entered: The person wants to change the chosen one.
    """

    entered = Signal()

    def __init__(self, model: MemoModel) -> None:
        """Show a model."""
        super().__init__()
        self.memos = model
        self.setObjectName("memos-list")
        self.setAccessibleName("Memos, the latest first")
        self.setProperty("paintsFocus", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the words of the memo."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: MemoList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(200), look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, row = current().look, QRectF(option.rect)
        listed = self._view.memos.memo(index.row())
        painter.save()
        smooth(painter)
        inside = row.adjusted(look.gap(8), 2, -look.gap(8), -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill, edge = look.colour("tint" if chosen else "sunken" if over else "surface"), look.colour("hairline")
        paint_box(painter, inside, tokens.RADIUS_CONTROL, fill=fill, edge=look.colour("tint_edge") if chosen else edge)
        place = inside.adjusted(look.gap(12), look.gap(8), -look.gap(12), -look.gap(8))
        third = place.height() / 3
        lines: tuple[tuple[str, TypeRole, str], ...] = (
            (headline(listed), "strong", "text"),
            (about_words(listed), "small", "text"),
            (signed(listed), "small", "muted"),
        )
        for number, (words, role, ink) in enumerate(lines):
            line = QRectF(place.left(), place.top() + number * third, place.width(), third)
            font = look.font(role)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            paint_words(painter, line, shown, font, look.colour(ink), _LEFT)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            paint_focus(painter, inside.adjusted(6, 6, -6, -6), tokens.RADIUS_CONTROL - 6, look)
        painter.restore()
