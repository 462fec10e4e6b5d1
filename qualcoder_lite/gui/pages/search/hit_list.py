"""The list of what was found: each hit in the middle of its row, with what stands before and after, and a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.pages.search.found_rows import FoundRows
from qualcoder_lite.gui.pages.search.hit_painting import paint_found, paint_row
from qualcoder_lite.gui.pages.search.words import source
from qualcoder_lite.gui.pages.tall_list import TallDelegate
from qualcoder_lite.gui.widgets.painting import smooth
from qualcoder_lite.gui.widgets.tick_rows import paint_tick, tick_width, toggle_tick
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from qualcoder_lite.gui.pages.search.model import HitModel


class HitList(FoundRows):
    """Hits, one under the other in one column; `asked` for one is its turn in the transcript."""

    def __init__(self, model: HitModel, parent: QWidget | None = None) -> None:
        """Show the hits of a model."""
        self.found = model
        keys = tr("Enter goes to the turn. Space ticks what is to be coded.")
        super().__init__("search-list", tr("What was found"), keys, parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; Enter goes to the turn, and the rest is walking."""
        if event.key() == Qt.Key.Key_Space:
            toggle_tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the tick under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() <= tick_width(self.look):
            toggle_tick(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the turn; on the tick it is two clicks."""
        if event.position().x() <= tick_width(self.look):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)


class _Delegate(TallDelegate[HitList]):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, look = self.view, self.view.look
        painter.save()
        smooth(painter)
        row = QRectF(option.rect).adjusted(0, look.gap(2), -look.gap(12), -look.gap(2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(
            painter, row, look, chosen=chosen, focused=view.hasFocus() and index.row() == view.currentIndex().row()
        )
        paint_tick(painter, row, look, ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        found = view.found.words(index.row())
        paint_found(painter, row.adjusted(tick_width(look), 0, -look.gap(12), 0), look, found, source(found))
        painter.restore()
