"""Exporting what the page Quotes shows: what is written, what is said of it, and what goes wrong."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton

from qualcoder_lite.gui.pages.quotes import QuotesPage, export
from qualcoder_lite.gui.pages.quotes.export import WrittenDialog
from qualcoder_lite.gui.workspace import Visit
from qualcoder_lite.service.scope import Scope

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.workspace import Workspace


@pytest.fixture
def page(workspace: Workspace, demonstration: Path, qtbot: QtBot) -> QuotesPage:
    workspace.open(demonstration)
    made = QuotesPage(workspace)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch):
    """What the person says to the file dialog: a path, and the form chosen in it."""

    def says(name: object, form: str = "") -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(name), form))

    return says


def press_export(page: QuotesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.findChild(QPushButton, "quotes-export"), Qt.MouseButton.LeftButton)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def test_exactly_what_is_shown_and_may_be_quoted_is_written(page, qtbot, answer, tmp_path):
    scope = Scope(codes=("Feeling safe",), sites=("Fenmarsh",))
    page.receive(Visit(page="quotes", scope=scope))
    answer(tmp_path / "safe.csv")
    with qtbot.waitSignal(page.workspace.done) as said:
        press_export(page, qtbot)
    expected = page.workspace.project.extracts.retrieve(scope).extracts
    assert [row["id"] for row in rows(tmp_path / "safe.csv")] == [extract.id for extract in expected]
    assert said.args == [f"{len(expected)} quotes are in “safe.csv”.", False]


@pytest.mark.parametrize(
    ("form", "ending"), [("Word document (*.docx)", ".docx"), ("Data for programs (*.json)", ".json")]
)
def test_a_name_without_an_ending_gets_that_of_the_chosen_form(page, qtbot, answer, tmp_path, form, ending):
    answer(tmp_path / "Quotes of May", form)
    with qtbot.waitSignal(page.workspace.done):
        press_export(page, qtbot)
    assert (tmp_path / f"Quotes of May{ending}").stat().st_size


def test_who_was_left_out_and_whom_a_reader_may_know_is_told_before_sharing(page, qtbot, answer, tmp_path):
    answer(tmp_path / "all.json")
    with qtbot.waitSignal(page.workspace.done):
        press_export(page, qtbot)
    dialog = page.findChild(WrittenDialog)
    words = dialog.findChild(QPlainTextEdit, "quotes-to-know").toPlainText()
    found = page.workspace.project.extracts.retrieve()
    assert f"{len(found.withheld)} quotes of 1 person left out" in words
    assert all(warning.sentence in words for warning in found.narrow)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.findChild(QPushButton, "quotes-close"), Qt.Key.Key_Return)


def test_a_change_of_mind_writes_nothing(page, qtbot, answer, tmp_path):
    answer("")
    press_export(page, qtbot)
    assert not page.workspace.tasks.busy
    assert not list(tmp_path.glob("*.docx"))


def test_a_file_that_is_there_is_replaced_only_where_the_person_says_so(page, qtbot, answer, tmp_path, monkeypatch):
    kept = tmp_path / "kept.csv"
    kept.write_text("mine")
    answer(tmp_path / "kept", "Table for Excel (*.csv)")
    monkeypatch.setattr(export, "ask", lambda *_, **__: False)
    press_export(page, qtbot)
    assert not page.workspace.tasks.busy
    assert kept.read_text() == "mine"


def test_a_place_that_can_not_be_written_to_is_said(page, qtbot, answer, tmp_path):
    answer(tmp_path / "no such folder" / "all.csv")
    with qtbot.waitSignal(page.workspace.failed) as said:
        press_export(page, qtbot)
    assert "no such folder" in said.args[0]
