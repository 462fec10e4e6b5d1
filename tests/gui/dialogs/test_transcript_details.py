"""What is said of a stored transcript is put right, a transcript is given to somebody, or deleted after a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from qualcoder_lite.gui.dialogs.people.give_transcripts import GiveTranscriptsDialog
from qualcoder_lite.gui.dialogs.transcript_details import TranscriptDetailsDialog
from qualcoder_lite.gui.widgets.question import Question
from qualcoder_lite.service.transcripts.details import TranscriptChange
from tests.gui.windows import action, answer, click

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.pages.code.page import CodePage
    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, demonstration: Path) -> CodePage:
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window.go("code")


def test_the_open_transcript_gets_another_title_and_date(qtbot: QtBot, page: CodePage, window: MainWindow) -> None:
    transcript, describing = page.session.transcript.id, page.workspace.project.describing
    before = describing.details(transcript)

    def change(dialog: TranscriptDetailsDialog) -> None:
        dialog.date.setText("some day")
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
        assert "is not a date" in dialog.trouble.text()
        dialog.date.setText("3/5/2024")
        dialog.title.setText("The first visit")
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)

    answer(TranscriptDetailsDialog, change)
    action(window, "About this transcript").trigger()
    assert describing.details(transcript) == replace(before, title="The first visit", date="2024-05-03")
    assert page.session.transcript.id == transcript
    page.workspace.undo()
    assert describing.details(transcript) == before


def test_the_open_transcript_is_deleted_after_a_question_and_comes_back(page: CodePage, window: MainWindow) -> None:
    transcript, project = page.session.transcript.id, page.workspace.project
    many = len(project.transcripts.overview())
    answer(Question, lambda question: question.leave.click())
    action(window, "Delete this transcript").trigger()
    assert len(project.transcripts.overview()) == many
    answer(Question, lambda question: question.do.click())
    action(window, "Delete this transcript").trigger()
    assert len(project.transcripts.overview()) == many - 1
    assert page.session.transcript.id not in ("", transcript)
    page.workspace.undo()
    assert len(project.transcripts.overview()) == many


def test_a_transcript_of_nobody_is_given_to_a_participant(qtbot: QtBot, page: CodePage, window: MainWindow) -> None:
    project = page.workspace.project
    one = project.transcripts.overview()[0].transcript
    project.describing.change([one.id], TranscriptChange(participant="", site="", client_group=""))
    people = window.go("people")
    chosen = people.panel.name.text()

    def give(dialog: GiveTranscriptsDialog) -> None:
        assert not dialog.do.isEnabled()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)

    answer(GiveTranscriptsDialog, give)
    people.panel.area.ensureWidgetVisible(people.panel.give)
    click(qtbot, window, "people-give-transcript")
    assert project.describing.details(one.id).participant == chosen
    assert people.panel.name.text() == chosen
