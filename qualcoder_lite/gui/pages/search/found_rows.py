"""A list of what was found: rows as high, in one column; Enter or a double click goes to what one has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from qualcoder_lite.gui.pages.search.hit_painting import row_height
from qualcoder_lite.gui.pages.tall_list import TallList
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundRows(Themed, TallList):
    """The rows; a subclass has its model, its names, what paints a row, and what more its keys do.

    Signals:
        asked: The person wants to see what this row has where it belongs.
    """

    asked = Signal(int)

    def __init__(self, object_name: str, name: str, keys: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `keys` says to who listens what the keys do."""
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(keys)
        self.setProperty("paintsFocus", True)
        self.setStyleSheet("QListView { background: transparent; }")  # the rows lie on the page's own desk

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what was found; the rest is walking."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to it too."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(index.row())

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.verticalScrollBar().setSingleStep(row_height(self.look))
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def heights(self, _width: int) -> list[int]:
        """All rows are as high."""
        model: QAbstractItemModel | None = self.model()  # none yet while the list is made
        return [row_height(self.look)] * (model.rowCount() if model is not None else 0)

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
