"""All participants in a table, and the words, site and client group by which they are narrowed down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.pages.people.model import FIRST_NUMBER, ICON, NarrowedPeople, PeopleModel
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.rows_table import RowsTable
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.service.people.overview import ParticipantOverview

_ALL_SITES, _ALL_GROUPS = ("", tr("All sites")), ("", tr("All client groups"))


class PeopleList(QWidget):
    """The table of participants under its filters; one of them is chosen, if there are any.

    Signals:
        leaving: The person goes from the chosen participant to another.
        shows: Another participant is chosen now, or is known anew: a `ParticipantOverview`, or None.
        opened: The person wants to go to the chosen participant's own facts.
    """

    leaving = Signal()
    shows = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        """List nobody yet."""
        super().__init__()
        self.chosen = ""
        self._refreshing = False
        self._people = PeopleModel(self)
        self.shown = NarrowedPeople(self._people, self)
        self._make_filters()
        self.table = RowsTable(tr("Participants"), self.shown, icon_role=ICON, numbers_from=FIRST_NUMBER, several=True)
        self.table.setObjectName("people-table")
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.went.connect(self._on_went)
        self.table.opened.connect(lambda _index: self.opened.emit())
        self._none_fits = Label(tr("Nobody fits. Try other words, or all sites and groups."), tone="muted", wrap=True)
        card = Card(Column((self.table, 1), margins=4))
        self.setLayout(Column(self.filters, self._none_fits, (card, 1), gap=10, margins=(20, 12, 14, 12)))

    def _make_filters(self) -> None:
        self.words = QLineEdit()
        self.words.setObjectName("people-words")
        self.words.setAccessibleName(tr("Find a participant"))
        self.words.setPlaceholderText(tr("Find a participant"))
        ClearCross(self.words)
        self.words.textChanged.connect(lambda _words: self._narrow())
        self.sites = ChoiceBox(tr("Site"), [_ALL_SITES])
        self.sites.setObjectName("people-sites")
        self.groups = ChoiceBox(tr("Client group"), [_ALL_GROUPS])
        self.groups.setObjectName("people-groups")
        for box in (self.sites, self.groups):
            box.chosen.connect(lambda _value: self._narrow())
        self.filters = QWidget()
        self.filters.setLayout(Flow(self.words, self.sites, self.groups))

    @property
    def is_empty(self) -> bool:
        """Whether nobody is recorded at all."""
        return not self._people.rowCount()

    def offer(self, sites: Iterable[str], groups: Iterable[str]) -> None:
        """Offer other sites and client groups; what was chosen stays so where it is still there."""
        self.sites.set_choices([_ALL_SITES, *((name, name) for name in sites)], value=self.sites.value)
        self.groups.set_choices([_ALL_GROUPS, *((group, group) for group in groups)], value=self.groups.value)

    def show_people(self, people: Sequence[ParticipantOverview]) -> None:
        """List these; the one that was chosen stays chosen."""
        chosen = self.chosen
        self._refreshing = True  # rows come and go for a moment, and nobody chose them
        self._people.show(people)
        self._narrow(chosen)
        self._refreshing = False

    def find(self, participant: str) -> None:
        """Choose a participant, by id, whatever words were looked for."""
        self.words.clear()
        self._narrow(participant)

    def show_all(self) -> None:
        """Take all filters away."""
        self.words.clear()
        self.sites.set_value("")
        self.groups.set_value("")

    def selected(self) -> list[ParticipantOverview]:
        """All that are selected, from the top; without a selection, the one that the keyboard is on."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        if not rows and self.table.currentIndex().isValid():
            rows = [self.table.currentIndex().row()]
        return [self.shown.person(row) for row in rows]

    def _narrow(self, chosen: str = "") -> None:
        chosen = chosen or self.chosen
        self.shown.narrow(self.words.text(), self.sites.value, self.groups.value)
        self._none_fits.setVisible(bool(self._people.rowCount()) and not self.shown.rowCount())
        row = self.shown.row_of(chosen) if chosen else -1
        index = self.shown.index(max(row, 0), 0)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)
        self._show(self.table.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        one = self.shown.person(index.row()) if index.isValid() else None
        self.chosen = one.person.id if one else ""
        self.shows.emit(one)

    def _on_went(self, index: QModelIndex) -> None:
        if not self._refreshing:
            self.leaving.emit()
            self._show(index)
