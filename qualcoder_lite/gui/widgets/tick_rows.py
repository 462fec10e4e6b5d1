"""A tick in front of a row of a list: painted, hit by the pointer, set by Space.

A model whose rows can be ticked answers for Qt.CheckStateRole; `TickRowView` toggles it, delegates call `paint_tick`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtWidgets import QListView

from qualcoder_lite.gui import icons
from qualcoder_lite.gui.theme import Look, current, tokens
from qualcoder_lite.gui.widgets.painting import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

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
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            index.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)
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
