"""A choice of several names, folded away behind a button that says what is chosen: "All codes" or "3 codes".

button = NamesButton("Choose codes", every="All codes", counted=counted.codes)
button.set_names([Name("Feeling safe", "Feeling safe", "Quality of life"), …])
button.chosen.connect(…)          # the values, in the list's order; none means all

Pressing it opens a list to tick, with a field to find a name. It closes with Escape, "Done", or a click elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.painting import paint_focus, paint_words, smooth
from qualcoder_lite.gui.widgets.tick_rows import TickRowModel, TickRowView, paint_tick, tick_width
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Index = QModelIndex | QPersistentModelIndex

_MANY = 8  # names above which there is a field to find one
_WIDE, _ROW, _ROWS = 380, 36, 9
_NOTE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Name:
    """One name to tick: the value it stands for, its words, and what it belongs to."""

    value: str
    words: str
    note: str = ""


class NamesModel(TickRowModel):
    """Names with their ticks."""

    def __init__(self) -> None:
        """Hold no names yet."""
        super().__init__()
        self._names: Sequence[Name] = ()
        self._ticked: set[str] = set()

    @property
    def names(self) -> Sequence[Name]:
        """All names."""
        return self._names

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked, in order."""
        return tuple(name.value for name in self._names if name.value in self._ticked)

    def show(self, names: Sequence[Name], ticked: Iterable[str]) -> None:
        """Show other names."""
        self.beginResetModel()
        self._names = tuple(names)
        self._ticked = {name.value for name in self._names} & set(ticked)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many names there are."""
        return 0 if parent.isValid() else len(self._names)

    def is_ticked(self, row: int) -> bool:
        """Whether a name is chosen."""
        return self._names[row].value in self._ticked

    def tick(self, row: int, *, ticked: bool) -> None:
        """Choose a name, or leave it out."""
        (self._ticked.add if ticked else self._ticked.discard)(self._names[row].value)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A name's words, what it belongs to, and its tick."""
        if not index.isValid():
            return None
        name = self._names[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name.words
            case Qt.ItemDataRole.ToolTipRole:
                return f"{name.words} ({name.note})" if name.note else name.words
            case _:
                return name.note if role == _NOTE else super().data(index, role)


class NamesButton(Button):
    """Chooses several of many names.

    Signals:
        chosen: The person chose these values, a tuple; an empty one means all.
    """

    chosen = Signal(object)

    def __init__(self, asked: str, *, every: str, counted: Callable[[int], str], parent: QWidget | None = None) -> None:
        """`asked` says what is to be chosen; on the button stands `every`, or how many are chosen as `counted` says."""
        super().__init__(every, icon="chevron-down", icon_after=True, parent=parent)
        self._asked, self._every, self._counted = asked, every, counted
        self.model = NamesModel()
        self.setAccessibleDescription(asked)
        self.clicked.connect(self.open_list)
        self.popup: NamesPopup | None = None

    @property
    def value(self) -> tuple[str, ...]:
        """The values chosen; empty for all."""
        return self.model.ticked

    def set_names(self, names: Sequence[Name]) -> None:
        """Offer other names, without a signal; what was chosen stays so where it is still there."""
        self.model.show(names, self.value)
        self._say()

    def set_value(self, values: Iterable[str]) -> None:
        """Choose other values, without a signal; those that aren't offered are left out."""
        self.model.show(self.model.names, values)
        self._say()

    def open_list(self) -> None:
        """Show the list under the button."""
        self.popup = NamesPopup(self, self.model, asked=self._asked, every=self._every)
        self.popup.changed.connect(self._on_changed)
        self.popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _on_changed(self) -> None:
        self._say()
        self.chosen.emit(self.value)

    def _say(self) -> None:
        ticked = [name.words for name in self.model.names if name.value in set(self.value)]
        one = ticked[0] if ticked else self._every
        self.set_words(self._counted(len(ticked)) if len(ticked) > 1 else one)
        self.setToolTip(", ".join(ticked))


class NamesPopup(QFrame):
    """The list of names to tick.

    Signals:
        changed: A name was ticked or its tick taken away.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, model: NamesModel, *, asked: str, every: str) -> None:
        """List the model's names."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("names-popup")
        self.setProperty("box", "dialog")
        self.setAccessibleName(asked)
        self._model = model
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setObjectName("names-search")
        self.search.setAccessibleName(tr("{asked}: find some by typing", asked=asked))
        self.search.setPlaceholderText(tr("Find"))
        ClearCross(self.search)
        self.search.textChanged.connect(self._on_searched)
        self.search.setVisible(len(model.names) > _MANY)
        self.nothing = Label(tr("None is called that."), tone="muted", wrap=True)
        self.nothing.hide()
        self.list = TickRowView(asked, whole_row=True)
        self.list.setObjectName("names-list")
        self.list.setModel(self._found)
        self.list.setItemDelegate(NameDelegate(self.list))
        self.list.ticked.connect(lambda _index: self._on_ticked())
        self.list.entered_on.connect(lambda _index: self.close())
        self.all = Button(every, kind="quiet")
        self.all.setObjectName("names-all")
        self.all.clicked.connect(self._on_all)
        self.done = Button(tr("Done"), kind="primary")
        self.done.setObjectName("names-done")
        self.done.clicked.connect(self.close)
        foot = Row(self.all, None, self.done)
        self._column = Column(self.search, self.nothing, (self.list, 1), foot, gap=8, margins=12)
        self.setLayout(self._column)
        self._say_all()
        FocusRing(self)

    def open_at(self, place: QPoint) -> None:
        """Show the list with its top left corner at a place of the screen, or as near as it fits."""
        look = current().look
        room = self.screen().availableGeometry()
        rows = min(self._model.rowCount(), _ROWS)
        self.list.setMinimumHeight(look.px(_ROW) * min(rows, 3))
        high = look.px(_ROW) * rows + self._column.sizeHint().height() - self.list.sizeHint().height() + 4
        size = QSize(min(look.px(_WIDE), room.width()), min(high, room.height()))
        x = max(room.left(), min(place.x(), room.right() - size.width()))
        y = max(room.top(), min(place.y(), room.bottom() - size.height()))
        self.setGeometry(x, y, size.width(), size.height())
        if self._found.rowCount():
            self.list.setCurrentIndex(self._found.index(0, 0))
        self.show()
        (self.search if not self.search.isHidden() else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field into the list with Down, and close with Enter."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_searched(self, words: str) -> None:
        self._found.setFilterFixedString(words.strip())
        self.nothing.setVisible(self._found.rowCount() == 0)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._found.index(0, 0))

    def _on_ticked(self) -> None:
        self._say_all()
        self.changed.emit()

    def _on_all(self) -> None:
        self._model.show(self._model.names, ())
        self.list.setCurrentIndex(self._found.index(0, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_ticked()

    def _say_all(self) -> None:
        self.all.setEnabled(bool(self._model.ticked))


class NameDelegate(QStyledItemDelegate):
    """Paints a name with its tick, and what it belongs to at the end of the row."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One row, as wide as half the list wants to be."""
        look = current().look
        return QSize(look.px(_WIDE) // 2, look.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the tick, the words, and the note where there is room."""
        painter.save()
        smooth(painter)
        look, row = current().look, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, look.colour("tint"))
        paint_tick(painter, row, look, ticked=index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        words, note = str(index.data()), str(index.data(_NOTE) or "")
        font, small = look.font("body"), look.font("small")
        place = row.adjusted(tick_width(look), 0, -look.gap(12), 0)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        note_wide = QFontMetricsF(small).horizontalAdvance(note)
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        if note and wide + look.gap(12) + note_wide <= place.width():
            paint_words(painter, place, note, small, look.colour("muted"), Qt.AlignmentFlag.AlignRight | middle)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, shown, font, look.colour("text"), left | middle)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, row.adjusted(7, 7, -7, -7), 4, look)
        painter.restore()
