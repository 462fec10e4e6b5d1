"""The places of one cell of a two by two as a table: where, who speaks, what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.domain.names import folded
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.agreement.places import AgreementPlace

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
SORTED_BY = Qt.ItemDataRole.UserRole
_COLUMNS = (tr("Transcript"), tr("Turn"), tr("Who speaks"), tr("What is said"))
_NO_WORDS = tr("These words are no longer in the project.")


class UnitsModel(QAbstractTableModel):
    """Places in rows, in the order of the transcripts."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold none yet."""
        super().__init__(parent)
        self._places: Sequence[AgreementPlace] = ()

    def show(self, places: Sequence[AgreementPlace]) -> None:
        """Hold these."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def place(self, row: int) -> AgreementPlace | None:
        """The place of a row."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a place."""
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Where, in which turn, who, what."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A fact about a place; the whole of what is said as its tooltip."""
        place = self.place(index.row()) if index.isValid() else None
        if place is None:
            return None
        turn = str(place.turn) if place.turn else ""
        shown = (place.title, turn, place.speaker, f"“{place.words}”" if place.words else _NO_WORDS)[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = shown or tr("none")
            return f"{_COLUMNS[index.column()]}: {told}"
        if role == SORTED_BY:
            keys = (f"{folded(place.title)}\t{place.start:09}", place.turn, folded(place.speaker), folded(place.words))
            return keys[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a column holds."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _COLUMNS[section] if shown and 0 <= section < len(_COLUMNS) else None
