"""The chart on Findings: turned to, written by keyboard as in a spreadsheet, kept, undone, and flagged when older."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from qualcoder_lite.domain.chart.cells import Level
from qualcoder_lite.gui.pages.findings import FindingsPage
from qualcoder_lite.gui.pages.findings.chart import ChartView
from qualcoder_lite.gui.pages.findings.chart.model import ChartModel
from qualcoder_lite.gui.pages.findings.quotes import EXTRACT
from qualcoder_lite.gui.project.workspace import Visit

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> FindingsPage:
    workspace.open(demonstration)
    workspace.set_coder("Ailsa Brodie")
    made = FindingsPage(workspace)
    qtbot.addWidget(made)
    made.resize(1340, 870)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def chart(page: FindingsPage, qtbot: QtBot) -> ChartView:
    """The chart, come to by the switch, on a cell with a quote."""
    qtbot.mouseClick(page.views.switch.segment("chart"), Qt.MouseButton.LeftButton)
    view = page.views.page
    assert isinstance(view, ChartView)
    grid = view._model.grid
    assert grid is not None
    row = next(n for n in range(len(grid.rows)) if grid.cell(n, 0).passages)
    go(qtbot, view, row, 0)
    return view


def go(qtbot: QtBot, chart: ChartView, row: int, column: int) -> None:
    chart.table.setCurrentIndex(chart._model.index(row, column))
    qtbot.waitUntil(lambda: not chart._pause.isActive())


def body(chart: ChartView, row: int | None = None) -> str:
    at = chart.table.currentIndex()
    return chart._model.index(at.row() if row is None else row, at.column()).data()


def test_the_model_is_sound(demonstration: Path, workspace: Workspace, qtmodeltester: ModelTester):
    workspace.open(demonstration)
    model = ChartModel()
    model.show(workspace.project.chart.grid())
    qtmodeltester.check(model)
    model.show(workspace.project.chart.grid(Level.SITES))
    qtmodeltester.check(model)


def test_letters_typed_on_a_cell_begin_a_summary_that_ctrl_enter_keeps_and_goes_on(chart: ChartView, qtbot: QtBot):
    row = chart.table.currentIndex().row()
    qtbot.keyClick(chart.table, "S")
    qtbot.keyClicks(chart.writer.text, "afe.")
    qtbot.keyClick(chart.writer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert body(chart, row) == "Safe."
    assert chart.table.currentIndex().row() == row + 1
    assert "afe" in chart._model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_typed_is_kept_when_one_goes_on_and_given_up_by_escape(chart: ChartView, qtbot: QtBot):
    row = chart.table.currentIndex().row()
    qtbot.keyClick(chart.table, Qt.Key.Key_Return)
    qtbot.keyClicks(chart.writer.text, "Kept.")
    go(qtbot, chart, row, 1)
    assert chart._model.index(row, 0).data() == "Kept."
    go(qtbot, chart, row, 0)
    qtbot.keyClick(chart.table, Qt.Key.Key_F2)
    qtbot.keyClicks(chart.writer.text, " And more.")
    qtbot.keyClick(chart.writer.text, Qt.Key.Key_Escape)
    assert chart.writer.text.words == "Kept."
    assert body(chart) == "Kept."


def test_delete_takes_a_summary_away_copying_copies_it_and_undo_brings_it_back(
    chart: ChartView, qtbot: QtBot, workspace: Workspace
):
    qtbot.keyClick(chart.table, "x")
    qtbot.keyClick(chart.writer.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    chart._save()
    qtbot.keyClick(chart.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "x"
    qtbot.keyClick(chart.table, Qt.Key.Key_Delete)
    assert body(chart) == ""
    workspace.undo()
    assert body(chart) == "x"


def test_a_quote_is_referred_to_by_its_number(chart: ChartView, qtbot: QtBot):
    qtbot.keyClick(chart.table, Qt.Key.Key_Return)
    qtbot.keyClicks(chart.writer.text, "Safe")
    qtbot.mouseClick(chart.writer.refer, Qt.MouseButton.LeftButton)
    chart.writer.refer_to_chosen()
    assert chart.writer.text.words == "Safe [1] [1]"
    assert [link.text()[:5] for link in chart.writer.references.links] == ["[1] “"]
    chart._save()
    cell = chart._model.cell(chart.table.currentIndex())
    assert cell is not None
    assert cell.summary is not None
    assert len(cell.summary.quotes) == 1


def test_a_sentence_leads_to_its_quote_and_on_to_the_turn_by_keys(chart: ChartView, qtbot: QtBot, workspace: Workspace):
    grid = chart._model.grid
    assert grid is not None
    row = next(n for n in range(len(grid.rows)) if len(workspace.project.chart.quotes(grid, n, 0)) > 1)
    first, second, *_ = workspace.project.chart.quotes(grid, row, 0)
    workspace.project.chart.write(
        grid, row, 0, "Safe [1]. Then not [2].", quotes=[second.id, first.id], coder="Ailsa Brodie"
    )
    chart.refresh()
    go(qtbot, chart, row, 0)
    go_to_quote = next(each for each in chart.actions_for_menu() if "quote of this sentence" in each.text())
    go_to_quote.trigger()
    assert chart.writer.list.currentIndex().data(EXTRACT) == second
    qtbot.keyClick(chart.writer.references.links[1], Qt.Key.Key_Return)
    assert chart.writer.list.currentIndex().data(EXTRACT) == first
    chart.writer.text.setFocus()
    chart.writer.text.moveCursor(QTextCursor.MoveOperation.End)
    go_to_quote.trigger()
    assert chart.writer.list.currentIndex().data(EXTRACT) == first
    qtbot.keyClick(chart.writer.list, Qt.Key.Key_Escape)
    assert chart.table.hasFocus()
    with qtbot.waitSignal(workspace.visited) as visited:
        qtbot.keyClick(chart.writer.list, Qt.Key.Key_Return)
    assert visited.args is not None
    assert (visited.args[0].transcript, visited.args[0].start) == (first.transcript, first.start)


def test_a_low_window_gives_its_room_to_the_rows(page: FindingsPage, chart: ChartView, theme: Theme, qtbot: QtBot):
    theme.choose(mode="light", text=2.0, tint="paper")
    page.resize(1280, 720)
    qtbot.waitUntil(lambda: chart.table.viewport().height() >= 2 * chart.table.rowHeight(0))
    assert not chart.controls.site.isVisible()
    qtbot.mouseClick(chart.controls.filters, Qt.MouseButton.LeftButton)
    assert chart.controls.site.isVisible()
    assert chart.file.isVisible()


def test_a_summary_older_than_the_coding_is_found_and_can_be_said_to_hold(
    chart: ChartView, qtbot: QtBot, workspace: Workspace
):
    row = chart.table.currentIndex().row()
    qtbot.keyClick(chart.table, "x")
    chart._save()
    grid = chart._model.grid
    assert grid is not None
    codings = grid.passages(row, 0)[0].codings
    workspace.act(lambda: workspace.project.codings.remove(codings))
    go(qtbot, chart, 0, 3)
    qtbot.mouseClick(chart.controls.older, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not chart._pause.isActive())
    assert (chart.table.currentIndex().row(), chart.table.currentIndex().column()) == (row, 0)
    assert chart.writer._older_words.text().startswith("Older than the coding:")
    qtbot.mouseClick(chart.writer.holds, Qt.MouseButton.LeftButton)
    assert not chart.writer._older.isVisible()


def test_sites_show_what_is_written_of_their_people(chart: ChartView, qtbot: QtBot):
    qtbot.keyClick(chart.table, "x")
    chart._save()
    grid = chart._model.grid
    assert grid is not None
    place = grid.rows[chart.table.currentIndex().row()].place
    qtbot.mouseClick(chart.controls.rows.segment("sites"), Qt.MouseButton.LeftButton)
    sites = chart._model.grid
    assert sites is not None
    go(qtbot, chart, [row.name for row in sites.rows].index(place), 0)
    assert chart.writer._parts.text().endswith(": x")


def test_nothing_typed_is_lost_where_nobody_says_who_they_are(chart: ChartView, qtbot: QtBot, workspace: Workspace):
    workspace.set_coder("")
    qtbot.keyClick(chart.table, "x")
    with qtbot.waitSignal(workspace.failed):
        chart._save()
    assert chart.writer.text.words == "x"


def test_who_saves_a_summary_is_asked_for_where_nobody_said(
    chart: ChartView, qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("qualcoder_lite.gui.dialogs.who_is_coding.ask_who", lambda _parent, coders: coders[0])
    workspace.set_coder("")
    row = chart.table.currentIndex().row()
    qtbot.keyClick(chart.table, "x")
    qtbot.keyClick(chart.writer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert body(chart, row) == "x"
    assert workspace.coder


def test_the_menu_and_the_panes_are_those_of_the_view_that_is_shown(
    window: MainWindow, demonstration: Path, qtbot: QtBot
):
    window.open_project(demonstration)
    page = window.go("findings")
    assert isinstance(page, FindingsPage)
    page.views.turn_to("chart")
    words = [entry.text() for entry in page.actions_for_menu()]
    assert "&Write a summary" in words
    assert page.views.page is not None
    assert page.panes()[0] is page.views.page.panes()[0]
    page.views.turn_to("matrix")
    assert "&Write a summary" not in [entry.text() for entry in page.actions_for_menu()]


def test_an_empty_project_says_what_is_missing(workspace: Workspace, tmp_path: Path, qtbot: QtBot):
    from qualcoder_lite.service.project import Project

    Project.create(tmp_path / "empty.qclite").close()
    workspace.open(tmp_path / "empty.qclite")
    view = ChartView(workspace)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    assert view._nobody.isVisible()


def test_another_page_leads_to_a_summary(page: FindingsPage, qtbot: QtBot, workspace: Workspace):
    project = workspace.project
    grid = project.chart.grid(Level.SITES)
    coding = grid.passages(1, 0)[0].codings[0]
    project.chart.write(grid, 1, 0, "Safe here [1].", quotes=[coding], coder="Ailsa Brodie")
    (summary,) = project.where_used.of([coding]).summaries
    page.receive(Visit(page="findings", summary=summary))
    view = page.views.page
    assert isinstance(view, ChartView)
    qtbot.waitUntil(lambda: not view._pause.isActive())
    assert view.controls.level is Level.SITES
    assert view.writer.text.words == "Safe here [1]."


def test_the_chart_is_narrowed_to_a_site_and_what_was_typed_is_kept(
    chart: ChartView, qtbot: QtBot, workspace: Workspace
):
    qtbot.keyClick(chart.table, "x")
    chart.controls.site.set_value("Kestrel Bay")
    chart.controls.site.chosen.emit("Kestrel Bay")
    grid = chart._model.grid
    assert grid is not None
    assert {row.place for row in grid.rows} == {"Kestrel Bay"}
    assert workspace.project.chart.count(workspace.project.chart.grid()) == 1


def test_the_chosen_cell_stays_in_sight_when_more_people_are_shown(page: FindingsPage, chart: ChartView, qtbot: QtBot):
    page.resize(1340, 420)
    chart.controls.site.set_value("Kestrel Bay")
    chart.controls.site.chosen.emit("Kestrel Bay")
    go(qtbot, chart, 3, 2)
    chart.controls.site.set_value("")
    chart.controls.site.chosen.emit("")
    at = chart.table.currentIndex()
    assert at.row() > 3
    assert chart.table.viewport().rect().contains(chart.table.visualRect(at).center())
