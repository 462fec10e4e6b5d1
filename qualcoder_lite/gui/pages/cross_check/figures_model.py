"""The figures of a report as a table that can be sorted: a row for each code, a kappa for each pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.gui.pages.cross_check.words import short_pair
from qualcoder_lite.gui.theme import current
from qualcoder_lite.service.agreement.report import About
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.agreement.figure import Further
    from qualcoder_lite.domain.agreement.measure import Pair
    from qualcoder_lite.service.agreement.report import AgreementReport

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SORTED_BY = Qt.ItemDataRole.UserRole
NOT_GIVEN = "n/a"


@dataclass(frozen=True, slots=True)
class _Column:
    """A figure: its heading, what it is, of a code (an id) its number and its words; and whose it is."""

    word: str
    said: str
    number: Callable[[str], float | None]
    words: Callable[[str], str] | None = None
    pair: Pair | None = None

    def shown(self, code: str) -> str:
        return self.words(code) if self.words else share(self.number(code))


class FiguresModel(QAbstractTableModel):
    """A report's codes in rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._report: AgreementReport | None = None
        self._codes: list[str] = []
        self._columns: list[_Column] = []

    def show(self, report: AgreementReport) -> None:
        """Hold a report."""
        self.beginResetModel()
        self._report = report
        if report.further is None:
            self._codes = [code.code for code in report.figures.codes]
            self._columns = _applied(report)
        else:
            family = report.further.family
            self._codes = list(family.codes if family else report.further.codes)
            self._columns = _further(report, report.further)
        self.endResetModel()

    def code(self, row: int) -> str:
        """The id of a row's code; "" where there is no such row."""
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def pair(self, column: int) -> Pair | None:
        """The two coders whose kappa a column holds; None where it holds another figure."""
        return self._columns[column].pair if 0 <= column < len(self._columns) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a code."""
        return 0 if parent.isValid() else len(self._codes)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One column a figure."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure in words, with the reason why one isn't given as its tooltip."""
        code = self.code(index.row()) if index.isValid() else ""
        if not code or self._report is None:
            return None
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._report.notes(code)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: column.shown(code),
            Qt.ItemDataRole.TextAlignmentRole: _RIGHT,
            Qt.ItemDataRole.ForegroundRole: current().look.colour("accent") if column.pair else None,
            _SORTED_BY: column.number(code),
        }
        return answers.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Figures above, codes on the left."""
        if orientation == Qt.Orientation.Vertical:
            code = self.code(section)
            if code and self._report is not None and role == Qt.ItemDataRole.DisplayRole:
                return self._report.codes[code]
            return None
        if not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].word
        return self._columns[section].said if role == Qt.ItemDataRole.ToolTipRole else None


class SortedFigures(QSortFilterProxyModel):
    """The codes in the codebook's order, or by one figure; codes that lack it come last either way."""

    def __init__(self, figures: FiguresModel, parent: QObject | None = None) -> None:
        """Show them in the codebook's order."""
        super().__init__(parent)
        self._figures = figures
        self.setSourceModel(figures)

    def code(self, row: int) -> str:
        """The id of the code of a row as it is shown; "" where there is no such row."""
        index = self.mapToSource(self.index(row, 0))
        return self._figures.code(index.row()) if index.isValid() else ""

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the figure."""
        one, other = left.data(_SORTED_BY), right.data(_SORTED_BY)
        if one is None or other is None:
            upward = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (one is not None) if upward else (one is None and other is not None)
        return one < other


def _applied(report: AgreementReport) -> list[_Column]:
    """The figures of which codes apply."""
    of = {code.code: code for code in report.figures.codes}
    pairs = list(report.figures.codes[0].pairs) if report.figures.codes else []
    columns = [
        _Column(tr("Alpha"), tr("Krippendorff’s alpha over all coders"), lambda code: of[code].alpha),
        _interval(lambda code: of[code].ci),
    ]
    for pair in pairs:
        one, other = short_pair(report.coders[pair[0]], report.coders[pair[1]])
        said = tr(
            "Cohen’s kappa of {pair}. Click a figure to see its places.",
            pair=report.pair(pair).replace("|", tr(" and ")),
        )
        kappa: Callable[[str], float | None] = lambda code, pair=pair: of[code].pairs[pair].kappa  # noqa: E731
        columns.append(_Column(tr("Kappa {one}, {other}", one=one, other=other), said, kappa, pair=pair))
    columns += [
        _Column(tr("Agree"), tr("Share of units on which they agree"), lambda code: of[code].agreement),
        _Column(tr("Dice"), tr("Of what either coded, the share that both did"), lambda code: of[code].dice),
        _Column(tr("Coded"), tr("Share of judgements that the code applies"), lambda code: of[code].prevalence),
        _Column(
            tr("Passages"),
            tr("United passages of each coder"),
            lambda code: sum(of[code].passages.values()),
            lambda code: " + ".join(str(passages) for passages in of[code].passages.values()),
        ),
    ]
    if len(pairs) > 1:
        columns += [
            _Column(tr("Fleiss"), tr("Fleiss’s kappa over all coders"), lambda code: of[code].pi),
            _Column(
                tr("Conger"),
                tr("Exact kappa over all coders, each with their own habits"),
                lambda code: of[code].conger,
            ),
        ]
    else:
        columns.append(_Column(tr("Scott"), tr("Scott’s pi"), lambda code: of[code].pi))
    columns.append(
        _Column("B–P", tr("Brennan and Prediger: every answer as likely"), lambda code: of[code].brennan_prediger)
    )
    return columns


def _further(report: AgreementReport, further: Further) -> list[_Column]:
    """The figures of another question."""
    of, passages, family = further.codes, report.asked.about is About.PASSAGES, further.family
    word = report.asked.coefficient
    columns = [
        _Column(f"{word[:1].upper()}{word[1:]}", report.asked.source, lambda code: of[code].alpha),
        _interval(lambda code: of[code].ci),
    ]
    if family is not None:
        which = {code: each.alpha for code, each in family.codes.items()}
        said = tr("Which of the group’s codes, where two coders both marked the words with one of them")
        columns.append(_Column(tr("(k)u-alpha"), said, which.get))
    columns.append(
        _Column(
            tr("Rests on"),
            tr("Characters compared") if passages else tr("Places, or transcripts, that two coders judged"),
            lambda code: of[code].units,
            lambda code: f"{of[code].units:,}",
        )
    )
    if report.asked.about is not About.COUNTS:
        said = (
            tr("Share of judgements in a passage")
            if passages
            else tr("Share of what two coders marked of which both say")
        )
        columns.append(_Column(tr("Coverage"), said, lambda code: of[code].coverage))
    return columns


def _interval(of: Callable[[str], tuple[float, float] | None]) -> _Column:
    def width(code: str) -> float | None:
        ends = of(code)
        return ends[1] - ends[0] if ends else None

    def words(code: str) -> str:
        ends = of(code)
        return tr("{low} to {high}", low=share(ends[0]), high=share(ends[1])) if ends else NOT_GIVEN

    return _Column(tr("95 % interval"), tr("Over a thousand draws of the transcripts"), width, words)
