"""Paints a cell of the heat map: people first, passages under them, and marks that need no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualcoder_lite.gui.pages.findings.faces import VERDICT_ICONS, VERDICT_WORDS, Face
from qualcoder_lite.gui.pages.findings.model import FACE
from qualcoder_lite.gui.theme import current, icons
from qualcoder_lite.gui.widgets.painting import paint_box, paint_words, smooth
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.gui.theme import Look

_Index = QModelIndex | QPersistentModelIndex
_RADIUS, _INSET, _SIDE, _CORNER, _ICON, _LEAST = 6, 2, 10, 13, 15, 88
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def cell_width(look: Look, shown: Iterable[Face]) -> int:
    """How wide cells must be for their words."""
    strong, small, tiny = (QFontMetricsF(look.font(role)) for role in ("strong", "small", "tiny"))
    few = look.gap(8) + tiny.horizontalAdvance(tr("few people"))
    widest = float(look.px(_LEAST))
    for face in shown:
        upper = strong.horizontalAdvance(str(face.share.people)) + small.horizontalAdvance(_of(face))
        if face.verdict is not None:
            word = VERDICT_WORDS[face.verdict]
            upper += look.gap(8) + look.px(_ICON + 4) + small.horizontalAdvance(word)
        lower = tiny.horizontalAdvance(face.passages) + (few if face.few else 0)
        widest = max(widest, upper, lower)
    return round(widest + 2 * (look.gap(_SIDE) + _INSET)) + 1


class CellDelegate(QStyledItemDelegate):
    """Cells of the heat map."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell, on the tint of the current row and column."""
        look, rect = current().look, QRectF(option.rect)
        view = option.widget
        shown = index.data(FACE)
        painter.save()
        smooth(painter)
        here = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        lit = here.isValid() and (index.column() == here.column() or (index.row() == here.row() and shown is not None))
        painter.fillRect(rect, look.colour("tint" if lit else "surface"))
        if isinstance(shown, Face):
            inside = rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
            _paint_face(painter, inside, shown, look)
            if index == here:
                _paint_current(painter, rect, look, focused=view.hasFocus())
        painter.restore()


def _paint_current(painter: QPainter, rect: QRectF, look: Look, *, focused: bool) -> None:
    """Yellow outside and ink inside where the keyboard is, as the focus ring is; ink alone where it is elsewhere.

    The ring is thinner than others: it must leave room for two lines of words.
    """
    yellow, ink = 2.5, 2
    if focused:
        paint_box(painter, rect, _RADIUS + 1, edge=look.colour("focus"), width=yellow)
    inside = rect.adjusted(yellow, yellow, -yellow, -yellow)
    paint_box(painter, inside, _RADIUS, edge=look.colour("focus_line" if focused else "text"), width=ink)


def _paint_face(painter: QPainter, rect: QRectF, shown: Face, look: Look) -> None:
    fill, ink = look.heat(shown.step)
    paint_box(painter, rect, _RADIUS, fill=fill, edge=None if shown.step else look.colour("hairline"))
    if shown.few:
        paint_box(painter, rect.adjusted(1, 1, -1, -1), _RADIUS, edge=ink, width=1.4, style=Qt.PenStyle.DashLine)
    if shown.published:
        _paint_corner(painter, rect, look)
    side = look.gap(_SIDE)
    words = rect.adjusted(side, 0, -side, 0)
    half = words.height() / 2
    upper, lower = words.adjusted(0, 2, 0, 1 - half), words.adjusted(0, half, 0, -2)
    small, tiny = look.font("small"), look.font("tiny")
    if not shown.share.people:
        upper = words
        paint_words(painter, words, "nobody", small, ink, _LEFT)
    else:
        strong, people = look.font("strong"), str(shown.share.people)
        paint_words(painter, upper, people, strong, ink, _LEFT)
        after = QFontMetricsF(strong).horizontalAdvance(people)
        paint_words(painter, upper.adjusted(after, 1, 0, 0), _of(shown), small, ink, _LEFT)
        paint_words(painter, lower, shown.passages, tiny, ink, _LEFT)
    if shown.few:
        paint_words(painter, lower, tr("few people"), tiny, ink, _RIGHT)
    if shown.verdict is not None:
        word, size = VERDICT_WORDS[shown.verdict], look.px(_ICON)
        paint_words(painter, upper, word, small, ink, _RIGHT)
        left = upper.right() - QFontMetricsF(small).horizontalAdvance(word) - size - look.px(4)
        place = QRectF(left, upper.center().y() - size / 2, size, size)
        icons.paint(painter, place, VERDICT_ICONS[shown.verdict], ink, stroke=2.6)


def _of(shown: Face) -> str:
    return tr(" of {of}", of=shown.share.of)


def _paint_corner(painter: QPainter, rect: QRectF, look: Look) -> None:
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(rect, _RADIUS, _RADIUS)
    painter.setClipPath(clip)
    paint_corner_mark(painter, rect.topLeft(), look.px(_CORNER), look.colour("text"), look.colour("surface"))
    painter.restore()


def paint_corner_mark(painter: QPainter, corner: QPointF, size: float, ink: QColor, edge: QColor) -> None:
    """Paint the mark of what was published: a triangle in the upper left corner, edged against any shade."""
    painter.setPen(edge)
    painter.setBrush(ink)
    x, y = corner.x() - 1, corner.y() - 1
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + size, y), QPointF(x, y + size)]))
