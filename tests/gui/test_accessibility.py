"""What a person who hears the window, or sees it large, meets on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea

from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.controls import controls, spoken_name, unnamed
from tests.gui.windows import EVERY_PAGE, controls_out_of_reach, cut_off, focus_rail

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QAccessibleInterface

    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow

ROLE = QAccessible.Role
MEANT_TO_BE_USED = {
    *(ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox, ROLE.Slider),
    *(ROLE.List, ROLE.Table, ROLE.Tree, ROLE.PageTab, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.Link),
}


@pytest.fixture
def opened(window: MainWindow, demonstration: Path) -> MainWindow:
    """The window with the demonstration project and one of its coders."""
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window


def shown(face: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below an interface that is shown, but for the cells of lists and tables."""
    for number in range(face.childCount()):
        child = face.child(number)
        if child is None or not child.isValid() or child.state().invisible:
            continue
        yield child
        if child.role() not in (ROLE.List, ROLE.Table, ROLE.Tree, ROLE.ComboBox, ROLE.SpinBox):
            yield from shown(child)


def active_coding(window: MainWindow) -> None:
    """Show a passage's bar with all its controls on the page Code."""
    page = window.go("code")
    assert isinstance(page, CodePage)
    codings = page.workspace.project.codings.of_transcript(page.session.transcript.id)
    page.open_transcript(page.session.transcript.id)
    if codings:
        page.session.activate(codings[0].id)


def test_everything_a_person_uses_has_a_name_and_a_role_in_the_systems_own_tree(opened):
    for value in EVERY_PAGE:
        opened.go(value)
        face = QAccessible.queryAccessibleInterface(opened)
        used = [each for each in shown(face) if each.role() in MEANT_TO_BE_USED and not each.state().invisible]
        nameless = [(each.role().name, each.object()) for each in used if not each.text(QAccessible.Text.Name).strip()]
        assert nameless == [], value
        assert len(used) > 5, value


def test_every_control_has_a_role_that_says_what_it_is(opened):
    for value in EVERY_PAGE:
        opened.go(value)
        for widget in controls(opened):
            face = QAccessible.queryAccessibleInterface(widget)
            reads = isinstance(widget, QScrollArea)  # what is read there is scrolled by keys
            assert reads or face.role() not in (ROLE.NoRole, ROLE.Client), (value, widget)


def test_no_control_is_without_a_name_in_other_states_of_the_window(opened, tmp_path):
    active_coding(opened)
    assert unnamed(opened) == []
    opened._close_project()
    assert unnamed(opened) == []
    opened.open_project(tmp_path / "nowhere.qclite")
    assert unnamed(opened) == []


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 2.0), ((1280, 720), 1.0), ((1440, 900), 1.5)])
def test_every_control_is_in_the_window_or_in_something_that_scrolls(opened, theme: Theme, size, text):
    theme.choose(mode="light", text=text, tint="paper")
    opened.resize(*size)
    for value in EVERY_PAGE:
        opened.go(value)
        opened.grab()
        assert opened.size().toTuple() == size, value
        assert controls_out_of_reach(opened) == {}, value
        assert cut_off(opened) == {}, value


def test_every_control_is_large_enough_to_press(opened):
    for value in EVERY_PAGE:
        opened.go(value)
        opened.grab()
        small = [
            (spoken_name(each), each.size().toTuple())
            for each in controls(opened)
            if each.isVisible() and min(each.width(), each.height()) < tokens.TARGET
        ]
        assert small == [], value


def test_tab_comes_round_every_page_and_leaves_nothing_out(qtbot, opened):
    for value in EVERY_PAGE:
        opened.go(value)
        focus_rail(opened)
        start, seen = QApplication.focusWidget(), []
        for _ in range(300):
            focused = QApplication.focusWidget()
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is focused:  # a text keeps Tab for itself: F6 leads on
                qtbot.keySequence(focused, "F6")
            seen.append(QApplication.focusWidget())
            if seen[-1] is start:
                break
        assert seen[-1] is start, value
        left_out = [
            each.objectName() or spoken_name(each)
            for each in controls(opened.page)
            if each.isVisible()
            and each.isEnabled()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each not in seen
        ]
        assert left_out == [], value
