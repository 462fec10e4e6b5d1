"""The composition root of the window: application, settings, theme, workspace, main window."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qualcoder_lite import __version__
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.dialogs.welcome import welcome
from qualcoder_lite.gui.faults import FaultCatcher
from qualcoder_lite.gui.main_window import MainWindow
from qualcoder_lite.gui.settings import Settings
from qualcoder_lite.gui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path


def run_window(project: Path | None) -> int:
    """Show the window until it is closed, and give the exit code. A project is opened in it if one is named."""
    application = make_application()
    catcher = FaultCatcher()
    catcher.install()
    settings = Settings()
    theme.install(application, mode=settings.mode, text=settings.text_scale, tint=settings.tint)
    window = MainWindow(Workspace(settings))
    catcher.caught.connect(window.warn)
    if project is not None:
        window.open_project(project)
    window.show()
    QTimer.singleShot(0, lambda: welcome(settings, window))
    _end_on_interrupt(application)
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication of the process, named so that the desktop knows it."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("qualcoder-lite")
    application.setApplicationDisplayName("QualCoder Lite")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("qualcoder-lite")
    return application


def _end_on_interrupt(application: QApplication) -> None:
    """Let Ctrl+C in the terminal close the window in good order."""
    signal.signal(signal.SIGINT, lambda _number, _frame: application.closeAllWindows())
    # Python sees a signal only while it runs, and Qt's loop doesn't: give it a moment twice a second.
    heartbeat = QTimer(application)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(500)
