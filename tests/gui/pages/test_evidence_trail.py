"""From a cell to its evidence and back: one key from the turn, where a coding is used, who speaks against a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.four_fold import FourFold
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.dialogs.where_used import WhereUsedDialog
from qualcoder_lite.gui.pages.findings.arithmetic import CAUTION, ArithmeticDialog, lines_of
from qualcoder_lite.gui.pages.findings.counter_examples import CounterExamplesDialog
from qualcoder_lite.gui.pages.findings.quotes import EXTRACT
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.cross_reference.where_used import CellUse

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.pages.code.page import CodePage
    from qualcoder_lite.gui.pages.findings import FindingsPage
    from qualcoder_lite.gui.window.main_window import MainWindow

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, demonstration: Path) -> MainWindow:
    """The window on the demonstration project, Ailsa coding."""
    window.resize(1440, 900)
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window


def at_cell(window: MainWindow, qtbot: QtBot, state: FeatureState = FeatureState.PRESENT) -> FindingsPage:
    """The page Findings at Feeling safe by co-location, its quotes listed."""
    project = window.workspace.project
    cell = CellUse(
        lens=Lens.SITES,
        outcome="Feeling safe",
        outcome_id=next(row.id for row in project.findings.matrix("sites").rows if row.name == "Feeling safe"),
        feature="Co-location of staff",
        feature_id=next(each.id for each in project.sites.features() if each.name == "Co-location of staff"),
        state=state,
    )
    window.workspace.visit(Visit(page="findings", cell=cell))
    page = cast("FindingsPage", window.page)
    number = len(project.findings.extracts("sites", cell.outcome, cell.feature, state=state))
    qtbot.waitUntil(lambda: page.panel.chosen is not None and page.panel.quotes.model().rowCount() == number)
    return page


def chosen_quote(page: FindingsPage) -> Extract:
    return cast("Extract", page.panel.quotes.currentIndex().data(EXTRACT))


def dialog_of(window: MainWindow, kind: type, qtbot: QtBot) -> object:
    def found() -> list[object]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_one_key_leads_from_the_turn_back_to_the_quote_of_the_cell(opened: MainWindow, qtbot: QtBot) -> None:
    page = at_cell(opened, qtbot, FeatureState.ABSENT)
    page.panel.quotes.setFocus()
    QTest.keyClick(page.panel.quotes, Key.Key_Down)
    left = chosen_quote(page)
    QTest.keyClick(page.panel.quotes, Key.Key_Return)
    assert opened.page is not page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(cast("CodePage", opened.page).desk.view, Key.Key_Left, ALT)
    assert opened.page is page
    assert page.panel.state is FeatureState.ABSENT
    assert chosen_quote(page) == left
    assert QApplication.focusWidget() is page.panel.quotes


def test_what_was_coded_meanwhile_does_not_lose_the_quote(opened: MainWindow, qtbot: QtBot) -> None:
    page = at_cell(opened, qtbot)
    page.panel.quotes.setFocus()
    QTest.keyClick(page.panel.quotes, Key.Key_Down)
    QTest.keyClick(page.panel.quotes, Key.Key_Down)
    left = chosen_quote(page)
    QTest.keyClick(page.panel.quotes, Key.Key_Return)
    code = cast("CodePage", opened.page)
    elsewhere = next(each for each in code.session.codes.features if each.name == "Key worker")
    code.session.put(elsewhere.code.id, code.desk.view.passage)
    QTest.keyClick(code.desk.view, Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: chosen_quote(page) is not None and chosen_quote(page).start == left.start)
    assert chosen_quote(page).transcript == left.transcript


def test_the_way_back_leads_through_every_page_that_was_left(opened: MainWindow, qtbot: QtBot) -> None:
    findings = at_cell(opened, qtbot)
    findings.panel.all_quotes.click()
    quotes = opened.page
    opened.workspace.visit(
        Visit(page="code", transcript=opened.workspace.project.transcripts.overview()[0].transcript.id)
    )
    QTest.keyClick(opened, Key.Key_Left, ALT)
    assert opened.page is quotes
    QTest.keyClick(opened, Key.Key_Left, ALT)
    assert opened.page is findings


def test_a_coding_leads_to_the_cells_in_which_it_is_used(opened: MainWindow, qtbot: QtBot) -> None:
    project = opened.workspace.project
    extract = project.findings.extracts("attributions", "Responsiveness", "Co-location")[0]
    place = {"transcript": extract.transcript, "start": extract.start, "end": extract.end}
    opened.workspace.visit(Visit(page="code", **place))
    code = cast("CodePage", opened.page)
    code.session.activate(extract.codings[0])
    QTest.keyClick(code.desk.view, Key.Key_W, CONTROL)
    dialog = cast("WhereUsedDialog", dialog_of(opened, WhereUsedDialog, qtbot))
    assert dialog.places.item(0).text() == "Findings, people said so"
    assert dialog.places.currentItem().text() == "Co-location"
    QTest.keyClick(dialog.places, Key.Key_Return)
    page = cast("FindingsPage", opened.page)
    assert page.value == "findings"
    qtbot.waitUntil(lambda: page.panel.chosen is not None)
    shown = page.panel.chosen
    assert shown is not None
    assert (shown.matrix.lens, shown.matrix.rows[shown.row].name) == (Lens.ATTRIBUTIONS, "Responsiveness")
    assert shown.matrix.columns[shown.column].name == "Co-location"
    QTest.keyClick(opened, Key.Key_Left, ALT)
    assert opened.page is code


def test_a_quote_tells_where_it_is_used_and_a_turn_without_codings_says_so(opened: MainWindow, qtbot: QtBot) -> None:
    opened.go("quotes")
    quotes = opened.page
    assert quotes is not None
    qtbot.waitUntil(lambda: quotes._list.currentIndex().isValid())
    QTest.keyClick(quotes._list, Key.Key_W, CONTROL)
    dialog = cast("WhereUsedDialog", dialog_of(opened, WhereUsedDialog, qtbot))
    assert "coded by" in dialog.accessibleDescription()
    dialog.reject()
    unread = next(each for each in opened.workspace.project.transcripts.overview() if not each.codings)
    opened.workspace.visit(Visit(page="code", transcript=unread.transcript.id))
    code = cast("CodePage", opened.page)
    QTest.keyClick(code.desk.view, Key.Key_W, CONTROL)
    assert "Nothing is coded" in code.desk.foot.status.words


def test_who_speaks_against_a_cell_is_answered_with_a_memo(opened: MainWindow, qtbot: QtBot) -> None:
    page = at_cell(opened, qtbot)
    QTest.keyClick(page.table, Key.Key_X, CONTROL)
    dialog = cast("CounterExamplesDialog", dialog_of(opened, CounterExamplesDialog, qtbot))
    asked = dialog._examples.unanswered
    assert dialog.people.currentItem().text().startswith("Elsie · Fenmarsh")
    assert dialog.quotes.model().rowCount() == 2
    assert not dialog.keep.isEnabled()
    QTest.keyClicks(dialog.answer, "It is about the bins, not the house.")
    QTest.keyClick(dialog.keep, Key.Key_Space)
    assert dialog._examples.unanswered == asked - 1
    assert dialog.people.line(dialog.people.currentRow()).note.startswith("Answered")
    assert dialog._answers.text().startswith("It is about the bins, not the house.")
    (memo,) = [each for each in opened.workspace.project.memos.all() if each.memo.title]
    assert memo.memo.title == "Counter-example to Co-location of staff"
    opened.workspace.undo()
    QTest.keyClick(dialog.people, Key.Key_Return)
    QTest.keyClick(dialog.quotes, Key.Key_Return)
    assert opened.page is not page
    QTest.keyClick(opened, Key.Key_Left, ALT)
    assert opened.page is page


def test_an_answer_is_kept_by_ctrl_enter_and_by_going_on_and_given_up_by_escape(
    opened: MainWindow, qtbot: QtBot
) -> None:
    page = at_cell(opened, qtbot)
    QTest.keyClick(page.table, Key.Key_X, CONTROL)
    dialog = cast("CounterExamplesDialog", dialog_of(opened, CounterExamplesDialog, qtbot))
    first = dialog._chosen
    assert first is not None
    QTest.keyClicks(dialog.answer, "By Ctrl+Enter.")
    QTest.keyClick(dialog.answer, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog._answers.text().startswith("By Ctrl+Enter.")
    QTest.keyClicks(dialog.answer, "By going on.")
    QTest.keyClick(dialog.people, Key.Key_Down)
    other = dialog._chosen
    assert other is not None
    assert other.about != first.about
    assert not dialog.answer.words
    QTest.keyClicks(dialog.answer, "Given up.")
    QTest.keyClick(dialog.answer, Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.answer.words
    QTest.keyClicks(dialog.answer, "By closing.")
    dialog.reject()
    kept = {memo.memo.body: memo.memo.about for memo in opened.workspace.project.memos.all() if memo.memo.title}
    assert kept == {"By Ctrl+Enter.": first.about, "By going on.": first.about, "By closing.": other.about}


def test_an_answer_that_nobody_signs_is_not_lost(opened: MainWindow, qtbot: QtBot) -> None:
    page = at_cell(opened, qtbot)
    opened.workspace.set_coder("")
    QTest.keyClick(page.table, Key.Key_X, CONTROL)
    dialog = cast("CounterExamplesDialog", dialog_of(opened, CounterExamplesDialog, qtbot))
    QTest.keyClicks(dialog.answer, "Mine.")
    QTest.keyClick(dialog.people, Key.Key_Down)
    assert dialog._trouble.isVisible()
    QTest.keyClick(dialog.people, Key.Key_Up)
    assert dialog.answer.words == "Mine."
    dialog.reject()
    assert dialog.isVisible()
    QTest.keyClick(dialog.answer, Key.Key_Escape)
    dialog.reject()
    assert not dialog.isVisible()


def test_who_was_asked_stands_beside_the_counts(opened: MainWindow, qtbot: QtBot) -> None:
    project = opened.workspace.project
    asking = at_cell(opened, qtbot).findChild(Label, "findings-asking")
    assert asking is not None
    assert not asking.isVisible()
    project.schedule.add("Do you feel safe?", "Feeling safe")
    (question,) = project.schedule.questions()
    elsie = project.findings.extracts("sites", "Feeling safe", "Co-location of staff")[0].transcript
    opened.workspace.act(lambda: project.schedule.set_asked(question.id, [elsie], asked=False))
    qtbot.waitUntil(asking.isVisible)
    assert asking.text() == "6 people were asked about it; 1 person speaks of it unprompted."


def test_the_arithmetic_is_shown_on_request_and_never_without_its_caution(opened: MainWindow, qtbot: QtBot) -> None:
    page = at_cell(opened, qtbot)
    assert "Fisher" not in " ".join(label.text() for label in page.findChildren(Label))
    QTest.keyClick(page.table, Key.Key_Y, CONTROL)
    dialog = cast("ArithmeticDialog", dialog_of(opened, ArithmeticDialog, qtbot))
    said = [label.text() for label in dialog.findChildren(Label)]
    assert said[said.index("5") : said.index("5") + 7] == ["5", "2", "7", "At sites without it", "3", "0", "3"]
    assert CAUTION in said
    assert any("Fisher’s exact test" in line for line in said)
    dialog.accept()


def test_nobody_to_compare_with_is_said() -> None:
    assert lines_of(FourFold(3, 2, 0, 0)) == [
        "Nothing can be compared: one of the two groups has nobody who speaks of the outcome."
    ]
    assert "p = less than 0.001" in lines_of(FourFold(20, 0, 0, 20))[1]


def test_codes_in_interviewers_words_are_told_and_left_out_on_request(opened: MainWindow, qtbot: QtBot) -> None:
    project = opened.workspace.project
    page = at_cell(opened, qtbot)
    before = page.panel.quotes.model().rowCount()
    elsie = chosen_quote(page).transcript
    speakers = project.transcripts.speakers(elsie)
    question = next(each for each in project.transcripts.turns(elsie) if speakers[each.speaker].role == "interviewer")
    new = NewCoding(
        transcript=elsie, start=question.speech, end=question.end, code="Feeling safe", coder="Ailsa Brodie"
    )
    opened.workspace.act(lambda: project.codings.add(new))
    qtbot.waitUntil(lambda: page.panel.quotes.model().rowCount() == before + 1)
    told = [label.text() for label in page.panel.findChildren(Label) if label.isVisibleTo(page.panel)]
    assert any(words.startswith("1 of them lies wholly in an interviewer’s words") for words in told)
    box = page.controls.of_whom.filters.interviewers
    box.set_value("without")
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.panel.quotes.model().rowCount() == before)
    assert page.controls.asked.scope.in_words() == ["Without what is coded in interviewers’ words"]
