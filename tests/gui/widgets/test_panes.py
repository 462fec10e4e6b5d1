"""F6 comes to what stands first in a pane, as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from qualcoder_lite.gui.widgets.panes import focus_pane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("theme")
def test_a_taller_neighbour_in_the_row_is_not_the_first(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    button, field, below = QPushButton("Where", pane), QLineEdit(pane), QPushButton("Below", pane)
    button.setGeometry(300, 10, 100, 60)
    field.setGeometry(10, 20, 280, 40)
    below.setGeometry(0, 90, 100, 40)
    pane.show()
    focus_pane(pane)
    assert pane.focusWidget() is field
