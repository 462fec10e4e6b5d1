"""How well the window answers while a whole study is brought in: the longest it stands still, and its memory.

Run as `python tests/benchmarks/import_window.py`; needs no display. It goes the person's way: the dialog reads 230
files of all formats, shows them, and stores them. A timer of ten milliseconds tells how long it stood still.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

_TICK, _REST = 10, 300  # milliseconds between two ticks, and between two phases


class Stood(NamedTuple):
    """The longest that the window stood still in each phase, in milliseconds; memory at its most, in megabytes."""

    reading: float
    showing: float
    storing: float
    telling: float
    megabytes: float


def measure(transcripts: int = 230, words: int = 5_000) -> Stood:
    """Bring a study in, in a process of its own, whose memory is then the window's alone."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QUALCODER_LITE_SETTINGS": f"{folder}/settings.ini",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, __file__, folder, str(transcripts), str(words)]
        answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return Stood(*json.loads(answer.stdout.splitlines()[-1]))


def _bring_in(folder: Path, transcripts: int, words: int) -> Stood:
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from qualcoder_lite.app import make_application
    from qualcoder_lite.gui import theme
    from qualcoder_lite.gui.dialogs.import_transcripts.dialog import ImportDialog
    from qualcoder_lite.gui.program.settings import Settings
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.window.main_window import MainWindow
    from qualcoder_lite.gui.window.screenshots import wait_until_calm
    from qualcoder_lite.gui.window.warm_up import WarmUp
    from qualcoder_lite.service.project import Project
    from tests.benchmarks.importing import written

    files = written(folder, transcripts, words)
    application = make_application()
    theme.install(application, mode="light", text=1.0)
    Project.create(folder / "study.qclite").close()
    window = MainWindow(Workspace(Settings(str(folder / "settings.ini"))))
    window.show()
    window.open_project(folder / "study.qclite")
    WarmUp(window)  # as the program does while the person looks for the files
    wait_until_calm(window)
    dialog = ImportDialog(window, window.workspace)
    dialog.open()
    ticks: list[float] = []
    begun: dict[str, int] = {}  # the phases by the tick that saw them first
    loop = QEventLoop()

    def tick() -> None:
        ticks.append(time.perf_counter())
        phase = "results" if dialog.results.isVisible() else "storing" if "stored" in begun else ""
        if not phase and dialog.looking.do.isVisible():
            phase = "showing"
        if phase and phase not in begun:
            begun[phase] = len(ticks) - 1
            if phase == "showing":
                QTimer.singleShot(_REST, store)
            elif phase == "results":
                QTimer.singleShot(_REST, loop.quit)

    def store() -> None:
        begun["stored"] = len(ticks)
        dialog.store()

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
    timer.setInterval(_TICK)
    timer.timeout.connect(tick)
    timer.start()
    QTimer.singleShot(_REST, lambda: dialog.look_at(files))
    loop.exec()
    timer.stop()
    gaps = [(after - before) * 1000 for before, after in pairwise(ticks)]  # before tick 1, before tick 2, ...
    shown, stored, over = begun["showing"] - 1, begun["stored"], begun["results"] - 1
    return Stood(max(gaps[:shown]), max(gaps[shown:stored]), max(gaps[stored:over]), max(gaps[over:]), _most_held())


def _most_held() -> float:
    """The most megabytes this process held at once, where the system tells (Linux); 0 elsewhere.

    Not what `resource` tells: that begins with what the process held which started this one.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if len(sys.argv) > 3:
        print(json.dumps(_bring_in(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))), flush=True)
        os._exit(0)  # nothing of it is kept
    print(measure())
