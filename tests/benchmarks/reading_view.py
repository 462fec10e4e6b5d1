"""How long the reading view takes: opening a transcript, painting one coding more or less, turning a page.

Run as `python tests/benchmarks/reading_view.py`; needs no display (QT_QPA_PLATFORM=offscreen). Times are CPU
milliseconds of this process, medians of several runs, and include layout and painting of text and margin.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
from qualcoder_lite.gui.reading.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Callable

#: (what, words, codings, mean length of a coding in characters, most milliseconds to open, to add or remove, a page)
CASES = (
    ("90 codings", 5_000, 90, 240, 60, 16, 16),
    ("2,000 short codings", 5_000, 2_000, 240, 120, 30, 60),
    ("2,000 long codings", 5_000, 2_000, 2_500, 120, 30, 60),
    ("20,000 codings", 100_000, 20_000, 240, 200, 30, 60),
    ("20,000 codings on one line", 100_000, 20_000, 240, 200, 30, 60),
)
_SPEAKERS = (Speaker("Moira", SpeakerRole.INTERVIEWER), Speaker("Elsie", SpeakerRole.PARTICIPANT))
_WORDS = (
    "the of to and a in that we it is was for on with they had be at by this our not from but have as nurse door "
    "week worker lunch club afternoon telephone morning daughter hospital kitchen somebody always visit answered"
)
_GROUPS = ("quality-of-life", "process", "change", "features", "barriers", "themes")


def transcript(words: int, *, turns: bool = True, seed: int = 1) -> tuple[str, list[Turn]]:
    """Talk of so many words in turns of 6 to 110 words, or as one line without speakers."""
    chance = random.Random(seed)
    if not turns:
        return " ".join(_sentence(chance, 12) for _ in range(words // 12)), []
    parts: list[str] = []
    found: list[Turn] = []
    at = said = 0
    while said < words:
        speaker = len(found) % 2
        many = min(words - said, chance.randint(15, 110) if speaker else chance.randint(6, 30))
        label = f"{_SPEAKERS[speaker].label}: "
        part = label + " ".join(_sentence(chance, min(13, many - done)) for done in range(0, many, 13))
        found.append(Turn(at, at + len(label), at + len(part), speaker))
        parts.append(part)
        at += len(part) + 1
        said += many
    return "\n".join(parts), found


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS.split(), k=words)).capitalize() + "."


def codings(text: str, count: int, mean: int, seed: int = 2) -> list[PaintedCoding]:
    """So many codings all over a text, of thirty codes in six groups."""
    chance = random.Random(seed)
    made: list[PaintedCoding] = []
    for number in range(count):
        long = min(len(text) // 3, max(12, int(chance.lognormvariate(0, 0.7) * mean * 0.8)))
        start = chance.randrange(len(text) - long)
        code = chance.randrange(30)
        made.append(
            PaintedCoding(
                str(number),
                start,
                start + long,
                _GROUPS[code % 6],
                f"Q{chr(65 + code % 26)}",
                f"Code number {code}",
                "+",
                "Ailsa",
            )
        )
    return made


def measure(runs: int = 7) -> list[dict[str, Any]]:
    """One row an operation: its name, CPU milliseconds run by run, and how many it may take."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    rows: list[dict[str, Any]] = []
    for name, words, count, mean, open_most, change_most, page_most in CASES:
        text, turns = transcript(words, turns="one line" not in name)
        rows += _measure_case(
            f"{words:,} words, {name}",
            text,
            turns,
            codings(text, count, mean),
            (open_most, change_most, page_most),
            runs,
        )
    del application
    return rows


def _measure_case(
    name: str, text: str, turns: list[Turn], painted: list[PaintedCoding], most: tuple[int, int, int], runs: int
) -> list[dict[str, Any]]:
    view = TranscriptView()
    view.resize(1000, 800)
    view.load("Nothing yet.", [], [], [])
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.setFocus()
    opening: list[float] = []
    for _ in range(runs):
        view.load("Nothing yet.", [], [], [])
        _paint()
        opening.append(_timed(lambda: view.load(text, turns, _SPEAKERS, painted)))
    extra = replace(painted[0], id="extra", start=300, end=540)
    adding: list[float] = []
    removing: list[float] = []
    for _ in range(runs):
        adding.append(_timed(lambda: view.add_coding(extra)))
        removing.append(_timed(lambda: view.remove_coding("extra")))
    bar = view.verticalScrollBar()
    pages = [_timed(lambda: QTest.keyClick(view, Qt.Key.Key_PageDown)) for _ in range(2 * runs)]
    lines = [_timed(lambda: bar.setValue(bar.value() + 32)) for _ in range(2 * runs)]
    steps = [_timed(lambda: view.go_to_turn(view.turn_number + 1)) for _ in range(runs)] if turns else []
    far = _timed(lambda: view.show_passage(len(text) - 200, len(text) - 100))
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [
        _row(f"open and paint: {name}", opening, most[0]),
        _row(f"add one coding: {name}", adding, most[1]),
        _row(f"remove one coding: {name}", removing, most[1]),
        _row(f"page down: {name}", pages, most[2]),
        _row(f"a frame while scrolling: {name}", lines, most[2]),
        *([_row(f"next turn: {name}", steps, most[2])] if steps else []),
        _row(f"first jump to the end: {name}", [far], None),
    ]


def _timed(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    _paint()
    return (time.process_time() - start) * 1000


def _paint() -> None:
    """Do at once the layout and painting that were asked for."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def _row(operation: str, milliseconds: list[float], most: int | None) -> dict[str, Any]:
    return {"operation": operation, "figures": milliseconds, "at_most": most}


def told(row: dict[str, Any]) -> str:
    """A row as a line: median and least."""
    median, least, most = statistics.median(row["figures"]), min(row["figures"]), row["at_most"] or "-"
    return f"{row['operation']:64} {median:8.1f} ms, least {least:8.1f}   at most {most}"


if __name__ == "__main__":
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    for row in measure():
        print(told(row))
