"""The site register as a table: features as rows under two headings, sites as columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.domain.codebook import OWN_FEATURE
from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.gui.pages.sites.words import WORDS, counted, counts, entry_of, spoken
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

ENTRY = _Role.UserRole
"""A cell's `RegisterEntry`; a row's `Line`; a column's counts by state."""

# The shipped register has no groups: its last three features aren't among the study's indices.
_ADDED = frozenset(
    natural_id("register-feature", "site-register", slug)
    for slug in ("multidisciplinary-team", "specialist-partnership", "extended-partnership")
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: a feature with its number, or a heading where that is None."""

    words: str
    feature: RegisterFeature | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell by what it is about: a site's id and a feature's."""

    site: str
    feature: str


class RegisterModel(QAbstractTableModel):
    """What is recorded of each feature at each site."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._sites: list[Site] = []
        self._features: list[RegisterFeature] = []
        self._lines: list[Line] = []
        self._counts: list[dict[FeatureState, int]] = []

    def show(self, sites: Sequence[Site], features: Sequence[RegisterFeature]) -> None:
        """Show the register as it is now. Where the same is in the same place, selection and scrolling stay."""
        self._counts = [counts(site, features) for site in sites]
        same = [site.id for site in sites] == [site.id for site in self._sites] and list(features) == self._features
        if same:
            self._sites = list(sites)
            last = len(sites) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, last))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            return
        self.beginResetModel()
        self._sites, self._features = list(sites), list(features)
        self._lines = _with_headings(self._features)
        self.endResetModel()

    # What is where

    @property
    def sites(self) -> Sequence[Site]:
        """The sites, one to a column."""
        return self._sites

    @property
    def features(self) -> Sequence[RegisterFeature]:
        """The features, headings left out."""
        return self._features

    def line(self, row: int) -> Line:
        """What one row shows."""
        return self._lines[row]

    def cell(self, index: _Index) -> Cell | None:
        """What a cell is about; None for a heading or nothing."""
        feature = self._lines[index.row()].feature if index.isValid() else None
        return Cell(self._sites[index.column()].id, feature.id) if feature else None

    def index_of(self, cell: Cell | None) -> QModelIndex:
        """The cell about the same, or else of the same row or column, or else the first; nothing where none is."""
        rows = [n for n, line in enumerate(self._lines) if line.feature]
        if not rows or not self._sites:
            return QModelIndex()
        row = [n for n in rows if cell and (feature := self._lines[n].feature) and feature.id == cell.feature]
        column = [n for n, site in enumerate(self._sites) if cell and site.id == cell.site]
        return self.index((row or rows)[0], (column or [0])[0])

    def entry(self, index: _Index) -> RegisterEntry:
        """What is recorded in a cell."""
        feature = self._lines[index.row()].feature if index.isValid() else None
        return entry_of(self._sites[index.column()], feature) if feature else RegisterEntry()

    def not_known(self) -> int:
        """How many cells nothing is known of."""
        return sum(of_state[FeatureState.UNKNOWN] for of_state in self._counts)

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Features and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The sites."""
        return 0 if parent.isValid() else len(self._sites)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can't be gone to."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - whatever a role holds
        """A cell's state, for the eye and for the ear."""
        feature = self._lines[index.row()].feature if index.isValid() else None
        if feature is None:
            return None
        if role == ENTRY:
            return self.entry(index)
        if role == _Role.DisplayRole:
            return WORDS[self.entry(index).state]
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return spoken(self._sites[index.column()], feature)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - whatever a role holds
        """Features and their headings at the left, sites at the top."""
        if orientation == Qt.Orientation.Vertical:
            return self._of_line(section, role) if 0 <= section < len(self._lines) else None
        return self._of_site(section, role) if 0 <= section < len(self._sites) else None

    def _of_line(self, section: int, role: int) -> Any:  # noqa: ANN401 - whatever a role holds
        line = self._lines[section]
        if role == ENTRY:
            return line
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return line.words
        if role == _Role.ToolTipRole and line.feature:
            return line.feature.definition
        return None

    def _of_site(self, section: int, role: int) -> Any:  # noqa: ANN401 - whatever a role holds
        site = self._sites[section]
        if role == _Role.DisplayRole:
            return site.name
        if role == ENTRY:
            return self._counts[section]
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return f"{site.name}: {counted(self._counts[section])}"
        return None


def _with_headings(features: Sequence[RegisterFeature]) -> list[Line]:
    """The features under the heading of their kind; one kind alone needs no heading."""
    numbered = [Line(feature.name, feature, number) for number, feature in enumerate(features, 1)]
    kinds: dict[str, list[Line]] = {"indices": [], tr("Added for the analysis"): [], tr("Your own"): []}
    for line in numbered:
        kinds[_kind(line.feature)].append(line)
    kinds = {
        tr("The study’s {number} indices", number=len(lines)) if kind == "indices" else kind: lines
        for kind, lines in kinds.items()
    }
    there = {kind: lines for kind, lines in kinds.items() if lines}
    return [line for kind, lines in there.items() for line in (Line(kind), *lines)] if len(there) > 1 else numbered


def _kind(feature: RegisterFeature | None) -> str:
    if feature and feature.source == OWN_FEATURE:
        return tr("Your own")
    return tr("Added for the analysis") if feature and feature.id in _ADDED else "indices"
