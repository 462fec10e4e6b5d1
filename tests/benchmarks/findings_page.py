"""How long the page Findings takes to look through another lens: from the key until the heat map is painted.

Run as `python tests/benchmarks/findings_page.py PROJECT`; needs no display. Times are milliseconds on the clock: the
first look through each lens, counted then and there, and later ones, when the matrix is there.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[2]))

from qualcoder_lite.gui.pages.findings.page import FindingsPage
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Workspace
from qualcoder_lite.gui.theme import install
from tests.benchmarks.reading_view import told

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 100
_RUNS, _LOOKS = 3, 5
_KEYS = (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1)  # the page opens with the first lens


def measure(project: Path) -> list[dict[str, Any]]:
    """One row an operation: its name, milliseconds run by run, and how many it may take."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    install(application, mode="light", text=1.0)  # type: ignore[arg-type] - it is a QApplication
    first: list[float] = []
    again: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copyfile(project, Path(folder, "copy.qclite")))
        for run in range(_RUNS):
            workspace = Workspace(Settings(str(Path(folder, f"settings-{run}.ini"))))
            workspace.open(copy)
            page = FindingsPage(workspace)
            page.resize(1340, 860)
            page.show()
            QTest.qWaitForWindowExposed(page)
            while not page.table.currentIndex().isValid():
                QTest.qWait(1)
            looks = [_timed(lambda key=key: QTest.keyClick(page.table, key)) for _ in range(_LOOKS) for key in _KEYS]  # noqa: B023 - used at once
            first += looks[:2]
            again += looks[2:]
            page.leave()
            page.close()
            page.deleteLater()
            workspace.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        {"operation": "another lens, counted and painted", "figures": first, "at_most": 2 * _MOST},
        {"operation": "another lens, painted", "figures": again, "at_most": _MOST},
    ]


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QCoreApplication.sendPostedEvents(None, kind)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for row in measure(Path(sys.argv[1])):
        print(told(row))
