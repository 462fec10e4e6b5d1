"""Participants as the rows of a table, sorted by any column and narrowed by words, site and client group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from qualcoder_lite.domain.names import folded, in_order
from qualcoder_lite.gui.pages.people.words import ANSWER_ICONS
from qualcoder_lite.gui.words.people import ANSWERS, RESPONDENTS
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.people.overview import ParticipantOverview

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

COLUMNS = (
    tr("Participant"),
    tr("Site"),
    tr("Client group"),
    tr("Who answers"),
    tr("May be quoted"),
    tr("Transcripts"),
    tr("Codings"),
)
NAME, QUOTED, FIRST_NUMBER = 0, 4, 5

#: Roles: what a row is sorted by, and the icon before a cell's words.
SORTED_BY, ICON = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_Role = Qt.ItemDataRole
_WORDS = frozenset((_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, SORTED_BY))


class PeopleModel(QAbstractTableModel):
    """One row a participant."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nobody yet."""
        super().__init__(parent)
        self._people: list[ParticipantOverview] = []
        self._facts: list[tuple[str | int, ...]] = []

    def show(self, people: Sequence[ParticipantOverview]) -> None:
        """Show these participants."""
        self.beginResetModel()
        self._people = list(people)
        self._facts = [_facts(one) for one in people]
        self.endResetModel()

    def person(self, row: int) -> ParticipantOverview:
        """The participant of a row."""
        return self._people[row]

    def facts(self, row: int) -> tuple[str | int, ...]:
        """What the columns say of a row's participant."""
        return self._facts[row]

    def row_of(self, participant: str) -> int:
        """The row of a participant, by id; -1 where there is none."""
        return next((n for n, one in enumerate(self._people) if one.person.id == participant), -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many participants there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """How many facts are shown of each."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What a column holds."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= FIRST_NUMBER else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """A fact about a participant."""
        if not index.isValid():
            return None
        column = index.column()
        if role == ICON:
            return ANSWER_ICONS[self._people[index.row()].person.quote_consent] if column == QUOTED else None
        if role not in _WORDS:
            return None
        value = self._facts[index.row()][column]
        if role == SORTED_BY:
            return in_order(str(value))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = _shown(value) or tr("not recorded")
            return f"{COLUMNS[column]}: {told}"
        return _shown(value) or (None if role == Qt.ItemDataRole.ToolTipRole else "")


class NarrowedPeople(QSortFilterProxyModel):
    """The participants that fit the words, site and client group a person chose."""

    def __init__(self, people: PeopleModel, parent: QObject | None = None) -> None:
        """Show everybody, by name."""
        super().__init__(parent)
        self._people = people
        self._words: list[str] = []
        self._site = self._group = ""
        self.setSourceModel(people)
        self.setSortRole(SORTED_BY)

    def narrow(self, words: str, site: str, group: str) -> None:
        """Show who has all these words, is at this site (its name) and belongs to this client group; "" for any."""
        wanted = (folded(words).split(), site, folded(group))
        if wanted == (self._words, self._site, self._group):
            return
        self._words, self._site, self._group = wanted
        self.invalidate()  # the filter's own is deprecated, and what replaces it isn't in every version of Qt

    def person(self, row: int) -> ParticipantOverview:
        """The participant of a row as it is shown."""
        return self._people.person(self.mapToSource(self.index(row, 0)).row())

    def row_of(self, participant: str) -> int:
        """The row of a participant as it is shown; -1 where they are not."""
        return self.mapFromSource(self._people.index(self._people.row_of(participant), 0)).row()

    def filterAcceptsRow(self, source_row: int, _source_parent: _Index) -> bool:
        """Whether a participant fits."""
        one = self._people.person(source_row)
        if self._site and self._site not in one.sites:
            return False
        if self._group and self._group not in map(folded, one.client_groups):
            return False
        if not self._words:
            return True
        facts = [
            *map(_shown, self._people.facts(source_row)),
            *one.person.attributes.values(),
            *(title for _, title in one.transcripts),
        ]
        said = folded(" ".join(facts))
        return all(word in said for word in self._words)


def _facts(one: ParticipantOverview) -> tuple[str | int, ...]:
    person = one.person
    answers = RESPONDENTS[person.respondent] if person.respondent else ""
    if answers and person.support_worker_present:
        answers = tr("{answers}, with a support worker", answers=answers)
    quoted = ANSWERS[person.quote_consent]
    sites, groups = ", ".join(one.sites), ", ".join(one.client_groups)
    return person.name, sites, groups, answers, quoted, len(one.transcripts), one.codings


def _shown(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value
