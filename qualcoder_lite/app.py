"""The composition root of the window: application, translation, settings, theme, workspace, main window.

Modules that have words are imported once the translation is there (`translation.py` says why).
"""

from __future__ import annotations

import gc
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from qualcoder_lite import __version__
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.program.app_icon import application_icon
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.program.system_language import speak_the_systems_language
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from qualcoder_lite.gui.window.main_window import MainWindow

_SWITCH = 0.0005  # seconds after which a thread that works in the background lets the window's own go on
# (Python's 5 ms are felt: the window's thread gives way at every query and every call into Qt, dozens of times a page)


def run_window(project: Path | None) -> int:
    """Show the window until it is closed, and give the exit code. A project is opened in it if one is named."""
    # Nothing of what a start makes is thrown away, so a search for garbage would only take time.
    gc.disable()
    sys.setswitchinterval(_SWITCH)
    application = make_application()

    from qualcoder_lite.gui.program.faults import FaultCatcher
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.widgets.fitting import keep_on_screen
    from qualcoder_lite.gui.window.main_window import MainWindow

    catcher = FaultCatcher()
    catcher.install()
    settings = Settings()
    theme.install(application, mode=settings.mode, text=settings.text_scale, tint=settings.tint)
    window = MainWindow(Workspace(settings), awaited=project)
    catcher.caught.connect(window.sayings.warn)
    window.ready.connect(lambda: _go_on(settings, window))
    keep_on_screen(window)
    window.show()
    _end_on_signals(application)
    return application.exec()


def take_screenshots(project: Path, to: Path, *, text: float, dark: bool) -> list[dict[str, Any]]:
    """Write a picture of every page of the window, and what each is short of; nobody's settings are touched.

    Raises UserError where the project can't be opened or the pictures can't be written.
    """
    import tempfile
    from pathlib import Path

    application = make_application()

    from qualcoder_lite.gui.window import screenshots

    with tempfile.TemporaryDirectory(prefix="qualcoder-lite-") as folder:
        settings = Settings(str(Path(folder, "settings.ini")))
        theme.install(application, mode="dark" if dark else "light", text=text)
        before = qInstallMessageHandler(_tell_what_matters)
        try:
            return screenshots.take_screenshots(project, to, settings)
        finally:
            qInstallMessageHandler(before)


def make_application() -> QApplication:
    """The one QApplication of the process, named so that the desktop knows it."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # The style is told here: QApplication.setStyle gives back a style, for which PySide sets up all kinds of them.
        application = QApplication([*sys.argv[:1], "-style", theme.STYLE])
    # Numbers, days and what Qt says itself are to go with the words, whatever the computer speaks.
    QLocale.setDefault(speak_the_systems_language(application, Settings().folder))
    application.setApplicationName("qualcoder-lite")
    application.setApplicationDisplayName("QualCoder Lite")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("qualcoder-lite")
    application.setWindowIcon(application_icon())
    return application


def _tell_what_matters(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    # The platform without a screen says this of each window that asks for a size.
    if "propagateSizeHints" not in words:
        sys.stderr.write(f"{words}\n")


def _go_on(settings: Settings, window: MainWindow) -> None:
    """What can wait until the window is seen and its project is open."""
    from qualcoder_lite.gui.window.warm_up import WarmUp
    from qualcoder_lite.service.program.faults import watch_for_sudden_end

    gc.enable()
    WarmUp(window)
    if watch_for_sudden_end():
        window.sayings.warn(
            tr(
                "QualCoder Lite ended suddenly last time. What you had done is saved. "
                "“Report a problem”, in the menu Help, has what may be passed on."
            )
        )
    if not settings.welcomed:
        QTimer.singleShot(0, window, lambda: _welcome(settings, window))


def _welcome(settings: Settings, window: MainWindow) -> None:
    from qualcoder_lite.gui.dialogs.welcome import welcome

    welcome(settings, window)


def _end_on_signals(application: QApplication) -> None:
    """Let Ctrl+C in the terminal, or the system's wish that the program ends, close the window in good order."""

    def end(_number: int, _frame: object) -> None:
        # Python may see the signal in the middle of a painting, where a window must not go away.
        QTimer.singleShot(0, application, application.closeAllWindows)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    # Python sees a signal only while it runs, and Qt's loop doesn't: give it a moment twice a second.
    heartbeat = QTimer(application)
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(500)
