"""The pages are made ready while nobody asks for anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
from qualcoder_lite.gui.pages.code.transcript_list import MINE
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.window.warm_up import WarmUp
from qualcoder_lite.service.project import Project
from tests.gui.windows import hurt


@pytest.mark.parametrize("with_project", [True, False])
def test_every_page_is_there_in_the_end_and_nothing_seen_has_changed(qtbot, window, demonstration, with_project):
    if with_project:
        window.open_project(demonstration)
    shown, focused = window.page, QApplication.focusWidget()
    warm_up = WarmUp(window)
    qtbot.waitUntil(lambda: warm_up.is_over)
    assert (window.page, QApplication.focusWidget()) == (shown, focused)
    made = {page.value for page in EVERY_PAGE}
    assert made == {child.value for child in window.findChildren(Page)}


def test_a_page_that_is_come_to_before_its_turn_is_not_made_twice(qtbot, window, demonstration):
    window.open_project(demonstration)
    warm_up = WarmUp(window)
    code = window.go("code")
    qtbot.waitUntil(lambda: warm_up.is_over)
    assert window.page is code


def test_what_is_looked_at_ahead_is_what_is_seen_later(qtbot, window, demonstration):
    window.open_project(demonstration)
    warm_up = WarmUp(window)
    qtbot.waitUntil(lambda: warm_up.is_over)
    window.workspace.set_coder("Ailsa Orr")
    window.workspace.act(lambda: window.workspace.project.participants.add("P99"))
    code, people = window.go("code"), window.go("people")
    assert code.session.transcript.id
    assert code.paper.whose == MINE
    assert "P99" in {one.person.name for one in window.workspace.project.participants.overview()}
    assert people.list.shown.rowCount() == len(window.workspace.project.participants.overview())


def test_another_project_is_looked_at_ahead_too(qtbot, window, demonstration, tmp_path):
    warm_up = WarmUp(window)
    qtbot.waitUntil(lambda: warm_up.is_over)
    window.open_project(demonstration)
    window.go("settings")
    code = window.prepare("code")
    qtbot.waitUntil(lambda: bool(code.session.transcript.id))
    Project.create(tmp_path / "empty.qclite").close()
    window.open_project(tmp_path / "empty.qclite")
    qtbot.waitUntil(lambda: not code.session.transcript.id)
    assert window.go("code").panes()[0].objectName() == "no-transcripts"


def test_a_damaged_project_is_looked_at_ahead_no_further(qtbot, window, demonstration):
    window.open_project(hurt(demonstration))
    warm_up = WarmUp(window)
    qtbot.waitUntil(lambda: warm_up.is_over)
    assert not warm_up.findChild(QTimer).isActive()
