"""A table of rows gives words the room they need: a wider column, or a second line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel

from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords, cut_to_lines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


LONG = "Service user, with a support worker"


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    people = QStandardItemModel(0, 2)
    people.setHorizontalHeaderLabels(["Name", "Who answers"])
    for row in (("Tina", LONG), ("Arthur", "Intellectual disability")):
        people.appendRow([QStandardItem(words) for words in row])
    made = RowsTable("People", people)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_where_there_is_room_a_row_is_one_line(table: RowsTable) -> None:
    assert (table.lines, table.rowHeight(0)) == (1, table.row_height())
    assert table.fontMetrics().horizontalAdvance(LONG) <= table.columnWidth(1)


def test_where_there_is_less_room_rows_have_a_second_line_and_lose_it_again(table: RowsTable) -> None:
    one = table.rowHeight(0)
    table.resize(260, 300)
    assert table.lines == 2
    assert table.rowHeight(0) >= one + table.fontMetrics().height()
    assert table.columnWidth(0) + table.columnWidth(1) <= table.viewport().width()
    table.resize(600, 300)
    assert (table.lines, table.rowHeight(0)) == (1, one)


def test_a_scroll_bar_that_only_higher_rows_need_goes_with_them(qtbot: QtBot) -> None:
    people = QStandardItemModel(0, 2)
    people.setHorizontalHeaderLabels(["Name", "Who answers"])
    for _ in range(10):
        people.appendRow([QStandardItem(words) for words in ("Tina", LONG)])
    table = RowsTable("People", people)
    qtbot.addWidget(table)
    table.resize(600, table.row_height() * 10 + 60)
    table.show()
    enough = sum(table._wide_enough) + table.width() - table.viewport().width()
    table.resize(260, table.height())
    qtbot.waitUntil(table.verticalScrollBar().isVisible)
    table.resize(enough + 2, table.height())
    qtbot.waitUntil(lambda: not table.verticalScrollBar().isVisible())
    assert table.lines == 1


def test_large_words_make_rows_of_two_lines_higher_still(table: RowsTable, theme: Theme) -> None:
    table.resize(260, 300)
    before = table.rowHeight(0)
    theme.choose(mode="light", text=1.5, tint=theme.tint)
    table.resize(390, 300)
    assert table.lines == 2
    assert table.rowHeight(0) > before


def test_words_that_two_lines_do_not_hold_get_a_third(table: RowsTable) -> None:
    table.resize(250, 300)
    assert table.lines == 2
    table.resize(215, 300)
    inside = table.columnWidth(1) - 20
    assert WrappedWords(LONG, table.look.font("body"), inside).lines == table.lines == 3
    assert cut_to_lines(LONG, table.lines, table.look.font("body"), inside).lines == 3


def test_a_heading_begins_where_the_words_under_it_do(table: RowsTable) -> None:
    """Seen in the picture: the first dark pixel of a heading and of its cells is in the same column."""
    picture = table.grab().toImage()
    header = table.horizontalHeader().height()
    left = table.columnViewportPosition(1)

    def begins(above: int, below: int) -> int:
        columns = range(left + 2, left + 60)
        return next(x for x in columns for y in range(above, below) if picture.pixelColor(x, y).lightness() < 140)

    second = header + table.row_height()  # the ring of the focus is around the first row
    assert abs(begins(4, header - 4) - begins(second + 6, second + table.row_height() - 6)) <= 2
