"""The figures of a report as a table: a row for each code, a kappa for each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qualcoder_lite.gui.pages.cross_check.words import first_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.agreement import CodeAgreement
    from qualcoder_lite.service.agreement_report import AgreementReport

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOT_GIVEN = "n/a"


def share(value: float | None) -> str:
    """A figure between 0 and 1 with two digits; n/a where it is undefined."""
    return NOT_GIVEN if value is None else f"{value:.2f}"


class FiguresModel(QAbstractTableModel):
    """A report's codes in rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._report: AgreementReport | None = None
        self._columns: list[tuple[str, str, Callable[[CodeAgreement], str]]] = []

    def show(self, report: AgreementReport) -> None:
        """Hold a report."""
        self.beginResetModel()
        self._report = report
        self._columns = [
            ("Alpha", "Krippendorff's alpha over all coders", lambda code: share(code.alpha)),
            ("95 % interval", "Over a thousand draws of the transcripts", _interval),
        ]
        for pair in report.figures.codes[0].pairs if report.figures.codes else ():
            one, other = (first_name(report.coders[coder]) for coder in pair)
            said = f"Cohen's kappa of {report.pair(pair).replace('|', ' and ')}"
            self._columns.append((f"Kappa {one}, {other}", said, lambda code, pair=pair: share(code.pairs[pair].kappa)))
        self._columns += [
            ("Agree", "Share of units on which they agree", lambda code: share(code.agreement)),
            ("Dice", "Of what either coded, the share that both did", lambda code: share(code.dice)),
            ("Coded", "Share of judgements that the code applies", lambda code: share(code.prevalence)),
            ("Passages", "United passages of each coder", _passages),
            ("Scott", "Scott's pi; for more than two coders Fleiss's kappa", lambda code: share(code.pi)),
            ("B–P", "Brennan and Prediger: every answer as likely", lambda code: share(code.brennan_prediger)),
        ]
        self.endResetModel()

    def code(self, row: int) -> CodeAgreement | None:
        """The code of a row."""
        codes = self._report.figures.codes if self._report is not None else ()
        return codes[row] if 0 <= row < len(codes) else None

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
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()][2](code)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return " ".join(code.notes)
        return None

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
            return self._columns[section][0]
        return self._columns[section][1] if role == Qt.ItemDataRole.ToolTipRole else None


def _interval(code: CodeAgreement) -> str:
    return f"{share(code.ci[0])} to {share(code.ci[1])}" if code.ci else NOT_GIVEN


def _passages(code: CodeAgreement) -> str:
    return " + ".join(str(passages) for passages in code.passages.values())
