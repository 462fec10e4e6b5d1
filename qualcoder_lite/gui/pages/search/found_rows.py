"""A list of what was found, all rows as high, one under the other in one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.search.hit_painting import row_height
from qualcoder_lite.gui.pages.tall_list import TallList
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel


class FoundRows(Themed, TallList):
    """The rows; a subclass has its model, its names and its keys."""

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
