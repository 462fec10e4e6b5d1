"""Many names to tick, open in a form: a field to find some of them, how many are ticked, and the list.

transcripts = TickList("round-transcripts", "Transcripts", find="Find a transcript", count=lambda n: …)
transcripts.set_names([Name(id, "Interview 7", "Skerrow"), …])
transcripts.set_value(ids)         # and `value` has those that are ticked, in the list's order
transcripts.ticked.connect(…)      # the person ticked one, or took a tick away
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import Index, Name, NameDelegate, NamesModel
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

_ROW, _FEWEST, _MOST = 36, 2, 5


class TickList(QWidget):
    """Ticks some of many names.

    Signals:
        ticked: The person ticked names, or took ticks away.
    """

    ticked = Signal()

    def __init__(self, handle: str, name: str, *, find: str, count: Callable[[int], str]) -> None:
        """Offer no names yet; `find` stands in the field, and `count` says how many are ticked."""
        super().__init__()
        self._count = count
        self.model = NamesModel()
        self._found = _Found(self.model, self)
        self.words = _Field(self)
        self.words.setObjectName(f"{handle}-words")
        self.words.setAccessibleName(find)
        self.words.setPlaceholderText(find)
        ClearCross(self.words)
        self.words.textChanged.connect(self._on_words)
        self.said = Label("", "small_strong", wrap=True)
        self.said.setObjectName(f"{handle}-said")
        self.all = Button(tr("Choose all that are found"), kind="link")
        self.all.setObjectName(f"{handle}-all")
        self.all.clicked.connect(self._on_all)
        self.only = TickBox(tr("Show only the chosen"))
        self.only.setObjectName(f"{handle}-only")
        self.only.toggled.connect(self._on_only)
        self.list = TickRowView(name, whole_row=True)
        self.list.setObjectName(handle)
        self.list.setModel(self._found)
        self.list.setItemDelegate(NameDelegate(self.list))
        self.list.ticked.connect(lambda _index: self._on_ticked())
        self.list.installEventFilter(self)
        foot = QWidget()
        foot.setLayout(Flow(self.only, self.all, gap=16))
        self.setLayout(Column(self.words, self.said, foot, (self.list, 1), gap=6))
        self._say()

    @property
    def value(self) -> tuple[str, ...]:
        """The values that are ticked, in the list's order."""
        return self.model.ticked

    def set_names(self, names: Sequence[Name]) -> None:
        """Offer these names, without a signal; what was ticked stays so where it is still there."""
        self.model.show(names, self.value)
        rows = min(max(len(names), _FEWEST), _MOST)
        self.list.setMinimumHeight(current().look.px(_ROW) * rows + 4)
        self._say()

    def set_value(self, values: Iterable[str]) -> None:
        """Tick these and no others, without a signal."""
        self.model.show(self.model.names, values)
        self._say()

    def lead_into(self) -> None:
        """Give the keyboard to the list, on its first name."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._found.index(0, 0))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring all of the list into sight with the keyboard: what it scrolls in looks at its first row alone."""
        if watched is self.list and event.type() == QEvent.Type.FocusIn:
            self._come_into_sight()
        return super().eventFilter(watched, event)

    def _come_into_sight(self) -> None:
        over: QWidget | None = self.parentWidget()
        while over is not None and not isinstance(over, QScrollArea):
            over = over.parentWidget()
        inside = over.widget() if isinstance(over, QScrollArea) else None
        if isinstance(over, QScrollArea) and inside is not None:
            top = self.list.mapTo(inside, self.list.rect().topLeft())
            over.ensureVisible(top.x(), top.y() + self.list.height(), 0, 0)
            over.ensureVisible(top.x(), top.y(), 0, 0)

    def _on_words(self, words: str) -> None:
        self._found.find(words)
        self._say()

    def _on_only(self, only: bool) -> None:
        self._found.show_only_ticked(only=only)
        self._say()

    def _on_all(self) -> None:
        shown = [self._found.mapToSource(self._found.index(row, 0)).row() for row in range(self._found.rowCount())]
        self.set_value({*self.value, *(self.model.names[row].value for row in shown)})
        self.ticked.emit()
        # The link goes once all are chosen; the keyboard stays where the person is at work.
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked(self) -> None:
        self._say()
        self.ticked.emit()

    def _say(self) -> None:
        nothing = tr("None is called that.") if self.words.text().strip() and not self._found.rowCount() else ""
        self.said.setText(" ".join(filter(None, (self._count(len(self.value)), nothing))))
        self.all.setVisible(bool(self.words.text().strip()) and self._found.rowCount() > 0)


class _Found(QSortFilterProxyModel):
    """The names that hold all the words in the field, in what they are or what they belong to."""

    def __init__(self, model: NamesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._only = False
        self.setSourceModel(model)

    def find(self, words: str) -> None:
        self._words = folded(words).split()
        self.invalidate()

    def show_only_ticked(self, *, only: bool) -> None:
        self._only = only
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        name = self._model.names[row]
        said = folded(f"{name.words} {name.note}")
        return all(word in said for word in self._words) and (not self._only or self._model.is_ticked(row))


class _Field(QLineEdit):
    """The field over the list: Down and Enter lead into it."""

    def __init__(self, over: TickList) -> None:
        super().__init__()
        self._over = over

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead Down and Enter on to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._over.lead_into()
        else:
            super().keyPressEvent(event)
