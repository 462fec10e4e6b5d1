"""A list and what is chosen in it: side by side, or in turns, the keyboard in what is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.widgets.list_and_detail import ListAndDetail


def test_where_there_is_no_room_for_both_they_take_turns_and_the_way_back_leads_into_the_list(qtbot, theme, tmp_path):
    names, words = QListWidget(), QPlainTextEdit()
    sides = ListAndDetail("sides", names, words, width=200, settings=Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(sides)
    sides.resize(1400, 400)
    with qtbot.waitExposed(sides):
        sides.show()
    assert (names.isVisible(), words.isVisible()) == (True, True)
    theme.choose(mode="light", text=2.0, tint="paper")
    assert (names.isVisible(), words.isVisible()) == (True, False)
    sides.read(True)
    words.setFocus()
    assert (names.isVisible(), words.isVisible()) == (False, True)
    sides.go_back()
    assert (names.isVisible(), words.isVisible()) == (True, False)
    assert sides.focusWidget() is names
