"""Comments that came back in a Word document: taken in from the menu, and what is left alone is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.domain.memo import Subject
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.gui.pages.code.page import CodePage
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.memos.listed import MemoFilter
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.gui.windows import action, click, controls_out_of_reach

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def reviewed(demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document of quotes with a comment on the first of them and one on the title, chosen in the file dialog."""
    file = tmp_path / "back.docx"
    order = ExtractsOrder(study=ProjectDetails("A study"), date=date(2026, 3, 3))
    with Project.look(demonstration) as project:
        project.extracts.write(file, order, Scope(codes=("Choice",)))
    document = Document(str(file))
    quote = next(p for p in document.paragraphs if p.style and p.style.name == "Quote")
    document.add_comment(quote.runs, text="Is this trust?", author="Dennis Okoro")
    document.add_comment(document.paragraphs[0].runs, text="A good title.", author="Dennis Okoro")
    document.save(str(file))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    return file


def test_comments_are_taken_in_by_one_step_and_the_rest_is_told(
    qtbot: QtBot, window: MainWindow, demonstration: Path, reviewed: Path
) -> None:
    window.open_project(demonstration)
    memos = window.workspace.project.memos
    before = len(memos.all(MemoFilter(subjects=(Subject.CODING,))))
    with qtbot.waitSignal(window.workspace.done) as done:
        action(window, "Take comments back from Word").trigger()
    assert done.args == ["1 comment is a memo on its coding now.", True]
    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog, "comments-back")))
    (dialog,) = window.findChildren(QDialog, "comments-back")
    told = [label.text() for label in dialog.findChildren(Label)]
    assert "Not taken, because it is on no quote: “A good title.” (Dennis Okoro)." in told
    assert controls_out_of_reach(dialog) == {}
    click(qtbot, dialog, "comments-back-close")
    assert len(memos.all(MemoFilter(subjects=(Subject.CODING,)))) == before + 1
    window.workspace.undo()
    assert len(memos.all(MemoFilter(subjects=(Subject.CODING,)))) == before


def test_a_comment_is_read_on_the_page_code_where_the_coding_is_picked(
    qtbot: QtBot, window: MainWindow, demonstration: Path, reviewed: Path
) -> None:
    window.open_project(demonstration)
    taken = window.workspace.project.extracts.take_comments_back(reviewed)
    (memo,) = [each for each in window.workspace.project.memos.all() if each.memo.id in taken.changes.of("memo")]
    about = memo.memo.about
    window.go("code")
    page = window.findChild(CodePage)
    assert page is not None
    page.open_transcript(about.transcript)
    page.session.activate(about.coding)

    def is_told() -> bool:
        told = [label.text() for label in page.desk.bar.findChildren(Label)]
        return any(text.endswith("Dennis Okoro commented: Is this trust?") for text in told)

    qtbot.waitUntil(is_told)  # the bar follows the text in the next frame


def test_a_file_without_quotes_is_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, demonstration: Path, reviewed: Path
) -> None:
    Document().save(str(reviewed))
    window.open_project(demonstration)
    with qtbot.waitSignal(window.workspace.failed) as failed:
        action(window, "Take comments back from Word").trigger()
    assert "hidden mark" in str(failed.args)
    assert not window.findChildren(QWidget, "comments-back")
