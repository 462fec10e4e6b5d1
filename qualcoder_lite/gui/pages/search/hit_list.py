"""The list of what was found: each hit in the middle of its row, with what stands before and after, and a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.pages.search.words import one_line, source
from qualcoder_lite.gui.pages.tall_list import TallDelegate, TallList
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.tick_rows import paint_tick, tick_width

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from qualcoder_lite.gui.pages.search.model import HitModel
    from qualcoder_lite.service.found_words import FoundWords

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINE, _FOOT = 26, 22
_MIDDLE, _WIDEST = 0.42, 0.5  # where a hit stands in its row, and how much of it it takes at most
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HitList(Themed, TallList):
    """Hits, one under the other in one column.

    Signals:
        turn_asked: The person wants to see the hit of this row in its transcript.
    """

    turn_asked = Signal(int)

    def __init__(self, model: HitModel, parent: QWidget | None = None) -> None:
        """Show the hits of a model."""
        self.found = model
        super().__init__(parent)
        self.setObjectName("search-list")
        self.setAccessibleName("What was found")
        self.setAccessibleDescription("Enter goes to the turn. Space ticks what is to be coded.")
        self.setProperty("paintsFocus", True)
        self.setStyleSheet("QListView { background: transparent; }")  # the rows lie on the page's own desk
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    @property
    def row_height(self) -> int:
        """The height of every row."""
        look = self.look
        return look.px(_LINE) + look.px(_FOOT) + look.gap(16)

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.verticalScrollBar().setSingleStep(self.row_height)
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def heights(self, _width: int) -> list[int]:
        """All rows are as high."""
        return [self.row_height] * self.found.rowCount()

    def go_to(self, row: int) -> None:
        """Choose a row and bring it into view."""
        self.setCurrentIndex(self.found.index(row, 0))
        self.scrollTo(self.found.index(row, 0))

    def toggle(self, index: QModelIndex) -> None:
        """Tick a hit that isn't ticked, or take its tick away."""
        if index.isValid():
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.found.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the turn, Space ticks; the rest is walking."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.turn_asked.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the tick under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() <= tick_width(self.look):
            self.toggle(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the turn; on the tick it is two clicks."""
        index = self.indexAt(event.position().toPoint())
        if event.position().x() <= tick_width(self.look):
            self.mousePressEvent(event)
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.turn_asked.emit(index.row())


class _Delegate(TallDelegate[HitList]):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, look = self.view, self.view.look
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        row = QRectF(option.rect).adjusted(0, look.gap(2), -look.gap(12), -look.gap(2))
        place = row.adjusted(look.gap(4), 0, 0, 0)
        if chosen:
            paint_box(painter, place, tokens.RADIUS_CARD, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        if view.hasFocus() and index.row() == view.currentIndex().row():
            paint_focus(painter, place.adjusted(6, 6, -6, -6), tokens.RADIUS_CARD, look)
        paint_tick(painter, row, look, ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        self._paint_words(painter, row.adjusted(tick_width(look), 0, -look.gap(12), 0), view.found.words(index.row()))
        painter.restore()

    def _paint_words(self, painter: QPainter, place: QRectF, found: FoundWords) -> None:
        look = self.view.look
        line = QRectF(place.left(), place.top() + look.gap(6), place.width(), look.px(_LINE))
        plain, strong, small = look.font("body"), look.font("strong"), look.font("small")
        text, muted = look.colour("text"), look.colour("muted")
        match = one_line(found.match).strip()
        wide = min(QFontMetricsF(strong).horizontalAdvance(match) + look.gap(4), line.width() * _WIDEST)
        middle = QRectF(line.left() + line.width() * _MIDDLE - wide / 2, line.top(), wide, line.height())
        mark = middle.adjusted(-look.gap(2), look.px(2), look.gap(2), -look.px(2))
        paint_box(painter, mark, tokens.RADIUS_CAP, fill=look.group("").deep)
        shown = QFontMetricsF(strong).elidedText(match, Qt.TextElideMode.ElideMiddle, wide)
        paint_words(painter, middle, shown, strong, text)
        before, after = one_line(found.before), one_line(found.after)
        metrics = QFontMetricsF(plain)
        blank = metrics.horizontalAdvance(" ") + look.gap(2)
        left, right = blank if before.endswith(" ") else 2, blank if after.startswith(" ") else 2
        ahead = QRectF(line.left(), line.top(), middle.left() - left - line.left(), line.height())
        behind = QRectF(middle.right() + right, line.top(), line.right() - middle.right() - right, line.height())
        said_before = metrics.elidedText(before.strip(), Qt.TextElideMode.ElideLeft, ahead.width())
        said_after = metrics.elidedText(after.strip(), Qt.TextElideMode.ElideRight, behind.width())
        paint_words(painter, ahead, said_before, plain, text, _RIGHT)
        paint_words(painter, behind, said_after, plain, text, _LEFT)
        foot = QRectF(line.left(), line.bottom(), line.width(), look.px(_FOOT))
        said = QFontMetricsF(small).elidedText(source(found), Qt.TextElideMode.ElideRight, foot.width())
        paint_words(painter, foot, said, small, muted, _LEFT)
