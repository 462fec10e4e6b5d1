"""The page Search in the window: typing, reading, going to the turn and back, ticking and coding, by keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.gui.pages.search import SearchPage
from qualcoder_lite.gui.pages.search.code_found import CodeFoundDialog
from qualcoder_lite.gui.pages.search.elsewhere import ElsewhereList, ElsewhereModel
from qualcoder_lite.gui.pages.search.hit_list import HitList
from qualcoder_lite.gui.pages.search.model import HitModel
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.service.project import Project
from tests.gui.windows import action, click, find, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow

AILSA = "Ailsa Brodie"


@pytest.fixture
def opened(window: MainWindow, demonstration: Path) -> MainWindow:
    """The window with the demonstration project, Ailsa coding."""
    assert window.open_project(demonstration)
    window.workspace.set_coder(AILSA)
    return window


@pytest.fixture
def page(qtbot: QtBot, opened: MainWindow) -> SearchPage:
    press(qtbot, opened, "Ctrl+Shift+F")
    shown = opened.page
    assert isinstance(shown, SearchPage)
    return shown


def look_for(qtbot: QtBot, page: SearchPage, words: str) -> None:
    """Type words and press Enter."""
    page.bar.words.setFocus()
    page.bar.words.selectAll()
    qtbot.keyClicks(page.bar.words, words)
    qtbot.keyClick(page.bar.words, Qt.Key.Key_Return)


def hits(page: SearchPage) -> HitList:
    return page.findChild(HitList)


def codings(page: SearchPage) -> int:
    return page.workspace.project.info().codings


def answer(qtbot: QtBot, find_words: str, unit: str = "turn") -> list[str]:
    """Choose a code in the dialog that is to come, by typing, and put it on; what the dialog said of it."""
    said: list[str] = []
    waiting = QTimer(QApplication.instance())

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, CodeFoundDialog):
            return
        waiting.deleteLater()
        qtbot.keyClicks(dialog.codes.words, find_words)
        dialog.units.segment(unit).click()
        said.append(dialog.told.text())
        qtbot.keyClick(dialog.codes.words, Qt.Key.Key_Return)
        if dialog.isVisible():  # it couldn't be answered
            dialog.reject()

    waiting.timeout.connect(choose)
    waiting.start(10)
    return said


def test_words_can_be_typed_at_once_in_large_print_too(qtbot: QtBot, opened: MainWindow, theme: Theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    opened.resize(1280, 720)
    press(qtbot, opened, "Ctrl+Shift+F")
    assert QApplication.focusWidget() is find(opened, "search-words")


def test_words_are_found_while_they_are_typed(qtbot: QtBot, page: SearchPage):
    assert QApplication.focusWidget() is page.bar.words
    qtbot.keyClicks(page.bar.words, "safe")
    qtbot.waitUntil(lambda: hits(page).found.rowCount() == 25)
    assert find(page, "search-summary").text() == (
        "25 places in 14 transcripts, from 14 people · also in 7 codes and 2 memos"
    )
    assert "safe" in find(page, "search-text").toPlainText()


def test_by_keys_alone_to_the_turn_and_back_to_the_same_place(qtbot: QtBot, opened: MainWindow, page: SearchPage):
    look_for(qtbot, page, "safe")
    press(qtbot, opened, "F6", Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is hits(page)
    hit = page._model.hit(2)
    press(qtbot, opened, Qt.Key.Key_Return)
    assert opened.page.value == "code"
    assert opened.page.session.transcript.id == hit.transcript
    assert find(opened, "way-back").words == "Back to Search"
    press(qtbot, opened, "Alt+Left")
    assert opened.page is page
    assert hits(page).currentIndex().row() == 2
    assert not opened._way_back.isVisible()
    assert not opened._way_back.action.isEnabled()


def test_a_click_on_the_way_back_leads_back_and_another_page_does_not_lose_it(qtbot, opened: MainWindow, page):
    look_for(qtbot, page, "safe")
    click(qtbot, page, "search-go")
    press(qtbot, opened, "Ctrl+1")
    click(qtbot, opened, "way-back")
    assert opened.page is page


def test_ticked_hits_are_coded_in_one_step_that_is_undone(qtbot: QtBot, opened: MainWindow, page: SearchPage):
    look_for(qtbot, page, "safe")
    before = codings(page)
    hits(page).setFocus()
    press(qtbot, opened, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert find(page, "search-code").words == "Code the 2 ticked …"
    said = answer(qtbot, "stigma")
    press(qtbot, opened, "Ctrl+Return")
    assert "on 2 passages in 2 transcripts, as Ailsa Brodie" in said[0]
    assert codings(page) == before + 2
    assert opened.sayings.toast.words.startswith("Coded: ")
    action(opened, "Undo: put Dealing with stigma").trigger()
    assert codings(page) == before


def test_all_hits_are_coded_where_none_is_ticked(qtbot: QtBot, page: SearchPage):
    look_for(qtbot, page, "safe")
    assert find(page, "search-code").words == "Code all 25 …"
    before = codings(page)
    said = answer(qtbot, "stigma", "match")
    page.bar.words.setFocus()
    press(qtbot, page.window(), "Ctrl+Return")
    assert "on 25 passages" in said[0]
    assert codings(page) == before + 25
    page.window().activateWindow()
    qtbot.waitUntil(hits(page).hasFocus)
    press(qtbot, page.window(), "Ctrl+Z")
    assert codings(page) == before
    assert page.bar.words.text() == "safe"


def test_ticks_go_with_the_mouse_and_all_at_once(qtbot: QtBot, page: SearchPage):
    look_for(qtbot, page, "safe")
    row = hits(page).visualRect(page._model.index(1, 0))
    qtbot.mouseClick(hits(page).viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(20, 20))
    assert page._model.ticked == [page._model.hit(1)]
    click(qtbot, page, "search-tick-all")
    assert page._model.ticked == []
    click(qtbot, page, "search-tick-all")
    assert len(page._model.ticked) == 25


def test_a_wrong_pattern_is_told_beside_the_words(qtbot: QtBot, opened: MainWindow, page: SearchPage):
    find(page, "search-regex").click()
    look_for(qtbot, page, "(safe")
    assert "not a pattern" in find(page, "search-summary").text()
    assert not opened.sayings.toast.isVisible()
    look_for(qtbot, page, r"saf\w+")
    assert hits(page).found.rowCount() > 0


def test_a_search_that_finds_nothing_where_it_looks_offers_to_look_everywhere(qtbot: QtBot, page: SearchPage):
    roles = find(page, "search-roles")
    roles.setFocus()
    qtbot.keyClick(roles, Qt.Key.Key_End)
    assert roles.currentText() == "Others"
    look_for(qtbot, page, "safe")
    click(qtbot, page, "search-everywhere")
    assert hits(page).found.rowCount() == 25


def test_a_large_project_shows_the_first_hits_and_then_all(qtbot: QtBot, page: SearchPage, monkeypatch):
    monkeypatch.setattr("qualcoder_lite.gui.pages.finder._WORDS", 0)
    monkeypatch.setattr("qualcoder_lite.gui.pages.search.page._FIRST", 1)
    seen: list[bool] = []
    page._finder.found.connect(lambda found: seen.append(found.said.complete))
    look_for(qtbot, page, "e")
    qtbot.waitUntil(lambda: seen in ([False, True], [True]))
    with Project.look(page.workspace.project.path) as other:
        assert hits(page).found.rowCount() == len(other.search.find(Query(words="e")).hits)


def test_each_hit_is_said_whole_by_a_screen_reader(qtbot: QtBot, page: SearchPage):
    look_for(qtbot, page, "not a nervous person")
    face = QAccessible.queryAccessibleInterface(hits(page))
    said = face.child(0).text(QAccessible.Text.Name)
    assert said.startswith("not a nervous person. Winifred says: ")
    assert said.endswith("Winifred, turn 8, Fenmarsh, Older people")


def test_in_a_narrow_window_the_choices_fold_away_and_those_that_are_on_stay(qtbot, opened, page, theme: Theme):
    theme.choose(mode="light", text=2.0, tint="paper")
    opened.resize(1280, 720)
    look_for(qtbot, page, "safe")
    assert not page.findChild(object, "search-pane").isVisible()
    assert not page.findChild(object, "search-sites").isVisible()
    click(qtbot, page, "search-unfold")
    assert find(page, "search-sites").isVisible()


def test_the_model_of_hits_is_a_sound_one(demonstration: Path, qapp):
    with Project.look(demonstration) as project:
        found = project.search.find(Query(words="safe"))
        model = HitModel()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.show(found.hits, project.search.show(found.hits))
        model.tick_all(ticked=True)
        assert model.setData(model.index(3, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        assert len(model.ticked) == 24
        model.show(found.hits[:5], project.search.show(found.hits[:5]), keep_ticks=True)
        assert len(model.ticked) == 4
        assert model.rowCount(model.index(0, 0)) == 0
        assert model.data(QModelIndex()) is None


def test_memos_codes_and_summaries_that_have_the_words_are_shown_and_gone_to(qtbot, opened: MainWindow, page):
    where, things = page.findChild(QWidget, "search-where"), page.findChild(ElsewhereList)
    assert not where.isVisible()
    opened.workspace.project.memos.write(About(), "A chair that lifts.", coder=AILSA, title="Chairs")
    grid = opened.workspace.project.chart.grid()
    opened.workspace.project.chart.write(grid, 0, 1, "A chair by the window.", coder=AILSA)
    look_for(qtbot, page, "a chair")
    assert find(page, "search-summary").text().endswith(" · also in 1 summary and 1 memo")
    press(qtbot, opened, "Ctrl+Shift+E")
    assert things.hasFocus()
    said = [things.found.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said[0] == f"Summary · {grid.rows[0].name} · {grid.codes[1].name}: A chair by the window."
    assert said[1] == f"Memo · Chairs · The whole project · {AILSA}: Chairs A chair that lifts."
    assert find(page, "search-go").words == "Go to its place in the chart"
    qtbot.keyClick(things, Qt.Key.Key_Down)
    assert "A chair that lifts." in find(page, "search-text").toPlainText()
    qtbot.keyClick(things, Qt.Key.Key_Return)
    assert opened.page.value == "memos"
    assert opened.page.pane.listed.memo.title == "Chairs"
    press(qtbot, opened, "Alt+Left")
    assert things.isVisible()
    qtbot.keyClick(things, Qt.Key.Key_Up)
    click(qtbot, page, "search-go")
    assert opened.page.value == "findings"


def test_words_that_nobody_said_are_still_shown_where_they_are(qtbot: QtBot, opened: MainWindow, page: SearchPage):
    opened.workspace.project.memos.write(About(), "Zeitgeist.", coder=AILSA)
    look_for(qtbot, page, "zeitgeist")
    assert find(page, "search-summary").text() == "Nothing was found in what was said · also in 1 memo"
    assert find(page, "search-none").isVisible()
    page.findChild(SegmentedControl, "search-where").segment("elsewhere").click()
    assert page.findChild(ElsewhereList).isVisible()
    look_for(qtbot, page, "safe")
    page.findChild(SegmentedControl, "search-where").segment("elsewhere").click()
    things = page.findChild(ElsewhereList)
    qtbot.keyClick(things, Qt.Key.Key_Return)
    assert opened.page.value == "codebook"


def test_the_model_of_what_was_found_elsewhere_is_a_sound_one(demonstration: Path, qapp):
    with Project.look(demonstration) as project:
        model = ElsewhereModel(qapp)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.show(project.search.elsewhere(Query(words="safe")))
        assert model.rowCount()
        assert model.rowCount(model.index(0, 0)) == 0
        assert model.data(QModelIndex()) is None
        model.show(())
