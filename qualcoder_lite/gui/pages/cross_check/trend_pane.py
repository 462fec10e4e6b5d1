"""Agreement over the rounds: a picture of dots with their intervals, and the same as a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_lite.domain.pictures.trend import trend_drawing
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.drawn_sheet import DrawnArea, DrawnSheet
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.gui.project.workspace import Workspace

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_NOTHING = tr("No closed or open round has anything to compare yet.")


class TrendModel(QAbstractTableModel):
    """A row for the mean and each code, a column for each round."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._trend: Trend | None = None

    def show(self, trend: Trend) -> None:
        """Hold a trend."""
        self.beginResetModel()
        self._trend = trend
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a code."""
        return 0 if parent.isValid() or self._trend is None else len(self._trend.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The code, and one column a round."""
        return 0 if parent.isValid() or self._trend is None else 1 + len(self._trend.rounds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Alpha with its interval; why there is none as its tooltip."""
        if not index.isValid() or self._trend is None:
            return None
        row = self._trend.rows[index.row()]
        if index.column() == 0:
            return row.name if role == Qt.ItemDataRole.DisplayRole else None
        point = row.points[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return point.in_words
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return point.note
        return f"{point.in_words}. {point.note}".strip() if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The rounds above."""
        if orientation == Qt.Orientation.Vertical or self._trend is None or not 0 <= section < self.columnCount():
            return None
        if section == 0:
            return tr("Code") if role == Qt.ItemDataRole.DisplayRole else None
        held = self._trend.rounds[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return held.name
        return held.in_words if role == Qt.ItemDataRole.ToolTipRole else None


class TrendPane(QWidget):
    """How agreement went.

    Signals:
        back_wanted: The person wants the figures again.
    """

    back_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("trend")
        self._workspace = workspace
        self._trend: Trend | None = None
        self.back = Button(tr("Back to the figures"), kind="link", icon="arrow-left")
        self.back.setObjectName("trend-back")
        self.how = SegmentedControl(
            [("picture", tr("Picture")), ("table", tr("Table"))], name=tr("How it is shown"), value="picture"
        )
        self.how.setObjectName("trend-how")
        self.save = Button(tr("Save the picture"), icon="export")
        self.save.setObjectName("trend-save")
        self.sheet = DrawnSheet()
        self.model = TrendModel(self)
        self.table = RowsTable(tr("Agreement over the rounds"), self.model)
        self.table.setObjectName("trend-table")
        self._nothing = Label(_NOTHING, wrap=True)
        self._stack = Stack()
        for part in (DrawnArea(self.sheet), self.table, self._nothing):
            self._stack.addWidget(part)
        self.setLayout(Column(Row(self.back, None, self.how, self.save, gap=8), (self._stack, 1), gap=10))
        self.back.clicked.connect(self.back_wanted)
        self.how.chosen.connect(self._show_how)
        self.save.clicked.connect(self._save)

    def show_trend(self, trend: Trend) -> None:
        """Show how it went."""
        self._trend = trend
        some = bool(trend.rounds)
        for control in (self.how, self.save):
            control.setEnabled(some)
        self.model.show(trend)
        if some:
            self.sheet.show_drawing(trend_drawing(trend))
            self._show_how("picture")
        else:
            self._stack.setCurrentIndex(2)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_how(self, how: str) -> None:
        self._stack.setCurrentIndex(0 if how == "picture" else 1)

    def _save(self) -> None:
        if self._trend is None:
            return
        kinds = tr("Picture for print (*.png);;Picture to be edited (*.svg)")
        offered = self._workspace.beside("rounds.png")
        name, kind = QFileDialog.getSaveFileName(self, tr("Save the picture"), offered, kinds)
        if not name:
            return
        target = Path(name)
        if target.suffix.lower() not in (".png", ".svg"):
            target = target.with_name(target.name + (".svg" if ".svg" in kind else ".png"))
        drawing, pictures = trend_drawing(self._trend), self._workspace.project.pictures
        if self._workspace.attempt(lambda: pictures.write(target, drawing)):
            self._workspace.done.emit(tr("The picture is in “{target}”.", target=target), False)
