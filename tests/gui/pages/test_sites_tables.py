"""The page Sites: sites added by name or from a table, states pasted from a spreadsheet and copied to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.dialogs.ask_name import NameDialog
from qualcoder_lite.gui.pages.sites import SitesPage
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace

Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRESENT, PARTIAL, ABSENT, UNKNOWN = FeatureState


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three sites of which nothing is known."""
    with Project.create(tmp_path / "study.qclite") as made:
        for name in ("Ardlinn", "Balcairn", "Corrie"):
            made.sites.add(name)
    return tmp_path / "study.qclite"


def shown(workspace: Workspace, qtbot: QtBot, project: Path) -> SitesPage:
    workspace.open(project)
    made = SitesPage(workspace)
    qtbot.addWidget(made)
    made.resize(1342, 871)
    with qtbot.waitActive(made):
        made.show()
    made.focus_table()
    return made


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot, project: Path) -> SitesPage:
    return shown(workspace, qtbot, project)


@pytest.fixture
def empty(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> SitesPage:
    Project.create(tmp_path / "empty.qclite").close()
    return shown(workspace, qtbot, tmp_path / "empty.qclite")


def rows(page: SitesPage) -> list[list[FeatureState]]:
    """The states that the project has, a row to each of the first features."""
    sites, features = page.workspace.project.sites.all(), page.workspace.project.sites.features()
    return [[site.register[f.id].state if f.id in site.register else UNKNOWN for site in sites] for f in features[:3]]


def names(page: SitesPage) -> list[str]:
    return [site.name for site in page.desk.model.sites]


def steps(page: SitesPage) -> int:
    return len(page.workspace.project.history.entries())


def paste(page: SitesPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    action = next(each for each in page.actions_for_menu() if each.shortcut().toString() == "Ctrl+V")
    action.trigger()


def copy(page: SitesPage) -> str:
    next(each for each in page.actions_for_menu() if each.shortcut().toString() == "Ctrl+C").trigger()
    return QGuiApplication.clipboard().text()


# Pasting and copying


def test_a_block_is_pasted_from_the_chosen_cell_on_as_one_step(page, qtbot):
    before = steps(page)
    qtbot.keyClick(page.desk.table, Key.Key_Right)
    paste(page, "yes\tno\r\n½\tpresent\r\n")
    assert rows(page)[:2] == [[UNKNOWN, PRESENT, ABSENT], [UNKNOWN, PARTIAL, PRESENT]]
    assert page.desk.foot.status.words == "Pasted: 4 cells changed."
    assert steps(page) == before + 1
    page.workspace.undo()
    assert rows(page) == [[UNKNOWN] * 3] * 3


def test_a_block_is_pasted_over_the_cells_that_were_marked_for_it(page, qtbot):
    qtbot.keyClick(page.desk.table, Key.Key_Right, Shift)
    qtbot.keyClick(page.desk.table, Key.Key_Down, Shift)
    paste(page, "yes\tno\n½\tyes")
    assert rows(page)[:2] == [[PRESENT, ABSENT, UNKNOWN], [PARTIAL, PRESENT, UNKNOWN]]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("yes\tmaybe", "Row 1, column “Balcairn”, value “maybe”: "),
        ("yes\tyes\tno\tno", "What was copied has 4 columns, but from “Ardlinn” on there are only 3 sites."),
        ("", "There are no cells to paste."),
    ],
)
def test_a_block_that_is_wrong_is_told_and_nothing_is_written(page, qtbot, text, sentence):
    before = steps(page)
    QGuiApplication.clipboard().setText("something")
    with qtbot.waitSignal(page.workspace.failed) as said:
        paste(page, text)
    assert said.args is not None
    assert str(said.args[0]).startswith(sentence)
    assert rows(page) == [[UNKNOWN] * 3] * 3
    assert steps(page) == before


def test_chosen_cells_are_copied_as_words(page, qtbot):
    paste(page, "yes\tno\n½\t?")
    qtbot.keyClick(page.desk.table, Key.Key_Right, Shift)
    qtbot.keyClick(page.desk.table, Key.Key_Down, Shift)
    assert copy(page) == "present\tabsent\npartial\tunknown"
    assert page.desk.foot.status.words == "Copied: 4 cells."


def test_the_whole_table_is_copied_with_its_headings_and_can_be_pasted_again(page, qtbot):
    paste(page, "yes\tno\tyes\n½\t?\tno")
    there = rows(page)
    qtbot.keyClick(page.desk.table, Key.Key_A, Control)
    text = copy(page)
    lines = text.splitlines()
    assert lines[0] == "Feature of partnership\tArdlinn\tBalcairn\tCorrie"
    assert lines[1] == "Single shared assessment processes\tpresent\tabsent\tpresent"
    assert len(lines) == 18
    qtbot.keyClick(page.desk.table, Key.Key_Delete)
    assert rows(page) == [[UNKNOWN] * 3] * 3
    paste(page, text)
    assert rows(page) == there


def test_the_tables_corner_chooses_all_of_it(page, qtbot):
    corner = page.desk.table.findChild(QAbstractButton, "sites-corner")
    assert corner is not None
    qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert len(page.desk.table.chosen()) == 17 * 3


def test_a_name_that_looks_like_a_formula_is_copied_as_words(page, qtbot):
    page.workspace.act(lambda: page.workspace.project.sites.add("=1+1"))
    qtbot.keyClick(page.desk.table, Key.Key_A, Control)
    assert "\t'=1+1" in copy(page).splitlines()[0]


# Adding


def answer(do: Callable[[NameDialog], None]) -> None:
    """Answer the question for a site's name when it is asked."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NameDialog)
        do(dialog)

    QTimer.singleShot(0, later)


def test_a_site_is_added_by_keyboard_and_gone_to(page, qtbot):
    def do(dialog: NameDialog) -> None:
        assert not dialog.add.isEnabled()
        qtbot.keyClicks(dialog.name, "Between")
        qtbot.keyClick(dialog.name, Key.Key_Return)

    before = steps(page)
    answer(do)
    page.desk.header.add.click()
    assert names(page) == ["Ardlinn", "Balcairn", "Between", "Corrie"]
    assert page.desk.table.currentIndex().column() == 2
    assert page.window().focusWidget() is page.desk.table
    assert page.desk.foot.status.words == "Added: Between."
    assert steps(page) == before + 1


def test_a_name_that_is_taken_is_told_in_the_question_which_stays(page, qtbot):
    def do(dialog: NameDialog) -> None:
        qtbot.keyClicks(dialog.name, "corrie")
        dialog.add.click()
        assert dialog.trouble.text() == "There is a site “Corrie” already. Choose another name."
        assert dialog.isVisible()
        dialog.leave.click()

    answer(do)
    page.ask_for_site()
    assert len(names(page)) == 3


# Tables


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def test_an_empty_project_says_what_to_do_and_takes_a_table_in(empty, qtbot, monkeypatch, samples):
    assert empty.desk.empty.isVisible()
    assert not empty.desk.table.isVisible()
    assert list(empty.panes()) == [empty.desk.empty]
    before = steps(empty)
    choose(monkeypatch, samples / "sites.csv")
    empty.desk.empty.primary.click()
    qtbot.waitUntil(lambda: bool(names(empty)))
    assert names(empty) == ["Auchterlaw", "Fenmarsh", "Hallowby", "Kestrel Bay"]
    assert empty.desk.table.isVisible()
    assert empty.desk.foot.status.words == "Took in 4 sites from sites.csv."
    assert steps(empty) == before + 1


def test_an_empty_project_offers_the_worked_example_which_undo_takes_out(empty, qtbot):
    assert empty.desk.empty.further.text() == "Look at a worked example"
    empty.desk.empty.further.click()
    qtbot.waitUntil(lambda: bool(names(empty)))
    assert names(empty) == ["Knowsley", "North East Lincolnshire", "Torbay"]
    assert empty.desk.foot.status.words == "Took in 3 sites from the worked example."
    empty._on_undo()
    assert names(empty) == []


def test_a_first_site_is_added_from_the_empty_page(empty, qtbot):
    def do(dialog: NameDialog) -> None:
        qtbot.keyClicks(dialog.name, "Ardlinn")
        dialog.add.click()

    answer(do)
    empty.desk.empty.other.click()
    assert names(empty) == ["Ardlinn"]
    assert empty.desk.table.currentIndex().isValid()


def test_a_table_that_is_wrong_is_told_by_row_and_column_and_nothing_is_taken_in(page, qtbot, monkeypatch, tmp_path):
    file = tmp_path / "wrong.csv"
    file.write_text("site,Joint management\nArdlinn,present\nNewby,perhaps\n", encoding="utf-8")
    choose(monkeypatch, file)
    before = steps(page)
    with qtbot.waitSignal(page.workspace.failed) as said:
        page.ask_for_table()
    assert said.args is not None
    assert str(said.args[0]).startswith("Row 3, column “Joint management”, value “perhaps”")
    assert len(names(page)) == 3
    assert steps(page) == before


def test_choosing_no_file_does_nothing(page, monkeypatch):
    choose(monkeypatch, "")
    page.ask_for_table()
    assert not page.workspace.tasks.busy


def test_a_table_read_for_a_project_that_was_closed_is_let_go(page, qtbot, monkeypatch, samples):
    choose(monkeypatch, samples / "sites.csv")
    page.ask_for_table()
    page.workspace.close()
    qtbot.waitUntil(lambda: not page.workspace.tasks.busy)
    assert len(names(page)) == 3


def test_a_feature_of_ones_own_is_added_under_its_heading_and_chosen(page, qtbot):
    def do(dialog: NameDialog) -> None:
        qtbot.keyClicks(dialog.name, "Shared transport")
        qtbot.keyClicks(dialog.more, "One bus for both")
        dialog.add.click()

    answer(do)
    page.ask_for_feature()
    model, row = page.desk.model, page.desk.table.currentIndex().row()
    assert (model.line(row - 1).words, model.line(row).words) == ("Your own", "Shared transport")
    assert model.line(row).feature.definition == "One bus for both"
    assert model.line(0).words == "The study’s 14 indices"
    assert page.desk.foot.status.words == "Added: Shared transport."


def test_a_new_feature_stays_wholly_in_sight_when_the_line_under_the_table_grows(page, qtbot):
    page.window().resize(1180, 600)
    answer(lambda dialog: (qtbot.keyClicks(dialog.name, "Shared transport"), dialog.add.click()))
    page.ask_for_feature()
    table = page.desk.table
    assert page.desk.model.line(table.currentIndex().row()).words == "Shared transport"
    page.window().resize(1180, 588)  # as if what is said under the table needed more room
    assert table.verticalScrollBar().maximum() > 0
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_another_size_of_the_window_leaves_the_table_where_the_person_scrolled_it(page):
    page.window().resize(1180, 600)
    table = page.desk.table
    table.show_cell(page.desk.model.index(1, 0))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    page.window().resize(1180, 588)
    assert not table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_the_register_is_saved_as_a_table(page, monkeypatch, tmp_path):
    chosen = (str(tmp_path / "register"), "Table as CSV (*.csv)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    page.save()
    assert (tmp_path / "register.csv").read_text(encoding="utf-8-sig").startswith("site,country,")
    assert page.desk.foot.status.words == f"The sites are in “{tmp_path / 'register.csv'}”."
