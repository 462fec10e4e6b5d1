"""A paragraph of a few lines shows what has room, and tells a screen reader everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from qualcoder_lite.gui.widgets.few_lines import FewLines

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def paragraph(qtbot: QtBot) -> FewLines:
    made = FewLines(3, "small")
    qtbot.addWidget(made)
    made.resize(300, 10)
    made.show()
    return made


def test_long_words_are_cut_at_the_last_line_there_is_room_for(paragraph: FewLines) -> None:
    paragraph.setText("Somebody comes when they said they would, and says so when they can't. " * 4)
    assert paragraph.shown().lines == 3
    assert paragraph.shown().height <= paragraph.height()


def test_short_words_leave_the_height_as_it_is(paragraph: FewLines) -> None:
    before = paragraph.height()
    paragraph.setText("Safe.")
    assert (paragraph.shown().lines, paragraph.height()) == (1, before)


def test_a_screen_reader_is_told_all_of_it(paragraph: FewLines) -> None:
    words = "The person can rely on the service. " * 20
    paragraph.setText(words)
    face = QAccessible.queryAccessibleInterface(paragraph)
    assert face.text(QAccessible.Text.Name) == words
