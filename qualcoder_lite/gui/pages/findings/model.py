"""The heat map as a model: outcomes group by group, with the features in sight as columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.gui.pages.findings.columns import key_of
from qualcoder_lite.gui.pages.findings.faces import Face, face, spoken, under_feature
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import Code, CodeGroup, RegisterFeature
    from qualcoder_lite.domain.cross_reference import Matrix

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

FACE = _Role.UserRole
"""A cell's `Face`; a row's `Line`; what stands under a column's name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the heat map: an outcome, by its row in the matrix, or the heading of a group where that is None."""

    group: CodeGroup
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A cell by what it is about, to find it again through another lens: an outcome's id and a feature's key."""

    outcome: str
    feature: str


class MatrixModel(QAbstractTableModel):
    """Some columns of a matrix, its rows under the headings of their groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._columns: Sequence[int] = ()
        self._lines: list[Line] = []

    @property
    def matrix(self) -> Matrix | None:
        """The whole matrix behind it."""
        return self._matrix

    def show(self, matrix: Matrix | None, columns: Sequence[int], groups: Sequence[CodeGroup]) -> None:
        """Show some columns of a matrix; `groups` are those of the outcomes, in their order."""
        self.beginResetModel()
        self._matrix, self._columns = matrix, tuple(columns)
        rows = {code.id: n for n, code in enumerate(matrix.rows)} if matrix else {}
        self._lines = []
        for group in groups:
            of_group = [Line(group, rows[code.id]) for code in group.codes if code.id in rows]
            if of_group:
                self._lines += [Line(group), *of_group]
        self.endResetModel()

    # What is where

    def line(self, row: int) -> Line:
        """What one line shows."""
        return self._lines[row]

    def feature(self, column: int) -> Code | RegisterFeature:
        """The feature of a column in sight."""
        return self._shown.columns[self._columns[column]]

    def cell(self, index: _Index) -> tuple[int, int] | None:
        """A cell's row and column in the matrix; None for a heading or nothing."""
        if not index.isValid() or self._lines[index.row()].row is None:
            return None
        return self._lines[index.row()].row or 0, self._columns[index.column()]

    def faces(self) -> list[Face]:
        """All cells in sight as they are painted."""
        rows = [line.row for line in self._lines if line.row is not None]
        return [face(self._shown, row, column) for row in rows for column in self._columns]

    def place(self, index: _Index) -> Place | None:
        """What a cell is about."""
        cell = self.cell(index)
        return Place(self._shown.rows[cell[0]].id, key_of(self._shown.columns[cell[1]])) if cell else None

    def index_of(self, place: Place | None) -> QModelIndex:
        """The cell about the same, or else in the same row, or else the first; nothing where there is none."""
        outcomes = [n for n, line in enumerate(self._lines) if line.row is not None]
        if not outcomes or not self._columns:
            return QModelIndex()
        rows = [n for n in outcomes if place and self._shown.rows[self._lines[n].row or 0].id == place.outcome]
        columns = [n for n in range(len(self._columns)) if place and key_of(self.feature(n)) == place.feature]
        return self.index((rows or outcomes)[0], (columns or [0])[0])

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Outcomes and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The features in sight."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can't be gone to."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - whatever a role holds
        """A cell's numbers, for the eye and for the ear."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == FACE:
            return face(self._shown, *cell)
        if role == _Role.DisplayRole:
            shown = face(self._shown, *cell)
            return f"{shown.share.words}, {shown.passages}" if shown.share.people else tr("nobody")
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return spoken(self._shown, *cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - whatever a role holds
        """Outcomes and their groups at the left, features at the top."""
        if orientation == Qt.Orientation.Vertical:
            return self._of_line(section, role) if 0 <= section < len(self._lines) else None
        return self._of_column(section, role) if 0 <= section < len(self._columns) else None

    def _of_line(self, section: int, role: int) -> Any:  # noqa: ANN401 - whatever a role holds
        line = self._lines[section]
        if role == FACE:
            return line
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return line.group.name if line.row is None else self._shown.rows[line.row].name
        if role == _Role.ToolTipRole and line.row is not None:
            return self._shown.rows[line.row].question
        return None

    def _of_column(self, section: int, role: int) -> Any:  # noqa: ANN401 - whatever a role holds
        feature = self.feature(section)
        if role == FACE:
            return under_feature(self._shown, self._columns[section])
        if role == _Role.DisplayRole:
            return feature.name
        if role == _Role.AccessibleTextRole:
            return f"{feature.name}, {under_feature(self._shown, self._columns[section])}"
        if role == _Role.ToolTipRole:
            return feature.definition
        return None

    @property
    def _shown(self) -> Matrix:
        if self._matrix is None:
            raise RuntimeError("no matrix is shown")
        return self._matrix
