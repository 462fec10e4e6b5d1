"""What goes with the chosen cell: its quotes, and the ways from it to other pages and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.gui.pages.findings.counter import CellAsked
from qualcoder_lite.gui.pages.findings.visits import has_own_quotes, to_quotes, to_turn
from qualcoder_lite.service.extracts.listing import ExtractList
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.pages.findings.controls import Controls
    from qualcoder_lite.gui.pages.findings.counter import Counter
    from qualcoder_lite.gui.pages.findings.panel import CellPanel
    from qualcoder_lite.gui.project.workspace import Workspace

_PAUSE = 60  # milliseconds on a cell before its quotes are looked for, so that arrow keys run freely


class CellDesk(QObject):
    """Finds what the panel shows of the chosen cell, and leads from it to other pages."""

    def __init__(
        self, workspace: Workspace, counter: Counter, controls: Controls, panel: CellPanel, page: QWidget
    ) -> None:
        """Answer to the panel."""
        super().__init__(page)
        self._workspace, self._counter, self._page = workspace, counter, page
        self._controls, self._panel = controls, panel
        self._left_at: tuple[CellAsked, tuple[str, int]] | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._find_quotes)
        counter.quotes_found.connect(self._on_quotes_found)
        panel.state_chosen.connect(self.look_for_quotes)
        panel.turn_wanted.connect(self._go_to_turn)
        panel.all_wanted.connect(self._see_all)
        panel.arithmetic_wanted.connect(self.show_arithmetic)
        panel.against_wanted.connect(self.show_counter_examples)

    @property
    def was_left(self) -> bool:
        """Whether the person went from a quote to its turn."""
        return self._left_at is not None

    def look_for_quotes(self) -> None:
        """Look for the quotes of the chosen cell, once the person stays on it."""
        chosen = self._panel.chosen
        whole = (
            not self._controls.asked.of_whom.without_interviewers
        )  # the page of quotes doesn't leave their words out
        exact = whole and chosen is not None and has_own_quotes(chosen, self._panel.state)
        self._panel.all_quotes.set_words(tr("See all these quotes") if exact else tr("See all quotes of this outcome"))
        self._pause.start()

    def show_counter_examples(self) -> None:
        """Show who speaks against the chosen cell."""
        from qualcoder_lite.gui.pages.findings.counter_examples import CounterExamplesDialog

        cell, workspace = self._cell_asked, self._workspace
        if cell is None:
            return
        find = partial(
            workspace.project.counter_examples.of_cell,
            *(cell.asked.lens, cell.outcome, cell.feature),
            near=cell.asked.distance,
            scope=cell.asked.scope,
        )
        dialog = CounterExamplesDialog(workspace, cell.asked.lens, find, self._page.window())
        dialog.turn_wanted.connect(self._go_to_turn)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_arithmetic(self) -> None:
        """Show a test and an interval for the chosen cell, and what they can't show."""
        from qualcoder_lite.gui.pages.findings.arithmetic import ArithmeticDialog

        cell, chosen = self._cell_asked, self._panel.chosen
        if cell is None or chosen is None:
            return
        asked = cell.asked
        table = self._workspace.project.behind.arithmetic(
            asked.lens, cell.outcome, cell.feature, near=asked.distance, scope=asked.scope
        )
        names = f"{chosen.matrix.rows[chosen.row].name}, {chosen.matrix.columns[chosen.column].name}"
        dialog = ArithmeticDialog(table, asked.lens, names, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def _cell_asked(self) -> CellAsked | None:
        chosen = self._panel.chosen
        if chosen is None:
            return None
        return CellAsked(
            asked=self._controls.asked,
            outcome=chosen.matrix.rows[chosen.row].id,
            feature=chosen.matrix.columns[chosen.column].id,
            state=self._panel.state,
        )

    def _find_quotes(self) -> None:
        cell, chosen = self._cell_asked, self._panel.chosen
        is_open = self._workspace.is_open
        if cell is not None and chosen is not None and is_open and chosen.matrix.lens is cell.asked.lens:
            behind, at_sites = self._workspace.project.behind, cell.asked.lens is Lens.SITES
            self._panel.show_asking(
                behind.asking(cell.outcome, cell.feature if at_sites else "", state=cell.state, scope=cell.asked.scope)
            )
            self._counter.find_quotes(cell)

    def _on_quotes_found(self, cell: CellAsked, extracts: Sequence[Extract]) -> None:
        if cell != self._cell_asked:
            return
        # The extracts themselves are put together when they are looked at.
        passages = extracts.passages if isinstance(extracts, ExtractList) else extracts
        places = ((each.transcript, each.start, each.end) for each in passages)
        self._panel.show_quotes(extracts, self._workspace.project.behind.in_interviewers_words(places))
        if self._left_at is not None and self._left_at[0] == cell:
            self._panel.quotes.choose(*self._left_at[1])

    def _go_to_turn(self, extract: Extract) -> None:
        cell = self._cell_asked
        self._left_at = (cell, (extract.transcript, extract.start)) if cell is not None else None
        self._workspace.visit(to_turn(extract))

    def _see_all(self) -> None:
        chosen = self._panel.chosen
        if chosen is not None:
            self._left_at = None
            project = self._workspace.project
            self._workspace.visit(to_quotes(chosen, self._panel.state, self._controls.asked, project))
