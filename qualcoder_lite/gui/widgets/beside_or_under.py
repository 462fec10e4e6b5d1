"""Two things beside each other, or the second under the first where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from qualcoder_lite.gui.widgets.layouts import Row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class BesideOrUnder(QWidget):
    """Holds the two; the first would otherwise be cut off, as a long name is in words of twice the size."""

    def __init__(self, first: QWidget, second: QWidget, *, gap: int = 4) -> None:
        """Set them beside each other until it is known how much room there is."""
        super().__init__()
        self._first, self._second = first, second
        self._row = Row((first, 0), (second, 1), gap=gap)
        self.setLayout(self._row)

    def event(self, event: QEvent) -> bool:
        """Look again when one of the two wants other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wanted = self._first.sizeHint().width() + self._row.spacing() + self._second.sizeHint().width()
        way = QBoxLayout.Direction
        direction = way.LeftToRight if wanted <= self.width() else way.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
