"""The heat map's view: columns that share the width, a first column and a header that stay, keys of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from qualcoder_lite.gui.pages.findings.corner import Corner
from qualcoder_lite.gui.pages.findings.delegate import CellDelegate, cell_width
from qualcoder_lite.gui.pages.findings.headers import FeatureHeader, OutcomeHeader
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from qualcoder_lite.gui.pages.findings.model import MatrixModel

_GROUP, _LEAST, _MOST = 25, 37, 44  # heights of a group's name and of an outcome, in pixels at a text scale of 1
_NAMES, _NAMES_SHARE = 190, 0.23  # the least width of the outcomes' names, in such pixels and as a share of the whole
_FEW = 4  # columns that should be seen at once


class MatrixTable(Themed, QTableView):
    """Outcomes by features.

    Signals:
        went: Another cell is the current one; its index.
        opened: The person wants to see the quotes of the current cell.
        lens_wanted: The person pressed 1, 2 or 3: 0, 1 or 2.
    """

    went = Signal(QModelIndex)
    opened = Signal()
    lens_wanted = Signal(int)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self._matrix_model = model
        self.setObjectName("findings-matrix")
        self.setAccessibleName(tr("Outcomes by features"))
        self.setAccessibleDescription(
            tr("Arrow keys go from cell to cell, Enter goes to a cell’s quotes, 1, 2 and 3 change the way of looking.")
        )
        self.setProperty("paintsFocus", True)
        self.setItemDelegate(CellDelegate(self))
        self._features, self._outcomes = FeatureHeader(self), OutcomeHeader(self)
        self.setHorizontalHeader(self._features)
        self.setVerticalHeader(self._outcomes)
        self.setModel(model)
        self._corner = Corner(tr("Outcome"), self)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # where the two scroll bars meet, Fusion draws a frame
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._features.sectionClicked.connect(self._on_feature_clicked)
        self._outcomes.sectionClicked.connect(self._on_outcome_clicked)
        self.activated.connect(lambda _index: self.opened.emit())
        self.follow_theme()

    def fit(self) -> None:
        """Share out the room after the model, the size or the text changed."""
        look, columns, least = self.look, self._matrix_model.columnCount(), self._least_column()
        bar = self.verticalScrollBar().sizeHint().width()
        whole = self.width() - 2 * self.frameWidth()
        # Names go on to a second line rather than push the last of a few columns out of sight.
        spare = whole - bar - least * min(columns, _FEW)
        if spare < look.px(_NAMES):
            spare = max(look.px(_NAMES), round(whole * _NAMES_SHARE))
        names = min(self._outcomes.wanted_width(), spare)
        self._outcomes.setFixedWidth(names)
        heights = self._line_heights(names)
        rows = self._fit_rows(heights)
        room = whole - names - (bar if rows > self.height() - self._features.height() else 0)
        wide = max(least, room // columns) if columns else least
        self._features.setMinimumSectionSize(least)
        for column in range(columns):
            self.setColumnWidth(column, wide)
        self._features.fit()
        self._fit_rows(heights)  # the header may be lower or higher now
        self.updateGeometries()
        self._corner.setGeometry(QRect(0, 0, names, self._features.height()))

    def _least_column(self) -> int:
        return max(cell_width(self.look, self._matrix_model.faces()), self._features.wanted_width())

    def wanted_width(self) -> int:
        """What lets a few columns be seen at once, names on two lines where they must be."""
        few = self._least_column() * min(self._matrix_model.columnCount(), _FEW)
        names = min(self._outcomes.wanted_width(), self.look.px(_NAMES))
        return names + few + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def _line_heights(self, names: int) -> dict[int, int]:
        """The least height of each outcome's line, by row, where names have so much room."""
        model, least = self._matrix_model, self.look.px(_LEAST)
        return {
            row: max(least, round(self._outcomes.line_height(row, names)) + 6)
            for row in range(model.rowCount())
            if model.line(row).row is not None
        }

    def _fit_rows(self, heights: Mapping[int, int]) -> int:
        """Give every line its height: a little more where there is room for all. Returns the height of them all."""
        look, model = self.look, self._matrix_model
        least, most = look.px(_LEAST), look.px(_MOST)
        groups = (model.rowCount() - len(heights)) * look.px(_GROUP)
        spare = self.height() - self._features.height() - groups - sum(heights.values())
        more = min(max(spare // max(len(heights), 1), 0), most - least)
        for row in range(model.rowCount()):
            self.setRowHeight(row, heights[row] + more if row in heights else look.px(_GROUP))
        return groups + sum(heights.values()) + more * len(heights)

    def minimumSizeHint(self) -> QSize:
        """The header, a group's name and three outcomes: less is no table."""
        least = self._features.height() + self.look.px(_GROUP + 3 * _LEAST)
        return QSize(super().minimumSizeHint().width(), least)

    # What happens to it

    def currentChanged(self, current_: QModelIndex, previous: QModelIndex) -> None:
        """Tint another row and column, and tell."""
        super().currentChanged(current_, previous)
        self.viewport().update()
        self._features.viewport().update()
        self._outcomes.viewport().update()
        if current_.isValid():
            self.went.emit(current_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 change the lens, Enter goes to the quotes."""
        if event.text() in ("1", "2", "3"):
            self.lens_wanted.emit(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room."""
        super().resizeEvent(event)
        self.fit()

    def restyle(self) -> None:
        """Take sizes from the look."""
        super().restyle()
        self.fit()

    def _on_feature_clicked(self, column: int) -> None:
        row = self.currentIndex().row() if self.currentIndex().isValid() else 1
        self.setCurrentIndex(self._matrix_model.index(row, column))

    def _on_outcome_clicked(self, row: int) -> None:
        if self._matrix_model.line(row).row is not None:
            self.setCurrentIndex(self._matrix_model.index(row, max(self.currentIndex().column(), 0)))
