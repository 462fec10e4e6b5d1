"""One quote painted as a card: its code, four lines of what was said, who says it, and the way to its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from qualcoder_lite.domain.extracts.extract import attribution
from qualcoder_lite.gui.pages.quotes.words import NOT_QUOTED, quoted, source
from qualcoder_lite.gui.theme import icons, tokens
from qualcoder_lite.gui.widgets.chip import chip_size, paint_chip
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QPainter

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.gui.theme import Look
    from qualcoder_lite.gui.widgets.chip import ChipFace

LINES = 4
_LINE = 1.3  # height of a line in heights of its type
_CHIP, _FOOT, _SIGN, _STAR = 28, 28, 16, 20
_LINK = tr("Go to turn")
# What people say is about as wide as this; a broken line loses some letters at its end.
_SAMPLE = tr("They come when I ring, and it is mostly the same two girls, so they know where I keep things.")
_LOST = 2
_LOOKED_AT = 1_200  # characters that are set in type for the lines shown; more can't fit
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class QuoteCard:
    """Where the parts of a card stand in the row of a list, in one look."""

    def __init__(self, look: Look) -> None:
        """Take the sizes from a look."""
        self._look = look
        self._reading = look.font("reading")
        metrics = QFontMetricsF(self._reading)
        self._line = round(metrics.height() * _LINE)
        self._letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    def height(self, lines: int) -> int:
        """The height of a row with so many lines of words: the card and the space to the next."""
        look = self._look
        inside = look.px(_CHIP) + look.gap(8) + lines * self._line + look.gap(4) + look.px(_FOOT)
        return inside + look.gap(12) + look.gap(8) + 2 * look.gap(6)

    def heights(self, lengths: Iterable[int], width: float) -> list[int]:
        """The heights of rows whose passages have so many characters, as far as that tells."""
        room = self._inside(QRectF(0, 0, width, 0)).width()
        in_a_line = max(int(room / self._letter - _LOST), 1)
        high = [self.height(lines + 1) for lines in range(LINES)]
        return [high[min((length + 1) // in_a_line, LINES - 1)] for length in lengths]

    def measured(self, words: str, width: float) -> int:
        """The height of a row that has these words."""
        layout = self._set(words, self._inside(QRectF(0, 0, width, 0)).width(), LINES)
        return self.height(min(layout.lineCount(), LINES))

    def place(self, row: QRectF) -> QRectF:
        """The card in its row."""
        look = self._look
        return row.adjusted(look.gap(24), look.gap(6), -look.gap(12), -look.gap(6))

    def link(self, row: QRectF) -> QRectF:
        """Where "Go to turn" stands in a row: a target of its own for the mouse."""
        look, inside = self._look, self._inside(row)
        wide = QFontMetricsF(look.font("body")).horizontalAdvance(_LINK) + look.gap(8)
        return QRectF(inside.right() - wide, inside.bottom() - look.px(_FOOT), wide, look.px(_FOOT))

    def star(self, row: QRectF) -> QRectF:
        """Where the star stands in a row, to be clicked on."""
        inside, side = self._inside(row), self._look.px(_CHIP)
        return QRectF(inside.right() - side, inside.top(), side, side)

    def paint(
        self, painter: QPainter, row: QRectF, extract: Extract, face: ChipFace, *, chosen: bool, has_focus: bool
    ) -> None:
        """Paint a quote; `chosen` is the one that is read, with the ring where the list has the keyboard."""
        look, card = self._look, self.place(row)
        smooth(painter)
        fill, edge = ("tint", "tint_edge") if chosen else ("surface", "hairline")
        paint_box(painter, card, tokens.RADIUS_CARD, fill=look.colour(fill), edge=look.colour(edge))
        if has_focus:
            paint_focus(painter, card, tokens.RADIUS_CARD, look)
        inside = self._inside(row)
        self._paint_star(painter, self.star(row), starred=extract.starred)
        self._paint_head(painter, inside.adjusted(0, 0, -self.star(row).width() - look.gap(8), 0), extract, face)
        below = inside.adjusted(0, look.px(_CHIP) + look.gap(8), 0, 0)
        below.setBottom(self.link(row).top() - look.gap(4))
        self._paint_text(painter, below, quoted(extract))
        self._paint_foot(painter, row, extract)

    def _inside(self, row: QRectF) -> QRectF:
        look = self._look
        return self.place(row).adjusted(look.gap(16), look.gap(12), -look.gap(16), -look.gap(8))

    def _paint_head(self, painter: QPainter, inside: QRectF, extract: Extract, face: ChipFace) -> None:
        look = self._look
        line = QRectF(inside.left(), inside.top(), inside.width(), look.px(_CHIP))
        chip = min(chip_size(face, look).width(), line.width() * 0.6)
        paint_chip(painter, line.left(), line.top(), face, look, width=chip)
        rest = line.adjusted(chip + look.gap(12), 0, 0, 0)
        if not extract.may_quote:
            strong = look.font("small_strong")
            self._paint_sign(painter, rest, "lock")
            rest.adjust(look.px(_SIGN) + look.gap(6), 0, 0, 0)
            no = _fitting(NOT_QUOTED, strong, rest.width())
            paint_words(painter, rest, no, strong, look.colour("text"), _LEFT)
            rest.adjust(QFontMetricsF(strong).horizontalAdvance(no) + look.gap(12), 0, 0, 0)
        font = look.font("small")
        words = _fitting(source(extract), font, rest.width())
        paint_words(painter, rest, words, font, look.colour("muted"), _LEFT)

    def _paint_star(self, painter: QPainter, place: QRectF, *, starred: bool) -> None:
        """A full star on a quote to be shown; an empty one where there could be one."""
        side = self._look.px(_STAR)
        box = QRectF(place.right() - side, place.center().y() - side / 2, side, side)
        ink = self._look.colour("accent" if starred else "edge")
        icons.paint(painter, box, "star", ink, filled=starred)

    def _paint_text(self, painter: QPainter, place: QRectF, words: str) -> None:
        """As many lines as there is room for; the last one ends in an ellipsis where there is more."""
        most = max(round(place.height() / self._line), 1)
        layout = self._set(words, place.width(), most)
        lines = layout.lineCount()
        painter.setPen(self._look.colour("text"))
        whole = lines <= most and len(words) <= _LOOKED_AT
        for nth in range(lines if whole else most - 1):
            layout.lineAt(nth).draw(painter, place.topLeft())
        if not whole:
            # Qt counts UTF-16 units, Python code points.
            units = words[:_LOOKED_AT].encode("utf-16-le")
            rest = units[2 * layout.lineAt(most - 1).textStart() :].decode("utf-16-le", "replace")
            self._paint_shortened(painter, place.adjusted(0, (most - 1) * self._line, 0, 0), rest)

    def _set(self, words: str, width: float, most: int) -> QTextLayout:
        """The words in lines: no more of them than tell whether they go on after so many."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout = QTextLayout(words[:_LOOKED_AT], self._reading)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = 0
        while lines <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, lines * self._line))
            lines += 1
        layout.endLayout()
        return layout

    def _paint_shortened(self, painter: QPainter, place: QRectF, words: str) -> None:
        shown = QFontMetricsF(self._reading).elidedText(f"{words} …", Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, shown, self._reading, self._look.colour("text"), Qt.AlignmentFlag.AlignTop)

    def _paint_foot(self, painter: QPainter, row: QRectF, extract: Extract) -> None:
        look, link = self._look, self.link(row)
        font = look.font("body")
        font.setUnderline(True)
        paint_words(painter, link, _LINK, font, look.colour("link"), _RIGHT)
        left = self._inside(row).left()
        line = QRectF(left, link.top(), link.left() - left - look.gap(12), link.height())
        small = look.font("small")
        who = _fitting(attribution(extract), small, line.width())
        paint_words(painter, line, who, small, look.colour("text"), _LEFT)
        line.adjust(QFontMetricsF(small).horizontalAdvance(who) + look.gap(16), 0, 0, 0)
        if extract.memo and line.width() > look.px(4 * _SIGN):
            self._paint_sign(painter, line, "memo")
            line.adjust(look.px(_SIGN) + look.gap(6), 0, 0, 0)
            memo = _fitting(" ".join(extract.memo.split()), small, line.width())
            paint_words(painter, line, memo, small, look.colour("muted"), _LEFT)

    def _paint_sign(self, painter: QPainter, line: QRectF, name: str) -> None:
        side = self._look.px(_SIGN)
        place = QRectF(line.left(), line.center().y() - side / 2, side, side)
        icons.paint(painter, place, name, self._look.colour("muted"))


def _fitting(words: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
