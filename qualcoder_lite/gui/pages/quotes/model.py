"""The quotes as a list model: an extract is put together only when its row is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.domain.passages import Passages
from qualcoder_lite.gui.pages.quotes.words import quoted, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.passage import Passage

_KEPT = 200  # extracts kept at hand: some pages of the list
_Index = QModelIndex | QPersistentModelIndex


class QuoteModel(QAbstractListModel):
    """Extracts in the codebooks' order.

    Attributes:
        lengths: How many characters each passage has, which is known without reading it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._passages = Passages(())
        self._extracts: Sequence[Extract] = ()
        self._kept: dict[int, Extract] = {}
        self.lengths: Sequence[int] = ()

    def show(self, passages: Passages, extracts: Sequence[Extract]) -> None:
        """Show other quotes: passages, and the extracts that they are, row by row."""
        self.beginResetModel()
        self._passages, self._extracts = passages, extracts
        self.lengths = passages.lengths
        self._kept.clear()
        self.endResetModel()

    def extract(self, row: int) -> Extract:
        """The quote in a row."""
        if row not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[row] = self._extracts[row]
        return self._kept[row]

    def row_of(self, passage: Passage) -> int:
        """The row of a passage, or of what became of it under another filter; -1 where it isn't shown."""
        reaching = -1
        for row, shown in enumerate(self._passages):
            if shown.transcript == passage.transcript and shown.code == passage.code:
                if shown.codings == passage.codings:
                    return row
                if shown.start < passage.end and passage.start < shown.end:
                    reaching = row
        return reaching

    @property
    def passages(self) -> Passages:
        """The passages behind all the quotes."""
        return self._passages

    def passage(self, row: int) -> Passage:
        """The passage behind the quote in a row."""
        return self._passages[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many quotes there are."""
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words of a quote, and the whole of it for a screen reader."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return quoted(self.extract(index.row()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.extract(index.row()))
        return None
