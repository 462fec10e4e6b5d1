"""A list whose rows differ in height, and that still lays out very many of them in no time.

QListView asks the model twice about each row before it shows anything, and for the size of each where they differ,
which takes a second for 200,000. Here the heights come all at once from `heights`, which may guess: `measure` says how
high a row is once it comes into view. The rest is QListView's, above all what it tells a screen reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.pages.row_tops import RowTops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_Hint = QAbstractItemView.ScrollHint
_Action = QAbstractItemView.CursorAction


class TallList(QListView):
    """Rows under each other as high as the subclass says, one of them the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show a model once it is set."""
        self._tops = RowTops()
        self._measured: set[int] = set()  # rows that are as high as they need to be, not as high as was guessed
        self._is_measuring = False
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def heights(self, width: int) -> Sequence[int]:
        """How high each row is in pixels, where rows are so wide."""
        raise NotImplementedError

    def measure(self, _row: int, _width: int) -> int | None:
        """How high a row in view is, where `heights` only guessed. None leaves it as it is."""
        return None

    # Layout

    def doItemsLayout(self) -> None:
        """Place all rows."""
        self._tops = RowTops(self.heights(self.viewport().width()))
        self._measured.clear()
        QAbstractItemView.doItemsLayout(self)
        self._measure_rows_in_view()

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Measure what comes into view."""
        super().scrollContentsBy(across, down)
        self._measure_rows_in_view()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what is seen now."""
        super().showEvent(event)
        self._measure_rows_in_view()

    def _measure_rows_in_view(self) -> None:
        """Give rows their true height as they come into view, so that none of it is seen to change."""
        if self._is_measuring or not self.isVisible() or self.model().rowCount() != len(self._tops):
            return
        self._is_measuring = True
        try:
            while self._measure_next():
                self.viewport().update()
        finally:
            self._is_measuring = False

    def _measure_next(self) -> bool:
        """Measure the rows in view; whether there are others in view for it."""
        seen = self._rows_in_view()
        news = [row for row in seen if row not in self._measured]
        self._measured.update(news)
        bar, width, tops = self.verticalScrollBar(), self.viewport().width(), self._tops
        before, begins_above = tops[seen.start + 1] if seen else 0, bool(seen) and tops[seen.start] < bar.value()
        wrong = {row: high for row in news if (high := self.measure(row, width)) and high != tops.height(row)}
        if not wrong:
            return False
        for row, high in wrong.items():
            tops.correct(row, high)
        self.updateGeometries()
        if begins_above:  # what is under it stays where it is
            bar.setValue(bar.value() + tops[seen.start + 1] - before)
        return True

    def _rows_in_view(self) -> range:
        top = self.verticalOffset()
        first = max(self._tops.after(top) - 1, 0)
        return range(first, min(self._tops.at_or_after(top + self.viewport().height()), len(self._tops)))

    def updateGeometries(self) -> None:
        """Let the scroll bar reach the last row."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(high)
        bar.setRange(0, max(self._tops.end - high, 0))
        bar.setEnabled(bar.maximum() > 0)  # without a handle, but in its place: rows must not change width for it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows again for another width, the current one staying in view."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())
        else:
            self.updateGeometries()
            self._measure_rows_in_view()

    def verticalOffset(self) -> int:
        """How far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """It never is, sideways."""
        return 0

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """Where a row is, in the viewport."""
        row = index.row()
        if not 0 <= row < len(self._tops):
            return QRect()
        top = self._tops[row] - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._tops.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a place in the viewport."""
        y = point.y() + self.verticalOffset()
        if not 0 <= y < self._tops.end:
            return QModelIndex()
        return self.model().index(self._tops.after(y) - 1, 0)

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        self.executeDelayedItemsLayout()  # rows that are still to be placed have no place to scroll to
        place, high = self.visualRect(index), self.viewport().height()
        if place.isNull():
            return
        bar = self.verticalScrollBar()
        if hint == _Hint.PositionAtTop or place.top() < 0 or place.height() > high:
            bar.setValue(bar.value() + place.top())
        elif hint == _Hint.PositionAtCenter:
            bar.setValue(bar.value() + place.center().y() - high // 2)
        elif hint == _Hint.PositionAtBottom or place.bottom() > high:
            bar.setValue(bar.value() + place.bottom() - high + 1)
        self.viewport().update()

    # Walking and choosing

    def moveCursor(self, cursor: _Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to."""
        model, here = self.model(), self.currentIndex().row()
        last = model.rowCount() - 1
        page = max(self.viewport().height(), 1)
        top = self._tops[here] if 0 <= here <= last else 0
        leads = {
            _Action.MoveHome: 0,
            _Action.MoveEnd: last,
            _Action.MovePageDown: max(self._tops.after(top + page) - 2, here + 1),
            _Action.MovePageUp: min(self._tops.at_or_after(max(top - page, 0)), here - 1),
            _Action.MoveUp: here - 1,
            _Action.MovePrevious: here - 1,
            _Action.MoveDown: here + 1,
            _Action.MoveNext: here + 1,
        }
        return model.index(min(max(leads.get(cursor, here), 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the row at the rectangle's corner."""
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to paint again when the choice changes."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    def keyboardSearch(self, _search: str) -> None:
        """Letters look for nothing: that would put every row of the project together."""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view."""
        painter = QPainter(self.viewport())
        try:
            self._paint_rows(painter, event.rect())
        finally:  # a row that can't be read must not leave the window half painted
            painter.end()

    def _paint_rows(self, painter: QPainter, seen: QRect) -> None:
        offset = self.verticalOffset()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, model, chosen = option.state, self.model(), self.selectionModel()
        first = self._tops.after(max(seen.top() + offset, 0)) - 1
        for row in range(first, len(self._tops)):
            if self._tops[row] - offset > seen.bottom():
                break
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            option.state = state | QStyle.StateFlag.State_Selected if chosen.isSelected(index) else state
            self.itemDelegate().paint(painter, option, index)


_List = TypeVar("_List", bound=TallList)


class TallDelegate(QStyledItemDelegate, Generic[_List]):
    """Paints the rows of a `TallList`, which alone says how high they are."""

    def __init__(self, view: _List) -> None:
        """Paint the rows of this list."""
        super().__init__(view)
        self.view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As large as the list has it."""
        return self.view.visualRect(index).size()
