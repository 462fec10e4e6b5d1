"""Long work on widgets lets the event loop have its turn between two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import delete

from qualcoder_lite.gui.widgets.turns import in_turns

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_waits_has_its_turn_between_two_steps(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    QTimer.singleShot(0, owner, lambda: done.append("a click"))
    in_turns(owner, *(lambda step=step: done.append(step) for step in ("first", "second", "third")))
    assert done == ["first"]
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == ["first", "a click", "second", "third"]


def test_nothing_more_is_done_for_an_owner_who_is_gone(qtbot: QtBot) -> None:
    owner, other, done = QObject(), QObject(), list[str]()
    in_turns(owner, lambda: done.append("first"), lambda: done.append("second"))
    delete(owner)
    QTimer.singleShot(20, other, lambda: done.append("later"))
    qtbot.waitUntil(lambda: done[-1] == "later")
    assert done == ["first", "later"]
