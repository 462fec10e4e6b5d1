"""The page Codebook: codes are found, changed, moved, merged, split and retired there, with keys and with the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from qualcoder_lite.gui.dialogs.codes.merge_code import MergeDialog
from qualcoder_lite.gui.dialogs.codes.new_code import NewCodeDialog
from qualcoder_lite.gui.dialogs.codes.new_group import COLOURS, NewGroupDialog
from qualcoder_lite.gui.dialogs.codes.retire_code import RetireDialog
from qualcoder_lite.gui.dialogs.codes.split_code import SplitDialog, UnitModel
from qualcoder_lite.gui.pages.codebook import code_list
from qualcoder_lite.gui.pages.codebook.model import CodebookModel
from qualcoder_lite.gui.theme.tokens import GROUPS
from tests.gui.windows import click, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from qualcoder_lite.gui.pages.codebook import CodebookPage
    from qualcoder_lite.gui.window.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, demonstration: Path) -> Iterator[CodebookPage]:
    """The page with the demonstration project; what a test leaves unsaved is let go of, or the window would ask."""
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    window.resize(1440, 900)
    made = window.go("codebook")
    yield made
    made.editor.show_again()


def code(page, name):
    """The code of this name."""
    books = page.workspace.project.codebooks.all()
    return next(each for book in books for each in book.codes if each.name == name)


def choose(page, name):
    """Choose a code or a group by its name."""
    row = next(n for n in range(page.model.rowCount()) if page.model.entry(n).words == name)
    page.choose(page.model.entry(row).id)


def answer(dialog_class: type, fill: Callable) -> None:
    """Fill in the next dialog, and press its button, once it is open."""

    def act() -> None:
        dialog = next((each for each in QApplication.topLevelWidgets() if isinstance(each, dialog_class)), None)
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(10, act)
            return
        fill(dialog)
        dialog.do.click()
        if dialog.isVisible():  # it said what stood in the way
            dialog.reject()

    QTimer.singleShot(0, act)


def last_step(page):
    """What undo would take back."""
    return page.workspace.project.history.next_undo().what


def test_a_code_is_found_and_changed_with_its_reason_by_keys_alone(qtbot, page):
    window = page.window()
    press(qtbot, window, "Ctrl+F", *"rely on", Qt.Key.Key_Tab)
    assert page.list.hasFocus()
    assert page.editor.title.text() == "Reliability"
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.editor.code_form.name.hasFocus()
    page.editor.code_form.texts["when_to_use"].setPlainText("Use it when people come as promised.")
    press(qtbot, window, "Ctrl+S")
    assert "needs the reason why" in window.sayings.toast.words
    assert page.editor.why.hasFocus()
    press(qtbot, window, *"Plainer", Qt.Key.Key_Return)
    assert code(page, "Reliability").when_to_use == "Use it when people come as promised."
    assert last_step(page) == "changed when to use it of Reliability"
    assert not page.editor.changed
    assert page.list.hasFocus()
    press(qtbot, window, "Ctrl+Z")
    assert page.editor.code_form.texts["when_to_use"].words == code(page, "Reliability").when_to_use
    assert "promised" not in page.editor.code_form.texts["when_to_use"].words


def test_a_key_that_is_taken_is_told_and_what_was_typed_stays(page):
    choose(page, "Listened to")
    page.editor.code_form.key.setText("r")
    assert not page.changing.save()
    assert "“Reliability” has the key R" in page.window().sayings.toast.words
    assert page.editor.code_form.key.text() == "r"
    choose(page, "Feeling safe")
    assert page.editor.title.text() == "Listened to"
    assert page.list.currentIndex().row() == page.model.row_of(code(page, "Listened to").id)
    page.editor.show_again()
    choose(page, "Feeling safe")
    assert page.editor.title.text() == "Feeling safe"


def test_what_was_typed_is_kept_when_another_code_is_chosen(page):
    choose(page, "Listened to")
    page.editor.code_form.texts["example"].setPlainText("She sat down with me.")
    choose(page, "Process")
    assert code(page, "Listened to").example == "She sat down with me."
    assert page.editor.title.text() == "Process"
    assert page.list.currentIndex().data() == "Process"
    assert page.editor.group_form.isVisible()
    assert not page.editor.code_form.isVisible()


def test_codes_and_groups_change_their_places_by_keys(qtbot, page):
    choose(page, "Listened to")
    page.list.setFocus()
    press(qtbot, page.window(), "Alt+Down")
    names = [each.name for each in page.workspace.project.codebooks.all()[0].groups[1].codes]
    assert names[:2] == ["Choice", "Listened to"]
    assert page.list.currentIndex().data() == "Listened to"
    choose(page, "Process")
    press(qtbot, page.window(), "Alt+Up")
    assert page.workspace.project.codebooks.all()[0].groups[0].name == "Process"
    assert last_step(page) == "moved the group Process"


def test_a_code_goes_to_another_group_by_choosing_it(page):
    choose(page, "Choice")
    page.editor.group.chosen.emit(page.workspace.project.codebooks.all()[0].groups[0].id)
    assert code(page, "Choice").group == "Quality of life"
    assert page.list.currentIndex().data() == "Choice"


def test_a_group_gets_another_colour_letter_and_words(page):
    choose(page, "Process")
    form = page.editor.group_form
    form.colour.set_value("cultural")
    form.key.setText("y")
    form.description.setPlainText("How help comes.")
    assert page.changing.save()
    group = page.workspace.project.codebooks.all()[0].groups[1]
    assert (group.colour, group.key, group.description) == ("cultural", "Y", "How help comes.")


def test_every_colour_has_a_plain_name():
    assert set(COLOURS) == set(GROUPS)


def test_codes_are_merged_and_the_one_that_stays_is_shown(qtbot, page):
    before = page.workspace.project.codes.counts()
    safe, choice = code(page, "Feeling safe").id, code(page, "Choice").id

    def fill(dialog: MergeDialog) -> None:
        assert not dialog.do.isEnabled()
        assert dialog.warning.isVisible()
        assert "Table 3 of the 2013 study marks Co-location, " in dialog.warning.text()
        assert dialog.accessibleDescription().endswith("Undo brings them back.")
        dialog.into.set_value(safe)
        dialog.into.chosen.emit(safe)
        dialog.why.setText("One thing")

    choose(page, "Choice")
    answer(MergeDialog, fill)
    click(qtbot, page.window(), "codebook-merge")
    assert page.editor.title.text() == "Feeling safe"
    assert page.workspace.project.codes.counts()[safe] > before[safe]
    assert page.model.row_of(choice) == -1
    assert page.window().sayings.toast.words == "“Choice” is merged."
    page.workspace.undo()
    assert page.model.row_of(choice) > 0


def test_a_code_is_split_by_ticking_what_goes(qtbot, page):
    def fill(dialog: SplitDialog) -> None:
        dialog.list.setFocus()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.tally.text().startswith("2 of ")
        dialog.name.setText("Turning up")
        dialog.why.setText("Two things")

    choose(page, "Reliability")
    answer(SplitDialog, fill)
    click(qtbot, page.window(), "codebook-split")
    assert page.editor.title.text() == "Turning up"
    assert page.workspace.project.codes.counts()[code(page, "Turning up").id] >= 2


def test_a_code_is_retired_with_a_reason_and_brought_back(qtbot, page):
    choose(page, "Choice")
    answer(RetireDialog, lambda dialog: dialog.why.setText("Nobody uses it"))
    click(qtbot, page.window(), "codebook-retire")
    assert code(page, "Choice").retired
    assert "retired" in page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    click(qtbot, page.window(), "codebook-retire")
    assert not code(page, "Choice").retired


def test_a_dialog_says_what_stands_in_the_way_and_changes_nothing(qtbot, page):
    said = []

    def fill(dialog: RetireDialog) -> None:
        dialog.do.click()
        said.append(dialog.trouble.text())

    choose(page, "Choice")
    answer(RetireDialog, fill)
    click(qtbot, page.window(), "codebook-retire")
    assert "reason why" in said[0]
    assert not code(page, "Choice").retired


def test_an_empty_box_that_stands_in_the_way_takes_the_keyboard_and_is_in_sight(qtbot, page):
    said = []

    def fill(dialog: SplitDialog) -> None:
        dialog.resize(dialog.width(), 420)
        dialog.why.setText("They differ")
        dialog.why.setFocus()
        qtbot.keyClick(dialog.why, Qt.Key.Key_Return)
        box = dialog.focusWidget()
        seen = box.visibleRegion().boundingRect()
        said.append((dialog.trouble.text(), box is dialog.name, seen.height() == box.height()))

    choose(page, "Choice")
    answer(SplitDialog, fill)
    click(qtbot, page.window(), "codebook-split")
    assert said == [("A code needs a name.", True, True)]


def test_a_code_and_a_group_are_made(qtbot, page):
    def fill_group(dialog: NewGroupDialog) -> None:
        dialog.name.setText("Money")
        dialog.why.setText("People speak of it")

    answer(NewGroupDialog, fill_group)
    click(qtbot, page.window(), "codebook-new-group")
    assert page.editor.title.text() == "Money"
    assert page.editor.remove.isVisible()

    def fill_code(dialog: NewCodeDialog) -> None:
        dialog.name.setText("Paying bills")
        dialog.why.setText("People speak of it")

    answer(NewCodeDialog, fill_code)
    click(qtbot, page.window(), "codebook-new-code")
    assert code(page, "Paying bills").group == "Money"
    assert page.editor.title.text() == "Paying bills"
    texts = [each.text() for each in page.editor.changes.findChildren(type(page.editor.title)) if not each.isHidden()]
    assert "Ailsa Brodie added “Paying bills”." in texts
    assert "Why: People speak of it" in texts


def test_a_codebook_of_another_program_is_brought_in_and_undone(qtbot, page, tmp_path, monkeypatch):
    (tmp_path / "Care.qdc").write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="00000000-0000-4000-8000-000000000001" '
        'name="Barriers" isCodable="true"/></Codes></CodeBook>'
    )
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(tmp_path / "Care.qdc"), ""))
    project = page.workspace.project
    before = [book.title for book in project.codebooks.all()]
    with qtbot.waitSignal(page.workspace.done) as told:
        click(qtbot, page.window(), "codebook-bring-in")
    assert told.args == ["“Care” is brought in.", True]
    assert [book.title for book in project.codebooks.all()] == [*before, "Care"]
    page.workspace.undo()
    assert [book.title for book in project.codebooks.all()] == before


def test_the_codebook_is_exported_to_word(qtbot, page, tmp_path, monkeypatch):
    out = tmp_path / "codebook.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(out), ""))
    click(qtbot, page.window(), "codebook-export")
    assert out.exists()


def test_a_project_for_reading_only_shows_codes_and_changes_nothing(window, demonstration):
    window.open_project(demonstration, to_read=True)
    page = window.go("codebook")
    assert not page.head.new_code.isEnabled()
    assert page.editor.code_form.name.isReadOnly()
    page.changing.move_chosen(1)
    page.changing.retire_or_bring_back()
    assert page.workspace.project.history.next_undo() is None or not page.editor.changed


def test_the_models_keep_to_qts_rules(qtmodeltester, page):
    model = CodebookModel()
    project = page.workspace.project
    model.show(project.codebooks.all(), project.codes.counts())
    qtmodeltester.check(model)
    qtmodeltester.check(UnitModel(page.workspace, project.codes.split_units("Reliability")))


def test_the_names_of_outcomes_stand_whole_beside_counts_of_a_large_study(page, monkeypatch):
    page.window().resize(1440, 900)
    model, painted = page.list.model(), []
    entry = model.entry
    monkeypatch.setattr(model, "entry", lambda row: replace(entry(row), count=1013))
    monkeypatch.setattr(code_list, "paint_words", lambda *told: painted.append(told[2]))
    page.list.viewport().grab()
    assert "Dealing with stigma (mental health)" in painted
    assert "1,013" in painted
