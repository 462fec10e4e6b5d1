"""The list of what was found: each hit in the middle of its row, with what stands before and after, and a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.pages.search.found_rows import FoundRows
from qualcoder_lite.gui.pages.search.hit_painting import paint_found, paint_row
from qualcoder_lite.gui.pages.search.words import source
from qualcoder_lite.gui.pages.tall_list import TallDelegate
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.tick_rows import paint_tick, tick_width

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from qualcoder_lite.gui.pages.search.model import HitModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitList(FoundRows):
    """Hits, one under the other in one column.

    Signals:
        turn_asked: The person wants to see the hit of this row in its transcript.
    """

    turn_asked = Signal(int)

    def __init__(self, model: HitModel, parent: QWidget | None = None) -> None:
        """Show the hits of a model."""
        self.found = model
        super().__init__(parent)
        self.setObjectName("search-list")
        self.setAccessibleName("What was found")
        self.setAccessibleDescription("Enter goes to the turn. Space ticks what is to be coded.")
        self.setProperty("paintsFocus", True)
        self.setStyleSheet("QListView { background: transparent; }")  # the rows lie on the page's own desk
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def toggle(self, index: QModelIndex) -> None:
        """Tick a hit that isn't ticked, or take its tick away."""
        if index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.found.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the turn, Space ticks; the rest is walking."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.turn_asked.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the tick under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() <= tick_width(self.look):
            self.toggle(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the turn; on the tick it is two clicks."""
        index = self.indexAt(event.position().toPoint())
        if event.position().x() <= tick_width(self.look):
            self.mousePressEvent(event)
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.turn_asked.emit(index.row())


class _Delegate(TallDelegate[HitList]):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, look = self.view, self.view.look
        painter.save()
        smooth(painter)
        row = QRectF(option.rect).adjusted(0, look.gap(2), -look.gap(12), -look.gap(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(
            painter, row, look, chosen=chosen, focused=view.hasFocus() and index.row() == view.currentIndex().row()
        )
        paint_tick(painter, row, look, ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        found = view.found.words(index.row())
        paint_found(painter, row.adjusted(tick_width(look), 0, -look.gap(12), 0), look, found, source(found))
        painter.restore()
