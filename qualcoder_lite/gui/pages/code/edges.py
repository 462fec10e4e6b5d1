"""Moving the edges of the coding that there is something to say of, or of the passage where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.gui.pages.code.foot import KEEP
from qualcoder_lite.gui.reading.edge_mover import EdgeMover
from qualcoder_lite.gui.reading.passage_edges import Edge
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.details import CodingDetails
    from qualcoder_lite.gui.pages.code.session import CodingSession


class EdgeKeeping(QObject):
    """Begins a move of an edge, and brings the coding to where it ends."""

    def __init__(self, session: CodingSession, details: CodingDetails, desk: Desk, parent: QObject) -> None:
        """Listen to the text's edges."""
        super().__init__(parent)
        self._session, self._details, self._desk = session, details, desk
        self._mover = EdgeMover(desk.view)
        self._coding = ""
        self._before: Span | None = None
        self._mover.begun.connect(self._on_begun)
        self._mover.kept.connect(self._on_kept)
        self._mover.left.connect(self._on_left)
        session.active_changed.connect(self._show_handles)

    @property
    def is_on(self) -> bool:
        """Whether an edge is being moved."""
        return self._mover.is_on

    def begin(self, edge: Edge) -> None:
        """Move an edge, of the coding in the bar if there is one."""
        active = self._session.active
        if not self._mover.is_on and active is not None and self._session.is_own(active):
            self._desk.view.show_passage(active.start, active.end)
        self._desk.view.setFocus()
        self._mover.begin(edge)

    def keep(self) -> None:
        """Leave the edge where it is."""
        self._mover.keep()

    def _on_begun(self, edge: str) -> None:
        """Know whose passage is moved: that of the coding in the bar, or of the coder's only one just there."""
        if self._before is None:
            moved, self._before = self._moved(), self._desk.view.passage
            self._coding = moved.id if moved is not None else ""
        moving = {
            Edge.START: tr("Moving the start. Enter keeps it, Esc gives up."),
            Edge.END: tr("Moving the end. Enter keeps it, Esc gives up."),
        }
        self._desk.say(moving[Edge(edge)], icon="info", way=KEEP)

    def _moved(self) -> Coding | None:
        session, passage = self._session, self._desk.view.passage
        active = session.active
        if active is not None and (active.start, active.end) == passage:
            return active if session.is_own(active) else None
        there = [each for each in session.transcript.of_coder(session.coder) if (each.start, each.end) == passage]
        return there[0] if len(there) == 1 else None

    def _on_kept(self, start: int, end: int) -> None:
        coding, before = self._session.transcript.codings.get(self._coding), self._before
        self._coding, self._before = "", None
        if coding is None:
            self._desk.say(tr("This is the passage now. Put a code on it."), icon="info")
        elif (coding.start, coding.end) == (start, end):
            self._desk.say(tr("The passage is as it was."), icon="info")
        elif self._details.move(coding.id, Span(start, end)):
            self._session.activate(coding.id)
        elif before is not None:
            self._desk.view.show_passage(*before)

    def _on_left(self) -> None:
        self._coding, self._before = "", None
        self._desk.say(tr("The passage is as it was."), icon="info")

    def _show_handles(self) -> None:
        active = self._session.active
        self._desk.view.show_handles(shown=active is not None and self._session.is_own(active))
