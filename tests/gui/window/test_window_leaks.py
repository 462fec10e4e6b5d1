"""Opened and closed again and again, the window leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL
from PySide6.QtWidgets import QApplication

from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Workspace
from qualcoder_lite.gui.window.main_window import MainWindow
from tests.gui.windows import EVERY_PAGE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.theme import Theme

TIMES = 50


def test_the_window_opened_and_closed_fifty_times_leaks_nothing(qtbot, theme: Theme, demonstration, tmp_path):
    listeners, tops, left = [], [], []
    for number in range(TIMES):
        left += once(qtbot, theme, demonstration, tmp_path, EVERY_PAGE[number % len(EVERY_PAGE)])
        if number % 10 == 9:
            gc.collect()
            listeners.append(theme.receivers(SIGNAL("changed()")))
            tops.append(len(QApplication.topLevelWidgets()))
    # A page's last question may still be on its way to a worker's end when its window is gone.
    qtbot.waitUntil(lambda: not alive(left))
    assert listeners == [listeners[0]] * len(listeners)
    assert tops == [tops[0]] * len(tops)


def alive(left: list[weakref.ref]) -> list[object]:
    """What should be gone and isn't, after Python has cleaned up."""
    gc.collect()
    return [each() for each in left if each() is not None]


def once(qtbot: QtBot, _theme: Theme, project: Path, folder: Path, page: str) -> list[weakref.ref]:
    """Open the window on a project and a page of it, close it, and give what must be gone then."""
    workspace = Workspace(Settings(str(folder / "settings.ini")))
    window = MainWindow(workspace)
    window.open_project(project)
    window.show()
    shown = window.go(page)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    return [weakref.ref(window), weakref.ref(workspace), weakref.ref(shown)]
