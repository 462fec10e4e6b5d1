"""Times the window: from the command to its first painted picture, beside a bare window of Qt, and its memory.

Each run is a process of its own. Called with a project it is that process: it shows the window, says how long it took
since the time it was handed, and how much memory it holds, and ends.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_RUNS = 5
_BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
window.grab()
print('{"seconds": %f}' % (time.time() - float(sys.argv[1])))
"""


def measure(project: Path) -> dict[str, float]:
    """Medians: seconds to a painted window, bare and ours, and megabytes with the project open."""
    bare = [_run(["-c", _BARE]) for _ in range(_RUNS + 1)][1:]
    ours = [_run([__file__], str(project)) for _ in range(_RUNS + 1)][1:]
    return {
        "bare_seconds": statistics.median(run["seconds"] for run in bare),
        "window_seconds": statistics.median(run["seconds"] for run in ours),
        "megabytes": statistics.median(run["megabytes"] for run in ours),
    }


def _run(arguments: list[str], project: str = "") -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            "QUALCODER_LITE_SETTINGS": str(Path(folder, "settings.ini")),
        }
        command = [sys.executable, *arguments, str(time.time()), *([project] if project else [])]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(answer.stdout.splitlines()[-1])


def _show(begun: float, project: Path) -> None:
    from qualcoder_lite.app import make_application
    from qualcoder_lite.gui import theme
    from qualcoder_lite.gui.main_window import MainWindow
    from qualcoder_lite.gui.settings import Settings
    from qualcoder_lite.gui.workspace import Workspace

    application = make_application()
    settings = Settings()
    theme.install(application, mode=settings.mode, text=settings.text_scale, tint=settings.tint)
    window = MainWindow(Workspace(settings))
    window.open_project(project)
    window.show()
    window.grab()
    found: dict[str, Any] = {"seconds": time.time() - begun, "megabytes": _megabytes()}
    print(json.dumps(found))
    window.close()
    del application


def _megabytes() -> float:
    """Memory held now, where the system tells (Linux); 0 elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    _show(float(sys.argv[1]), Path(sys.argv[2]))
