"""The list of memos: how each begins, what it is about, who signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF

from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words
from qualcoder_lite.gui.widgets.walked_list import RowPainter, WalkedList
from qualcoder_lite.gui.words.memos import about_words, headline, signed
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from qualcoder_lite.gui.pages.memos.model import MemoModel
    from qualcoder_lite.gui.theme.tokens import TypeRole

_ROW = 78
_LEFT = Qt.AlignmentFlag.AlignVCenter


class MemoList(WalkedList):
    """Memos to walk through."""

    def __init__(self, model: MemoModel) -> None:
        """Show a model."""
        super().__init__(model, _Painter(model))
        self.setObjectName("memos-list")
        self.setAccessibleName(tr("Memos, the latest first"))


class _Painter(RowPainter):
    def __init__(self, memos: MemoModel) -> None:
        super().__init__()
        self._memos = memos

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(200), look.px(_ROW))

    def paint_row(self, painter: QPainter, place: QRectF, row: int, chosen: bool, hovered: bool) -> None:
        look, listed = current().look, self._memos.memo(row)
        fill = look.colour("tint" if chosen else "sunken" if hovered else "surface")
        edge = look.colour("tint_edge" if chosen else "hairline")
        paint_box(painter, place.adjusted(0, 1, 0, -1), tokens.RADIUS_CONTROL, fill=fill, edge=edge)
        inside = place.adjusted(look.gap(12), look.gap(9), -look.gap(12), -look.gap(9))
        third = inside.height() / 3
        lines: tuple[tuple[str, TypeRole, str], ...] = (
            (headline(listed), "strong", "text"),
            (about_words(listed), "small", "text"),
            (signed(listed), "small", "muted"),
        )
        for number, (words, role, ink) in enumerate(lines):
            line = QRectF(inside.left(), inside.top() + number * third, inside.width(), third)
            font = look.font(role)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            paint_words(painter, line, shown, font, look.colour(ink), _LEFT)
