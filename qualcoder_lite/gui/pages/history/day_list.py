"""A list of what happened, under headings of days."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.pages.tall_list import TallDelegate, TallList
from qualcoder_lite.gui.theme import current, tokens
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.widgets.avatar import paint_avatar
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from qualcoder_lite.gui.pages.history.lines import Line
    from qualcoder_lite.gui.pages.history.models import DayModel
    from qualcoder_lite.gui.theme import Look
    from qualcoder_lite.gui.theme.coder_faces import Face

_HEIGHT, _HEADING, _CLOCK, _DISC = 56, 48, 46, 28
_Action = QAbstractItemView.CursorAction
_UPWARDS = (_Action.MoveUp, _Action.MovePrevious, _Action.MovePageUp)
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LINES = 2


class DayList(Themed, TallList):
    """The lines of a `DayModel`, higher where a note is long, and lower headings between them."""

    def __init__(
        self, model: DayModel, name: str, face: Callable[[str], Face] = face_of, parent: QWidget | None = None
    ) -> None:
        """Show a model's lines; `name` is said aloud, `face` tells how a coder looks."""
        self.days = model
        self.face = face
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("paintsFocus", True)
        self.setStyleSheet("QListView { background: transparent; }")  # it lies on a card
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.follow_theme()

    def restyle(self) -> None:
        """Take the height of the rows from the look."""
        self.verticalScrollBar().setSingleStep(self.look.px(_HEIGHT))
        self.scheduleDelayedItemsLayout()
        super().restyle()

    def heights(self, _width: int) -> list[int]:
        """Two lines of words for a line, one and some space for a heading."""
        look = self.look
        heights = [self._usual_height()] * self.days.rowCount()
        for row in self.days.headings:
            heights[row] = look.px(_HEADING)
        return heights

    def _usual_height(self) -> int:
        two_lines = _LINES * QFontMetricsF(self.look.font("body")).height() + 2 * self.look.gap(8)
        return max(self.look.px(_HEIGHT), round(two_lines))

    def measure(self, row: int, width: int) -> int | None:
        """Higher where a note is long: where a file went must not be cut."""
        line = self.days.line(row)
        if line is None or not line.note:
            return None
        look = self.look
        room = _rest(QRectF(0, 0, width, 1).adjusted(look.gap(16), 0, -look.gap(16), 0), line, look).width()
        note = _in_lines(line.note, look.font("small"), room).boundingRect().height()
        return max(self._usual_height(), round(QFontMetricsF(look.font("body")).height() + note + 3 * look.gap(8)))

    def moveCursor(self, cursor: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where a key leads: never to a heading, and the first line brings its heading into view."""
        row = super().moveCursor(cursor, modifiers).row()
        if row >= 0 and self.days.is_heading(row):
            row += -1 if cursor in _UPWARDS and row else 1
        if row == self.days.first_line():
            self.scrollToTop()
        return self.days.index(row, 0)


class _Delegate(TallDelegate[DayList]):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, look, row = self.view, current().look, QRectF(option.rect)
        line = view.days.line(index.row())
        painter.save()
        smooth(painter)
        inside = row.adjusted(look.gap(16), 0, -look.gap(16), 0)
        if line is None:
            words = view.days.heading(index.row())
            place = inside.adjusted(0, 0, 0, -look.gap(8))
            low = Qt.AlignmentFlag.AlignBottom
            paint_words(painter, place, words, look.font("heading"), look.colour("text"), low)
        else:
            card = row.adjusted(look.gap(8), 1, -look.gap(8), -1)
            if option.state & QStyle.StateFlag.State_Selected:
                paint_box(painter, card, tokens.RADIUS_CONTROL, fill=look.colour("tint"))
            painter.setPen(look.colour("hairline"))
            painter.drawLine(inside.topLeft(), inside.topRight())
            _paint_line(painter, inside, line, view.face(line.who), look)
            if view.hasFocus() and index.row() == view.currentIndex().row():
                near = card.adjusted(6, 5, -6, -5)
                paint_focus(painter, near, tokens.RADIUS_CONTROL - 6, look)
        painter.restore()


def _paint_line(painter: QPainter, inside: QRectF, line: Line, face: Face, look: Look) -> None:
    ink, muted = look.colour("muted" if line.pale else "text"), look.colour("muted")
    clock = QRectF(inside.left(), inside.top(), look.px(_CLOCK), inside.height())
    paint_words(painter, clock, line.clock, look.font("small"), muted, _LEFT)
    side = look.px(_DISC)
    disc = QRectF(clock.right() + look.gap(4), inside.center().y() - side / 2, side, side)
    if line.who and not line.pale:
        paint_avatar(painter, disc, face, look)
    rest = _rest(inside, line, look)
    if line.mark:
        paint_words(painter, inside, line.mark, look.font("small"), muted, _RIGHT)
    layout = _set_in_type(line, look, rest.width(), 1 if line.note else _LINES)
    high = layout.boundingRect().height()
    if not line.note:
        _draw(painter, layout, rest.left(), rest.center().y() - high / 2, ink)
        return
    note = _in_lines(line.note, look.font("small"), rest.width())
    gap = look.gap(4)
    top = rest.center().y() - (high + gap + note.boundingRect().height()) / 2
    _draw(painter, layout, rest.left(), top, ink)
    _draw(painter, note, rest.left(), top + high + gap, muted)


def _rest(inside: QRectF, line: Line, look: Look) -> QRectF:
    """Where the words of a line stand: between its clock and disc, and its mark."""
    rest = QRectF(inside)
    rest.setLeft(inside.left() + look.px(_CLOCK) + look.gap(4) + look.px(_DISC) + look.gap(12))
    if line.mark:
        rest.setRight(rest.right() - QFontMetricsF(look.font("small")).horizontalAdvance(line.mark) - look.gap(16))
    return rest


def _draw(painter: QPainter, layout: QTextLayout, left: float, top: float, ink: QColor) -> None:
    painter.setPen(ink)
    layout.draw(painter, QPointF(left, top))


def _in_lines(words: str, font: QFont, width: float) -> QTextLayout:
    """Words in as many lines as they need; a path breaks anywhere."""
    return _laid_out(QTextLayout(words, font), width)


def _units(words: str) -> int:
    """How long words are as Qt counts."""
    return len(words.encode("utf-16-le")) // 2


def _set_in_type(line: Line, look: Look, width: float, most: int) -> QTextLayout:
    """The words with the name in bold, in so many lines at most."""
    bold = QTextLayout.FormatRange()
    before = line.words.partition(line.who)[0] if line.who else ""  # a language may say first what was done
    bold.start, bold.length, bold.format = _units(before), _units(line.who), QTextCharFormat()
    bold.format.setFont(look.font("strong"))
    # The last line gives up a little more than it must, because bold letters are wider than those measured.
    room = (most - 0.15) * width
    words = QFontMetricsF(look.font("body")).elidedText(line.words, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(words, look.font("body"))
    layout.setFormats([bold])
    return _laid_out(layout, width, most)


def _laid_out(layout: QTextLayout, width: float, most: int | None = None) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    high = 0.0
    for _ in count() if most is None else range(most):
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(max(width, 1))
        made.setPosition(QPointF(0, high))
        high += made.height()
    layout.endLayout()
    return layout
