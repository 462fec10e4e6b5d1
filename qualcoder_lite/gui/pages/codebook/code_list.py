"""The list of groups and codes at the left of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.widgets.key_cap import paint_cap
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

    from qualcoder_lite.gui.pages.codebook.model import CodebookModel, Entry
    from qualcoder_lite.gui.theme import Look

_ROW, _CAP, _INDENT = 40, 24, 14
_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class CodeList(Themed, QListView):
    """Groups and codes, walked through by keys.

    Signals:
        moved: The person wants the chosen one a place up (-1) or down (1).
        entered: The person wants to change the chosen one.
    """

    moved = Signal(int)
    entered = Signal()

    def __init__(self, model: CodebookModel) -> None:
        """Show a model."""
        super().__init__()
        self.codes = model
        self.setObjectName("codebook-list")
        self.setAccessibleName("Codes")
        self.setAccessibleDescription("Enter goes to what is said of a code. Alt with an arrow moves it up or down.")
        self.setProperty("paintsFocus", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves what is chosen; Enter goes to its words."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: CodeList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(200), max(look.px(_ROW), tokens.TARGET))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, row = current().look, QRectF(option.rect)
        entry = self._view.codes.entry(index.row())
        painter.save()
        smooth(painter)
        inside = row.adjusted(look.gap(8), 1, -look.gap(8), -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, inside, tokens.RADIUS_CONTROL, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        elif entry.group is not None and option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, inside, tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        _paint(painter, inside.adjusted(look.gap(8), 0, -look.gap(10), 0), entry, look)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            paint_focus(painter, inside.adjusted(6, 6, -6, -6), tokens.RADIUS_CONTROL - 6, look)
        painter.restore()


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
        end = "retired" if pale else f"{entry.count:,}" if entry.count else ""
    small = look.font("small")
    paint_words(painter, place, end, small, look.colour("muted"), _RIGHT)
    words = QRectF(cap.right() + look.gap(10), place.top(), 0, place.height())
    words.setRight(place.right() - QFontMetricsF(small).horizontalAdvance(end) - look.gap(8))
    font = look.font("strong" if entry.code is None else "body")
    shown = QFontMetricsF(font).elidedText(entry.words, Qt.TextElideMode.ElideRight, words.width())
    retired = entry.code is not None and entry.code.retired
    paint_words(painter, words, shown, font, look.colour("muted" if retired else "text"), _LEFT)
