"""The list of codes, summaries and memos that have the words looked for: each goes to its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.pages.search.found_rows import FoundRows
from qualcoder_lite.gui.pages.search.hit_painting import paint_found, paint_row
from qualcoder_lite.gui.pages.search.words import KINDS, one_line
from qualcoder_lite.gui.pages.tall_list import TallDelegate
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.service.searching.found_elsewhere import FoundElsewhere, Kind
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

_Index = QModelIndex | QPersistentModelIndex


def way_to(found: FoundElsewhere) -> Visit:
    """Where a thing found is looked at."""
    if found.kind is Kind.SUMMARY:
        return Visit(page="findings", summary=found.use)
    if found.kind is Kind.CODE:
        return Visit(page="codebook", code=found.id)
    return Visit(page="memos", memo=found.id)


def place(found: FoundElsewhere) -> str:
    """What was found and what it is about, in one line."""
    return " · ".join(part for part in (KINDS[found.kind], found.title, found.where) if part)


class ElsewhereModel(QAbstractListModel):
    """What was found elsewhere: codes, then summaries, then memos."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._found: Sequence[FoundElsewhere] = ()

    def show(self, found: Sequence[FoundElsewhere]) -> None:
        """Show other things."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def found(self, row: int) -> FoundElsewhere:
        """What stands in a row."""
        return self._found[row]

    def row_of(self, found: FoundElsewhere | None) -> int:
        """The row of the same thing, found anew; the first where it isn't there."""
        same = (n for n, each in enumerate(self._found) if found and (each.kind, each.id) == (found.kind, found.id))
        return next(same, 0)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many things there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The words with what stands around them, and all there is to say of the row."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        words = one_line(found.before + found.match + found.after)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return f"{place(found)}: {words.strip()}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class ElsewhereList(FoundRows):
    """Things found, one under the other in one column."""

    def __init__(self, model: ElsewhereModel, parent: QWidget | None = None) -> None:
        """Show the things of a model."""
        self.found = model
        super().__init__(
            "search-elsewhere-list", tr("Found in codes, summaries and memos"), tr("Enter goes to it."), parent
        )
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()


class _Delegate(TallDelegate[ElsewhereList]):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view, look = self.view, self.view.look
        painter.save()
        smooth(painter)
        row = QRectF(option.rect).adjusted(look.gap(2), look.gap(2), -look.gap(12), -look.gap(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(
            painter, row, look, chosen=chosen, focused=view.hasFocus() and index.row() == view.currentIndex().row()
        )
        found = view.found.found(index.row())
        paint_found(painter, row.adjusted(look.gap(16), 0, -look.gap(12), 0), look, found, place(found))
        painter.restore()
