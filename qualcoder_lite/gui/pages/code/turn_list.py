"""What the list of a turn's codings does: shows in the text which one a row is, picks it, takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.paper import Paper
    from qualcoder_lite.gui.pages.code.session import CodingSession


class TurnList(QObject):
    """Listens to the list in the passage's bar.

    Signals:
        left: There is nothing more to do in the list.
    """

    left = Signal()

    def __init__(self, session: CodingSession, desk: Desk, paper: Paper, parent: QObject) -> None:
        """Listen."""
        super().__init__(parent)
        self._session, self._desk, self._paper = session, desk, paper
        turn = desk.bar.turn
        turn.picked.connect(self._on_picked)
        turn.taken_off.connect(self._on_taken_off)
        turn.pointed_out.connect(desk.view.point_out)
        desk.bar.left.connect(self._on_left)

    def _on_picked(self, coding: str) -> None:
        """Show a coding in the bar, to say something of it."""
        picked = self._session.transcript.codings.get(coding)
        if picked is not None:
            self._desk.view.show_passage(picked.start, picked.end)
            self._session.activate("")
            self._session.activate(coding)
            self._paper.show_active()
            self._desk.bar.enter_controls()

    def _on_taken_off(self, coding: str) -> None:
        picked = self._session.transcript.codings.get(coding)
        if picked is None or not self._session.is_own(picked):
            self._desk.say(tr("This isn’t your own coding, so it can’t be changed here."), icon="info")
            return
        self._session.take_off([picked])
        self._paper.catch_up()
        if not self._desk.bar.turn.model.rowCount():
            self.left.emit()

    def _on_left(self) -> None:
        self._desk.view.point_out("")
        self._paper.show_active()
