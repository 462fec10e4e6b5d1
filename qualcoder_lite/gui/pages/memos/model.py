"""The memos as a list model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualcoder_lite.gui.words.memos import line_in_list, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from qualcoder_lite.service.memos.listed import ListedMemo

_Index = QModelIndex | QPersistentModelIndex


class MemoModel(QAbstractListModel):
    """Memos, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._memos: Sequence[ListedMemo] = ()

    def show(self, memos: Sequence[ListedMemo]) -> None:
        """Show other memos."""
        self.beginResetModel()
        self._memos = memos
        self.endResetModel()

    def memo(self, row: int) -> ListedMemo:
        """The memo in a row."""
        return self._memos[row]

    def row_of(self, id_: str) -> int:
        """The row of a memo; -1 where it isn't shown."""
        return next((n for n, each in enumerate(self._memos) if each.memo.id == id_), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many memos there are."""
        return 0 if parent.isValid() else len(self._memos)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """A memo in one line, and all of it for a screen reader."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line_in_list(self._memos[index.row()])
        return spoken(self._memos[index.row()]) if role == Qt.ItemDataRole.AccessibleTextRole else None
