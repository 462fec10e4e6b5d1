"""A choice of one code, all of them in a list with a field to find one: CodeChoice("Which code"), then `offer(books)`.

The field finds a code by its name, its other names, its group, or what it means. Retired codes aren't offered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.painting import paint_box, paint_focus, paint_words, smooth
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from qualcoder_lite.domain.codebook import Codebook

_ID, _GROUP, _FOUND_BY = (Qt.ItemDataRole.UserRole + n for n in range(3))
_ROW = 36
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class CodeChoice(QWidget):
    """One code of the project's.

    Signals:
        chosen: Another code is the chosen one: its id.
        entered: The person pressed Enter on it.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Offer nothing yet; `name` is said by a screen reader."""
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(_FOUND_BY)
        self.words = _Field(self)
        self.words.setObjectName("code-choice-words")
        self.words.setAccessibleName(tr("{name}: find by name or meaning", name=name))
        self.words.setPlaceholderText(tr("Find a code"))
        ClearCross(self.words)
        self.words.textChanged.connect(self._on_words)
        self.list = QListView()
        self.list.setObjectName("code-choice-list")
        self.list.setAccessibleName(name)
        self.list.setProperty("paintsFocus", True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._shown)
        self.list.setItemDelegate(_CodeDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.value))
        self.list.activated.connect(lambda _: self.entered.emit())
        self.setLayout(Column(self.words, (self.list, 1), gap=8))

    @property
    def value(self) -> str:
        """The id of the chosen code; empty while none is."""
        return self.list.currentIndex().data(_ID) or ""

    @property
    def code_name(self) -> str:
        """The chosen code's name."""
        return self.list.currentIndex().data() or ""

    def offer(self, books: Iterable[Codebook], chosen: str = "") -> None:
        """Offer all codes of some codebooks, and choose one by its id."""
        self._model.clear()
        for code in (code for book in books for code in book.codes if not code.retired):
            item = QStandardItem(code.name)
            item.setData(code.id, _ID)
            item.setData(code.group, _GROUP)
            item.setData(f"{code.name}, {code.group}", Qt.ItemDataRole.AccessibleTextRole)
            item.setData(code.question or code.definition, Qt.ItemDataRole.ToolTipRole)
            known = (code.name, *code.aliases, code.group, code.question, code.definition)
            item.setData(folded(" ".join(known)), _FOUND_BY)
            self._model.appendRow(item)
        self.choose(chosen)

    def choose(self, code: str) -> None:
        """Choose a code by its id; none where it isn't offered."""
        row = next((n for n in range(self._shown.rowCount()) if self._shown.index(n, 0).data(_ID) == code), -1)
        self.list.setCurrentIndex(self._shown.index(row, 0))
        self.list.scrollTo(self._shown.index(row, 0))

    def step(self, rows: int) -> None:
        """Go some rows on in the list, as the arrow keys of the field do."""
        row = min(max(self.list.currentIndex().row() + rows, 0), self._shown.rowCount() - 1)
        self.list.setCurrentIndex(self._shown.index(row, 0))

    def _on_words(self, words: str) -> None:
        self._shown.setFilterFixedString(folded(words))
        if words and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._shown.index(0, 0))


class _Field(QLineEdit):
    """The field over the list: its arrow keys walk in the list, Enter takes what is chosen there."""

    def __init__(self, choice: CodeChoice) -> None:
        super().__init__()
        self._choice = choice

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Up, Down and Enter on to the list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._choice.step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choice.entered.emit()
        else:
            super().keyPressEvent(event)


class _CodeDelegate(QStyledItemDelegate):
    """Paints a code with its group at the end of the row."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = current().look
        return QSize(look.px(200), look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        look, row = current().look, QRectF(option.rect)
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, row.adjusted(2, 1, -2, -1), 6, fill=look.colour("tint"), edge=look.colour("tint_edge"))
        font, small = look.font("body"), look.font("small")
        place = row.adjusted(look.gap(12), 0, -look.gap(12), 0)
        words, group = str(index.data()), str(index.data(_GROUP))
        wide = QFontMetricsF(font).horizontalAdvance(words) + look.gap(16)
        if wide + QFontMetricsF(small).horizontalAdvance(group) <= place.width():
            right = Qt.AlignmentFlag.AlignRight | _MIDDLE
            paint_words(painter, place, group, small, look.colour("muted"), right)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, shown, font, look.colour("text"), Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, row.adjusted(7, 7, -7, -7), 4, look)
        painter.restore()
