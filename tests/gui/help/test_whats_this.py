"""What every control is for: written down for each, said for the one in focus, or for one that is pointed at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from qualcoder_lite.gui.help.whats_this import told_of, written
from qualcoder_lite.gui.pages.findings.views import VIEWS
from qualcoder_lite.gui.widgets.controls import controls, spoken_name
from qualcoder_lite.gui.window.screenshots import turn_to_codings
from qualcoder_lite.service.project import Project
from tests.gui.windows import EVERY_PAGE, action, find

if TYPE_CHECKING:
    from qualcoder_lite.gui.window.main_window import MainWindow

LEAST = 25  # characters; what is shorter says no more than the control's name


def untold(root: QWidget) -> list[tuple[str, str]]:
    """The controls of which nothing of substance is said, by object name and name."""
    return [(each.objectName(), spoken_name(each)) for each in controls(root) if len(told_of(each)) < LEAST]


@pytest.fixture
def opened(window: MainWindow, demonstration) -> MainWindow:
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window


def test_every_control_of_every_page_says_what_it_is_for(opened, tmp_path):
    for value in EVERY_PAGE:
        opened.go(value)
        if value == "code":
            turn_to_codings(opened)
        assert untold(opened) == [], value
    findings = opened.go("findings")
    for view in VIEWS:
        findings.views.turn_to(view.value)
        assert untold(opened) == [], view.word
    Project.create(tmp_path / "empty.qclite").close()
    opened.open_project(tmp_path / "empty.qclite")
    for value in EVERY_PAGE:
        opened.go(value)
        assert untold(opened) == [], value


def test_what_is_said_is_one_or_two_plain_sentences_and_no_two_controls_of_a_name_share_a_line():
    for name, words in written().items():
        assert words[-1] in ".?", name
        assert LEAST < len(words) < 200, name
    assert [words for words, times in Counter(written().values()).items() if times > 2] == []


def test_the_control_in_focus_is_explained_by_a_key(qtbot, opened):
    opened.go("export")
    button = find(opened, "export-save")
    button.setFocus()
    qtbot.keySequence(button, "Shift+F1")
    (hint,) = [each for each in QApplication.topLevelWidgets() if each.metaObject().className() == "QWhatsThat"]
    assert hint.isVisible()
    QWhatsThis.hideText()


def test_on_a_code_and_in_the_text_the_same_key_tells_what_the_code_means(qtbot, opened):
    page = opened.go("code")
    turn_to_codings(opened)
    page.focus_text()
    assert not page.desk.panel.explaining
    qtbot.keySequence(page.desk.view, "Shift+F1")
    assert page.desk.panel.explaining
    qtbot.keySequence(page.desk.view, "Shift+F1")
    assert not page.desk.panel.explaining


def test_what_is_pointed_at_is_explained(qtbot, opened):
    opened.go("export")
    action(opened, "Point at").trigger()
    assert QWhatsThis.inWhatsThisMode()
    button = find(opened, "export-save")
    assert "Asks where to save" in button.whatsThis()
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    QWhatsThis.leaveWhatsThisMode()
