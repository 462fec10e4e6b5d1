"""The figures of a report as a table that can be sorted: a row for each code, a kappa for each pair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from qualcoder_lite.domain.agreement.figure import share
from qualcoder_lite.gui.pages.cross_check.words import first_name
from qualcoder_lite.gui.theme import current

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.agreement import CodeAgreement
    from qualcoder_lite.domain.agreement.measure import Pair
    from qualcoder_lite.service.agreement_report import AgreementReport

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SORTED_BY = Qt.ItemDataRole.UserRole
NOT_GIVEN = "n/a"


@dataclass(frozen=True, slots=True)
class _Column:
    """A figure: its heading, what it is, its number to sort by, its words if they aren't that number, whose it is."""

    word: str
    said: str
    number: Callable[[CodeAgreement], float | None]
    words: Callable[[CodeAgreement], str] | None = None
    pair: Pair | None = None

    def shown(self, code: CodeAgreement) -> str:
        return self.words(code) if self.words else share(self.number(code))


class FiguresModel(QAbstractTableModel):
    """A report's codes in rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._report: AgreementReport | None = None
        self._columns: list[_Column] = []

    def show(self, report: AgreementReport) -> None:
        """Hold a report."""
        self.beginResetModel()
        self._report = report
        self._columns = [
            _Column("Alpha", "Krippendorff's alpha over all coders", lambda code: code.alpha),
            _Column("95 % interval", "Over a thousand draws of the transcripts", _width, _interval),
        ]
        for pair in report.figures.codes[0].pairs if report.figures.codes else ():
            one, other = (first_name(report.coders[coder]) for coder in pair)
            said = f"Cohen's kappa of {report.pair(pair).replace('|', ' and ')}. Click a figure to see its places."
            kappa: Callable[[CodeAgreement], float | None] = lambda code, pair=pair: code.pairs[pair].kappa  # noqa: E731
            self._columns.append(_Column(f"Kappa {one}, {other}", said, kappa, pair=pair))
        self._columns += [
            _Column("Agree", "Share of units on which they agree", lambda code: code.agreement),
            _Column("Dice", "Of what either coded, the share that both did", lambda code: code.dice),
            _Column("Coded", "Share of judgements that the code applies", lambda code: code.prevalence),
            _Column("Passages", "United passages of each coder", lambda code: sum(code.passages.values()), _passages),
            _Column("Scott", "Scott's pi; for more than two coders Fleiss's kappa", lambda code: code.pi),
            _Column("B–P", "Brennan and Prediger: every answer as likely", lambda code: code.brennan_prediger),
        ]
        self.endResetModel()

    def code(self, row: int) -> CodeAgreement | None:
        """The code of a row."""
        codes = self._report.figures.codes if self._report is not None else ()
        return codes[row] if 0 <= row < len(codes) else None

    def pair(self, column: int) -> Pair | None:
        """The two coders whose kappa a column holds; None where it holds another figure."""
        return self._columns[column].pair if 0 <= column < len(self._columns) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One row a code."""
        return 0 if parent.isValid() or self._report is None else len(self._report.figures.codes)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One column a figure."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A figure in words, with the reason why one isn't given as its tooltip."""
        code = self.code(index.row()) if index.isValid() else None
        if code is None:
            return None
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return " ".join(code.notes)
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
            if code is not None and self._report is not None and role == Qt.ItemDataRole.DisplayRole:
                return self._report.codes[code.code]
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

    def code(self, row: int) -> CodeAgreement | None:
        """The code of a row as it is shown."""
        index = self.mapToSource(self.index(row, 0))
        return self._figures.code(index.row()) if index.isValid() else None

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the figure."""
        one, other = left.data(_SORTED_BY), right.data(_SORTED_BY)
        if one is None or other is None:
            upward = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (one is not None) if upward else (one is None and other is not None)
        return one < other


def _interval(code: CodeAgreement) -> str:
    return f"{share(code.ci[0])} to {share(code.ci[1])}" if code.ci else NOT_GIVEN


def _width(code: CodeAgreement) -> float | None:
    return code.ci[1] - code.ci[0] if code.ci else None


def _passages(code: CodeAgreement) -> str:
    return " + ".join(str(passages) for passages in code.passages.values())
