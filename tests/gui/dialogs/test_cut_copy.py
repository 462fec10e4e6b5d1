"""A copy for a coder who is new: the box for the name comes into sight, and Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from qualcoder_lite.gui.dialogs.cut_copy import CutDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.main_window import MainWindow


def test_the_dialog_grows_for_the_name_of_somebody_new_and_enter_goes_on(
    qtbot: QtBot, window: MainWindow, demonstration: Path
) -> None:
    window.open_project(demonstration)
    dialog = CutDialog(window, window.workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    low = dialog.height()
    dialog.who.box.setFocus()
    qtbot.keyClick(dialog.who.box, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: dialog.height() > low)
    field = dialog.who.field
    assert field.visibleRegion().boundingRect().height() == field.height()
    qtbot.keyClicks(field, "Gwen Amis")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.who.value) == (QDialog.DialogCode.Accepted, "Gwen Amis")
