"""Bringing copies together in the window: seen first, done in one step, taken back by one Undo."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from tests.gui.windows import action, click, controls_out_of_reach

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def copy(demonstration: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration in which somebody new coded one passage, and one coding was changed."""
    path = tmp_path / "kim.qclite"
    shutil.copyfile(demonstration, path)
    with Project.open(path) as project:
        transcript = project.transcripts.overview()[0].transcript.id
        (coding, *_) = project.codings.of_transcript(transcript)
        project.codings.recode(coding.id, polarity=Polarity.MIXED)
        project.codings.add(NewCoding(transcript=transcript, start=0, end=40, code="Feeling safe", coder="Kim Lee"))
    return path


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label) if label.isVisible())


def asked(window: MainWindow) -> QWidget:
    (dialog,) = [each for each in window.findChildren(QDialog, "bring-together") if each.isVisible()]
    return dialog


def test_copies_are_chosen_looked_at_brought_in_and_taken_back_by_one_undo(
    qtbot: QtBot, window: MainWindow, demonstration: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_project(demonstration)
    project = window.workspace.project
    transcript = project.transcripts.overview()[0].transcript.id
    (coding, *_) = before = project.codings.of_transcript(transcript)
    project.codings.recode(coding.id, polarity=Polarity.NOT_STATED)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(copy)], ""))
    action(window, "Bring copies together").trigger()
    dialog = asked(window)
    click(qtbot, dialog, "merge-choose")
    qtbot.waitUntil(lambda: "What is new" in said(dialog))
    assert "Kim Lee: 1 coding new." in said(dialog)
    assert "1 thing was changed on both sides" in said(dialog)
    assert "delivered or not: not stated" in said(dialog)
    assert controls_out_of_reach(dialog) == {}
    assert len(project.codings.of_transcript(transcript)) == len(before)
    with qtbot.waitSignal(window.workspace.done) as done:
        click(qtbot, dialog, "merge-do")
    sentence, can_undo = done.args or ("", False)
    assert can_undo
    assert "from Kim Lee" in sentence
    qtbot.waitUntil(lambda: not window.findChildren(QDialog, "bring-together"))
    assert len(project.codings.of_transcript(transcript)) == len(before) + 1
    assert "Kim Lee" in [coder.name for coder in project.coders.all()]
    window.workspace.undo()
    assert len(project.codings.of_transcript(transcript)) == len(before)
    assert "Kim Lee" not in [coder.name for coder in project.coders.all()]


def test_what_can_not_be_brought_in_is_said_and_another_can_be_chosen(
    qtbot: QtBot, window: MainWindow, demonstration: Path, copy: Path
) -> None:
    from qualcoder_lite.gui.dialogs.bring_together import bring_together

    window.open_project(demonstration)
    bring_together(window, window.workspace, [demonstration])
    dialog = asked(window)
    qtbot.waitUntil(lambda: "is this project itself" in said(dialog))
    dialog.look_at([copy])
    qtbot.waitUntil(lambda: "What is new" in said(dialog))
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog, "bring-together"))


def test_it_is_left_by_a_button_before_any_copy_is_chosen(
    qtbot: QtBot, window: MainWindow, demonstration: Path
) -> None:
    window.open_project(demonstration)
    action(window, "Bring copies together").trigger()
    click(qtbot, asked(window), "merge-leave")
    qtbot.waitUntil(lambda: not window.findChildren(QDialog, "bring-together"))
