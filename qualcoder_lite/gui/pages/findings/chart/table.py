"""The chart's grid: walked through and written into by keyboard, as a spreadsheet is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcoder_lite.gui.pages.findings.chart.model import CELL, PLACE, beneath
from qualcoder_lite.gui.pages.findings.corner import Corner
from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords, cut_to_lines
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.findings.chart.model import ChartModel
    from qualcoder_lite.service.chart.grid import ChartCell

_Index = QModelIndex | QPersistentModelIndex
_WIDE, _HIGH, _NAMES, _HEAD, _SIGN = 210, 96, 150, 44, 15  # pixels at a text scale of 1
_HIGH_IN_LOW, _HEAD_IN_LOW = 74, 30
_LONGEST = 400  # characters of a summary that are set in type; a cell holds fewer
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChartTable(Themed, QTableView):
    """The grid.

    Signals:
        went: Another cell is the current one; its index.
        writing_wanted: The person wants to write into the current cell, beginning with these words.
        clearing_wanted: The person wants the current cell's summary taken away.
    """

    went = Signal(QModelIndex)
    writing_wanted = Signal(str)
    clearing_wanted = Signal()

    def __init__(self, model: ChartModel, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.setObjectName("chart-table")
        self.setAccessibleName(tr("Summaries by outcome"))
        self.setAccessibleDescription(tr("Arrow keys go from cell to cell. Type, or press Enter, to write into one."))
        self.setProperty("paintsFocus", True)
        self._names = _Names(self)
        self.setVerticalHeader(self._names)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())  # where the two scroll bars meet, Fusion draws a frame
        self._corner = Corner(tr("Who"), self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setDefaultAlignment(_LEFT | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._low = False
        self.doubleClicked.connect(self._on_double_clicked)
        self.follow_theme()

    def currentChanged(self, current_: QModelIndex, previous: QModelIndex) -> None:
        """Tell of another cell."""
        super().currentChanged(current_, previous)
        self._names.viewport().update()
        if current_.isValid():
            self.went.emit(current_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and letters write, Delete takes away, copying copies; the rest is walking."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.writing_wanted.emit("")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clearing_wanted.emit()
        elif plain and event.text().strip() and event.text().isprintable():
            self.writing_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.writing_wanted.emit("")

    def set_low(self, low: bool) -> None:
        """Make lower rows, of which more fit into a low window."""
        if low != self._low:
            self._low = low
            self.restyle()

    def restyle(self) -> None:
        """Take sizes from the look."""
        look = self.look
        head = look.px(_HEAD_IN_LOW if self._low else _HEAD)
        self.horizontalHeader().setFont(look.font("small_strong"))
        self.horizontalHeader().setDefaultSectionSize(look.px(_WIDE))
        self.horizontalHeader().setFixedHeight(head)
        self._names.setDefaultSectionSize(look.px(_HIGH_IN_LOW if self._low else _HIGH))
        self._names.setFixedWidth(look.px(_NAMES))
        super().restyle()
        self._corner.setGeometry(0, 0, look.px(_NAMES), head)


class _Names(QHeaderView):
    """Whom the rows are about, with where they are."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, place = current().look, QRectF(rect)
        painter.save()
        smooth(painter)
        lit = self._table.currentIndex().row() == section
        painter.fillRect(place, look.colour("tint" if lit else "surface"))
        painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 1), look.colour("hairline"))
        inside = place.adjusted(look.gap(14), look.gap(10), -look.gap(8), -look.gap(8))
        model = self.model()
        name = WrappedWords(
            str(model.headerData(section, Qt.Orientation.Vertical) or ""), look.font("strong"), inside.width()
        )
        painter.setClipRect(inside)
        name.paint(painter, inside.left(), inside.top(), look.colour("text"))
        small = look.font("small")
        line = QRectF(inside.left(), inside.top() + name.height, inside.width(), QFontMetricsF(small).height())
        where = str(model.headerData(section, Qt.Orientation.Vertical, PLACE) or "")
        where = QFontMetricsF(small).elidedText(where, Qt.TextElideMode.ElideRight, line.width())
        paint_words(painter, line, where, small, look.colour("muted"), _LEFT)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: the beginning of its summary, and how much there is under it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        look = current().look
        return QSize(look.px(_WIDE), look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look, rect, view = current().look, QRectF(option.rect), option.widget
        cell: ChartCell = index.data(CELL)
        here = isinstance(view, QTableView) and index == view.currentIndex()
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("tint" if here else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("hairline"))
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), look.colour("hairline"))
        inside = rect.adjusted(look.gap(10), look.gap(8), -look.gap(10), -look.gap(6))
        self._paint_foot(painter, inside, cell)
        if cell.summary:
            self._paint_summary(painter, inside, cell.summary.body)
        if here and isinstance(view, QTableView) and view.hasFocus():
            paint_focus(painter, rect.adjusted(6, 6, -7, -7), 4, look)
        painter.restore()

    def _paint_summary(self, painter: QPainter, inside: QRectF, body: str) -> None:
        """As many lines as there is room for; an ellipsis where there is more."""
        look, font = current().look, current().look.font("small")
        line = QFontMetricsF(font).lineSpacing()
        room = inside.height() - line - look.gap(4)
        most = max(int(room / line), 1)
        words = " ".join(body[:_LONGEST].split())
        wrapped = cut_to_lines(words, most, font, inside.width())
        wrapped.paint(painter, inside.left(), inside.top(), look.colour("text"))

    def _paint_foot(self, painter: QPainter, inside: QRectF, cell: ChartCell) -> None:
        look, font = current().look, current().look.font("small")
        high = QFontMetricsF(font).lineSpacing()
        foot = QRectF(inside.left(), inside.bottom() - high, inside.width(), high)
        words = beneath(cell)
        if cell.older:
            side = look.px(_SIGN)
            sign = QRectF(foot.left(), foot.center().y() - side / 2, side, side)
            icons.paint(painter, sign, "history", look.colour("warn"))
            foot.setLeft(sign.right() + look.gap(4))
            paint_words(painter, foot, tr("older than the coding"), font, look.colour("warn"), _LEFT)
        else:
            paint_words(painter, foot, words, font, look.colour("muted"), _LEFT)
