"""Looking for the quotes behind a place of a drawing, and showing them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.finder import Finder
from qualcoder_lite.gui.pages.findings.quotes_beside import QuotesBeside
from qualcoder_lite.gui.pages.findings.visits import to_turn
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.pictures import Behind
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.findings.drawn_choices import Asked
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.project import Project


class QuotesBehind(QObject):
    """One place at a time.

    Signals:
        turned: There is a place to show the quotes of now, or there is none any more.
        left: The person is done with the quotes.

    Attributes:
        panel: Shows them.
    """

    turned = Signal()
    left = Signal()

    def __init__(self, handle: str, workspace: Workspace, parent: QObject) -> None:
        """Be behind nothing yet; `handle` begins the panel's object names."""
        super().__init__(parent)
        self._workspace = workspace
        self._asked: Asked | None = None
        self._place: Behind | None = None
        self.panel = QuotesBeside(handle)
        self._finder = Finder(workspace, self)
        self._finder.found.connect(self._on_found)
        self._finder.failed.connect(workspace.failed)
        self.panel.closed.connect(self._on_closed)
        self.panel.turn_wanted.connect(self._go_to_turn)
        self.panel.all_wanted.connect(self._see_all)

    @property
    def is_shown(self) -> bool:
        """Whether there is a place to show the quotes of."""
        return self._place is not None

    def show(self, asked: Asked, place: Behind, said: str) -> None:
        """Show the quotes behind a place of what was asked for, and go to them; `said` is what the place says."""
        self._asked, self._place = asked, place
        if place.nowhere:
            self.panel.show_nothing(said, tr("There are no quotes to show of this."))
        else:
            scope = asked.quotes_scope(place)
            # The page of quotes doesn't leave interviewers' words out.
            self.panel.show_place(said, has_page=scope is not None and not scope.without_interviewers)
        self.turned.emit()
        if not place.nowhere:

            def look(project: Project, _progress: Progress) -> tuple[Behind, int, Sequence[Extract]]:
                return place, *asked.quotes(project, place)

            self._finder.find(look, tr("Looking for quotes"))
        self.panel.go_in()

    def close(self) -> None:
        """Show none, and stop looking."""
        self._place = None
        self._finder.stop()
        self.turned.emit()

    def _on_closed(self) -> None:
        self.close()
        self.left.emit()

    def _on_found(self, answer: tuple[Behind, int, Sequence[Extract]]) -> None:
        place, number, extracts = answer
        if place == self._place:
            self.panel.show_quotes(number, extracts)
            if self.panel.back.hasFocus():
                self.panel.go_in()

    def _go_to_turn(self, extract: Extract) -> None:
        self._workspace.visit(to_turn(extract))

    def _see_all(self) -> None:
        if self._asked is None or self._place is None:
            return
        scope = self._asked.quotes_scope(self._place)
        if scope is not None:
            self._workspace.visit(Visit(page="quotes", scope=scope))
