"""A tick in front of a row of a list: painted, hit by the pointer, set by Space.

A model whose rows can be ticked answers for Qt.CheckStateRole, as `TickRowModel` does for its subclasses; `TickRowView`
toggles it, delegates call `paint_tick`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import QListView

from qualcoder_lite.gui.theme import Look, current, icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

_Index = QModelIndex | QPersistentModelIndex

_BOX = 20


def tick_width(look: Look) -> int:
    """How much of a row its tick takes, the space after it included; all of it is the tick's target."""
    return look.gap(12) + look.px(_BOX) + look.gap(10)


def paint_tick(painter: QPainter, row: QRectF, look: Look, *, ticked: bool) -> None:
    """Paint the tick of a row, in the middle of its height."""
    side = look.px(_BOX)
    box = QRectF(row.left() + look.gap(12), row.center().y() - side / 2, side, side)
    fill, edge = look.colour("accent" if ticked else "raised"), look.colour("accent" if ticked else "edge")
    paint_box(painter, box, tokens.RADIUS_CAP, fill=fill, edge=edge, width=2)
    if ticked:
        inset = look.px(2)
        place = box.adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, place, "check", look.colour("on_accent"), stroke=3)


def toggle_tick(index: QModelIndex) -> None:
    """Tick a row that has no tick, or take it away; nothing happens where there is no row."""
    if index.isValid():
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        index.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)


class TickRowModel(QAbstractListModel):
    """Rows with a tick each. A subclass keeps the ticks and says what else a row shows."""

    def can_be_ticked(self, _row: int) -> bool:
        """Whether a row has a tick at all."""
        return True

    def is_ticked(self, row: int) -> bool:
        """Whether a row is ticked."""
        raise NotImplementedError

    def tick(self, row: int, *, ticked: bool) -> None:
        """Tick a row, or take its tick away."""
        raise NotImplementedError

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What can be ticked shows that it can."""
        flags = super().flags(index)
        can = index.isValid() and self.can_be_ticked(index.row())
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's tick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.can_be_ticked(index.row()):
            return None
        return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take its tick away; all that is shown of it may depend on that."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.can_be_ticked(index.row()):
            return False
        self.tick(index.row(), ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        return True


class TickRowView(QListView):
    """A list whose rows are ticked by a click on the tick (or anywhere, with `whole_row`) and by Space.

    Signals:
        ticked: The person ticked a row, or took its tick away.
        entered_on: The person pressed Enter on a row.
    """

    ticked = Signal(QModelIndex)
    entered_on = Signal(QModelIndex)

    def __init__(self, name: str, *, whole_row: bool = False) -> None:
        """Make an empty list with an accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("paintsFocus", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole_row = whole_row

    def toggle(self, index: QModelIndex) -> None:
        """Tick a row that has no tick, or take it away, as the person wants."""
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            toggle_tick(index)
            self.ticked.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the tick under the pointer."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and (self._whole_row or self._on_tick(index, event.position().x())):
            self.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two quick ones for a click."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle with Space."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_tick(self, index: QModelIndex, x: float) -> bool:
        return x <= self.visualRect(index).left() + tick_width(current().look)
