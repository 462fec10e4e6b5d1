"""The codebooks as a list: their groups, and under each its codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qualcoder_lite.domain.names import folded
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject

    from qualcoder_lite.domain.codebook import Code, Codebook, CodeGroup

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row: a codebook's heading, a group, or a code with how many codings it has."""

    codebook: Codebook
    group: CodeGroup | None = None
    code: Code | None = None
    count: int = 0

    @property
    def id(self) -> str:
        """The id of what the row stands for."""
        return (self.code or self.group or self.codebook).id

    @property
    def words(self) -> str:
        """What it is called."""
        if self.code is not None:
            return self.code.name
        return self.group.name if self.group is not None else self.codebook.title

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        if self.code is not None and self.group is not None:
            key = tr("key {key}", key=self.code.key) if self.code.key else ""
            state = tr("retired") if self.code.retired else ""
            count = tr("{n:,} coding", "{n:,} codings", n=self.count)
            return ", ".join(part for part in (self.code.name, state, key, count, self.group.name) if part)
        if self.group is not None:
            key = tr(", key {key}", key=self.group.key) if self.group.key else ""
            return tr("Group {group}{key}, {codes} codes", group=self.group.name, key=key, codes=len(self.group.codes))
        return self.codebook.title


class CodebookModel(QAbstractListModel):
    """Codebooks, groups and codes in order; narrowed to words, groups without a fitting code stay away."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def show(self, books: Sequence[Codebook], counts: Mapping[str, int], words: str = "") -> None:
        """Show codebooks; codes that are retired stand where they stood."""
        self.beginResetModel()
        self._entries = list(_entries(books, counts, folded(words)))
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """What a row stands for."""
        return self._entries[row]

    def row_of(self, id_: str) -> int:
        """The row of a group or a code; -1 where it isn't shown."""
        return next((n for n, entry in enumerate(self._entries) if entry.id == id_), -1)

    def first(self) -> int:
        """The row of the first code, else of the first group; -1 where there is neither."""
        codes = (n for n, entry in enumerate(self._entries) if entry.code is not None)
        groups = (n for n, entry in enumerate(self._entries) if entry.group is not None)
        return next(codes, next(groups, -1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A codebook's heading is passed over."""
        if index.isValid() and self._entries[index.row()].group is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a row is called, and all of it for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        return entry.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _entries(books: Sequence[Codebook], counts: Mapping[str, int], wanted: str) -> Iterator[Entry]:
    for book in books:
        shown = [(group, [code for code in group.codes if _fits(code, wanted)]) for group in book.groups]
        shown = [(group, codes) for group, codes in shown if codes or not wanted]
        if shown:
            yield Entry(codebook=book)
        for group, codes in shown:
            yield Entry(codebook=book, group=group)
            for code in codes:
                yield Entry(codebook=book, group=group, code=code, count=counts.get(code.id, 0))


def _fits(code: Code, wanted: str) -> bool:
    said = (code.name, *code.aliases, code.question, code.definition, code.when_to_use)
    return not wanted or any(wanted in folded(text) for text in said)
