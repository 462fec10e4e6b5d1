"""A list of what happened, under headings of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
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
    """The lines of a `DayModel`, equally high, and lower headings between them."""

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
        two_lines = _LINES * QFontMetricsF(look.font("body")).height() + 2 * look.gap(8)
        heights = [max(look.px(_HEIGHT), round(two_lines))] * self.days.rowCount()
        for row in self.days.headings:
            heights[row] = look.px(_HEADING)
        return heights

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
    rest = QRectF(inside)
    rest.setLeft(disc.right() + look.gap(12))
    if line.mark:
        small = look.font("small")
        paint_words(painter, rest, line.mark, small, muted, _RIGHT)
        rest.setRight(rest.right() - QFontMetricsF(small).horizontalAdvance(line.mark) - look.gap(16))
    if line.note:
        half = rest.height() / 2
        small = look.font("small")
        note = QFontMetricsF(small).elidedText(line.note, Qt.TextElideMode.ElideRight, rest.width())
        place = rest.adjusted(0, half, 0, -look.gap(6))
        paint_words(painter, place, note, small, muted, Qt.AlignmentFlag.AlignTop)
        rest.adjust(0, look.gap(6), 0, -half)
    layout = _set_in_type(line, look, rest.width(), 1 if line.note else _LINES)
    painter.setPen(ink)
    layout.draw(painter, QPointF(rest.left(), rest.center().y() - layout.boundingRect().height() / 2))


def _units(words: str) -> int:
    """How long words are as Qt counts."""
    return len(words.encode("utf-16-le")) // 2


def _set_in_type(line: Line, look: Look, width: float, most: int) -> QTextLayout:
    """The words with the name in bold, in so many lines at most."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    bold = QTextLayout.FormatRange()
    before = line.words.partition(line.who)[0] if line.who else ""  # a language may say first what was done
    bold.start, bold.length, bold.format = _units(before), _units(line.who), QTextCharFormat()
    bold.format.setFont(look.font("strong"))
    # The last line gives up a little more than it must, because bold letters are wider than those measured.
    room = (most - 0.15) * width
    words = QFontMetricsF(look.font("body")).elidedText(line.words, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(words, look.font("body"))
    layout.setTextOption(option)
    layout.setFormats([bold])
    layout.beginLayout()
    high = 0.0
    for _ in range(most):
        made = layout.createLine()
        if not made.isValid():
            break
        made.setLineWidth(max(width, 1))
        made.setPosition(QPointF(0, high))
        high += made.height()
    layout.endLayout()
    return layout
