"""The page Interview schedule, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from qualcoder_lite.gui.pages.schedule.rows import InterviewModel, QuestionModel
from tests.gui.windows import click, find, press

SAFE = "Feeling safe"


@pytest.fixture
def page(window, demonstration):
    """The page, come to by its key, without a question."""
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window.go("schedule")


def schedule(page):
    return page.workspace.project.schedule


def test_a_question_is_written_given_an_outcome_and_ticked_off_where_it_was_left_out(qtbot, window, page):
    press(qtbot, window, "Ctrl+Shift+I")
    assert QApplication.focusWidget() is page._empty.primary
    press(qtbot, window, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.panel.words
    qtbot.keyClicks(page.panel.words, "Do you feel safe?")
    press(qtbot, window, Qt.Key.Key_Return)
    page.panel.outcome.setFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    (question,) = schedule(page).questions()
    codes = {code.id: code.name for code in page.workspace.project.codebooks.all()[0].codes}
    assert (question.wording, codes[question.code]) == ("Do you feel safe?", SAFE)
    rows = page.panel.rows
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(2, 0))
    press(qtbot, window, Qt.Key.Key_Space)
    left_out = page.workspace.project.transcripts.overview()[2].transcript.id
    assert schedule(page).left_out(question.id) == {left_out}
    assert "not asked in 1 interview" in page._model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    click(qtbot, window, "schedule-asked-none")
    assert len(schedule(page).left_out(question.id)) == 14
    press(qtbot, window, "Ctrl+Z")
    assert schedule(page).left_out(question.id) == {left_out}
    assert rows.currentIndex().row() == 2


def test_a_question_is_said_to_be_left_out_in_the_interviews_of_one_site(qtbot, window, page):
    schedule(page).add("Do you feel safe?")
    question = schedule(page).questions()[0].id
    page.refresh()
    page.panel.sought.setText("fenmarsh")
    click(qtbot, window, "schedule-asked-none")
    overview = page.workspace.project.transcripts.overview()
    at_fenmarsh = {each.transcript.id for each in overview if each.placement.site.name == "Fenmarsh"}
    assert schedule(page).left_out(question) == at_fenmarsh
    assert page.panel.rows.model().rowCount() == len(at_fenmarsh)
    page.panel.sought.clear()
    click(qtbot, window, "schedule-asked-all")
    assert schedule(page).left_out(question) == set()


def test_questions_are_moved_and_taken_out_and_the_chosen_one_stays_chosen(qtbot, window, page):
    for words in ("One?", "Two?", "Three?"):
        schedule(page).add(words)
    page.refresh()
    page.list.show_question(schedule(page).questions()[2].id)
    click(qtbot, window, "schedule-up")
    assert [each.wording for each in schedule(page).questions()] == ["One?", "Three?", "Two?"]
    assert page.panel.words.text() == "Three?"
    click(qtbot, window, "schedule-remove")
    assert [each.wording for each in schedule(page).questions()] == ["One?", "Two?"]
    assert page.panel.words.text() == "One?"


def test_what_was_typed_is_kept_when_the_page_is_left(window, page):
    schedule(page).add("One?")
    page.refresh()
    page.panel.words.setText("One, or none?")
    window.go("home")
    assert schedule(page).questions()[0].wording == "One, or none?"


def test_a_question_without_words_is_refused_and_stays_as_it_was(window, page):
    schedule(page).add("One?")
    page.refresh()
    page.panel.words.setText("  ")
    page.panel.keep()
    assert "needs words" in window.sayings.toast.words
    assert schedule(page).questions()[0].wording == page.panel.words.text() == "One?"


def test_a_table_is_taken_in(qtbot, window, page, tmp_path, monkeypatch):
    table = tmp_path / "schedule.csv"
    table.write_text("question,outcome\nDo you feel safe?,Feeling safe\nWhat changed?,\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    page._empty.other.click()
    assert page._model.rowCount() == 2
    assert page.list.isVisible()


def test_a_project_to_read_can_only_be_looked_at(window, demonstration):
    window.open_project(demonstration)
    window.workspace.project.schedule.add("One?")
    window._close_project()
    window.open_project(demonstration, to_read=True)
    page = window.go("schedule")
    assert page.panel.words.isReadOnly()
    assert not find(window, "schedule-add").isEnabled()
    flags = page.panel.interviews.flags(page.panel.interviews.index(0))
    assert not flags & Qt.ItemFlag.ItemIsUserCheckable


def test_the_models_are_sound(page, qtmodeltester):
    overview = page.workspace.project.transcripts.overview()
    interviews, questions = InterviewModel(), QuestionModel()
    interviews.show(overview, {overview[0].transcript.id}, locked=False)
    qtmodeltester.check(interviews)
    schedule(page).add("One?")
    questions.show(schedule(page).questions(), {}, {})
    qtmodeltester.check(questions)
