"""A whole transcript coded by keys alone in the real window, and what a screen reader is told on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QScrollArea

from qualcoder_lite.gui.dialogs.keys import KeysDialog
from qualcoder_lite.gui.dialogs.own_keys import OwnKeysDialog
from qualcoder_lite.gui.dialogs.reading import ReadingDialog
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.program.own_keys import OwnKeys
from qualcoder_lite.gui.reading.reading_settings import LineFocus, ReadingSettings
from qualcoder_lite.gui.widgets.controls import controls, unnamed
from tests.gui.windows import controls_out_of_reach, press

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow

ROLE, NAME = QAccessible.Role, QAccessible.Text.Name


@pytest.fixture
def coding(window: MainWindow, demonstration: Path) -> MainWindow:
    """The window on the page Code, with an interview that nobody has coded."""
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    page = code_page(window)
    michael = next(row.id for row in page.desk.list.model.transcripts if row.name == "Michael")
    page.open_transcript(michael)
    page.focus_text()
    return window


def code_page(window: MainWindow) -> CodePage:
    page = window.go("code")
    assert isinstance(page, CodePage)
    return page


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on."""
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if event.type() == QAccessible.Event.Announcement else None,
    )
    return said


def test_a_whole_transcript_is_coded_by_single_keys(qtbot, coding):
    page = code_page(coding)
    for _ in range(60):
        press(qtbot, coding, "j")
        if page.desk.foot.status.words == "Every turn has a code.":
            break
        press(qtbot, coding, "q", "f", "v")
    codings = page.workspace.project.codings.of_transcript(page.session.transcript.id)
    spoken = {turn.speaker for turn in page.session.transcript.turns} - {0}
    assert spoken
    assert len(codings) == sum(turn.speaker in spoken for turn in page.session.transcript.turns)
    assert {coding.polarity for coding in codings} == {"delivered"}
    press(qtbot, coding, "Ctrl+Return")
    assert page.desk.foot.status.words == "You are done with Michael."
    for _ in range(2 * len(codings) + 1):
        press(qtbot, coding, "Ctrl+Z")
    assert page.workspace.project.codings.of_transcript(page.session.transcript.id) == []


def test_without_single_keys_all_of_it_is_done_by_others(qtbot, coding):
    page = code_page(coding)
    coding.workspace.settings.letter_keys = False
    press(qtbot, coding, "Ctrl+J", "Ctrl+K")
    qtbot.keyClicks(QApplication.focusWidget(), "feeling safe")
    press(qtbot, coding, Qt.Key.Key_Return, "Ctrl+D", "Ctrl+U")
    (made,) = page.workspace.project.codings.of_transcript(page.session.transcript.id)
    assert (made.polarity, made.sure) == ("delivered", False)
    press(qtbot, coding, "Ctrl+]", Qt.Key.Key_Left, Qt.Key.Key_Return)
    (moved,) = page.workspace.project.codings.of_transcript(page.session.transcript.id)
    assert moved.end < made.end
    press(qtbot, coding, "Ctrl+M")
    qtbot.keyClicks(QApplication.focusWidget(), "Noted.")
    press(qtbot, coding, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert page.workspace.project.codings.of_transcript(page.session.transcript.id) == []


def test_what_happens_is_said_as_it_happens(qtbot, coding, heard):
    coding.workspace.settings.letter_keys = True
    page = code_page(coding)
    page.desk.view.go_to_turn(2)
    press(qtbot, coding, "q", "f")
    assert heard[-1] == "Coded: Feeling safe. 1 code on this turn."
    press(qtbot, coding, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert heard[-1].startswith("Michael, turn 2")
    assert heard[-1].endswith("1 code: Feeling safe.")
    press(qtbot, coding, "]")
    assert heard[-1] == "Moving the end. Enter keeps it, Esc gives up."
    press(qtbot, coding, "Shift+Left")
    assert heard[-1].startswith("Ends: ")
    press(qtbot, coding, Qt.Key.Key_Escape, "Ctrl+F", "t", "h", "e")
    assert " of " in heard[-1].split(". ")[0]
    assert "the" in heard[-1].split(". ", 1)[1].casefold()
    press(qtbot, coding, Qt.Key.Key_Escape, "Ctrl+Z")
    assert heard[-1].startswith("Undone: put Feeling safe on ")


def test_the_list_of_a_turns_codes_is_read_out_row_by_row(qtbot, coding):
    page = code_page(coding)
    page.desk.view.go_to_turn(2)
    press(qtbot, coding, "q", "f", "v", "n", Qt.Key.Key_Return)
    face = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert face.role() == ROLE.List
    assert face.text(NAME).startswith("Codes on this turn")
    row = face.child(0)
    assert row.role() == ROLE.ListItem
    assert row.text(NAME).startswith("Feeling safe, delivered. not sure. ")


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 2.0), ((1280, 720), 1.0)])
def test_finding_moving_and_a_plain_page_hide_no_control(qtbot, coding, theme: Theme, size, text):
    theme.choose(mode="light", text=text, tint="paper")
    coding.resize(*size)
    page = code_page(coding)
    for chosen in (ReadingSettings(), ReadingSettings(points=32, plain=True, line_focus=LineFocus.TURN)):
        page.reading.choose(chosen)
        press(qtbot, coding, "Ctrl+F")
        coding.grab()
        assert controls_out_of_reach(coding) == {}
        press(qtbot, coding, Qt.Key.Key_Escape, "q", "f", "]")
        coding.grab()
        assert controls_out_of_reach(coding) == {}
        press(qtbot, coding, Qt.Key.Key_Escape, Qt.Key.Key_Return)
        coding.grab()
        assert controls_out_of_reach(coding) == {}
        press(qtbot, coding, Qt.Key.Key_Escape, "q", "f")


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_dialogs_of_keys_and_reading_have_names_everywhere_and_fit(
    qtbot, workspace, theme: Theme, demonstration, text
):
    theme.choose(mode="light", text=text, tint="paper")
    workspace.open(demonstration)
    books, settings = workspace.project.codebooks.all(), workspace.settings
    for dialog in (
        KeysDialog(None),
        OwnKeysDialog(books, OwnKeys(), settings),
        ReadingDialog(ReadingSettings(points=32, family="Nobody’s")),
    ):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.grab()
        assert unnamed(dialog) == []
        assert controls_out_of_reach(dialog) == {}
        for widget in controls(dialog):
            role = QAccessible.queryAccessibleInterface(widget).role()
            assert isinstance(widget, QScrollArea) or role not in (ROLE.NoRole, ROLE.Client), widget
        dialog.close()


def test_every_choice_of_reading_is_made_by_keys_and_told_at_once(qtbot, theme: Theme):
    dialog = ReadingDialog(ReadingSettings())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    chosen: list[ReadingSettings] = []
    dialog.changed.connect(chosen.append)
    seen: set[str] = set()
    while (focused := QApplication.focusWidget()).objectName() not in seen:
        seen.add(focused.objectName() or str(id(focused)))
        if isinstance(focused, QComboBox):
            qtbot.keyClick(focused, Qt.Key.Key_Down)
        elif isinstance(focused, QCheckBox):
            qtbot.keyClick(focused, Qt.Key.Key_Space)
        elif focused.objectName() not in ("reading-usual", "reading-close"):
            qtbot.keyClick(focused, Qt.Key.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    usual, last = ReadingSettings(), chosen[-1]
    changed = [name for name in ReadingSettings.__slots__ if getattr(last, name) != getattr(usual, name)]
    assert set(changed) >= {"points", "line_height", "column", "line_focus", "turn_numbers", "line_numbers", "plain"}
    dialog.findChild(QAbstractButton, "reading-usual").click()
    assert chosen[-1] == usual
