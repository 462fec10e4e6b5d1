"""Agreement figures: the table of codes, what every figure rests on, and the places behind each figure of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableView,
    QWidget,
)

from qualcoder_lite.gui.pages.cross_check.asker import Asker
from qualcoder_lite.gui.pages.cross_check.figures_asked import FiguresAsked
from qualcoder_lite.gui.pages.cross_check.figures_file import ask_for_report
from qualcoder_lite.gui.pages.cross_check.figures_model import FiguresModel, SortedFigures
from qualcoder_lite.gui.pages.cross_check.figures_words import as_a_whole, of_code
from qualcoder_lite.gui.pages.cross_check.trend_pane import TrendPane
from qualcoder_lite.gui.pages.cross_check.two_by_two import TwoByTwoPane
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.agreement.measure import Pair
    from qualcoder_lite.domain.agreement.trend import Trend
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.places import AgreementPlace, TwoByTwo
    from qualcoder_lite.service.agreement.report import AgreementAsked, AgreementReport

_LEAST = 200  # height of the table below which the whole is scrolled
_ONE_LINE, _TWO_LINES = 32, 50
_NAMES = 0.42  # the share of the table's width that names of codes take at most
_BESIDE = 24  # what a header leaves free beside its words
_CODEBOOK = ("", tr("In the codebook’s order"))


class FiguresDialog(QDialog):
    """The figures of one question, to look at and to take along.

    Signals:
        code_wanted: The person wants to see where the coders differ about a code: its id.
        turn_wanted: The person wants to see a place in its transcript: an `AgreementPlace`.
    """

    code_wanted = Signal(str)
    turn_wanted = Signal(object)

    def __init__(self, page: QWidget, workspace: Workspace, asked: AgreementAsked) -> None:
        """Measure and show."""
        super().__init__(page)
        self.setObjectName("agreement-figures")
        self.setWindowTitle(tr("Agreement figures"))
        self._workspace, self._asked = workspace, asked
        self._report: AgreementReport | None = None
        self._asker = Asker(workspace, tr("Measuring agreement"), self)
        self._make_widgets(asked)
        self._connect()
        self._stack = Stack()
        self._stack.addWidget(Area(self._made_figures()))
        self._stack.addWidget(self.pane)
        self._stack.addWidget(self.trend)
        self.setLayout(
            Column((self._stack, 1), Row(self.rounds, None, self.save, self.close_button), gap=10, margins=24)
        )
        FocusRing(self)
        room, look = page.window().size(), current().look
        self.resize(min(look.px(1080), room.width() - 48), min(look.px(760), room.height() - 48))
        self._measure(asked)
        self.table.setFocus()

    def _make_widgets(self, asked: AgreementAsked) -> None:
        self.model = FiguresModel(self)
        self.shown = SortedFigures(self.model, self)
        self.order = ChoiceBox(tr("Order of the codes"), [_CODEBOOK])
        self.order.setObjectName("figures-order")
        self.choices = FiguresAsked(asked, self._workspace.project.codebooks.all(), self.order)
        self.overall = Label("", "strong", wrap=True)
        self.about = Label("", "small", tone="muted", wrap=True)
        self.table = _table(self.shown)
        self.chosen = Label("", "strong")
        self.detail = Label("", wrap=True)
        self.behind = Button(tr("See the places behind it"))
        self.behind.setObjectName("figures-behind")
        self.places = Button(tr("See where they differ"))
        self.places.setObjectName("figures-places")
        self.rounds = Button(tr("Over the rounds"))
        self.rounds.setObjectName("figures-rounds")
        self.rounds.setVisible(bool(self._workspace.project.rounds.all()))
        self.trend = TrendPane(self._workspace)
        self.save = Button(tr("Make a report"), icon="export")
        self.save.setObjectName("figures-save")
        self.close_button = Button(tr("Close"), kind="primary")
        self.close_button.setObjectName("figures-close")
        self.pane = TwoByTwoPane()

    def _made_figures(self) -> QWidget:
        below = Card(
            Column(self.chosen, self.detail, Row(self.behind, self.places, None), gap=6, margins=(14, 10)), kind="well"
        )
        figures = QWidget()
        figures.setLayout(
            Column(
                Label(tr("Agreement figures"), "title"),
                self.choices,
                self.overall,
                self.about,
                (self.table, 1),
                below,
                gap=10,
            )
        )
        return figures

    def _connect(self) -> None:
        self.choices.changed.connect(self._measure)
        self.order.chosen.connect(self._sort)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.table.selectionModel().currentChanged.connect(self._on_went)
        self.table.clicked.connect(self._on_clicked)
        self.table.installEventFilter(self)
        self.behind.clicked.connect(self._see_behind)
        self.places.clicked.connect(self._see_places)
        self.save.clicked.connect(self._save)
        self.rounds.clicked.connect(self._see_trend)
        self.trend.back_wanted.connect(self._go_back)
        self.close_button.clicked.connect(self.accept)
        self.pane.back_wanted.connect(self._go_back)
        self.pane.pair_chosen.connect(self._show_behind)
        self.pane.turn_wanted.connect(self._go_to_turn)

    # The figures

    def _fit_names(self) -> None:
        """Where names would take most of the table, as in very large words, they take two lines instead."""
        header, look = self.table.verticalHeader(), current().look
        names = self._report.codes.values() if self._report else ()
        letters = QFontMetricsF(look.font("strong"))
        wide = round(max(map(letters.horizontalAdvance, names), default=0)) + look.px(_BESIDE)
        most = round(self.table.width() * _NAMES)
        header.setFixedWidth(min(wide, most))
        header.setDefaultSectionSize(look.px(_TWO_LINES if wide > most else _ONE_LINE))

    def _measure(self, asked: AgreementAsked) -> None:
        self._asked = asked
        self.overall.setText(tr("Measuring …"))
        self.save.setEnabled(False)
        self._asker.ask(lambda project: project.agreement.measure(asked), self._take)

    def _take(self, report: AgreementReport) -> None:
        self._report = report
        row = max(self.table.currentIndex().row(), 0)
        order = self.order.value
        self.model.show(report)
        self.overall.setText(as_a_whole(report))
        self.about.setText(
            " ".join(f"{what}: {said}." for what, said in self._workspace.project.agreement.rests_on(report))
        )
        self.order.set_choices([_CODEBOOK, *self._orders()], value=order)
        self.save.setEnabled(True)
        self._fit_names()
        self.table.setCurrentIndex(self.shown.index(min(row, self.shown.rowCount() - 1), 0))
        self._show(self.shown.code(self.table.currentIndex().row()))

    def _orders(self) -> list[tuple[str, str]]:
        heads = [
            str(self.model.headerData(column, Qt.Orientation.Horizontal)) for column in range(self.model.columnCount())
        ]
        return [
            (f"{column}|{way}", tr("{head}, {words} first", head=head, words=words))
            for column, head in enumerate(heads)
            for way, words in (("up", tr("lowest")), ("down", tr("highest")))
        ]

    def _sort(self, value: str) -> None:
        column, _, way = value.partition("|")
        order = Qt.SortOrder.DescendingOrder if way == "down" else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(int(column or -1), order)
        self.table.scrollTo(self.table.currentIndex())

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        way = "down" if order is Qt.SortOrder.DescendingOrder else "up"
        self.order.set_value(f"{column}|{way}" if column >= 0 else "")

    def _on_went(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show(self.shown.code(index.row()))

    def _show(self, code: str) -> None:
        report = self._report
        if report is None:
            return
        self.places.setEnabled(bool(code))
        self.behind.setEnabled(bool(code) and report.further is None)
        self.chosen.setText(report.codes[code] if code else "")
        self.detail.setText(of_code(report, code) if code else tr("No code can be compared in this."))

    # The places behind them

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on a figure show what is behind it, and keep the names of codes from taking its place."""
        if watched is self.table and event.type() == QEvent.Type.Resize:
            self._fit_names()
        if watched is self.table and event.type() == QEvent.Type.KeyPress:
            key = event.key()  # pyright: ignore[reportAttributeAccessIssue] - a key event
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._see_behind()
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.pair(index.column()) is not None:
            self._see_behind()

    def _see_behind(self) -> None:
        tables = self._report.figures.codes[0].pairs if self._report and self._report.figures.codes else {}
        pair = self.model.pair(self.table.currentIndex().column())
        if tables and self.behind.isEnabled():
            most = max(tables, key=lambda pair: tables[pair].units)  # some may have no transcript in common
            self._show_behind(pair or self.pane.pair_shown or most)

    def _show_behind(self, pair: Pair) -> None:
        code, asked = self.shown.code(self.table.currentIndex().row()), self._asked
        if code:
            self._asker.ask(lambda project: project.agreement.two_by_two(asked, code, pair), self._take_behind)

    def _take_behind(self, found: TwoByTwo) -> None:
        if self._report is not None:
            self._stack.setCurrentWidget(self.pane)
            self.pane.show_found(found, self._report)

    def _go_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _see_trend(self) -> None:
        asked = self._asked
        self._asker.ask(lambda project: project.agreement.trend(asked), self._take_trend)

    def _take_trend(self, found: Trend) -> None:
        self._stack.setCurrentWidget(self.trend)
        self.trend.show_trend(found)

    def _go_to_turn(self, place: AgreementPlace) -> None:
        self.turn_wanted.emit(place)
        self.accept()

    def _see_places(self) -> None:
        code = self.shown.code(self.table.currentIndex().row())
        if code:
            self.code_wanted.emit(code)
            self.accept()

    def _save(self) -> None:
        if self._report is not None:
            ask_for_report(self, self._workspace, self._asked)


def _table(model: SortedFigures) -> QTableView:
    table = QTableView()
    table.setObjectName("figures-table")
    table.setAccessibleName(tr("Agreement by code"))
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    look = current().look
    table.setMinimumHeight(look.px(_LEAST))
    table.verticalHeader().setDefaultSectionSize(look.px(_ONE_LINE))
    table.verticalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    )
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setSortIndicatorClearable(True)
    table.setSortingEnabled(True)
    return table


def show_figures(page: QWidget, workspace: Workspace, asked: AgreementAsked, see_code: Callable[[str], None]) -> None:
    """Show the figures until the dialog is closed; `see_code` goes to where the coders differ about a code (an id)."""
    from qualcoder_lite.gui.project.workspace import Visit

    dialog = FiguresDialog(page, workspace, asked)
    dialog.code_wanted.connect(see_code)
    wanted: list[AgreementPlace] = []
    dialog.turn_wanted.connect(wanted.append)
    dialog.exec()
    dialog.deleteLater()
    for place in wanted:
        workspace.visit(Visit(page="code", transcript=place.transcript, start=place.start, end=place.end))
