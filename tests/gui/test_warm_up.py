"""The pages are made ready while nobody asks for anything."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.warm_up import WarmUp


@pytest.mark.parametrize("with_project", [True, False])
def test_every_page_is_there_in_the_end_and_nothing_seen_has_changed(qtbot, window, demonstration, with_project):
    if with_project:
        window.open_project(demonstration)
    shown, focused = window.page, QApplication.focusWidget()
    warm_up = WarmUp(window)
    qtbot.waitUntil(lambda: warm_up.is_over, timeout=60_000)
    assert (window.page, QApplication.focusWidget()) == (shown, focused)
    made = {page.value for page in EVERY_PAGE}
    assert made == {child.value for child in window.findChildren(Page)}


def test_a_page_that_is_come_to_before_its_turn_is_not_made_twice(qtbot, window, demonstration):
    window.open_project(demonstration)
    warm_up = WarmUp(window)
    code = window.go("code")
    qtbot.waitUntil(lambda: warm_up.is_over, timeout=60_000)
    assert window.page is code
