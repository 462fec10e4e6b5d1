"""A list that is walked by keys and whose rows paint themselves: give it a model and a `RowPainter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QRectF, Qt, Signal
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_focus, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter


class WalkedList(Themed, QListView):
    """Rows of one height, one of them chosen.

    Signals:
        entered: The person pressed Enter on a row.
    """

    entered = Signal()

    def __init__(self, model: QAbstractItemModel, painter: RowPainter) -> None:
        """Show a model's rows."""
        super().__init__()
        self.setProperty("paintsFocus", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        painter.setParent(self)
        self.setItemDelegate(painter)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what the row stands for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class RowPainter(QStyledItemDelegate):
    """Paints rows; a subclass says how high they are (`sizeHint`) and paints what is in one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row, and the ring around it where the keyboard is on it."""
        view = option.widget
        if not isinstance(view, WalkedList):
            return
        painter.save()
        smooth(painter)
        inside = QRectF(option.rect).adjusted(view.look.gap(8), 1, -view.look.gap(8), -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_row(painter, inside, index.row(), chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        if view.hasFocus() and index.row() == view.currentIndex().row():
            paint_focus(painter, inside.adjusted(6, 6, -6, -6), tokens.RADIUS_CONTROL - 6, view.look)
        painter.restore()

    def paint_row(self, painter: QPainter, place: QRectF, row: int, chosen: bool, hovered: bool) -> None:
        """Paint a row's box and what is in it."""
        raise NotImplementedError
