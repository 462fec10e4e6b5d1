"""The program from outside: it ends in good order when it is told to, and says so where there is no screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from qualcoder_lite.service.project import Project

SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from qualcoder_lite import app
from qualcoder_lite.gui.window.main_window import MainWindow
shown = MainWindow.showEvent
def tell(window, event):
    shown(window, event)
    # Said once the question of a first start, if it is asked, is on the screen.
    room = window.screen().availableGeometry()
    fits = window.width() <= room.width() and window.height() <= room.height()
    said = "shown" if fits else "larger than the screen"
    window.ready.connect(lambda: QTimer.singleShot(0, lambda: print(said, flush=True)))
MainWindow.showEvent = tell
sys.exit(app.run_window(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_and_its_project_in_good_order(demonstration, tmp_path, number, asked):
    settings = tmp_path / "own.ini"
    if asked:
        settings.write_text("[General]\nwelcomed=yes\n")
    running = subprocess.Popen(
        [sys.executable, "-c", SHOWN, str(demonstration)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "QUALCODER_LITE_SETTINGS": str(settings)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "shown\n"
    running.send_signal(number)
    _out, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert "Traceback" not in err
    assert "demo.qclite" in settings.read_text()
    assert not demonstration.with_name("demo.qclite-wal").exists()
    with Project.open(demonstration):
        pass


def test_the_program_speaks_english_whatever_the_computer_speaks():
    told = (
        "from PySide6.QtCore import QDate, QLocale\n"
        "from qualcoder_lite.app import make_application\n"
        "make_application()\n"
        "print(QLocale().toString(QDate(2026, 3, 2), 'd MMMM'), QLocale().toString(1234.5))"
    )
    found = subprocess.run(
        [sys.executable, "-c", told],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "2 March 1,234.5\n"
