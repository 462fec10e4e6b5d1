"""Paints a cell of the register: its state's shape, a mark where there is evidence, the tint of row and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualcoder_lite.domain.people import RegisterEntry
from qualcoder_lite.gui.pages.sites.marks import paint_state
from qualcoder_lite.gui.pages.sites.model import ENTRY
from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from qualcoder_lite.gui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
_WIDE, _HIGH, _MEMO = 72, 30, 13


class StateDelegate(QStyledItemDelegate):
    """Cells of the register."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Room for the shape and the mark beside it."""
        look = current().look
        return QSize(look.px(_WIDE), look.px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        look, rect = current().look, QRectF(option.rect)
        view = option.widget
        state = option.state
        entry = index.data(ENTRY)
        here = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        lit = here.isValid() and (index.column() == here.column() or (index.row() == here.row() and entry is not None))
        painter.save()
        smooth(painter)
        painter.fillRect(rect, look.colour("tint" if lit else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("hairline"))
        if isinstance(entry, RegisterEntry):
            if state & QStyle.StateFlag.State_Selected and index != here:
                box = rect.adjusted(3, 3, -3, -4)
                paint_box(painter, box, 6, fill=look.colour("tint"), edge=look.colour("tint_edge"), width=1.5)
            _paint_entry(painter, rect, entry, look)
            if index == here:
                _paint_current(painter, rect, look, focused=view.hasFocus())
        painter.restore()


def _paint_entry(painter: QPainter, rect: QRectF, entry: RegisterEntry, look: Look) -> None:
    paint_state(painter, rect, entry.state, look)
    if entry.source.strip() or entry.note.strip():
        side = look.px(_MEMO)
        place = QRectF(rect.center().x() + look.px(14), rect.center().y() - look.px(9), side, side)
        icons.paint(painter, place, "memo", look.colour("muted"))


def _paint_current(painter: QPainter, rect: QRectF, look: Look, *, focused: bool) -> None:
    if focused:
        paint_focus(painter, rect.adjusted(8, 6, -8, -7), 4, look)
    else:
        paint_box(painter, rect.adjusted(3, 2, -3, -3), 7, edge=look.colour("text"), width=2)
