"""The list of groups and codes at the left of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF

from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words
from qualcoder_lite.gui.widgets.walked_list import RowPainter, WalkedList
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from qualcoder_lite.gui.pages.codebook.model import CodebookModel, Entry
    from qualcoder_lite.gui.theme import Look

_ROW, _CAP, _INDENT = 40, 24, 14
_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CodeList(WalkedList):
    """Groups and codes, walked through by keys.

    Signals:
        moved: The person wants the chosen one a place up (-1) or down (1).
    """

    moved = Signal(int)

    def __init__(self, model: CodebookModel) -> None:
        """Show a model."""
        super().__init__(model, _Painter(model))
        self.setObjectName("codebook-list")
        self.setAccessibleName(tr("Codes"))
        self.setAccessibleDescription(
            tr("Enter goes to what is said of a code. Alt with an arrow moves it up or down.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves what is chosen."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class _Painter(RowPainter):
    def __init__(self, codes: CodebookModel) -> None:
        super().__init__()
        self._codes = codes

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(200), max(look.px(_ROW), tokens.TARGET))

    def paint_row(self, painter: QPainter, place: QRectF, row: int, chosen: bool, hovered: bool) -> None:
        look, entry = current().look, self._codes.entry(row)
        if chosen:
            paint_box(painter, place, tokens.RADIUS_CONTROL, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        elif entry.group is not None and hovered:
            paint_box(painter, place, tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        _paint(painter, place.adjusted(look.gap(8), 0, -look.gap(10), 0), entry, look)


def _paint(painter: QPainter, place: QRectF, entry: Entry, look: Look) -> None:
    if entry.group is None:
        paint_words(painter, place, entry.words, look.font("small"), look.colour("muted"), _LEFT)
        return
    hue, side = look.group(entry.group.colour), look.px(_CAP)
    left = place.left() + (look.gap(_INDENT) if entry.code is not None else 0)
    cap = QRectF(left, place.center().y() - side / 2, side, side)
    if entry.code is None:
        paint_cap(painter, cap, entry.group.key, look.font("small_strong"), fill=hue.stripe, ink=look.colour("surface"))
        end = ""
    else:
        pale = entry.code.retired
        fill, ink, edge = (
            (look.colour("sunken"), look.colour("muted"), look.colour("edge"))
            if pale
            else (
                hue.fill,
                hue.ink,
                hue.stripe,
            )
        )
        paint_cap(painter, cap, entry.code.key, look.font("small_strong"), fill=fill, ink=ink, edge=edge)
        end = tr("retired") if pale else f"{entry.count:,}" if entry.count else ""
    small = look.font("small")
    paint_words(painter, place, end, small, look.colour("muted"), _RIGHT)
    words = QRectF(cap.right() + look.gap(10), place.top(), 0, place.height())
    words.setRight(place.right() - QFontMetricsF(small).horizontalAdvance(end) - look.gap(8))
    font = look.font("strong" if entry.code is None else "body")
    shown = QFontMetricsF(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, words.width())
    retired = entry.code is not None and entry.code.retired
    paint_words(painter, words, shown, font, look.colour("muted" if retired else "text"), _LEFT)
