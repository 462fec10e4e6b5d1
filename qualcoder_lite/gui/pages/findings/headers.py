"""The heat map's headers: features at the top, and outcomes in a column at the left that stays when one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from qualcoder_lite.gui.pages.findings.model import FACE, Line
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import paint_words, smooth
from qualcoder_lite.gui.widgets.pattern import paint_pattern
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NAME = 30  # where an outcome's name begins, in pixels at a text scale of 1
_LINES, _NAME_MOST = 4, 146  # lines of a feature's name at most, and a width it may ask for, in such pixels


class FeatureHeader(QHeaderView):
    """Features with the people that their columns are out of; the current column is tinted."""

    def __init__(self, table: QTableView) -> None:
        """Head the table's columns."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setObjectName("findings-features")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def fit(self) -> None:
        """Be as high as the longest name in sight needs."""
        look, model = current().look, self.model()
        names = [self._name(n, look).height for n in range(model.columnCount())]
        line = QFontMetricsF(look.font("small_strong")).height()
        under = QFontMetricsF(look.font("small")).height()
        self.setFixedHeight(round(min(max(names, default=line), _LINES * line) + under + 2 * look.gap(8)))

    def wanted_width(self) -> int:
        """Room for the longest of the usual names on one line; longer ones are broken."""
        look, model = current().look, self.model()
        metrics = QFontMetricsF(look.font("small_strong"))
        names = [
            metrics.horizontalAdvance(str(model.headerData(n, Qt.Orientation.Horizontal) or ""))
            for n in range(model.columnCount())
        ]
        return round(min(max(names, default=0), look.px(_NAME_MOST))) + look.gap(10) + look.gap(4) + 2

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one feature."""
        look, place = current().look, QRectF(rect)
        painter.save()
        smooth(painter)
        here = self._table.currentIndex()
        lit = here.isValid() and here.column() == section
        painter.fillRect(place, look.colour("tint" if lit else "surface"))
        painter.setClipRect(place)
        inside = place.adjusted(look.gap(10), look.gap(8), -look.gap(4), -look.gap(8))
        under = str(self.model().headerData(section, Qt.Orientation.Horizontal, FACE) or "")
        font = look.font("small")
        below = QRectF(inside.left(), inside.bottom() - QFontMetricsF(font).height(), inside.width(), 0)
        below.setBottom(inside.bottom())
        under = QFontMetricsF(font).elidedText(under, Qt.TextElideMode.ElideRight, inside.width() + 1)
        paint_words(painter, below, under, font, look.colour("muted"), _LEFT)
        painter.setClipRect(place.adjusted(0, 0, 0, -below.height() - look.gap(8)))
        self._name(section, look).paint(painter, inside.left(), inside.top(), look.colour("text"))
        painter.setClipping(False)
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), look.colour("edge"))
        painter.restore()

    def _name(self, section: int, look: Look) -> WrappedWords:
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        return WrappedWords(name, look.font("small_strong"), self.sectionSize(section) - look.gap(10) - look.gap(4))


class OutcomeHeader(QHeaderView):
    """Outcomes under the names of their groups; the current row is tinted and bold."""

    def __init__(self, table: QTableView) -> None:
        """Head the table's rows."""
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setObjectName("findings-outcomes")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(10)

    def sizeHint(self) -> QSize:
        """As wide as it was made to fit."""
        return QSize(self.width(), 0)

    def wanted_width(self) -> int:
        """Room for the longest name on one line."""
        look, model = current().look, self.model()
        metrics = QFontMetricsF(look.font("strong"))
        names = [
            metrics.horizontalAdvance(str(model.headerData(row, Qt.Orientation.Vertical) or ""))
            for row in range(model.rowCount())
        ]
        return round(max(names, default=0)) + look.px(_NAME) + look.gap(8)

    def line_height(self, row: int, width: int) -> float:
        """How high an outcome's name is, wrapped to a width."""
        look = current().look
        name = str(self.model().headerData(row, Qt.Orientation.Vertical) or "")
        return WrappedWords(name, look.font("strong"), width - look.px(_NAME) - look.gap(4)).height

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one outcome or the name of a group."""
        look, place = current().look, QRectF(rect)
        line = self.model().headerData(section, Qt.Orientation.Vertical, FACE)
        if not isinstance(line, Line):
            return
        here = self._table.currentIndex()
        lit = here.isValid() and here.row() == section
        painter.save()
        smooth(painter)
        painter.fillRect(place, look.colour("tint" if lit else "surface"))
        if line.row is None:
            _paint_group(painter, place, line, look)
        else:
            name = str(self.model().headerData(section, Qt.Orientation.Vertical) or "")
            _paint_outcome(painter, place, line, name, look, lit=lit)
        painter.restore()


def _paint_group(painter: QPainter, rect: QRectF, line: Line, look: Look) -> None:
    group = look.group(line.group.colour)
    high = look.px(18)
    cap = QRectF(rect.left() + look.gap(12), rect.center().y() - high / 2, look.px(20), high)
    paint_cap(painter, cap, line.group.key, look.font("tiny"), fill=group.stripe, ink=look.colour("surface"))
    words = rect.adjusted(look.gap(12) + look.px(28), 0, 0, 0)
    paint_words(painter, words, line.group.name, look.font("small_strong"), group.ink, _LEFT)


def _paint_outcome(painter: QPainter, rect: QRectF, line: Line, name: str, look: Look, *, lit: bool) -> None:
    group = look.group(line.group.colour)
    stripe = QRectF(rect.left() + look.gap(14), rect.top() + 5, 5, rect.height() - 10)
    paint_pattern(painter, stripe, group.stripe, group.pattern)
    left = look.px(_NAME)
    words = WrappedWords(name, look.font("strong" if lit else "body"), rect.width() - left - look.gap(4))
    words.paint(painter, rect.left() + left, rect.center().y() - words.height / 2, look.colour("text"))
