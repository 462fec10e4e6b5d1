"""What of the open transcript is shown: whose codings are painted, counted on the cards, and ticked for the passage.

A code that is put on is seen at once where the eye is: in the text, beside it and on its card. The passage's bar and
the list of transcripts follow when that has been painted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcoder_lite.gui.pages.code.painted import painted
from qualcoder_lite.gui.pages.code.transcript_list import EVERYONE, MINE
from qualcoder_lite.gui.pages.code.turn_codings import CodingRow
from qualcoder_lite.gui.work.afterwards import Afterwards
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding

_MOST_LISTED = 200
"""Codings of a turn that are listed; whoever wants more of them takes fewer turns."""
_WORDS = 120
"""Code points of a passage that the list of a turn's codings tells."""


class Paper(QObject):
    """Keeps text, cards, list and bar in step with the codings.

    Attributes:
        whose: MINE for the coder's own codings alone, EVERYONE for all.
    """

    def __init__(self, session: CodingSession, desk: Desk, parent: QObject) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session, self._desk = session, desk
        self.whose = MINE
        session.coding_changed.connect(self._on_coding_changed)
        session.codings_replaced.connect(self.paint_all)
        self._rest = Afterwards(self._show_rest, self)
        self._bar_is_behind = False
        session.active_changed.connect(self._on_active_changed)
        desk.bar_wanted.connect(self.catch_up)

    def shown(self) -> list[Coding]:
        """The codings that are painted."""
        transcript = self._session.transcript
        return list(transcript.codings.values()) if self.whose == EVERYONE else transcript.of_coder(self._session.coder)

    def load(self, place: Span) -> None:
        """Set the open transcript out, at a passage, or at its first turn where the passage is empty."""
        transcript, view = self._session.transcript, self._desk.view
        codings = [self._painted(coding) for coding in self.shown()]
        view.load(transcript.text, transcript.turns, transcript.speakers, codings)
        if place.start < place.end <= len(transcript.text):
            view.show_passage(*place)
        else:
            view.go_to_turn(1)
        self._desk.find_bar.look_again()
        self._desk.panel.show_counts(Counter(each.code for each in self.shown()))
        self.show_applied()

    def paint_all(self) -> None:
        """Paint every coding anew, the reader's place kept."""
        view = self._desk.view
        if self._session.transcript.id:
            place, height = view.passage, view.verticalScrollBar().value()
            self.load(place)
            view.verticalScrollBar().setValue(height)

    def show_applied(self) -> None:
        """Tick the codes that are on the passage."""
        covering = self._session.transcript.covering(self._session.coder, *self._desk.view.passage)
        self._desk.panel.show_applied({coding.code for coding in covering})
        self._rest.ask()

    def catch_up(self) -> None:
        """Show in the passage's bar now what is left for when the text has been painted: somebody goes there."""
        self._rest.catch_up()

    def drop(self) -> None:
        """Leave that: the project is closed."""
        self._rest.drop()

    def _show_rest(self) -> None:
        """What may be seen a moment after the text: the passage's bar, and how far the transcript is coded."""
        self._show_turn()
        if self._bar_is_behind:  # else somebody may be in the list of the turn's codings
            self.show_active()
        transcript, shown = self._session.transcript, self.shown()
        length = max(1, len(transcript.text))
        reached = max((each.end for each in shown if each.decision is None), default=0) / length
        self._desk.list.model.count(transcript.id, len(shown), reached)

    def _show_turn(self) -> None:
        """List what is coded on the focused turn."""
        codings = self._session.transcript.codings
        there = self._desk.view.codings_of_turn()
        here = (codings.get(each.id) for each in there[:_MOST_LISTED])
        rows = [self._row(each) for each in here if each is not None]
        self._desk.bar.turn.show_rows(rows, len(there), several=self._desk.view.on_several_turns)

    def _row(self, coding: Coding) -> CodingRow:
        own = self._session.is_own(coding)
        whose = "" if own else tr("settled") if coding.decision else self._name_of(coding)
        starred = tr("starred") if self._session.is_starred(coding) else ""
        said = (whose, starred, "" if coding.sure else tr("not sure"), tr("memo") if coding.memo else "")
        words = " ".join(self._session.transcript.text[coding.start : min(coding.end, coding.start + _WORDS)].split())
        face = self._session.codes[coding.code].face(coding.polarity)
        coder = None if own or coding.decision else self._session.face_of(coding)
        return CodingRow(coding.id, face, ", ".join(part for part in said if part), words, coder)

    def show_active(self) -> None:
        """Show in the bar the coding that there is something to say of."""
        self._bar_is_behind = False
        coding = self._session.active
        if coding is None:
            self._desk.bar.show_coding(None, own=False)
        else:
            self._desk.bar.show_coding(
                coding,
                own=self._session.is_own(coding),
                starred=self._session.is_starred(coding),
                coder=self._name_of(coding),
                comments=self._session.comments_on(coding),
            )

    def look_at_stars(self) -> None:
        """Show in bar and list, in a moment, which codings are starred now."""
        self._on_active_changed()

    def _on_active_changed(self) -> None:
        self._bar_is_behind = True
        self._rest.ask()

    def _on_coding_changed(self, before: Coding | None, now: Coding | None) -> None:
        """Show one coding as it is now, and nothing else."""
        session, desk = self._session, self._desk
        if now is not None and (self.whose == EVERYONE or session.is_own(now)):
            desk.view.update_coding(self._painted(now))
        elif before is not None:
            desk.view.remove_coding(before.id)
        shown = self.shown()
        for code in {coding.code for coding in (before, now) if coding is not None}:
            desk.panel.show_count(code, sum(each.code == code for each in shown))
        self.show_applied()

    def _painted(self, coding: Coding) -> PaintedCoding:
        own = self._session.is_own(coding)
        return painted(coding, self._session.codes, own=own, coder=self._session.face_of(coding))

    def _name_of(self, coding: Coding) -> str:
        return self._session.names.get(coding.coder, tr("somebody else"))
