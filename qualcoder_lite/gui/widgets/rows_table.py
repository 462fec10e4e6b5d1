"""A table whose rows are chosen whole: hairlines between them, a tint for the chosen one, a ring for the focus.

Where the columns are narrower than their words, a row has as many lines as they need, up to three, so that large words
are whole too.

The model's `icon_role`, if it gives a name, puts an icon before a cell's words; columns from `numbers_from` on stand at
the right. The first column is strong: it says what the row is about.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords, cut_to_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.gui.theme.tokens import TypeRole

_Index = QModelIndex | QPersistentModelIndex
_HIGH, _ICON, _PAD = 38, 16, 10
_LEAST, _MOST, _STEP = 84, 260, 8  # widths of a column, in pixels at a text scale of 1
_LOOKED_AT = 200  # rows whose words say how wide a column must be
_LINES = 3  # of words in a row at most, where one has no room for them


class RowsTable(Themed, QTableView):
    """A table of rows.

    Signals:
        went: Another row is the current one; its index, invalid where there is none.
        opened: The person pressed Enter on a row, or clicked it twice.
    """

    went = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(
        self,
        name: str,
        model: QAbstractItemModel,
        *,
        icon_role: int = -1,
        numbers_from: int = 99,
        several: bool = False,
        widest: int = 0,
    ) -> None:
        """Show a model; `several` lets a person choose more than one row; the column `widest` takes the room left."""
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("paintsFocus", True)
        self._icon_role, self._widest = icon_role, widest
        self.lines = 1
        self._wide_enough: list[int] = []
        self._headings: list[int] = []
        self._words: list[set[str]] = []
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self, icon_role, numbers_from))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)
        model.modelReset.connect(self.fit)
        self.follow_theme()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tell of another row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.went.emit(current)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give each column the width that its words need on a line, the widest less where there is no room for all.

        A heading is never cut: where there is no room for all of them the table scrolls sideways, and nothing is cut.
        """
        least, columns = self.look.px(_LEAST), range(self.model().columnCount())
        self._headings = [max(least, self._wide([self._heading(column)], "small_strong")) for column in columns]
        self._words = [self._words_of(column) for column in columns]
        self._wide_enough = [max(self._wanted(column), self._headings[column]) for column in columns]
        self._share_room()

    def _share_room(self) -> None:
        """Set the widths that `fit` measured, as far as there is room."""
        if not self._wide_enough:
            return
        header, columns = self.horizontalHeader(), range(len(self._wide_enough))
        least, headings, widths = self.look.px(_LEAST), self._headings, list(self._wide_enough)
        room = self._room_for(sum(widths))
        fits = sum(headings) <= room
        short = fits and sum(widths) > room
        while fits and sum(widths) > room and widths != headings:
            spare = [width - heading for width, heading in zip(widths, headings, strict=True)]
            widest = max((column for column in columns if spare[column]), key=widths.__getitem__)
            widths[widest] = max(headings[widest], widths[widest] - self.look.px(_STEP))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.lines = self._needed(widths) if short else 1
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if fits:
            header.setSectionResizeMode(self._widest, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(least)

    def _room_for(self, wide: int) -> int:
        """The width that there is; the scroll bar's with it where rows of one line so wide would need none.

        Otherwise higher rows would keep the bar, and the bar the higher rows.
        """
        seen, bar = self.viewport().size(), self.verticalScrollBar()
        whole = seen.width() + (bar.width() if bar.isVisible() else 0)
        needs_none = self.model().rowCount() * self.look.px(_HIGH) <= seen.height()
        return whole if wide <= whole and needs_none else seen.width()

    def row_height(self) -> int:
        """The height of each row, in pixels."""
        further = (self.lines - 1) * QFontMetricsF(self.look.font("body")).lineSpacing()
        return self.look.px(_HIGH) + ceil(further)

    def _wanted(self, column: int) -> int:
        """The width at which a column's words all show."""
        model, look = self.model(), self.look
        first = model.index(0, column).data(self._icon_role) if self._icon_role >= 0 else None
        icon = look.px(_ICON) + look.gap(6) if first else 0
        return min(self._wide(self._words[column], _role(column)) + icon, look.px(_MOST))

    def _words_of(self, column: int) -> set[str]:
        model = self.model()
        return {str(model.index(row, column).data() or "") for row in range(min(model.rowCount(), _LOOKED_AT))}

    def _needed(self, widths: Sequence[int]) -> int:
        """The lines that the words need in columns of these widths: two at least, so that rows seldom change."""
        inside = 2 * self.look.gap(_PAD)
        lines = [
            WrappedWords(words, self.look.font(_role(column)), width - inside).lines
            for column, width in enumerate(widths)
            for words in self._words[column]
            if self._wide([words], _role(column)) > width
        ]
        return min(max(lines, default=2), _LINES)

    def _heading(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def _wide(self, words: Iterable[str], role: TypeRole) -> int:
        """The width of the longest words, with the room beside them."""
        metrics = QFontMetricsF(self.look.font(role))
        longest = max((metrics.horizontalAdvance(each) for each in set(words)), default=0)
        return round(longest + 2 * self.look.gap(_PAD) + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def restyle(self) -> None:
        """Take row heights and the header's type from the look."""
        self.verticalHeader().setDefaultSectionSize(self.row_height())
        self.horizontalHeader().setFont(self.look.font("small_strong"))
        # A heading begins, or ends, where the words under it do.
        beside, above = self.look.gap(_PAD), self.look.gap(6)
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ padding: {above}px {beside}px; }}")
        self.fit()
        super().restyle()


def _role(column: int) -> TypeRole:
    """The type of a column's words."""
    return "strong" if column == 0 else "body"


class _RowDelegate(QStyledItemDelegate):
    """Paints a cell of a row."""

    def __init__(self, table: RowsTable, icon_role: int, numbers_from: int) -> None:
        super().__init__(table)
        self._table, self._icon_role, self._numbers_from = table, icon_role, numbers_from

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """As high as a row."""
        return QSize(current().look.px(_LEAST), self._table.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell, and the ring of its row around it."""
        look, rect, view = current().look, QRectF(option.rect), self._table
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("tint" if chosen else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("hairline"))
        inside = rect.adjusted(look.gap(_PAD), 0, -look.gap(_PAD), 0)
        icon = index.data(self._icon_role) if self._icon_role >= 0 else None
        if icon:
            side = look.px(_ICON)
            icons.paint(
                painter,
                QRectF(inside.left(), rect.center().y() - side / 2, side, side),
                str(icon),
                look.colour("muted"),
            )
            inside.setLeft(inside.left() + side + look.gap(6))
        words, font = str(index.data() or ""), look.font(_role(index.column()))
        if index.column() >= self._numbers_from:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            paint_words(painter, inside, words, font, look.colour("text"), right)
        else:
            wrapped = cut_to_lines(words, view.lines, font, inside.width())
            wrapped.paint(painter, inside.left(), rect.center().y() - wrapped.height / 2, look.colour("text"))
        if index.row() == view.currentIndex().row() and view.hasFocus():
            row = QRectF(0, rect.top(), view.viewport().width(), rect.height())
            painter.setClipRect(rect)
            paint_focus(painter, row.adjusted(7, 7, -7, -8), 4, look)
        painter.restore()
