"""Help in dialogs: the guide beside one, and what a control of it is for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWhatsThis

from qualcoder_lite.gui.dialogs.people.consent import ConsentDialog
from qualcoder_lite.gui.help.guide_window import GuideWindow
from qualcoder_lite.gui.help.topics import DIALOGS, topic_of_dialog
from qualcoder_lite.service.program import guide
from tests.gui.windows import answer, click


@pytest.fixture
def opened(window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    return window


def test_every_topic_of_a_dialog_is_a_place_of_the_guide():
    places = {(section.chapter, section.anchor) for section in guide.sections()} | {
        (name, "") for name in guide.CHAPTERS
    }
    assert set(DIALOGS.values()) <= places
    assert topic_of_dialog("names-forms", "people") == ("data-protection", "names")
    assert topic_of_dialog("something-new", "sites") == ("pages", "sites")


def test_f1_opens_the_guide_beside_a_dialog_and_shift_f1_explains_what_has_the_focus(qtbot, opened):
    opened.go("people")
    seen: list[str] = []

    def ask(dialog: QDialog) -> None:
        qtbot.waitUntil(lambda: bool(dialog.property("hasHelp")))
        qtbot.keySequence(dialog, "Shift+F1")
        seen.extend(each.metaObject().className() for each in QApplication.topLevelWidgets() if each.isVisible())
        QWhatsThis.hideText()
        qtbot.keySequence(dialog, "F1")
        beside = dialog.findChild(GuideWindow)
        seen.append(beside.view.textCursor().block().text())
        qtbot.keyClick(beside.view, Qt.Key.Key_PageDown)
        qtbot.keyClick(beside.view, Qt.Key.Key_Escape)
        seen.append(str(beside.isVisible()))

    answer(ConsentDialog, ask)
    click(qtbot, opened, "people-consent")
    assert "QWhatsThat" in seen
    assert seen[-2:] == ["Consent", "False"]
