"""One code and two coders: the two by two, each of its cells a button, and the places of the cell that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualcoder_lite.domain.agreement import Cell, Unit
from qualcoder_lite.gui.pages.cross_check.units_model import SORTED_BY, UnitsModel
from qualcoder_lite.gui.pages.cross_check.words import short_pair
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement.measure import Pair
    from qualcoder_lite.service.agreement.places import AgreementPlace, TwoByTwo
    from qualcoder_lite.service.agreement.report import AgreementReport

_NOTHING_JUDGED = tr("These two have no transcript in common here.")
_UNITS = {
    Unit.TURN: lambda n: tr("{n:,} turn", "{n:,} turns", n=n),
    Unit.SENTENCE: lambda n: tr("{n:,} sentence", "{n:,} sentences", n=n),
    Unit.PARAGRAPH: lambda n: tr("{n:,} paragraph", "{n:,} paragraphs", n=n),
    Unit.CHARACTER: lambda n: tr("{n:,} character", "{n:,} characters", n=n),
    Unit.TRANSCRIPT: lambda n: tr("{n:,} transcript", "{n:,} transcripts", n=n),
}


class TwoByTwoPane(QWidget):
    """The places behind a figure.

    Signals:
        pair_chosen: The person wants two other coders: their ids.
        turn_wanted: The person wants to see an `AgreementPlace` in its transcript.
        back_wanted: The person wants the figures again.
    """

    pair_chosen = Signal(object)
    turn_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("two-by-two")
        self._found: TwoByTwo | None = None
        self._names = ("", "")
        self._unit = Unit.TURN
        self.cell = Cell.BOTH
        self.back = Button(tr("Back to the figures"), kind="link", icon="arrow-left")
        self.back.setObjectName("two-by-two-back")
        self.title = Label("", "title", wrap=True)
        self.pair = ChoiceBox(tr("Which two coders"), ())
        self.pair.setObjectName("two-by-two-pair")
        self.buttons = {cell: Button("") for cell in Cell}
        for cell, button in self.buttons.items():
            button.setObjectName(f"cell-{cell}")
            button.clicked.connect(lambda _checked=False, cell=cell: self.show_cell(cell))
        self.neither = Label("")
        self._heads = [Label("", "small_strong", tone="muted") for _ in range(4)]
        self.heading = Label("", "heading", wrap=True)
        self.model = UnitsModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.model)
        self.shown.setSortRole(SORTED_BY)
        self.table = RowsTable(tr("Places"), self.shown, widest=3)
        self.table.setObjectName("two-by-two-places")
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.go = Button(tr("Go to turn"))
        self.go.setObjectName("two-by-two-go")
        self.setLayout(
            Column(
                Row(self.back, None),
                Flow(self.title, self.pair, gap=12),
                self._made_grid(),
                self.heading,
                (self.table, 1),
                Row(self.go, None),
            )
        )
        self.back.clicked.connect(self.back_wanted)
        self.pair.chosen.connect(lambda value: self.pair_chosen.emit(tuple(value.split("|"))))
        self.table.opened.connect(self._on_opened)
        self.table.went.connect(self._on_went)
        self.go.clicked.connect(lambda: self._on_opened(self.table.currentIndex()))

    def _made_grid(self) -> Row:
        grid, look = QGridLayout(), current().look
        grid.setHorizontalSpacing(look.gap(16))
        grid.setVerticalSpacing(look.gap(6))
        over, beside = self._heads[:2], self._heads[2:]
        for n, (top, left) in enumerate(zip(over, beside, strict=True), start=1):
            grid.addWidget(top, 0, n)
            grid.addWidget(left, n, 0)
        places = ((Cell.BOTH, 1, 1), (Cell.ONLY_FIRST, 1, 2), (Cell.ONLY_SECOND, 2, 1))
        for cell, row, column in places:
            grid.addWidget(self.buttons[cell], row, column)
        grid.addWidget(self.neither, 2, 2)
        return Row(grid, None)

    def show_found(self, found: TwoByTwo, report: AgreementReport) -> None:
        """Show what two coders did with a code, beginning with the cell that was looked at before."""
        self._found, self._unit = found, report.asked.unit
        self._names = short_pair(report.coders[found.pair[0]], report.coders[found.pair[1]])
        one, other = self._names
        self.title.setText(report.codes[found.code])
        pairs = report.figures.codes[0].pairs
        names = [("|".join(pair), report.pair(pair).replace("|", tr(" and "))) for pair in pairs]
        self.pair.set_choices(names, value="|".join(found.pair))
        self.pair.setVisible(len(names) > 1)
        for head, words in zip(
            self._heads,
            (
                tr("{other}: yes", other=other),
                tr("{other}: no", other=other),
                tr("{one}: yes", one=one),
                tr("{one}: no", one=one),
            ),
            strict=True,
        ):
            head.setText(words)
        for cell, button in self.buttons.items():
            button.set_words(f"{self._said(cell)}: {found.units[cell]:,}")
            button.setEnabled(found.units[cell] > 0)
        self.neither.setText(tr("Neither: {neither:,}", neither=found.neither))
        self.show_cell(self.cell if found.units[self.cell] else next((c for c in Cell if found.units[c]), Cell.BOTH))

    def show_cell(self, cell: Cell) -> None:
        """List the places of a cell."""
        if self._found is None:
            return
        self.cell = cell
        number = self._found.units[cell]
        who = (
            tr("both")
            if cell is Cell.BOTH
            else tr("only {coder}", coder=self._names[0 if cell is Cell.ONLY_FIRST else 1])
        )
        judged = any(self._found.units.values()) or self._found.neither
        nothing = tr("Neither of them put this code on anything.") if judged else _NOTHING_JUDGED
        units = _UNITS[self._unit](number)
        self.heading.setText(tr("{units} that {who} coded", units=units, who=who) if number else nothing)
        announce(self.table, self.heading.text())
        self.model.show(self._found.places[cell])
        self.table.setCurrentIndex(self.shown.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_went(self.table.currentIndex())

    @property
    def pair_shown(self) -> Pair | None:
        """The two coders it is about."""
        return self._found.pair if self._found is not None else None

    def _said(self, cell: Cell) -> str:
        return (
            tr("Both")
            if cell is Cell.BOTH
            else tr("Only {coder}", coder=self._names[0 if cell is Cell.ONLY_FIRST else 1])
        )

    def _place(self, index: QModelIndex) -> AgreementPlace | None:
        return self.model.place(self.shown.mapToSource(index).row()) if index.isValid() else None

    def _on_went(self, index: QModelIndex) -> None:
        place = self._place(index)
        self.go.setEnabled(place is not None and bool(place.words))

    def _on_opened(self, index: QModelIndex) -> None:
        place = self._place(index)
        if place is not None and place.words:
            self.turn_wanted.emit(place)
