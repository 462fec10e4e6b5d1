"""Whatever of the page is painted again alone fits into what stood there: nothing is left over, nothing is missing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
from qualcoder_lite.gui.reading.passage_edges import Edge
from qualcoder_lite.gui.reading.reading_settings import LineFocus, ReadingSettings
from qualcoder_lite.gui.reading.transcript_view import TranscriptView
from tests.gui.reading.conftest import SAID, interview

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

Key = Qt.Key
_KEYS = (Key.Key_Down, Key.Key_Up, Key.Key_Right, Key.Key_Left, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Escape)
_GROUPS = ("process", "quality-of-life", "change")


def on_screen(view: TranscriptView) -> QImage:
    """What stands on the screen now: everything painted so far, each piece when it was asked for."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)
    return view.screen().grabWindow(view.winId()).toImage()


def do_something(view: TranscriptView, chance: random.Random, place: int) -> None:
    what = chance.randrange(8)
    codings = list(view.page.units)
    start = chance.randrange(len(view.page.text) - 90)
    coding = PaintedCoding(
        f"c{chance.randrange(12)}", start, start + chance.randint(3, 80), _GROUPS[place % 3], "PS", "A"
    )
    if what == 0:
        view.update_coding(coding)
    elif what == 1:
        view.remove_coding(coding.id)
    elif what == 2:
        view.point_out(coding.id)
    elif what == 3:
        view.show_handles(shown=chance.random() < 0.5)
    elif what == 4:
        view.show_moving(chance.choice([None, Edge.START, Edge.END]))
    elif what == 5:
        view.show_passage(start, start + chance.randint(3, 80))
    elif what == 6:
        view.go_to_turn(chance.randint(1, len(codings)))
    else:
        QTest.keyClick(
            view,
            chance.choice(_KEYS),
            chance.choice([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier]),
        )


@pytest.mark.parametrize("dimmed", [LineFocus.OFF, LineFocus.TURN])
@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_painted_in_pieces_is_what_would_be_painted_anew(qtbot, seed, dimmed):
    said = interview(SAID * 8)
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(760, 420)
    view.set_reading(ReadingSettings(line_focus=dimmed))
    view.load(said.text, said.turns, said.speakers, [])
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    chance = random.Random(seed)
    for place in range(40):
        do_something(view, chance, place)
        if place % 3 == 2:
            in_pieces = on_screen(view)
            view.viewport().update()
            view.margin.update()
            assert in_pieces == on_screen(view), f"step {place}"
