"""Times the window: its start beside a bare window of Qt's, its memory, and every page, come to first and again.

Each run is a process of its own, with Python's compiled files kept for it as on any computer where the program was
started before. Called with a project it is that process: it starts the window as the command does, writes down how long
that took since the time it was handed, visits every page, and ends.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance

    from qualcoder_lite.gui.window.main_window import MainWindow

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


@dataclass(frozen=True)
class Figures:
    """What was measured, run by run.

    Seconds to a painted window and to the project in it, megabytes, and milliseconds to each page painted.
    """

    bare_seconds: list[float]
    window_seconds: list[float]
    project_seconds: list[float]
    megabytes: list[float]
    megabytes_after_all: list[float]
    first: Mapping[str, list[float]]
    again: Mapping[str, list[float]]


def measure(project: Path) -> Figures:
    """Run a bare window and ours in turn, after one run of each that only warms up."""
    bare: list[dict[str, Any]] = []
    ours: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(_RUNS + 1):
            bare.append(_run(Path(folder), ["-c", _BARE]))
            ours.append(_run(Path(folder), [__file__], str(project)))
    del bare[0], ours[0]
    return Figures(
        [run["seconds"] for run in bare],
        [run["seconds"] for run in ours],
        [run["project"] for run in ours],
        [run["megabytes"] for run in ours],
        [run["megabytes after all"] for run in ours],
        {page: [run["first"][page] for run in ours] for page in ours[0]["first"]},
        {page: [run["again"][page] for run in ours] for page in ours[0]["again"]},
    )


def _run(folder: Path, arguments: list[str], project: str = "") -> dict[str, Any]:
    settings = folder / "settings.ini"
    settings.write_text("[General]\nwelcomed=yes\n", "utf-8")
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "QUALCODER_LITE_SETTINGS": str(settings),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *arguments, str(time.time()), *([project] if project else [])]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(answer.stdout.splitlines()[-1])


def _start(begun: float, project: str) -> None:
    from qualcoder_lite.__main__ import main

    sys.argv = ["qualcoder-lite", "open", project]
    _instead_of_the_event_loop(begun)
    main()


def _instead_of_the_event_loop(begun: float) -> None:
    """Once the command would wait for the person, look at the window and go through its pages instead."""
    from PySide6.QtWidgets import QApplication

    def look() -> int:
        window: MainWindow = next(each for each in QApplication.topLevelWidgets() if each.objectName() == "main-window")  # pyright: ignore[reportAssignmentType]
        window.grab()
        found: dict[str, Any] = {"seconds": time.time() - begun}
        _until(window.ready)
        window.grab()
        found |= {"project": time.time() - begun, "megabytes": _megabytes()}
        found["first"] = _visits(window)
        found["again"] = _visits(window)
        found["megabytes after all"] = _megabytes()
        print(json.dumps(found))
        window.close()
        return 0

    QApplication.exec = staticmethod(look)


def _visits(window: MainWindow) -> dict[str, float]:
    """Milliseconds until each page is shown and painted, the window idle before each."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
    from qualcoder_lite.gui.window.screenshots import wait_until_calm

    spent: dict[str, float] = {}
    for entry in (*EVERY_PAGE[1:], EVERY_PAGE[0]):
        wait_until_calm(window)
        begun = time.perf_counter()
        window.go(entry.value)
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):  # a grab would lay out the hidden pages too
            QCoreApplication.sendPostedEvents(None, kind)
        spent[entry.value] = (time.perf_counter() - begun) * 1000
    return spent


def _until(signal: SignalInstance) -> None:
    """Let the window go on until it says something."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()


def _megabytes() -> float:
    """Memory held now, where the system tells (Linux); 0 elsewhere."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _start(float(sys.argv[1]), sys.argv[2])
