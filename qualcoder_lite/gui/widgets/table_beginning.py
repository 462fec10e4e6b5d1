"""How tables begin, as they will look in a spreadsheet: Tables(beginning)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qualcoder_lite.domain.paper import Beginning, FirstRows
    from qualcoder_lite.gui.widgets.layouts import Item

_LONGEST = 200  # characters of a cell that are kept: no cell shows more


class Tables(QWidget):
    """The first rows of each table, one under another."""

    def __init__(self, beginning: Beginning) -> None:
        """Lay out the tables."""
        super().__init__()
        sheets: list[QWidget] = [_sheet(each) for each in beginning.tables]
        more = beginning.more_tables
        if more:
            words = tr("… and {n:,} more sheet", "… and {n:,} more sheets", n=more)
            sheets.append(Label(words, "small", tone="muted"))
        self.setLayout(Column(*sheets, gap=12))


def _sheet(first: FirstRows) -> QWidget:
    name = tr("Sheet: {name}", name=first.name) if first.name else tr("The table")
    items: list[Item] = [Label(name, "small_strong")] if first.name else []
    items.append(_Rows(name, first))
    if first.goes_on:
        items.append(Label(tr("… and so on"), "small", tone="muted"))
    return Card(Column(*items, gap=6, margins=(12, 12)))


class _Rows(RowsTable):
    """The rows, as high as they are; sideways they scroll."""

    def __init__(self, name: str, first: FirstRows) -> None:
        model = QStandardItemModel(len(first.rows), len(first.columns))
        model.setHorizontalHeaderLabels(list(first.columns))
        for row, cells in enumerate(first.rows):
            for column, words in enumerate(cells):
                model.setItem(row, column, QStandardItem(words[:_LONGEST].replace("\n", " ")))
        longest = [max((len(cells[column]) for cells in first.rows), default=0) for column in range(len(first.columns))]
        super().__init__(name, model, widest=longest.index(max(longest)))
        model.setParent(self)
        self.setObjectName("export-table")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the headings, the rows and the bar below them."""
        super().resizeEvent(event)
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        scrolls = bar.sizeHint().height() if header.length() > self.viewport().width() else 0
        high = rows + header.sizeHint().height() + scrolls + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)
