"""The names: looked for or suggested, ticked, and given what is to stand in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualcoder_lite.domain.naming.occurrences import NameQuery
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import named_button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.gui.widgets.painting import paint_words, smooth
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.widgets.tick_rows import paint_tick, tick_width, toggle_tick
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from qualcoder_lite.service.people.pseudonyms import NameForm

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMNS = (tr("Replace this"), tr("Put in its place"), tr("It may be"), tr("In transcripts"), tr("Elsewhere"))
_NEW = 1
_HIGH, _WIDE = 36, 200


class FormsModel(QAbstractTableModel):
    """One row a form of a name. The first column is ticked, the second written in.

    Signals:
        changed: Something was ticked or written.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold no names yet."""
        super().__init__(parent)
        self._forms: list[NameForm] = []
        self._ticked: set[str] = set()
        self._new: dict[str, str] = {}

    def add(self, forms: Iterable[NameForm], *, ticked: bool) -> None:
        """Take in forms; those that are there already stay as they are. What is ticked comes first."""
        known = {form.words for form in self._forms}
        new = [form for form in forms if form.words not in known]
        self.beginResetModel()
        self._forms = [*new, *self._forms] if ticked else [*self._forms, *new]
        for form in new:
            self._new[form.words] = f"[{form.kind}]" if form.kind else ""
        if ticked:
            self._ticked |= {form.words for form in new}
        self.endResetModel()
        self.changed.emit()

    @property
    def chosen(self) -> dict[str, str]:
        """What is to stand in the place of each form that is ticked."""
        return {form.words: self._new[form.words].strip() for form in self._forms if form.words in self._ticked}

    def put_for_ticked(self, words: str) -> None:
        """Write the same for all that are ticked."""
        for form in self._ticked:
            self._new[form] = words
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        self.changed.emit()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many forms there are."""
        return 0 if parent.isValid() else len(self._forms)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """What is said of each."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """What a column holds."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _COLUMNS[section] if shown and 0 <= section < len(_COLUMNS) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """A form, its new words, and where it stands."""
        if not index.isValid():
            return None
        form, column = self._forms[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if form.words in self._ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            kind = str(form.kind or "")
            return (form.words, self._new[form.words], kind, str(form.in_transcripts), str(form.elsewhere))[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = self.data(index) or tr("nothing yet")
            return f"{_COLUMNS[column]}: {shown}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The first column can be ticked, the second written in."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _NEW else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's signature
        """Tick a form, or say what to put in its place, which ticks it too."""
        form = self._forms[index.row()].words
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            (self._ticked.add if Qt.CheckState(value) == Qt.CheckState.Checked else self._ticked.discard)(form)
        elif role == Qt.ItemDataRole.EditRole and index.column() == _NEW:
            self._new[form] = str(value)
            if str(value).strip():
                self._ticked.add(form)
        else:
            return False
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), _NEW))
        self.changed.emit()
        return True


class FormsTable(Themed, QTableView):
    """The table of names; Space ticks a row from any column, Enter and typing write what to put in its place."""

    def __init__(self, model: FormsModel) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("names-forms")
        self.setAccessibleName(tr("Names to replace"))
        self.setAccessibleDescription(tr("Space ticks a name. Type what to put in its place."))
        self.setModel(model)
        self.setItemDelegateForColumn(0, _TickDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (0, _NEW):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.follow_theme()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the name under the pointer."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == 0:
            toggle_tick(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, write with Enter, wherever in the row one is."""
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            toggle_tick(here.siblingAtColumn(0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.setCurrentIndex(here.siblingAtColumn(_NEW))
            self.edit(here.siblingAtColumn(_NEW))
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take row heights from the look."""
        self.verticalHeader().setDefaultSectionSize(self.look.px(_HIGH))
        self.horizontalHeader().setMinimumSectionSize(self.look.px(84))
        super().restyle()


class _TickDelegate(QStyledItemDelegate):
    """Paints a name after its tick."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one name."""
        look, rect = current().look, QRectF(option.rect)
        painter.save()
        smooth(painter)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("tint" if chosen else "surface"))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        paint_tick(painter, rect, look, ticked=ticked)
        inside = rect.adjusted(tick_width(look), 0, -look.gap(6), 0)
        font = look.font("strong")
        words = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, inside, words, font, look.colour("text"), left)
        painter.restore()


class FormsStage(QWidget):
    """The first stage: which names.

    Signals:
        wanted: The person looks for this name: a `NameQuery`.
        suggestions_wanted: The person wants names to be suggested.
    """

    wanted = Signal(object)
    suggestions_wanted = Signal()

    def __init__(self) -> None:
        """Look for nothing yet."""
        super().__init__()
        self.model = FormsModel(self)
        self.table = FormsTable(self.model)
        self.name = _line("names-name", tr("The name to look for"), tr("A name, a place, a telephone number …"))
        self.look_for = named_button(tr("Find it"), "names-find", "search", by_itself=False)
        self.suggest = named_button(tr("Suggest names"), "names-suggest", "people", by_itself=False)
        self.longer = TickBox(tr("Longer words with it too, such as Annie for Ann"))
        self.longer.setObjectName("names-longer")
        self.case = TickBox(tr("Only with these capitals"))
        self.case.setObjectName("names-case")
        self.alike = _line(
            "names-alike", tr("Put in the place of all that are ticked"), tr("Such as [daughter], or Rosa")
        )
        self.use = named_button(tr("Use for all that are ticked"), "names-use", "check", by_itself=False)
        self.said = Label("", tone="muted", wrap=True)
        self.said.setObjectName("names-said")
        self.look_for.clicked.connect(self._look)
        self.name.returnPressed.connect(self._look)
        self.suggest.clicked.connect(self.suggestions_wanted)
        self.use.clicked.connect(self._use)
        self.alike.returnPressed.connect(self._use)
        self.setLayout(
            Column(
                Row((self.name, 1), self.look_for, self.suggest, gap=8),
                Flow(self.longer, self.case, gap=20),
                self.said,
                (Card(Column((self.table, 1), margins=4)), 1),
                Row((self.alike, 1), self.use, gap=8),
                gap=10,
            )
        )

    def _look(self) -> None:
        query = NameQuery(
            words=self.name.text(), whole_words=not self.longer.isChecked(), match_case=self.case.isChecked()
        )
        self.wanted.emit(query)

    def _use(self) -> None:
        if self.alike.text().strip():
            self.model.put_for_ticked(self.alike.text().strip())


def _line(object_name: str, name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    line.setPlaceholderText(hint)
    return line
