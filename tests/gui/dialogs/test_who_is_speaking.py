"""Who is speaking is put right in a transcript that is stored: looked at first, kept in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.dialogs.who_is_speaking import WhoIsSpeakingDialog
from qualcoder_lite.gui.widgets.controls import unnamed
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace

TALK = "Interviewer: Well?\n\nAnna: I go.\n\nTransport: It fails.\n\nInterviewer: Does it?\n\nTransport: It does.\n"


@pytest.fixture
def transcript(workspace: Workspace, tmp_path: Path) -> str:
    path = tmp_path / "anna.txt"
    path.write_text(TALK, encoding="utf-8")
    return workspace.project.transcripts.import_file(path, ImportOptions()).transcript.id


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, transcript: str) -> Iterator[WhoIsSpeakingDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1200, 800)
    parent.show()
    made = WhoIsSpeakingDialog(parent, workspace, transcript)
    made.open()
    qtbot.waitUntil(made.isVisible)
    yield made
    made.close()


def labels(workspace: Workspace, transcript: str) -> list[str]:
    return [one.label for one in workspace.project.transcripts.speakers(transcript)]


def test_what_is_put_right_is_kept_in_one_step(
    qtbot: QtBot, dialog: WhoIsSpeakingDialog, workspace: Workspace, transcript: str
) -> None:
    qtbot.keyClick(dialog.speakers.roles["Transport"], Qt.Key.Key_End)
    assert "Transport" not in dialog.speakers.roles
    assert "Transport" in labels(workspace, transcript)
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert labels(workspace, transcript) == ["Interviewer", "Anna"]
    workspace.undo()
    assert labels(workspace, transcript) == ["Interviewer", "Anna", "Transport"]


def test_leaving_keeps_what_was(
    qtbot: QtBot, dialog: WhoIsSpeakingDialog, workspace: Workspace, transcript: str
) -> None:
    before = workspace.project.history.entries()
    qtbot.mouseClick(dialog.speakers.none, Qt.MouseButton.LeftButton)
    assert dialog.draft.read.text.turns == ()
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert len(labels(workspace, transcript)) == 3
    assert workspace.project.history.entries() == before


def test_every_control_has_a_name(dialog: WhoIsSpeakingDialog) -> None:
    assert unnamed(dialog) == []
