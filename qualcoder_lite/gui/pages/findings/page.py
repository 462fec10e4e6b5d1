"""The page Findings: the question, the ways of looking, the heat map, and the cell that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer

from qualcoder_lite.domain.codebook import CodebookKind
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.asked import LENSES, Asked
from qualcoder_lite.gui.pages.findings.cell_desk import CellDesk
from qualcoder_lite.gui.pages.findings.columns import column_groups, key_of
from qualcoder_lite.gui.pages.findings.counter import Counter
from qualcoder_lite.gui.pages.findings.empty import no_codings, no_outcomes, no_transcripts
from qualcoder_lite.gui.pages.findings.how_we_count import show_how_we_count
from qualcoder_lite.gui.pages.findings.matrix_desk import MatrixDesk
from qualcoder_lite.gui.pages.findings.model import MatrixModel, Place
from qualcoder_lite.gui.pages.findings.panel import Chosen
from qualcoder_lite.gui.pages.findings.report import make_report
from qualcoder_lite.gui.pages.findings.room import is_low
from qualcoder_lite.gui.pages.findings.views import MATRIX, VIEWS, Views
from qualcoder_lite.gui.pages.page import Page
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import ChipFace
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import stack_of
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.codebook import Codebook, CodeGroup
    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.gui.pages.findings.of_whom import OfWhom
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.cross_reference.where_used import CellUse

_IDLE = 250  # milliseconds of looking before the next lens is counted ahead
_REPORTS = {
    "site": tr("Report on a sit&e …"),
    "client-group": tr("Report on a client &group …"),
    "across": tr("Report across &all groups …"),
}


class FindingsPage(Page):
    """Which features of partnership go with which outcomes."""

    value, word, icon = "findings", tr("Findings"), "findings"

    def __init__(self, workspace: Workspace) -> None:
        """Build it; nothing is counted until it is shown."""
        super().__init__(workspace)
        self._place: Place | None = None
        self._groups: Sequence[CodeGroup] = ()
        self._chips: dict[str, ChipFace] = {}
        self._sites_tell = False
        self._to_count = False  # whether the matrix is to be counted anew when it is turned to
        self._counter = Counter(workspace, self)
        self._model = MatrixModel(self)
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.setInterval(_IDLE)
        self._soon = QTimer(self, singleShot=True)
        self._soon.setInterval(0)
        self._matrix: Matrix | None = None
        self._wanted: CellUse | None = None
        self._build()
        self._connect()
        self._actions = [
            *(action(f"&{words}", lambda lens=lens: self.controls.choose_lens(lens)) for lens, words in LENSES.items()),
            action(tr("&Counter-examples …"), self._cell.show_counter_examples, "Ctrl+Shift+X"),
            action(tr("Show the a&rithmetic …"), self._cell.show_arithmetic, "Ctrl+Shift+Y"),
            action(tr("&How we count"), self._show_how),
            action(tr("Sa&ve the matrix …"), self._make_report),
        ]
        self._reports = [
            action(words, lambda kind=kind: self.workspace.visit(Visit(page="export", making="report", kind=kind)))
            for kind, words in _REPORTS.items()
        ]
        # They bear no letter: those of the view that is shown are many enough.
        self._turns = [
            action(entry.word, lambda value=entry.value: self.views.turn_to(value), parent=self) for entry in VIEWS
        ]
        self._fold()

    # Building

    def _build(self) -> None:
        self.report = Button(tr("Save the matrix …"), kind="primary", icon="export")
        self.report.setObjectName("findings-report")
        self._question = Label("", "small", tone="muted", wrap=True)
        titles = Column(Label(tr("Findings"), "title"), self._question, gap=0)
        self._desk = MatrixDesk(self._model, self.workspace.settings)
        self.controls, self.table = self._desk.controls, self._desk.table
        self.legend, self.panel = self._desk.legend, self._desk.panel
        self._cell = CellDesk(self.workspace, self._counter, self.controls, self.panel, self)
        self._empty = {
            "transcripts": no_transcripts(),
            "codings": no_codings(),
            "codes": no_outcomes(),
        }
        for state in self._empty.values():
            state.fill_page()
        self._body = stack_of(self._desk, *self._empty.values())
        self.views = Views(self.workspace, self._body, self)
        self._question.setText(self.views.entry.question)
        # The switch stands at the edge, where it keeps its place when the button goes with the matrix.
        head = Card(Row((titles, 1), self.report, self.views.switch, margins=(24, 10)), kind="bar")
        self.setLayout(Column(head, (self.views, 1), gap=0))

    def _connect(self) -> None:
        self.views.turned.connect(self._on_turned)
        self._counter.counted.connect(self._on_counted)
        self._soon.timeout.connect(self._ask)
        self._ahead.timeout.connect(self._count_ahead)
        self.controls.asked_changed.connect(self._ask)
        self.controls.columns_changed.connect(self._show_matrix)
        self.table.went.connect(self._on_went)
        self.table.opened.connect(self._open_cell)
        self.table.lens_wanted.connect(lambda n: self.controls.choose_lens(list(LENSES)[n]))
        self.legend.how.clicked.connect(self._show_how)
        self.legend.read_quotes.clicked.connect(self._open_cell)
        self.report.clicked.connect(self._make_report)
        self.panel.back_wanted.connect(self._desk.go_to_table)
        self._empty["transcripts"].primary_chosen.connect(self._import)
        self._empty["codings"].primary_chosen.connect(lambda: self.workspace.visit(Visit(page="code")))
        self._empty["codes"].primary_chosen.connect(lambda: self.workspace.visit(Visit(page="codebook")))
        self._desk.no_sites.primary_chosen.connect(lambda: self.workspace.visit(Visit(page="sites")))
        current().changed.connect(self._fold)

    # Whom the matrix counts

    @property
    def of_whom(self) -> OfWhom:
        """What is chosen over the matrix."""
        return self.controls.of_whom.chosen

    def count_of(self, of_whom: OfWhom) -> None:
        """Choose whom the matrix counts when it is turned to."""
        before = self.of_whom
        self.controls.of_whom.offer(self.workspace.project)
        self.controls.of_whom.choose(of_whom)
        self._to_count = self._to_count or self.of_whom != before

    # What every page does

    def refresh(self) -> None:
        """Count anew, if the matrix is what is shown: another view looks for itself."""
        self._to_count = self.views.page is not None
        if self._to_count:
            return
        project = self.workspace.project
        info, books = project.info(), project.codebooks.all()
        self._counter.forget(info.codings)
        self._groups = [group for book in books if book.kind == CodebookKind.OUTCOMES for group in book.groups]
        self._chips = _chips(books)
        self._sites_tell = any(
            entry.state is not FeatureState.UNKNOWN for site in project.sites.all() for entry in site.register.values()
        )
        missing = project.findings.missing()
        self.report.setEnabled(missing is None)
        for made in self._actions[:-2] + self._actions[-1:]:
            made.setEnabled(missing is None)
        if missing is not None:
            self._model.show(None, (), ())
            self._body.setCurrentWidget(self._empty[missing])
            return
        self._body.setCurrentWidget(self._desk)
        self.controls.of_whom.offer(project)
        if self._matrix is None:
            self._soon.start()  # the first time there is the page to make as well: let it be seen before it counts
        else:
            self._ask()

    def come_back(self) -> None:
        """Go on at the quote from which the person went to its turn, or where another view was left."""
        if self.views.page is not None:
            self.views.page.come_back()
        elif self._cell.was_left and self._body.currentWidget() is self._desk:
            self._open_cell()

    def receive(self, visit: Visit) -> None:
        """Go to a cell, through its lens, and to the sites that it is about; or to a summary of the chart."""
        if visit.summary is not None:
            self.views.turn_to("chart")
            if self.views.page is not None:
                self.views.page.receive(visit)
            return
        if visit.cell is None:
            return
        self.views.turn_to(MATRIX)
        if self._body.currentWidget() is not self._desk:
            return
        self.controls.show_everything()
        self._wanted = visit.cell
        self.controls.choose_lens(visit.cell.lens)

    def panes(self) -> Sequence[QWidget]:
        """The heat map, the ways of looking, the chosen cell; or what another view has; then the switch."""
        switch = [self.views.switch]
        return [*(self.views.page.panes() if self.views.page is not None else self._matrix_panes()), *switch]

    def _matrix_panes(self) -> list[QWidget]:
        if self._body.currentWidget() is not self._desk:
            return [state.primary for state in self._empty.values() if state.primary.isVisible()]
        places = [self.table, self.controls, self.panel]
        return [place for place in places if place.isVisible() and (place is not self.panel or place.focusProxy())]

    def actions_for_menu(self) -> Sequence[QAction]:
        """The lenses, how we count, the report; or what another view has; then the views."""
        own = self._actions if self.views.page is None else self.views.page.actions_for_menu()
        return [*own, *self._reports, *self._turns]

    def leave(self) -> None:
        """Remember how wide the panel is, and let the view that is shown keep what was typed."""
        self.views.leave()
        self._desk.remember()

    def _on_turned(self) -> None:
        on_matrix = self.views.entry.value == MATRIX
        self._question.setText(self.views.entry.question)
        self.report.setVisible(on_matrix)
        self.menu_changed.emit()
        announce(self.views, f"{self.views.entry.word}. {self.views.entry.question}")
        if on_matrix and self._to_count:
            self.refresh()

    # Counting and showing

    def _ask(self) -> None:
        if not self.workspace.is_open:
            return
        asked = self.controls.asked
        self.legend.set_lens(asked.lens)
        self._desk.show_table(asked.lens is not Lens.SITES or self._sites_tell)
        at_once = self._counter.count(asked)
        self.report.setEnabled(at_once)
        self.panel.setEnabled(at_once)
        if not at_once:  # no numbers are better than those of another question
            self._model.show(None, (), ())
        self._fold()

    def _on_counted(self, asked: Asked, matrix: Matrix) -> None:
        if asked != self.controls.asked:
            return
        self._matrix = matrix
        self.report.setEnabled(True)
        self.panel.setEnabled(True)
        self.controls.set_columns(column_groups(matrix))
        self._show_matrix()
        announce(self.table, f"{LENSES[asked.lens]}.")
        self._ahead.start()

    def _count_ahead(self) -> None:
        """Count one more lens while the person looks, so that changing it takes no time."""
        if self.isVisible() and self.workspace.is_open:
            others = (self.controls.asked_through(lens) for lens in LENSES)
            if any(self._counter.count_ahead(asked) for asked in others):
                self._ahead.start()

    def _show_matrix(self) -> None:
        """Show the chosen columns, and the cell about the same as before."""
        if self._matrix is None:
            return
        place, wanted = self._place, self._wanted
        if wanted is not None:
            column = next((n for n, each in enumerate(self._matrix.columns) if each.id == wanted.feature_id), None)
            if column is not None:
                self.controls.put_in_sight(column)
                place = Place(wanted.outcome_id, key_of(self._matrix.columns[column]))
        self._model.show(self._matrix, self.controls.in_sight, self._groups)
        self.table.fit()
        self._desk.share_width()
        self.table.setCurrentIndex(self._model.index_of(place))
        if wanted is not None:
            self._wanted = None
            if wanted.lens is Lens.SITES and wanted.state is not self.panel.state:
                self.panel.choose_state(wanted.state)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_went(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is None or self._matrix is None:
            return
        place = self._model.place(index)
        same, self._place = place == self._place, place
        row, column = cell
        feature = self._matrix.columns[column]
        kept = self._chips.get(key_of(feature))
        chip = ChipFace(kept.keys if kept else "", feature.name, kept.colour if kept else "features")
        # The same cell, counted anew or seen through another lens, goes on showing the sites that were looked at.
        state = self.panel.state if same else FeatureState.PRESENT
        self.panel.show_cell(Chosen(self._matrix, row, column, chip), state)
        self._cell.look_for_quotes()
        self._desk.bring_into_sight(index)

    # What the person does

    def _open_cell(self) -> None:
        """Go to the quotes of the chosen cell."""
        if self.panel.chosen is not None:
            self._desk.go_to_panel()

    def _show_how(self) -> None:
        show_how_we_count(self)

    def _make_report(self) -> None:
        if self._matrix is not None:
            make_report(self, self.workspace, self._matrix, self.controls.asked.scope)

    def _import(self) -> None:
        from qualcoder_lite.gui.dialogs.import_transcripts import import_transcripts

        import_transcripts(self, self.workspace, [])

    # Room

    def _fold(self) -> None:
        """Give what is looked at the room that there is."""
        self._question.setVisible(not is_low(self))
        self._desk.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by width in letters, not in pixels."""
        super().resizeEvent(event)
        self._fold()
        if self._matrix is not None:
            self._desk.share_width()


def _chips(books: Sequence[Codebook]) -> dict[str, ChipFace]:
    """How each code's chip looks, by the code's id."""
    return {
        code.id: ChipFace(f"{group.key}{code.key}", code.name, group.colour)
        for book in books
        for group in book.groups
        for code in group.codes
    }
