"""Jumping through the open transcript; past the last place it goes on from the first.

There are jumps to the next turn without a code, to the next passage with the same code, and to the next one that
somebody wasn't sure of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from qualcoder_lite.gui.reading.document_builder import quiet_speakers
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.paper import Paper
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.reading.document_map import Unit


class Jumps:
    """Takes the reader from place to place."""

    def __init__(self, session: CodingSession, desk: Desk, paper: Paper) -> None:
        """Jump on a desk's text."""
        self._session, self._desk, self._paper = session, desk, paper

    def actions(self) -> list[QAction]:
        """The jumps for the page's menu."""
        return [
            action(tr("Next turn without a code"), self.to_uncoded, "Ctrl+J"),
            action(tr("Turn without a code before"), lambda: self.to_uncoded(forward=False), "Ctrl+Shift+J"),
            action(tr("Next passage with this code"), self.to_same, "Ctrl+G"),
            action(tr("Passage with this code before"), lambda: self.to_same(forward=False), "Ctrl+Shift+G"),
            action(tr("Next you weren’t s&ure of"), self.to_doubted, "Ctrl+Shift+U"),
        ]

    def to_uncoded(self, *, forward: bool = True) -> None:
        """Go to the next turn of somebody who isn't the interviewer on which the coder has put no code."""
        transcript, view = self._session.transcript, self._desk.view
        own = self._session.coder and transcript.of_coder(self._session.coder)
        waiting = uncoded(view.page.units, quiet_speakers(transcript.speakers), own or ())
        if not waiting:
            self._desk.say(tr("Every turn has a code."))
            return
        here = (view.passage.start, view.passage.end, "")
        unit = waiting[_round([(each.start, each.end, "") for each in waiting], here, forward=forward)]
        view.show_passage(unit.start, unit.end)
        self._session.activate("")
        where = tr("Turn {number}", number=unit.number) if unit.number else tr("This paragraph")
        left = len(waiting) - 1
        self._desk.say(
            tr(
                "{where} has no code yet. {n} more has none.",
                "{where} has no code yet. {n} more have none.",
                n=left,
                where=where,
            ),
            icon="info",
        )

    def to_same(self, *, forward: bool = True) -> None:
        """Go to the next passage with the code that is in the bar, or that was used last."""
        active = self._session.active
        code = active.code if active is not None else self._session.last_code
        if code not in self._session.codes:
            self._desk.say(tr("Pick a code on this turn first, or put one on."), icon="info")
            return
        name = self._session.codes[code].name
        self._to([each for each in self._paper.shown() if each.code == code], name, forward=forward)

    def to_doubted(self, *, forward: bool = True) -> None:
        """Go to the next passage that somebody wasn't sure of."""
        self._to([each for each in self._paper.shown() if not each.sure], tr("not sure"), forward=forward)

    def _to(self, codings: Sequence[Coding], what: str, *, forward: bool) -> None:
        if not codings:
            self._desk.say(tr("Nothing here is marked “{what}”.", what=what), icon="info")
            return
        found = sorted(codings, key=_place)
        start, end = self._desk.view.passage
        active = self._session.active
        here = (start, end, active.id if active is not None and (active.start, active.end) == (start, end) else "")
        coding = found[_round([_place(each) for each in found], here, forward=forward)]
        self._desk.view.show_passage(coding.start, coding.end)
        self._session.activate(coding.id)
        self._desk.say(
            tr("{index} of {number}: {what}.", index=found.index(coding) + 1, number=len(found), what=what), icon="info"
        )


def uncoded(units: Sequence[Unit], quiet: frozenset[int], codings: Iterable[Coding]) -> list[Unit]:
    """The turns (paragraphs where there are none) with words, not a quiet speaker’s, that no coding touches."""
    starts: list[int] = []
    ends: list[int] = []  # of the stretches that are covered, which don't overlap
    for coding in sorted(codings, key=_place):
        if ends and coding.start <= ends[-1]:
            ends[-1] = max(ends[-1], coding.end)
        else:
            starts.append(coding.start)
            ends.append(coding.end)

    def is_bare(unit: Unit) -> bool:
        place = bisect_right(ends, unit.start)
        return place == len(ends) or starts[place] >= unit.end

    counted = [unit for unit in units if unit.number] or units
    return [unit for unit in counted if unit.start < unit.end and unit.speaker not in quiet and is_bare(unit)]


def _round(places: Sequence[tuple[int, int, str]], here: tuple[int, int, str], *, forward: bool) -> int:
    """Which of sorted places is the first beyond one, or the last before it; past either end it goes round."""
    return bisect_right(places, here) % len(places) if forward else bisect_left(places, here) - 1


def _place(coding: Coding) -> tuple[int, int, str]:
    return coding.start, coding.end, coding.id
