"""The grid's headers: sites at the top, and features in a column at the left that stays when one scrolls."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.gui.pages.sites.block import CORNER
from qualcoder_lite.gui.pages.sites.model import ENTRY, Line
from qualcoder_lite.gui.pages.sites.words import in_state
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.painting import paint_words, smooth
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Look

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_EDGE, _NAME = 14, 40  # where numbers and headings begin, and features' names, in pixels at a text scale of 1
_PAD, _LINES = 4, 4  # beside a site's name; its lines, at most
_WIDEST_WORD = 100  # of a site's name and what is beside it, likewise; a longer one is broken
_COUNTED = (FeatureState.PRESENT, FeatureState.PARTIAL)


class SiteHeader(QHeaderView):
    """Sites with how much each has in place; the current column is tinted."""

    def __init__(self, table: QTableView) -> None:
        """Head the table's columns."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setObjectName("sites-columns")
        self.setAccessibleName(tr("Sites"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self._counted: tuple[FeatureState, ...] = _COUNTED

    def show_counts(self, shown: bool) -> None:
        """Count under each site's name how much it has in place, or leave the room to the table."""
        self._counted = _COUNTED if shown else ()

    def wanted_width(self) -> int:
        """A column's least width, so that no word of a name is broken, unless it is very long."""
        look, model = current().look, self.model()
        strong, tiny = QFontMetricsF(look.font("small_strong")), QFontMetricsF(look.font("tiny"))
        words = [word for n in range(model.columnCount()) for word in self._words(n).replace("-", "- ").split()]
        longest = max(map(strong.horizontalAdvance, words), default=0)
        counted = tiny.horizontalAdvance(tr("88 present"))
        wanted = min(max(longest, counted) + 2 * look.gap(_PAD), look.px(_WIDEST_WORD))
        return ceil(wanted) + 1  # a fraction less would break the longest word

    def fit(self) -> None:
        """Be as high as the longest name needs."""
        look, model = current().look, self.model()
        line = QFontMetricsF(look.font("small_strong")).height()
        names = [self._name(n, look).height for n in range(model.columnCount())]
        self.setFixedHeight(
            round(min(max(names, default=line), _LINES * line) + self._counts_height(look) + look.gap(18))
        )

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one site."""
        look, place = current().look, QRectF(rect)
        painter.save()
        smooth(painter)
        here = self._table.currentIndex()
        painter.fillRect(place, look.colour("tint" if here.isValid() and here.column() == section else "surface"))
        painter.setClipRect(place)
        foot = place.bottom() - look.gap(8) - self._counts_height(look)
        name = self._name(section, look)
        left = place.left() + look.gap(_PAD)
        name.paint(painter, left, max(foot - look.gap(2) - name.height, place.top()), look.colour("text"))
        of_state = self.model().headerData(section, Qt.Orientation.Horizontal, ENTRY) or {}
        high = self._counts_height(look) / max(len(self._counted), 1)
        for n, state in enumerate(self._counted):
            row = QRectF(place.left(), foot + n * high, place.width(), high)
            words = in_state(of_state.get(state, 0), state)
            paint_words(painter, row, words, look.font("tiny"), look.colour("muted"))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), look.colour("edge"))
        painter.restore()

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")

    def _counts_height(self, look: Look) -> float:
        return len(self._counted) * QFontMetricsF(look.font("tiny")).height()

    def _name(self, section: int, look: Look) -> WrappedWords:
        width = self.sectionSize(section) - 2 * look.gap(_PAD)
        return WrappedWords(self._words(section), look.font("small_strong"), width, centred=True)


class FeatureHeader(QHeaderView):
    """Features with their numbers, under the headings of their kinds; the current row is tinted and bold."""

    def __init__(self, table: QTableView) -> None:
        """Head the table's rows."""
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setObjectName("sites-rows")
        self.setAccessibleName(tr("Features of partnership"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(10)

    def sizeHint(self) -> QSize:
        """As wide as it was made to fit."""
        return QSize(self.width(), super().sizeHint().height())

    def wanted_width(self) -> int:
        """Room for the longest name on one line, unless it is very long."""
        look, model = current().look, self.model()
        metrics = QFontMetricsF(look.font("strong"))
        names = [metrics.horizontalAdvance(self._words(row)) for row in range(model.rowCount())]
        return min(round(max(names, default=0)) + look.px(_NAME) + look.gap(8), look.px(350))

    def words_height(self, row: int, width: int) -> float:
        """How high a feature's name or a heading is, wrapped to a width."""
        line = self.model().headerData(row, Qt.Orientation.Vertical, ENTRY)
        if isinstance(line, Line) and line.feature is None:
            return _heading(line, width, current().look).height
        return self._wrapped(row, width, current().look, bold=False).height

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one feature or heading."""
        look, place = current().look, QRectF(rect)
        line = self.model().headerData(section, Qt.Orientation.Vertical, ENTRY)
        here = self._table.currentIndex()
        if not isinstance(line, Line):
            return
        lit = line.feature is not None and here.isValid() and here.row() == section
        painter.save()
        smooth(painter)
        painter.fillRect(place, look.colour("tint" if lit else "surface"))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), look.colour("hairline"))
        if line.feature is None:
            words = _heading(line, round(place.width()), look)
            words.paint(painter, look.gap(_EDGE), place.center().y() - words.height / 2, look.colour("muted"))
        else:
            number = QRectF(place.left() + look.gap(_EDGE), place.top(), look.px(_NAME), place.height())
            paint_words(painter, number, str(line.number), look.font("small"), look.colour("muted"), _LEFT)
            name = self._wrapped(section, round(place.width()), look, bold=lit)
            top = place.center().y() - name.height / 2
            name.paint(painter, place.left() + look.px(_NAME), top, look.colour("text"))
        painter.restore()

    def _words(self, row: int) -> str:
        return str(self.model().headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) or "")

    def _wrapped(self, row: int, width: int, look: Look, *, bold: bool) -> WrappedWords:
        words, room = self._words(row), width - look.px(_NAME) - look.gap(4)
        usual = WrappedWords(words, look.font("body"), room)
        strong = WrappedWords(words, look.font("strong"), room) if bold else usual
        return strong if strong.lines == usual.lines else usual  # a row's height doesn't change for being gone to


class Corner(QWidget):
    """What heads the column of features. The button under it chooses the whole table."""

    def __init__(self, table: QTableView) -> None:
        """Lie over the table's corner."""
        super().__init__(table)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter, look, place = smooth(QPainter(self)), current().look, QRectF(self.rect())
        painter.fillRect(place, look.colour("surface"))
        words = place.adjusted(look.gap(_EDGE), 0, 0, -look.gap(8))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        paint_words(painter, words, CORNER, look.font("small_strong"), look.colour("text"), bottom)
        painter.fillRect(QRectF(0, place.bottom() - 1, place.width(), 1), look.colour("edge"))


def _heading(line: Line, width: int, look: Look) -> WrappedWords:
    return WrappedWords(line.words, look.font("small_strong"), width - look.gap(_EDGE) - look.gap(4))
