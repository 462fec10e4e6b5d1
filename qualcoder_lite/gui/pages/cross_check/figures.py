"""Agreement figures: the table of codes, what every figure rests on, and for the chosen code each pair's two by two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFileDialog, QHeaderView, QTableView, QWidget

from qualcoder_lite.domain.agreement import Unit
from qualcoder_lite.gui.pages.cross_check.figures_model import FiguresModel, share
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.agreement import CodeAgreement
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.workspace import Workspace
    from qualcoder_lite.service.agreement_report import AgreementAsked, AgreementReport

_UNITS = (
    (Unit.TURN, "By turn"),
    (Unit.SENTENCE, "By sentence"),
    (Unit.PARAGRAPH, "By paragraph"),
    (Unit.CHARACTER, "By character"),
    (Unit.TRANSCRIPT, "By transcript"),
)
_KINDS = {"Word document (*.docx)": ".docx", "Excel workbook (*.xlsx)": ".xlsx", "Table as CSV (*.csv)": ".csv"}


class FiguresDialog(QDialog):
    """The figures of one question, to look at and to take along.

    Signals:
        code_wanted: The person wants to see where the coders differ about a code: its id.
    """

    code_wanted = Signal(str)

    def __init__(self, page: QWidget, workspace: Workspace, asked: AgreementAsked) -> None:
        """Measure and show."""
        super().__init__(page)
        self.setObjectName("agreement-figures")
        self.setWindowTitle("Agreement figures")
        self._workspace, self._asked = workspace, asked
        self._report: AgreementReport | None = None
        self.model = FiguresModel(self)
        self.unit = ChoiceBox("Unit", [(unit.value, words) for unit, words in _UNITS], value=asked.unit.value)
        self.unit.setObjectName("figures-unit")
        self.all_turns = TickBox("Count what interviewers say")
        self.all_turns.setObjectName("figures-all-turns")
        self.overall = Label("", "strong", wrap=True)
        self.about = Label("", "small", tone="muted", wrap=True)
        self.table = _table(self.model)
        self.chosen = Label("", "strong")
        self.detail = Label("", wrap=True)
        self.places = Button("See where they differ")
        self.places.setObjectName("figures-places")
        self.save = Button("Make a report", icon="export")
        self.save.setObjectName("figures-save")
        self.close_button = Button("Close", kind="primary")
        self.close_button.setObjectName("figures-close")
        self.unit.chosen.connect(lambda unit: self._measure(replace(self._asked, unit=Unit(unit))))
        self.all_turns.toggled.connect(lambda on: self._measure(replace(self._asked, all_turns=on)))
        self.table.selectionModel().currentChanged.connect(self._on_went)
        self.places.clicked.connect(self._see_places)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.accept)
        below = Card(Column(self.chosen, self.detail, Row(self.places, None), gap=6, margins=(14, 10)), kind="well")
        self.setLayout(
            Column(
                Label("Agreement figures", "title"),
                Flow(self.unit, self.all_turns, gap=12),
                self.overall,
                self.about,
                (self.table, 1),
                below,
                Row(None, self.save, self.close_button),
                gap=10,
                margins=24,
            )
        )
        FocusRing(self)
        room, look = page.window().size(), current().look
        self.resize(min(look.px(1080), room.width() - 48), min(look.px(760), room.height() - 48))
        self._measure(asked)
        self.table.setFocus()

    def _measure(self, asked: AgreementAsked) -> None:
        def measure() -> None:
            self._report = self._workspace.project.agreement.measure(asked)

        if not self._workspace.attempt(measure) or self._report is None:
            return
        self._asked, report = asked, self._report
        row = max(self.table.currentIndex().row(), 0)
        self.model.show(report)
        figures = report.figures
        left_out = "1 code" if figures.left_out == 1 else f"{figures.left_out} codes"
        self.overall.setText(
            f"Mean alpha {share(figures.mean_alpha)}. Pooled kappa {share(figures.pooled_kappa)}. "
            f"{left_out} left out, because alpha is undefined."
        )
        self.about.setText(
            ". ".join(f"{what}: {said}" for what, said in self._workspace.project.agreement.rests_on(report))
        )
        self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))
        self._show(self.model.code(self.table.currentIndex().row()))

    def _on_went(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show(self.model.code(index.row()))

    def _show(self, code: CodeAgreement | None) -> None:
        self.places.setEnabled(code is not None)
        if code is None or self._report is None:
            return
        self.chosen.setText(self._report.codes[code.code])
        lines = []
        for pair, table in code.pairs.items():
            one, other = (self._report.coders[coder] for coder in pair)
            lines.append(
                f"{one} and {other}: both {table.both:,} · only {one} {table.only_first:,} · only {other} "
                f"{table.only_second:,} · neither {table.neither:,}"
            )
        self.detail.setText("\n".join([*lines, *code.notes]))

    def _see_places(self) -> None:
        code = self.model.code(self.table.currentIndex().row())
        if code is not None:
            self.code_wanted.emit(code.code)
            self.accept()

    def _save(self) -> None:
        name, kind = QFileDialog.getSaveFileName(self, "Make a report", "agreement.docx", ";;".join(_KINDS))
        if not name or self._report is None:
            return
        target = Path(name)
        if target.suffix.lower() not in _KINDS.values():
            target = target.with_name(target.name + _KINDS.get(kind, ".docx"))
        save_report(self._workspace, self._asked, target)


def save_report(workspace: Workspace, asked: AgreementAsked, target: Path) -> None:
    """Write a report off the window's thread."""
    from qualcoder_lite.service.project import Project

    path, who = workspace.project.path, workspace.coder
    today = date.today()  # noqa: DTZ011 - the day as the person's own calendar has it

    def job(progress: Progress) -> None:
        progress(0, 1)
        with Project.look(path, who) as project:
            project.agreement.write(target, project.agreement.measure(asked), on=today)
        progress(1, 1)

    task = workspace.tasks.run("Writing the report", job)
    task.finished.connect(lambda _nothing: workspace.done.emit(f"The report is in “{target}”.", False))
    task.failed.connect(workspace.failed)


def _table(model: FiguresModel) -> QTableView:
    table = QTableView()
    table.setObjectName("figures-table")
    table.setAccessibleName("Agreement by code")
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    look = current().look
    table.verticalHeader().setDefaultSectionSize(look.px(32))
    table.verticalHeader().setMinimumWidth(look.px(180))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table


def show_figures(page: QWidget, workspace: Workspace, asked: AgreementAsked, see_code: Callable[[str], None]) -> None:
    """Show the figures until the dialog is closed; `see_code` goes to where the coders differ about a code (an id)."""
    dialog = FiguresDialog(page, workspace, asked)
    dialog.code_wanted.connect(see_code)
    dialog.exec()
    dialog.deleteLater()
