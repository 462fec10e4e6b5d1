"""The cross that empties a field: as large as the text, at the end of the words, there only with something typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.clear_cross import ClearCross

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> QLineEdit:
    field = QLineEdit()
    qtbot.addWidget(field)
    theme.dress(field)
    ClearCross(field)
    field.resize(300, field.sizeHint().height())
    field.show()
    return field


def cross_of(field: QLineEdit) -> ClearCross:
    return next(each for each in field.children() if isinstance(each, ClearCross))


def test_it_empties_the_field_and_goes_with_the_words(qtbot: QtBot, field: QLineEdit) -> None:
    cross = cross_of(field)
    assert not cross.isVisible()
    qtbot.keyClicks(field, "bus")
    assert cross.isVisible()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (field.text(), cross.isVisible()) == ("", False)


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_it_grows_with_the_text_and_keeps_off_the_edge_and_the_words(
    field: QLineEdit, theme: Theme, text: float
) -> None:
    theme.choose(mode="light", text=text, tint="paper")
    field.resize(300, field.sizeHint().height())
    field.setText("as long as a sentence that does not fit into the field")
    field.setCursorPosition(len(field.text()))
    cross = cross_of(field)
    assert min(cross.width(), cross.height()) >= tokens.TARGET * text
    assert field.rect().contains(cross.geometry())
    field.grab()  # Qt scrolls to the cursor as it paints
    assert field.cursorRect().center().x() < cross.x()


def test_it_stands_at_the_left_where_words_run_from_the_right(field: QLineEdit) -> None:
    field.setText("bus")
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert cross_of(field).geometry().right() < field.width() // 2
    assert field.textMargins().left() >= cross_of(field).width()
