"""How a place found is painted in its row: the words found in the middle, what stands around them, and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from qualcoder_lite.gui.pages.search.words import one_line
from qualcoder_lite.gui.theme import tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from qualcoder_lite.gui.theme.look import Look

_LINE, _FOOT = 26, 22
_MIDDLE, _WIDEST = 0.42, 0.5  # where a hit stands in its row, and how much of it it takes at most
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class InContext(Protocol):
    """Words with what stands around them."""

    @property
    def before(self) -> str:
        """What stands before them."""
        ...

    @property
    def match(self) -> str:
        """The words."""
        ...

    @property
    def after(self) -> str:
        """What stands after them."""
        ...


def row_height(look: Look) -> int:
    """The height of every row."""
    return look.px(_LINE) + look.px(_FOOT) + look.gap(16)


def paint_row(painter: QPainter, row: QRectF, look: Look, *, chosen: bool, focused: bool) -> None:
    """What a row lies on."""
    place = row.adjusted(look.gap(4), 0, 0, 0)
    if chosen:
        paint_box(painter, place, tokens.RADIUS_CARD, fill=look.colour("tint"), edge=look.colour("tint_edge"))
    if focused:
        paint_focus(painter, place.adjusted(6, 6, -6, -6), tokens.RADIUS_CARD, look)


def paint_found(painter: QPainter, place: QRectF, look: Look, found: InContext, where: str) -> None:
    """The words in their line, and below them where they are."""
    line = QRectF(place.left(), place.top() + look.gap(6), place.width(), look.px(_LINE))
    _paint_line(painter, line, look, found)
    small = look.font("small")
    foot = QRectF(line.left(), line.bottom(), line.width(), look.px(_FOOT))
    said = QFontMetricsF(small).elidedText(where, Qt.TextElideMode.ElideRight, foot.width())
    paint_words(painter, foot, said, small, look.colour("muted"), _LEFT)


def _paint_line(painter: QPainter, line: QRectF, look: Look, found: InContext) -> None:
    plain, strong, text = look.font("body"), look.font("strong"), look.colour("text")
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
