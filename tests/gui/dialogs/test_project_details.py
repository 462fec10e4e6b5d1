"""What the project says of itself is put right in the window, which then bears the new name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.gui.dialogs.project_details import ProjectDetailsDialog
from tests.gui.windows import action, answer, click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.window.main_window import MainWindow


def test_a_study_gets_its_title_who_runs_it_and_words_of_its_own(
    qtbot: QtBot, window: MainWindow, demonstration: Path
) -> None:
    window.open_project(demonstration)
    details = window.workspace.project.details
    before = details.read()

    def change(dialog: ProjectDetailsDialog) -> None:
        dialog.study.clear()
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
        assert "needs a title" in dialog.trouble.text()
        qtbot.keyClicks(dialog.study, "Four valleys")
        qtbot.keyClicks(dialog.led_by, "Fenmarsh University")
        qtbot.keyClicks(dialog.notice, "For the team alone.")
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)

    answer(ProjectDetailsDialog, change)
    action(window, "Project details").trigger()
    assert details.read() == ProjectDetails("Four valleys", "Fenmarsh University", "For the team alone.")
    assert window.windowTitle().startswith("Four valleys")
    window.workspace.undo()
    assert details.read() == before
    assert window.windowTitle().startswith(before.title)


def test_the_details_are_a_click_away_on_the_start_page(qtbot: QtBot, window: MainWindow, demonstration: Path) -> None:
    window.open_project(demonstration)
    answer(ProjectDetailsDialog, lambda dialog: dialog.leave.click())
    click(qtbot, window.go("home"), "home-details")
