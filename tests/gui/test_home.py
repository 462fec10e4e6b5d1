"""The pages Home and Settings, and the first-run card, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from qualcoder_lite.gui.dialogs.about import show_about
from qualcoder_lite.gui.dialogs.welcome import Welcome, welcome
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from tests.gui.windows import action, click, controls_out_of_reach, find, press

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Theme


def said(window) -> str:
    return "\n".join(label.text() for label in window.page.findChildren(QLabel))


def test_a_project_tells_how_far_it_is_and_where_its_backups_lie(window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    words = said(window)
    assert "14 transcripts · 14 people · 4 sites · 637 codings by 2 coders" in words
    assert "You are done with 10 of 14 transcripts." in words
    assert "3 of 3 done · 165 codings" in words
    assert str(demonstration) in words


def test_carry_on_leads_to_the_transcript_that_is_next(qtbot, window, demonstration):
    window.open_project(demonstration)
    window.workspace.set_coder("Ailsa Brodie")
    named = find(window, "home-carry-on").accessibleName()
    click(qtbot, window, "home-carry-on")
    assert window.page.value == "code"
    title = window.page.desk.header.title.text()
    assert named.startswith(f"Carry on with {title}")


def test_who_stands_on_a_button_stands_on_it_after_a_change(qtbot, window, demonstration):
    window.open_project(demonstration)
    find(window, "home-carry-on").setFocus()
    press(qtbot, window, "Ctrl+Z")
    assert QApplication.focusWidget() is find(window, "home-carry-on")


def test_the_size_chosen_on_settings_takes_effect_at_once_and_is_kept(qtbot, window, theme: Theme):
    click(qtbot, window, "rail-settings")
    sizes = find(window, "how-size")
    assert isinstance(sizes, SegmentedControl)
    qtbot.mouseClick(sizes.segment("1.5"), Qt.MouseButton.LeftButton)
    assert theme.look.scale == 1.5
    assert window.workspace.settings.text_scale == 1.5
    press(qtbot, window, Qt.Key.Key_Right)
    assert theme.look.scale == 2.0


def test_the_first_run_card_asks_once_and_enter_is_enough(qtbot, window):
    seen = []

    def answer() -> None:
        card = QApplication.activeModalWidget()
        assert isinstance(card, Welcome)
        seen.append(card)
        qtbot.keyClick(card, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    welcome(window.workspace.settings, window)
    welcome(window.workspace.settings, window)
    assert len(seen) == 1
    assert window.workspace.settings.welcomed


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_first_run_card_fits_the_screen_and_everything_on_it_can_be_reached(qtbot, window, theme: Theme, text):
    theme.choose(mode="light", text=text, tint="paper")
    card = Welcome(window.workspace.settings, window)
    card.show()
    room = card.screen().availableGeometry()
    assert card.width() <= room.width()
    assert card.height() <= room.height()
    assert controls_out_of_reach(card) == {}
    with qtbot.waitSignal(card.destroyed):
        card.close()
        card.deleteLater()


def test_about_names_the_version_and_is_closed_by_escape(qtbot, window):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    show_about(window)
    assert QApplication.activeModalWidget() is None


def test_keys_are_shown_from_the_help_menu(qtbot, window):
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    action(window, "Keys").trigger()
    assert QApplication.activeModalWidget() is None
