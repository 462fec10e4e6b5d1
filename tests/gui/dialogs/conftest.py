"""A project, and files to bring into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts
from qualcoder_lite.gui.dialogs.import_transcripts.dialog import ImportDialog
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Workspace
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

INTERVIEW = """Interviewer: Do you feel safe here?

Elsie: I do now. The nurse is in the same building, so if I press the button somebody comes.

Interviewer: And before?

Elsie: Before I lay awake.
"""
TWO_NAMES = """Anna: How is the bus?

Bea: It stopped coming in March and nobody told us.

Anna: Did you ask?

Bea: I asked twice.
"""


@pytest.fixture
def workspace(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a new project, and settings of its own."""
    path = tmp_path / "study.qclite"
    Project.create(path).close()
    made = Workspace(Settings(str(tmp_path / "settings.ini")))
    made.open(path)
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two interviews, an empty file and an older Word document."""
    folder = tmp_path / "interviews"
    folder.mkdir()
    (folder / "elsie.txt").write_text(INTERVIEW, encoding="utf-8")
    (folder / "bea.txt").write_text(TWO_NAMES, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    return folder


@pytest.fixture
def bring_in(qtbot: QtBot, workspace: Workspace) -> Iterator[Callable[[Sequence[Path]], ImportDialog]]:
    """Opens the dialog on some files, and waits until they were read."""
    window = QWidget()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    window.show()

    def begin(places: Sequence[Path]) -> ImportDialog:
        import_transcripts(window, workspace, places)
        dialog = window.findChildren(ImportDialog)[-1]
        dialog.resize(1360, 830)
        qtbot.waitUntil(lambda: not places or bool(dialog.preview.model.drafts) or dialog.choose.isVisible())
        return dialog

    yield begin
    for dialog in window.findChildren(ImportDialog):
        dialog.done(0)
