"""The chart as a table model: a cell is read when it is looked at first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.chart.grid import ChartCell, ChartGrid

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

CELL = _Role.UserRole
PLACE = _Role.UserRole + 1


class ChartModel(QAbstractTableModel):
    """Rows by outcomes."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._grid: ChartGrid | None = None
        self._cells: dict[tuple[int, int], ChartCell] = {}

    @property
    def grid(self) -> ChartGrid | None:
        """What is shown."""
        return self._grid

    def show(self, grid: ChartGrid | None) -> None:
        """Show another chart, or the same one as it is now; then whoever looks on stays at their cell."""
        before, now = self._shape(self._grid), self._shape(grid)
        if before == now and grid is not None:
            self._grid = grid
            self._cells.clear()
            corners = self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(*corners)
            return
        self.beginResetModel()
        self._grid = grid
        self._cells.clear()
        self.endResetModel()

    @staticmethod
    def _shape(grid: ChartGrid | None) -> object:
        return ([(row.subject, row.name) for row in grid.rows], [code.name for code in grid.codes]) if grid else None

    def cell(self, index: _Index) -> ChartCell | None:
        """A cell; None for no index."""
        if not index.isValid() or self._grid is None:
            return None
        key = (index.row(), index.column())
        if key not in self._cells:
            self._cells[key] = self._grid.cell(*key)
        return self._cells[key]

    def next_older(self, after: QModelIndex) -> QModelIndex:
        """The next cell whose summary is older than the coding, row by row and round again; no index for none."""
        columns, rows = self.columnCount(), self.rowCount()
        first = after.row() * columns + after.column() + 1 if after.isValid() else 0
        for n in range(first, first + rows * columns):
            index = self.index(*divmod(n % (rows * columns), columns))
            cell = self.cell(index)
            if cell is not None and cell.older:
                return index
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """People, sites or client groups."""
        return 0 if parent.isValid() or self._grid is None else len(self._grid.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Outcomes."""
        return 0 if parent.isValid() or self._grid is None else len(self._grid.codes)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Whom a row is about, and where they are; a column's outcome."""
        if self._grid is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._grid.codes[section].name if role == _Role.DisplayRole else None
        if role == _Role.DisplayRole:
            return self._grid.rows[section].name
        return self._grid.rows[section].place if role == PLACE else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """A cell for the eye and for the ear."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == CELL:
            return cell
        if role == _Role.DisplayRole:
            return cell.summary.body if cell.summary else ""
        if role == _Role.AccessibleTextRole:
            return f"{self._place(index)}: {spoken(cell)}"
        return None

    def _place(self, index: _Index) -> str:
        row = self.headerData(index.row(), Qt.Orientation.Vertical)
        return f"{row}, {self.headerData(index.column(), Qt.Orientation.Horizontal)}"


def beneath(cell: ChartCell) -> str:
    """What stands under a cell's summary: how much there is to summarise."""
    if cell.people:
        return tr("{some} of {all_} summarised", some=len(cell.parts), all_=cell.people)
    return (
        tr("1 passage")
        if cell.passages == 1
        else tr("{passages} passages", passages=cell.passages)
        if cell.passages
        else ""
    )


def spoken(cell: ChartCell) -> str:
    """A cell as it is said aloud."""
    said = [cell.summary.body if cell.summary else tr("no summary")]
    if cell.older:
        said.append(tr("older than the coding"))
    return ". ".join(filter(None, [*said, beneath(cell)]))
