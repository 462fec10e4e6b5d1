"""The panel beside the heat map: the chosen cell in words, and its quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.findings.faces import share, tally_of
from qualcoder_lite.gui.pages.findings.polarity_bar import PolarityBar, in_words
from qualcoder_lite.gui.pages.findings.quotes import QuotesList
from qualcoder_lite.gui.pages.findings.sentences import (
    asked,
    caution,
    interviewers_words,
    lead,
    misplaced,
    people,
    published,
    unread,
)
from qualcoder_lite.gui.pages.findings.state_choice import StateChoice
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.chip import Chip, ChipFace
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.service.cross_reference.behind_cells import Asking

_LEAST_QUOTES = 150  # least height of the list of quotes, in pixels at a text scale of 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cell that the panel is about, and how its feature's chip looks."""

    matrix: Matrix
    row: int
    column: int
    chip: ChipFace


class CellPanel(Themed, Card):
    """One cell of the heat map.

    Signals:
        state_chosen: The person wants the quotes of sites with another `FeatureState`.
        turn_wanted: The person wants to see an extract in its transcript.
        all_wanted: The person wants the quotes on their own page.
        arithmetic_wanted: The person wants to see a test and an interval.
        against_wanted: The person wants to see who speaks against the cell.
        back_wanted: The person wants to go back to the heat map.
    """

    state_chosen = Signal(object)
    turn_wanted = Signal(object)
    all_wanted = Signal()
    arithmetic_wanted = Signal()
    against_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no cell yet."""
        super().__init__(kind="aside", parent=parent)
        self.setObjectName("findings-panel")
        self.setAccessibleName(tr("The chosen cell"))
        self._chosen: Chosen | None = None
        self.back = Button(tr("Back to the table"), kind="link", icon="arrow-left")
        self.back.setObjectName("findings-back")
        self._make_parts()
        self._area = QScrollArea()
        self._area.setObjectName("findings-panel-scroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(_clear(self._laid_out()))
        self.setLayout(Column((self._area, 1), gap=0))
        self.states.chosen.connect(self._on_state_chosen)
        self.quotes.turn_wanted.connect(self.turn_wanted)
        self.all_quotes.clicked.connect(self.all_wanted)
        self.against.clicked.connect(self.against_wanted)
        self.arithmetic.clicked.connect(self.arithmetic_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.follow_theme()

    def _make_parts(self) -> None:
        self._title = Label("", "title", wrap=True)
        self._lead = Label("", "small", tone="muted")
        self._chip = Chip(ChipFace("", "", "features"))
        self._people = Label("", wrap=True)
        self._bar = PolarityBar()
        self._said = Label("", "small", wrap=True)
        self.states = StateChoice()
        self.states.setObjectName("findings-states")
        self._published = Label("", "small", wrap=True)
        self._caution = Label("", "small", wrap=True)
        self._unread = Label("", "small", tone="muted", wrap=True)
        self._asking = Label("", "small", wrap=True)
        self._asking.setObjectName("findings-asking")
        self._interviewers = Label("", "small", tone="muted", wrap=True)
        self.arithmetic = Button(tr("Show the arithmetic"), kind="link", name=tr("Show the arithmetic of this cell"))
        self.arithmetic.setObjectName("findings-arithmetic")
        self.against = Button(tr("Counter-examples"), kind="link", name=tr("Counter-examples to this cell"))
        self.against.setObjectName("findings-against")
        self._count = Label("", "heading")
        self.quotes = QuotesList()
        self.all_quotes = Button(tr("See all these quotes"), kind="link")
        self.all_quotes.setObjectName("findings-all-quotes")
        self._quotes_or_none = Stack()
        self._quotes_or_none.addWidget(self.quotes)
        self._quotes_or_none.addWidget(
            _clear(Column(Label(tr("Nobody here: no quotes."), tone="muted", wrap=True), None))
        )

    def _laid_out(self) -> Column:
        note = Card(Row(Icon("info", 18, colour="warn"), (self._caution, 1), margins=(12, 8)), kind="note")
        return Column(
            Row(self.back, None),
            self._title,
            Flow(self._lead, self._chip),
            self._people,
            self._bar,
            self._said,
            self.states,
            self._published,
            note,
            self._unread,
            self._asking,
            Flow(self.against, self.arithmetic, gap=12),
            Flow(self._count, self.all_quotes, gap=12),
            self._interviewers,
            (self._quotes_or_none, 1),
            gap=8,
            margins=(18, 14),
        )

    @property
    def chosen(self) -> Chosen | None:
        """The cell it is about."""
        return self._chosen

    @property
    def state(self) -> FeatureState:
        """Whose quotes are listed, through the lens of sites."""
        return self.states.state

    def show_cell(self, chosen: Chosen, state: FeatureState = FeatureState.PRESENT) -> None:
        """Be about another cell: its numbers now, its quotes when they are found."""
        self._chosen = chosen
        self.states.set_state(state)
        self.states.setVisible(chosen.matrix.lens is Lens.SITES)
        if chosen.matrix.lens is Lens.SITES:
            of = {state: share(chosen.matrix, chosen.row, chosen.column, state) for state in FeatureState}
            self.states.set_shares(of)
        self._tell()

    def choose_state(self, state: FeatureState) -> None:
        """Look at the sites with another state, as if the person had chosen them here."""
        self.states.set_state(state)
        self._on_state_chosen(state)

    def show_asking(self, asking: Asking) -> None:
        """Tell who of the people was asked about the outcome."""
        _say(self._asking, asked(asking))

    def show_quotes(self, extracts: Sequence[Extract], by_interviewers: int = 0) -> None:
        """List the quotes of the cell, of which so many lie wholly in what interviewers say."""
        self.quotes.show_quotes(extracts)
        _say(self._interviewers, interviewers_words(by_interviewers))

    def go_in(self) -> None:
        """Take the focus from the heat map, and show what has it."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        inside = self.focusProxy()
        if inside is not None:
            self._area.ensureWidgetVisible(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the heat map."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take sizes from the look."""
        super().restyle()
        self.quotes.setMinimumHeight(self.look.px(_LEAST_QUOTES))

    def _tell(self) -> None:
        if self._chosen is None:
            return
        matrix, row, column = self._chosen.matrix, self._chosen.row, self._chosen.column
        tally = tally_of(matrix, row, column, self.state)
        self._title.setText(matrix.rows[row].name)
        self._lead.setText(lead(matrix, self.state))
        self._chip.set_face(self._chosen.chip)
        self._people.setText(people(matrix, row, column, self.state))
        self._bar.set_tally(tally)
        self._bar.setVisible(bool(tally.passages))
        _say(self._said, in_words(tally))
        _say(self._published, published(matrix, row, column))
        self._caution.setText(caution(matrix, column))
        left = (unread(matrix, column, self.state), misplaced(matrix))
        _say(self._unread, " ".join(words for words in left if words))
        for told_later in (self._asking, self._interviewers):
            told_later.hide()
        self._count.setText(tr("{n:,} passage", "{n:,} passages", n=tally.passages))
        self._quotes_or_none.setCurrentIndex(0 if tally.passages else 1)
        self.all_quotes.setEnabled(bool(tally.passages))
        self._let_focus_in()

    def _let_focus_in(self) -> None:
        """F6 and Enter give the focus to the whole: its quotes take it, or where there are none its choice of sites."""
        states = self.states.row(self.state) if self._chosen and self._chosen.matrix.lens is Lens.SITES else None
        proxy = self.quotes if self._quotes_or_none.currentIndex() == 0 else states
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if proxy else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(proxy)  # pyright: ignore[reportArgumentType] - None takes the proxy away

    def sizeHint(self) -> QSize:
        """A column of readable lines."""
        return QSize(self.look.px(372), self.look.px(500))

    def minimumSizeHint(self) -> QSize:
        """Room for the widest part, such as the numbers of a state, which other languages have longer words for."""
        inside, bar = self._area.widget(), self._area.verticalScrollBar()
        needed = (
            (inside.minimumSizeHint().width() if inside else 0) + bar.sizeHint().width() + 2 * self._area.frameWidth()
        )
        return QSize(max(self.look.px(290), needed), self.look.px(200))

    def _on_state_chosen(self, state: FeatureState) -> None:
        self._tell()
        self.state_chosen.emit(state)


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _clear(layout: QLayout) -> QWidget:
    """A layout on a widget that lets what is behind it be seen."""
    holder = QWidget()
    holder.setProperty("clear", True)
    holder.setLayout(layout)
    return holder
