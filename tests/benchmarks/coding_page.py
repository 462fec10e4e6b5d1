"""How long coding takes on the page Code: from the second key of a code until it is in the file and painted.

Painted are the text, the margin, the card and the status line; what follows in the frame after is a row of its own.

Run as `python tests/benchmarks/coding_page.py [PROJECT]`; needs no display. Times are milliseconds on the clock,
medians, on a transcript of 5,000 words with 90 and with 2,000 codings, which stands alone in its project or is added to
a copy of one that is named.
"""

from __future__ import annotations

import os
import random
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

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, TranscriptText
from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.gui.project.workspace import Visit, Workspace
from qualcoder_lite.gui.theme import install
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile
from tests.benchmarks.reading_view import told, transcript

if TYPE_CHECKING:
    from collections.abc import Callable

#: (how many codings there are, the most milliseconds from key to painted and durable)
CASES = ((90, 16), (2_000, 30))
_CODER = "Coder One"
_REST = 30  # milliseconds without work between two operations
_SPEAKERS = (Speaker("Interviewer", SpeakerRole.INTERVIEWER), Speaker("Person", SpeakerRole.PARTICIPANT))


def measure(beside: Path | None = None, runs: int = 15) -> list[dict[str, Any]]:
    """One row an operation: its name, milliseconds run by run, and how many it may take; `beside` a project's rest."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        install(application, mode="light", text=1.0)  # type: ignore[arg-type] - it is a QApplication
        for count, most in CASES:
            rows += _measure_case(Path(folder), beside, count, most, runs)
    return rows


def _make(path: Path, beside: Path | None, count: int) -> str:
    """A project with one more transcript and so many codings, all of one coder; the transcript's id."""
    chance = random.Random(count)
    text, turns = transcript(5_000)
    if beside is not None:
        shutil.copyfile(beside, path)
    with Project.open(path) if beside is not None else Project.create(path) as project:
        said = TranscriptText(title="Long talk", text=text, speakers=_SPEAKERS, turns=tuple(turns))
        read = ReadFile(path.with_suffix(".txt"), path.stem, said)
        made = project.transcripts.store(read, ImportOptions()).transcript.id
        codes = [code.id for book in project.codebooks.all() for code in book.codes]
        places = ((chance.randrange(len(text) - 300), chance.randint(12, 290)) for _ in range(count))
        project.codings.add_many(
            NewCoding(transcript=made, start=start, end=start + long, code=chance.choice(codes), coder=_CODER)
            for start, long in places
        )
    return made


def _measure_case(folder: Path, beside: Path | None, count: int, most: int, runs: int) -> list[dict[str, Any]]:
    path = folder / f"{count}.qclite"
    made = _make(path, beside, count)
    workspace = Workspace(Settings(str(folder / "settings.ini")))
    workspace.open(path)
    workspace.set_coder(_CODER)
    page = CodePage(workspace)
    page.resize(1340, 860)
    page.show()
    QTest.qWaitForWindowExposed(page)
    page.receive(Visit(page="code", transcript=made))
    page.focus_text()
    view = page.desk.view
    putting: list[float] = []
    following: list[float] = []
    moving: list[float] = []
    undoing: list[float] = []
    for run in range(runs + 1):
        moving.append(_timed(lambda: view.go_to_turn(2 + 2 * run)))  # noqa: B023 - used at once
        QTest.keyClick(view, Qt.Key.Key_Q)
        QTest.qWait(_REST)
        putting.append(_timed(lambda: QTest.keyClick(view, Qt.Key.Key_F)))
        following.append(_timed(lambda: _follow(page)))
        QTest.qWait(_REST)
        undoing.append(_timed(page.undo))
        QTest.qWait(_REST)
    page.leave()
    page.close()
    page.deleteLater()
    workspace.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        _row(f"key to durable and painted: {count:,} codings", putting[1:], most),
        _row(f"the passage's bar, the list and the menu, in the frame after: {count:,} codings", following[1:], 30),
        _row(f"undo one coding, painted: {count:,} codings", undoing[1:], 30),
        _row(f"next turn, painted: {count:,} codings", moving[1:], 60 if count > 100 else 16),
    ]


def _follow(page: CodePage) -> None:
    """What the page leaves for when the text is painted."""
    page.paper.catch_up()
    page.workspace.next_steps.catch_up()


def _row(operation: str, milliseconds: list[float], most: int) -> dict[str, Any]:
    return {"operation": operation, "figures": milliseconds, "at_most": most}


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    _paint()
    return (time.perf_counter() - start) * 1000


def _paint() -> None:
    """Do at once the layout and painting that were asked for."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for row in measure(Path(sys.argv[1]) if sys.argv[1:] else None):
        print(told(row))
