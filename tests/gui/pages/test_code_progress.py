"""On the page Code: small bites, and what a person says of a transcript as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qualcoder_lite.domain.transcript_mark import Marks
from qualcoder_lite.gui.pages.code.small_bites import TURNS
from qualcoder_lite.gui.widgets.filter_choice import FilterChoice
from tests.gui.windows import action, click, find, press

if TYPE_CHECKING:
    from qualcoder_lite.gui.widgets.choice_box import ChoiceBox

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def page(window, demonstration):
    """The page Code with the demonstration, Ailsa coding."""
    window.open_project(demonstration)
    window.workspace.set_coder(AILSA)
    page = window.go("code")
    page.focus_text()
    return page


def marks(page) -> Marks:
    return page.workspace.project.progress.marks().get(page.session.transcript.id, Marks())


def walk(qtbot, page, turns: int) -> None:
    for _ in range(turns):
        qtbot.keyClick(page.desk.view, Qt.Key.Key_Down)


def begin(qtbot, page) -> None:
    action(page.window(), "Ten turns").trigger()
    qtbot.keyClick(page.desk.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    page.bites.begin(page.desk.view.turn_number)


def test_after_ten_turns_comes_a_word_and_enter_goes_on(qtbot, page, window):
    begin(qtbot, page)
    walk(qtbot, page, TURNS - 1)
    assert not page.desk.break_bar.isVisible()
    walk(qtbot, page, 1)
    assert QApplication.focusWidget() is find(window, "small-bite-go-on")
    here = page.desk.view.passage
    press(qtbot, window, Qt.Key.Key_Return)
    assert not page.desk.break_bar.isVisible()
    assert page.desk.view.hasFocus()
    assert page.desk.view.passage == here
    assert "1 of 10 turns" in find(window, "transcript-detail").text()
    walk(qtbot, page, TURNS)
    assert page.desk.break_bar.isVisible()
    click(qtbot, window, "small-bite-stop")
    assert window.page.value == "home"


def test_a_leap_begins_a_new_bite(qtbot, page):
    begin(qtbot, page)
    walk(qtbot, page, 4)
    page.bites.reach(30)
    page.bites.reach(31)
    assert page.bites.words == "2 of 10 turns"
    page.bites.reach(2)
    assert page.bites.words == "1 of 10 turns"


def test_small_bites_are_remembered_for_each_person(page, window):
    action(window, "Ten turns").trigger()
    assert page.desk.foot.status.words == "A break is offered after every ten turns."
    window.workspace.set_coder(DENNIS)
    assert not page.bites.on
    window.workspace.set_coder(AILSA)
    assert page.bites.on


def test_a_transcript_is_put_off_and_called_distressing_for_oneself_and_that_is_undone(page, window):
    action(window, "Put this transcript").trigger()
    action(window, "This transcript is").trigger()
    assert marks(page) == Marks(distressing=(AILSA,), put_off=(AILSA,))
    row = page.desk.list.model.row_of(page.session.transcript.id)
    assert row.detail == "Distressing · Put off"
    assert "distressing" in row.spoken
    page.undo()
    assert marks(page) == Marks(put_off=(AILSA,))
    row = page.desk.list.model.row_of(page.session.transcript.id)
    assert row.detail.startswith("Put off")  # what matters most is not cut off by what the list has no room for
    window.workspace.set_coder(DENNIS)
    assert not action(window, "Put this transcript").isChecked()


def test_reflecting_holds_for_everybody(page, window):
    action(window, "Reflects").trigger()
    window.workspace.set_coder(DENNIS)
    assert action(window, "Reflects").isChecked()
    action(window, "Reflects").trigger()
    assert marks(page) == Marks()


def test_quotes_and_findings_are_narrowed_to_people_who_reflect(qtbot, page, window):
    quotes = window.go("quotes")
    everything = quotes._model.rowCount()
    assert not quotes.findChild(FilterChoice, "quotes-whose").isVisible()
    window.go("code")
    overview = page.workspace.project.transcripts.overview()
    most = max(overview, key=lambda each: each.codings).transcript
    page.open_transcript(most.id)
    action(window, "Reflects").trigger()
    window.go("quotes")
    choose(find(window, "quotes-whose"))
    assert 0 < quotes._model.rowCount() < everything
    assert {quotes._model.extract(row).transcript for row in range(3)} == {most.id}
    findings = window.go("findings")
    choose(find(window, "findings-whose"))
    assert findings.controls.asked.scope.reflecting


def choose(box: ChoiceBox) -> None:
    box.setCurrentIndex(1)
    box.activated.emit(1)
