"""A list under headings: GroupedList("People"), then show([Group("At Fenmarsh", [Line("Elsie", "Answered", elsie)])]).

One stop for the Tab key; arrow keys go from line to line and pass the headings. Lines wrap rather than be cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from qualcoder_lite.gui.theme import current, icons, tokens
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from qualcoder_lite.gui.theme import Look

_LINE = Qt.ItemDataRole.UserRole
_ICON = 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, a note in small words under them, what it stands for, and an icon's name before the note."""

    words: str
    note: str = ""
    value: object = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading; `nothing` is said where there are none."""

    title: str
    lines: Sequence[Line]
    nothing: str = ""


class GroupedList(Themed, QListWidget):
    """Lines under headings, one of which is the current one.

    Signals:
        went: Another line is the current one: what it stands for, None for none.
        opened: The person pressed Enter on a line, or clicked it: what it stands for.
    """

    went = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """List nothing yet; `name` is said aloud."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("paintsFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(self._on_clicked)
        self.follow_theme()

    def show_groups(self, groups: Sequence[Group]) -> None:
        """List these, and stay on the line of the same number; the first where there was none."""
        lines_before = [row for row in range(self.count()) if self.line(row) is not None]
        number = lines_before.index(self.currentRow()) if self.currentRow() in lines_before else 0
        self.blockSignals(True)
        self.clear()
        for group in groups:
            self._add_heading(group.title)
            for line in group.lines:
                self._add(line)
            if not group.lines and group.nothing:
                self._add_heading(group.nothing, strong=False)
        self.blockSignals(False)
        lines = [row for row in range(self.count()) if self.line(row) is not None]
        if lines:
            self.setCurrentRow(lines[min(number, len(lines) - 1)])
        self._on_current_changed()

    def line(self, row: int) -> Line | None:
        """The line of a row; None for a heading."""
        item = self.item(row)
        found = item.data(_LINE) if item is not None else None
        return found if isinstance(found, Line) else None

    @property
    def value(self) -> object:
        """What the current line stands for."""
        line = self.line(self.currentRow())
        return line.value if line is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def restyle(self) -> None:
        """Break the words anew."""
        super().restyle()
        self.scheduleDelayedItemsLayout()

    def _add(self, line: Line) -> None:
        item = QListWidgetItem(line.words, self)
        item.setData(_LINE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in (line.words, line.note) if part))

    def _add_heading(self, title: str, *, strong: bool = True) -> None:
        item = QListWidgetItem(title, self)
        item.setData(_LINE, strong)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _on_current_changed(self) -> None:
        self.went.emit(self.value)

    def _on_clicked(self) -> None:
        if self.line(self.currentRow()) is not None:
            self.opened.emit(self.value)


class _Painter(QStyledItemDelegate):
    """Paints headings and lines."""

    def __init__(self, view: GroupedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look, wide = current().look, self._view.viewport().width()
        line = index.data(_LINE)
        words, note = self._set(index, look, wide)
        high = words.height + (note.height if note else 0) + 2 * look.gap(6)
        if not isinstance(line, Line):
            high += look.gap(8) if index.row() else 0
        return QSize(wide, max(round(high), look.px(tokens.TARGET)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, rect, line = current().look, QRectF(option.rect), index.data(_LINE)
        words, note = self._set(index, look, rect.width())
        painter.save()
        smooth(painter)
        left = rect.left() + look.gap(12)
        if not isinstance(line, Line):
            words.paint(painter, left, rect.bottom() - look.gap(6) - words.height, look.colour("muted"))
        else:
            self._paint_row(painter, option, rect, look)
            top = rect.top() + look.gap(6)
            words.paint(painter, left, top, look.colour("text"))
            if note is not None:
                side = look.px(_ICON) if line.icon else 0
                if line.icon:
                    place = QRectF(left, top + words.height, side, QFontMetricsF(look.font("small")).height())
                    icons.paint(painter, place, line.icon, look.colour("muted"))
                note.paint(
                    painter, left + (side + look.gap(6) if side else 0), top + words.height, look.colour("muted")
                )
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, look: Look) -> None:
        inside = rect.adjusted(look.gap(4), 1, -look.gap(4), -1)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, inside, tokens.RADIUS_CONTROL, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, inside, tokens.RADIUS_CONTROL, fill=look.colour("sunken"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, inside.adjusted(3, 3, -3, -3), tokens.RADIUS_CONTROL, look)

    @staticmethod
    def _set(
        index: QModelIndex | QPersistentModelIndex, look: Look, wide: float
    ) -> tuple[WrappedWords, WrappedWords | None]:
        """The words and the note in type."""
        line, room = index.data(_LINE), wide - 2 * look.gap(12)
        if not isinstance(line, Line):
            return WrappedWords(str(index.data()), look.font("small_strong" if line else "small"), room), None
        note_room = room - (look.px(_ICON) + look.gap(6) if line.icon else 0)
        note = WrappedWords(line.note, look.font("small"), note_room) if line.note else None
        return WrappedWords(line.words, look.font("body"), room), note
