"""What leads on from a cell of the register: its history, memos as evidence, what is done to a feature of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.gui.dialogs.ask_name import NameDialog
from qualcoder_lite.gui.memos.writer import MemoDialog
from qualcoder_lite.gui.pages.sites.cell_history import CellHistoryDialog
from qualcoder_lite.gui.pages.sites.model import Cell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.pages.sites import SitesPage
    from qualcoder_lite.gui.window.main_window import MainWindow

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, demonstration: Path) -> SitesPage:
    """The page on the demonstration project with a feature of one's own, at its cell of the first site."""
    window.resize(1440, 900)
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    sites = window.workspace.project.sites
    sites.add_feature("Bus stop", "At the door.")
    sites.record("Auchterlaw", "Bus stop", RegisterEntry(state=FeatureState.PRESENT), coder="Ailsa Brodie")
    made = cast("SitesPage", window.go("sites"))
    cell = Cell(sites.all()[0].id, sites.features()[-1].id)
    made.desk.table.show_cell(made.desk.model.index_of(cell))
    made.focus_table()
    return made


def answering(kind: type[QDialog], answer: Callable[[QDialog], None]) -> None:
    """Answer the dialog of a kind once it is there."""

    def look() -> None:
        found = next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind)), None)
        if found is None:
            QTimer.singleShot(20, look)
        else:
            answer(found)

    QTimer.singleShot(20, look)


def test_the_history_of_a_cell_opens_by_a_key(page: SitesPage, qtbot: QtBot) -> None:
    page.set_state(FeatureState.PARTIAL)
    QTest.keyClick(page.desk.table, Key.Key_H, Control)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, CellHistoryDialog))
    lines = [line for row in range(dialog.changes.count()) if (line := dialog.changes.line(row)) is not None]
    assert [line.words for line in lines] == ["Present → Partly", "Not known → Present"]
    assert lines[0].note.startswith("Ailsa Brodie")
    dialog.reject()


def test_a_memo_written_as_evidence_stands_with_the_cell(page: SitesPage, qtbot: QtBot) -> None:
    def write(dialog: QDialog) -> None:
        memo = cast("MemoDialog", dialog)
        QTest.keyClicks(memo.body, "Seen on the visit in May.")
        memo.do.click()

    answering(MemoDialog, write)
    QTest.keyClick(page.desk.table, Key.Key_M, Control | Shift)
    assert page.desk.beside.cell._memos.text().startswith("Seen on the visit in May. (Case · Ailsa Brodie")
    page.workspace.undo()
    assert not page.desk.beside.cell._memos.isVisible()


def test_a_feature_of_ones_own_is_renamed_taken_out_and_brought_back(page: SitesPage, qtbot: QtBot) -> None:
    sites = page.workspace.project.sites

    def rename(dialog: QDialog) -> None:
        asked = cast("NameDialog", dialog)
        assert (asked.name.text(), asked.more.text()) == ("Bus stop", "At the door.")
        asked.name.setText("Joint management")
        asked.add.click()
        assert "already" in asked.trouble.text()
        asked.name.setText("Bus at the door")
        asked.add.click()

    answering(NameDialog, rename)
    QTest.keyClick(page.desk.beside.cell.rename, Key.Key_Space)
    assert sites.features()[-1].name == "Bus at the door"
    QTest.keyClick(page.desk.beside.cell.removal, Key.Key_Space)
    assert len(sites.features()) == 17
    assert page.desk.foot.status.words == "Taken out: Bus at the door."
    page.workspace.undo()
    assert sites.features()[-1].name == "Bus at the door"


def test_the_studys_own_features_offer_no_other_name(page: SitesPage) -> None:
    assert page.desk.beside.cell.rename.isVisible()
    page.desk.table.show_cell(
        page.desk.model.index_of(Cell(page.desk.model.sites[0].id, page.desk.model.features[0].id))
    )
    assert not page.desk.beside.cell.rename.isVisible()
