"""A copy for a coder who is new: the box for the name comes into sight, and Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from qualcoder_lite.gui.dialogs.cut_copy import CutDialog, cut_copy
from tests.gui.windows import answer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.window.main_window import MainWindow


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


def test_nobody_new_is_made_for_a_copy_that_cannot_be_written(
    qtbot: QtBot, window: MainWindow, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_project(demonstration)
    before = window.workspace.project.coders.all()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no folder" / "copy"), ""))
    said: list[str] = []
    window.workspace.failed.connect(said.append)

    def for_gwen(dialog: CutDialog) -> None:
        qtbot.keyClick(dialog.who.box, Qt.Key.Key_End)
        qtbot.keyClicks(dialog.who.field, "Gwen Amis")
        dialog.go_on.click()

    answer(CutDialog, for_gwen)
    cut_copy(window, window.workspace)
    assert "no folder" in " ".join(said)
    assert window.workspace.project.coders.all() == before
