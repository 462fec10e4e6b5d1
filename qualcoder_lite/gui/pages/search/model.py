"""What was found as a list model with ticks: the words around a hit are read only when its row is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from qualcoder_lite.gui.pages.search.words import one_line, spoken
from qualcoder_lite.gui.widgets.tick_rows import TickRowModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.searching.search import Hit
    from qualcoder_lite.service.searching.found_words import FoundWords

_KEPT = 400  # rows kept at hand: some pages of the list
_Index = QModelIndex | QPersistentModelIndex


class HitModel(TickRowModel):
    """Hits in the order of the transcripts.

    Signals:
        ticks_changed: Other rows are ticked now.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self._words: Sequence[FoundWords] = ()
        self._kept: dict[int, FoundWords] = {}
        self._ticked: set[Hit] = set()

    @property
    def hits(self) -> Sequence[Hit]:
        """All that was found."""
        return self._hits

    @property
    def ticked(self) -> list[Hit]:
        """What of it is ticked, in order."""
        return [hit for hit in self._hits if hit in self._ticked] if self._ticked else []

    def show(self, hits: Sequence[Hit], words: Sequence[FoundWords], *, keep_ticks: bool = False) -> None:
        """Show other hits, and the words that they stand in, row by row."""
        self.beginResetModel()
        self._hits, self._words = hits, words
        self._kept.clear()
        self._ticked = self._ticked & set(hits) if keep_ticks and self._ticked else set()
        self.endResetModel()
        self.ticks_changed.emit()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every row, or none."""
        self._ticked = set(self._hits) if ticked else set()
        if self._hits:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._hits) - 1, 0))
        self.ticks_changed.emit()

    def words(self, row: int) -> FoundWords:
        """The hit in a row, with the words around it."""
        if row not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[row] = self._words[row]
        return self._kept[row]

    def hit(self, row: int) -> Hit:
        """The hit in a row."""
        return self._hits[row]

    def row_of(self, hit: Hit) -> int:
        """The row of a hit, or -1."""
        return next((row for row, shown in enumerate(self._hits) if shown == hit), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def is_ticked(self, row: int) -> bool:
        """Whether a hit is to be coded."""
        return self._hits[row] in self._ticked

    def tick(self, row: int, *, ticked: bool) -> None:
        """Choose a hit to be coded, or leave it out."""
        (self._ticked.add if ticked else self._ticked.discard)(self._hits[row])
        self.ticks_changed.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words around a hit, all there is to say of it, and its tick."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            found = self.words(index.row())
            return one_line(found.before + found.match + found.after)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.words(index.row()))
        return super().data(index, role)
