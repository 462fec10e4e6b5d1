"""What tests of the window share: no screen is needed, and each begins with the light look at 100 %.

A real project in a real workspace is there for whatever shows one, and the real window for tests of the whole.
"""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HERE = Path(__file__).resolve().parent
LONGEST = 60_000  # milliseconds that anything here may take on a busy machine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.theme import Theme
    from qualcoder_lite.gui.window.main_window import MainWindow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The platform without a screen says this of each window that asks for a size, or lies over another; it isn't about
    # the window.
    unable = "propagateSizeHints|raise|grabbing the keyboard"
    quiet = pytest.mark.qt_log_ignore(f"This plugin does not support ({unable})", extend=True)
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(quiet)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Drives the window; its waits end when what they wait for is there, however busy the machine is."""
    from pytestqt.qtbot import QtBot

    bot = QtBot(request)
    for name in ("waitActive", "waitExposed", "waitSignal", "waitSignals", "waitUntil"):
        setattr(bot, name, partial(getattr(bot, name), timeout=LONGEST))
    return bot


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme, put on the application: light, at a text scale of 1, and left so."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from qualcoder_lite.gui.theme import install

    installed = install(qapp, mode="light", text=1.0)
    yield installed
    # The test's windows go first: each that is left would be dressed at every change of look in the tests that follow.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    installed.choose(mode="light", text=1.0, tint="paper")


@pytest.fixture(scope="session")
def made_demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration project as far as it is coded, made once; tests get copies."""
    from tests.coded_samples import make_coded_samples

    place = tmp_path_factory.mktemp("demonstration") / "demo.qclite"
    make_coded_samples(place)
    return place


@pytest.fixture
def demonstration(made_demonstration: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration project, the test's own."""
    return shutil.copy(made_demonstration, tmp_path / "demo.qclite")


def leave_no_backup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a project be closed without the backup of what changed: once a test is over, nobody looks at it."""
    from qualcoder_lite.storage.file import backups

    monkeypatch.setattr(backups, "backup_if_due", lambda _database: None)


@pytest.fixture
def workspace(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A workspace without a project, with settings of its own."""
    from qualcoder_lite.gui.program.settings import Settings
    from qualcoder_lite.gui.project.workspace import Workspace

    made = Workspace(Settings(str(tmp_path / "settings.ini")))
    yield made
    leave_no_backup(monkeypatch)
    made.close()


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window with its start page, shown and active; closed afterwards, with no dialog left alive."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication, QDialog
    from shiboken6 import isValid

    from qualcoder_lite.gui.window.main_window import MainWindow

    made = MainWindow(workspace)
    # The demonstration was made in few large steps: undoing them isn't asked about, but where a test is about that.
    workspace.doubted.disconnect(made.sayings.ask)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    leave_no_backup(monkeypatch)
    if isValid(made):
        made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(made)
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)] == []
