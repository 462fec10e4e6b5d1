"""The view Chart: whom the rows are about, the grid, and the chosen cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from qualcoder_lite.domain.chart.cells import Level, SubjectKind
from qualcoder_lite.gui.dialogs.who_is_coding import is_known_who
from qualcoder_lite.gui.pages.findings.chart.controls import ChartControls
from qualcoder_lite.gui.pages.findings.chart.model import ChartModel
from qualcoder_lite.gui.pages.findings.chart.table import ChartTable
from qualcoder_lite.gui.pages.findings.chart.writer import Writer
from qualcoder_lite.gui.pages.findings.empty import no_outcomes, no_transcripts
from qualcoder_lite.gui.pages.findings.room import is_low, is_narrow
from qualcoder_lite.gui.pages.findings.visits import to_turn
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from qualcoder_lite.domain.chart.cells import Subject
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.chart.grid import ChartGrid

_PAUSE = 60  # milliseconds on a cell before its quotes are looked for, so that arrow keys run freely
_SHAPE, _SHARES = "chart-splitter", (680, 320)
_LEVEL_OF = {SubjectKind.SITE: Level.SITES, SubjectKind.CLIENT_GROUP: Level.CLIENT_GROUPS}


class ChartView(Page):
    """The framework chart."""

    value, word = "findings-chart", tr("Chart")

    def __init__(self, workspace: Workspace) -> None:
        """Build it; nothing is read until it is shown."""
        super().__init__(workspace)
        self._place: tuple[Subject, str] | None = None  # the current cell
        self._shown: tuple[Subject, str] | None = None  # the cell in the writer, which follows after a moment
        self._writing_in_front = False
        self._pause = QTimer(self, singleShot=True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._show_cell)
        self._model = ChartModel(self)
        self._build()
        self._connect()
        self._actions = [
            action(tr("&Write a summary"), self._begin, parent=self),
            action(tr("&Refer to the chosen quote"), self.writer.refer_to_chosen, "Ctrl+R", parent=self),
            action(tr("Go to the &quote of this sentence"), self._go_to_quote, "Ctrl+G", parent=self),
            action(tr("&Save the summary"), lambda: self._on_saving_wanted(False), "Ctrl+S", parent=self),
            action(tr("&Next that is older than the coding"), self._go_to_older, "Ctrl+Shift+N", parent=self),
            action(tr("&Make a file of the chart …"), self._make_file, "Ctrl+E", parent=self),
        ]
        self._fold()

    def _build(self) -> None:
        self.controls = ChartControls()
        self.file = Button(tr("Make a file …"), icon="export", name=tr("Make a file of the chart"))
        self.file.setObjectName("chart-file")
        self._summary = Label("", "small", tone="muted", wrap=True)
        self.table = ChartTable(self._model)
        self._desk = QWidget()
        self._desk.setProperty("clear", True)
        card = Card(Column((self.table, 1), margins=4))
        self._foot = Row((self._summary, 1), self.file)
        self._desk.setLayout(Column(self.controls, (card, 1), self._foot, gap=10, margins=(16, 10, 12, 8)))
        self.writer = Writer()
        self._splitter = QSplitter()
        self._splitter.setObjectName("chart-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._desk)
        self._splitter.addWidget(self.writer)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        if not self._splitter.restoreState(self.workspace.settings.shape(_SHAPE)):
            self._splitter.setSizes(list(_SHARES))
        self._nobody, self._no_outcomes = no_transcripts(), no_outcomes()
        self._stack = Stack()
        for shown in (self._splitter, self._nobody, self._no_outcomes):
            self._stack.addWidget(shown)
        self.setLayout(Column((self._stack, 1), gap=0))

    def _connect(self) -> None:
        self.controls.changed.connect(self._on_narrowed)
        self.controls.older.clicked.connect(self._go_to_older)
        self.file.clicked.connect(self._make_file)
        self.table.went.connect(self._on_went)
        self.table.writing_wanted.connect(self._begin)
        self.table.clearing_wanted.connect(self._clear)
        self.writer.saving_wanted.connect(self._on_saving_wanted)
        self.writer.left.connect(self._go_to_table)
        self.writer.back_wanted.connect(self._go_to_table)
        self.writer.still_holds.connect(self._confirm)
        self.writer.turn_wanted.connect(self._go_to_turn)
        self._nobody.primary_chosen.connect(self._import)
        self._no_outcomes.primary_chosen.connect(lambda: self.workspace.visit(Visit(page="codebook")))
        self.workspace.opened.connect(self._forget)
        current().changed.connect(self._fold)

    # Of whom the rows are

    @property
    def of_whom(self) -> OfWhom:
        """What is chosen over the chart: a site, a client group."""
        return self.controls.chosen

    def count_of(self, of_whom: OfWhom) -> None:
        """Choose of whom the rows are; who answers and whose codings play no part, and are told."""
        before = self.of_whom
        self.controls.offer(self.workspace.project)
        self.controls.choose(of_whom)
        if self.of_whom != before:
            self.mark_stale()

    # What every page does

    def refresh(self) -> None:
        """Look at the chart anew; what is being typed stays."""
        project = self.workspace.project
        self.controls.offer(project)
        self._show(project.chart.grid(self.controls.level, self.controls.scope))

    def _show(self, grid: ChartGrid) -> None:
        project = self.workspace.project
        self.writer.set_read_only(read_only=project.read_only)
        if not grid.codes or not project.info().transcripts:
            self._model.show(None)
            self._stack.setCurrentWidget(self._no_outcomes if not grid.codes else self._nobody)
            return
        self._stack.setCurrentWidget(self._splitter)
        place = self._place
        self._model.show(grid)
        self._summary.setText(self._told())
        if grid.rows:
            self._go_back_to(place)
        self._fold()

    def receive(self, visit: Visit) -> None:
        """Show the cell of a summary that another page speaks of."""
        if visit.summary is None:
            return
        self._keep()
        self._place = (visit.summary.subject, visit.summary.code)
        self.controls.show_everybody(_LEVEL_OF.get(visit.summary.subject.kind, Level.PEOPLE))
        self.refresh()
        self.table.scrollTo(self.table.currentIndex())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[QWidget]:
        """The grid, the chosen cell, the ways of looking."""
        if self._stack.currentWidget() is not self._splitter:
            return [empty.primary for empty in (self._nobody, self._no_outcomes) if empty.primary.isVisible()]
        return [pane for pane in (self.table, self.writer, self.controls) if pane.isVisible()]

    def actions_for_menu(self) -> Sequence[QAction]:
        """Writing, referring, what is older, a file."""
        return self._actions

    def leave(self) -> None:
        """Keep what was typed, and how wide the writer is."""
        self._keep()
        if not is_narrow(self):
            self.workspace.settings.set_shape(_SHAPE, self._splitter.saveState())

    def _forget(self) -> None:
        """Hold nothing of the project before."""
        self._pause.stop()
        self._place = self._shown = None
        self.writer.forget()
        self._model.show(None)

    # Going about

    def _on_narrowed(self) -> None:
        self._keep()
        self._show(self.workspace.project.chart.grid(self.controls.level, self.controls.scope))
        self.table.scrollTo(self.table.currentIndex())

    def _go_back_to(self, place: tuple[Subject, str] | None) -> None:
        grid = self._model.grid
        if grid is None:
            return
        row, column = 0, 0
        if place is not None:
            row = max(grid.row_of(place[0]), 0)
            column = max(grid.column_of(place[1]), 0)
        index = self._model.index(row, column)
        if index != self.table.currentIndex():
            self.table.setCurrentIndex(index)
        elif not self.writer.is_changed:
            self._pause.start()

    def _on_went(self, index: QModelIndex) -> None:
        """Keep what was typed in the cell before, then show this one."""
        grid = self._model.grid
        if grid is None:
            return
        self._keep()
        self._place = (grid.rows[index.row()].subject, grid.codes[index.column()].id)
        self._pause.start()

    def _show_cell(self) -> None:
        grid, index = self._model.grid, self.table.currentIndex()
        cell = self._model.cell(index)
        if grid is None or cell is None or not self.workspace.is_open:
            return
        row = grid.rows[index.row()]
        where = " · ".join(part for part in (row.place, row.client_group) if part)
        outcome = grid.codes[index.column()].name
        extracts = self.workspace.project.chart.quotes(grid, index.row(), index.column())
        self.writer.show_cell(
            cell, f"{row.name}: {outcome}", where or tr("{n:,} person", "{n:,} people", n=len(row.people)), extracts
        )
        self._shown = self._place

    def _go_to_older(self) -> None:
        """Go to the next cell whose summary is older than the coding, from the chosen one on and round again."""
        older = self._model.next_older(self.table.currentIndex())
        if older.isValid():
            self.table.setCurrentIndex(older)
            self.table.scrollTo(older)
            return
        self.workspace.done.emit(tr("No summary is older than the coding."), False)

    def _go_to_turn(self, extract: Extract) -> None:
        self.workspace.visit(to_turn(extract))

    def _go_to_table(self) -> None:
        self._writing_in_front = False
        self._fold()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_quote(self) -> None:
        """Go to the quote that the summary refers to where the cursor stands in it."""
        self._turn_to_writer()
        if not self.writer.go_to_quote():
            self.workspace.done.emit(tr("This summary refers to no quote that is coded here."), False)

    # Writing

    def _begin(self, words: str = "") -> None:
        self._turn_to_writer()
        self.writer.begin(words)

    def _turn_to_writer(self) -> None:
        """Let the writer show the current cell, and be seen."""
        if self._pause.isActive():
            self._pause.stop()
            self._show_cell()
        self._writing_in_front = True
        self._fold()

    def _on_saving_wanted(self, on: bool) -> None:
        if not is_known_who(self, self.workspace) or not self._save() or not on:
            return
        self._go_to_table()
        index = self.table.currentIndex()
        below = self._model.index(min(index.row() + 1, self._model.rowCount() - 1), index.column())
        self.table.setCurrentIndex(below)

    def _keep(self) -> None:
        """Keep what was typed into the cell that is shown, if anything was."""
        if self.workspace.is_open and self.writer.is_changed:
            self._save()

    def _save(self) -> bool:
        """Keep the summary in the cell that is shown; whether that worked, which is told where it didn't."""
        return self._write(self.writer.text.words)

    def _confirm(self) -> None:
        if is_known_who(self, self.workspace) and self._save():
            self.workspace.done.emit(tr("The summary counts as up to date."), True)

    def _clear(self) -> None:
        cell = self._model.cell(self.table.currentIndex())
        if cell is not None and cell.summary is not None:
            self._write("")

    def _write(self, body: str) -> bool:
        grid, shown = self._model.grid, self._shown
        if grid is None or shown is None:
            return False
        row = grid.row_of(shown[0])
        column = grid.column_of(shown[1])
        if row < 0 or column < 0:
            self.workspace.failed.emit(tr("That cell is no longer in the chart, so what you typed was not kept."))
            return False
        chart, coder, quotes = self.workspace.project.chart, self.workspace.coder, tuple(self.writer.quotes)
        changes = self.workspace.act(lambda: chart.write(grid, row, column, body, quotes=quotes, coder=coder), by=self)
        if changes is None:
            return False
        self._model.show(chart.grid(grid.level, self.controls.scope))
        self._summary.setText(self._told())
        if self._place == shown:
            self._show_cell()
        announce(self.table, tr("Saved."))
        return True

    def _told(self) -> str:
        """How far the chart has come, in a line."""
        grid = self._model.grid
        written = self.workspace.project.chart.count(grid) if grid else 0
        cells = self._model.rowCount() * self._model.columnCount()
        return tr(
            "{written:,} of {cells:,} cells are summarised. Type into a cell, or press Enter.",
            written=written,
            cells=cells,
        )

    def _make_file(self) -> None:
        self._keep()
        self.workspace.visit(Visit(page="export", making="chart"))

    def _import(self) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self, self.workspace, [])

    # Room

    def _fold(self) -> None:
        """Where there is no room for both, grid and writer take turns; a low window's room goes to the rows."""
        low = is_low(self)
        self.table.set_low(low)
        self.controls.set_low(low)
        beside = self.controls.line if low else self._foot
        if beside.indexOf(self.file) < 0:
            beside.addWidget(self.file)
        narrow = is_narrow(self)
        front = narrow and self._writing_in_front
        self._desk.setVisible(not front)
        self.writer.setVisible(front or not narrow)
        self.writer.set_alone(front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()
