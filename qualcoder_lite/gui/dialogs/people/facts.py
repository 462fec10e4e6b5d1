"""Which facts are recorded of each participant: their names, their kinds, and the choices there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from qualcoder_lite.domain.attributes import AttributeKind, AttributeType
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button, named_button
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace

_TYPES = {
    AttributeType.TEXT: tr("Words"),
    AttributeType.NUMBER: tr("A number"),
    AttributeType.DATE: tr("A date"),
    AttributeType.YES_NO: tr("Yes or no"),
    AttributeType.CHOICE: tr("One of some choices"),
}


class FactsDialog(QDialog):
    """Adds, changes and removes facts, each as one step that can be undone."""

    def __init__(self, workspace: Workspace, by: QObject, parent: QWidget) -> None:
        """Show the facts there are."""
        super().__init__(parent)
        self._workspace, self._by = workspace, by
        self._kinds: list[AttributeKind] = []
        self._was = ""
        title = tr("Which facts do you record of each participant?")
        self.setObjectName("facts")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._make_widgets()
        side, form = QWidget(), QWidget()
        side.setLayout(Column((self.list, 1), Row(self.new, None), gap=8))
        form.setLayout(
            Column(
                Label(tr("What it is called"), "small", tone="muted"),
                self.name,
                Label(tr("What is written there"), "small", tone="muted"),
                self.type,
                self._choices_words,
                self.choices,
                None,
                self.trouble,
                Row(self.keep, self.remove, None),
                gap=6,
            )
        )
        foot = Row(None, self.close_it)
        self.setLayout(
            Column(Label(title, "title", wrap=True), (Row((side, 2), (form, 3), gap=20), 1), foot, gap=12, margins=24)
        )
        within_screen(self, 720, 440)
        FocusRing(self)
        self._show()
        self.list.setFocus()

    def _make_widgets(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("facts-list")
        self.list.setAccessibleName(tr("Facts that are recorded"))
        self.list.currentRowChanged.connect(self._on_row)
        self.new = _button(tr("Add a fact"), "facts-new", self._on_new, icon="plus")
        self.name = QLineEdit()
        self.name.setObjectName("facts-name")
        self.name.setAccessibleName(tr("What it is called"))
        self.name.setPlaceholderText(tr("Such as “Age band”"))
        self.type = ChoiceBox(tr("What is written there"), [(kind.value, words) for kind, words in _TYPES.items()])
        self.type.setObjectName("facts-type")
        self.type.chosen.connect(lambda _value: self._show_choices())
        self._choices_words = Label(tr("The choices, one a line"), "small", tone="muted")
        self.choices = QPlainTextEdit()
        self.choices.setObjectName("facts-choices")
        self.choices.setAccessibleName(tr("The choices, one a line"))
        self.choices.setTabChangesFocus(True)
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("facts-trouble")
        self.keep = _button(tr("Keep it"), "facts-keep", self._on_keep)
        self.remove = _button(tr("Remove it …"), "facts-remove", self._on_remove, icon="bin")
        self.close_it = Button(tr("Close"), kind="primary")
        self.close_it.setObjectName("facts-close")
        self.close_it.clicked.connect(self.accept)

    def _show(self, chosen: str = "") -> None:
        self._kinds = self._workspace.project.participants.attribute_kinds()
        self.list.blockSignals(True)
        self.list.clear()
        for kind in self._kinds:
            item = QListWidgetItem(kind.name)
            item.setSizeHint(QSize(0, current().look.px(34)))
            self.list.addItem(item)
        self.list.blockSignals(False)
        rows = [n for n, kind in enumerate(self._kinds) if kind.name == chosen]
        if self._kinds:
            self.list.setCurrentRow(rows[0] if rows else 0)
        self._on_row(self.list.currentRow())

    def _on_row(self, row: int) -> None:
        kind = self._kinds[row] if 0 <= row < len(self._kinds) else AttributeKind(name="")
        self._was = kind.name
        self.name.setText(kind.name)
        self.type.set_value(kind.type.value)
        self.choices.setPlainText("\n".join(kind.choices))
        self.remove.setEnabled(bool(kind.name))
        self.trouble.setText("")
        self._show_choices()

    def _show_choices(self) -> None:
        shown = self.type.value == AttributeType.CHOICE
        self.choices.setVisible(shown)
        self._choices_words.setVisible(shown)

    def _on_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._on_row(-1)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        choices = tuple(line.strip() for line in self.choices.toPlainText().splitlines() if line.strip())
        kind_type = AttributeType(self.type.value)
        kind = AttributeKind(
            name=self.name.text().strip(),
            type=kind_type,
            choices=choices if kind_type is AttributeType.CHOICE else (),
        )
        participants = self._workspace.project.participants
        if self._do(lambda: participants.set_attribute_kind(kind, was=self._was)):
            self._show(" ".join(kind.name.split()))
            announce(self, tr("{fact}: kept.", fact=kind.name))

    def _on_remove(self) -> None:
        name = self._was
        detail = tr("What is recorded of it goes for every participant. You can undo this.")
        if ask(self, tr("Remove “{name}”?", name=name), detail, do=tr("Remove it"), leave=tr("Keep it")):
            participants = self._workspace.project.participants
            if self._do(lambda: participants.remove_attribute_kind(name)):
                self._show()

    def _do(self, what: Callable[[], Changes]) -> bool:
        """Do one thing; what stands in the way is said in the dialog, where the person looks."""
        try:
            self._workspace.tell(what(), self._by)
        except UserError as fault:
            self.trouble.setText(str(fault))
            announce(self, str(fault), urgent=True)
            return False
        return True


def _button(words: str, object_name: str, do: Callable[[], None], icon: str = "") -> Button:
    button = named_button(words, object_name, icon, by_itself=False)
    button.clicked.connect(lambda _checked=False: do())
    return button


def set_up_facts(parent: QWidget, workspace: Workspace, by: QObject) -> None:
    """Let a person set up which facts are recorded."""
    dialog = FactsDialog(workspace, by, parent)
    dialog.exec()
    dialog.deleteLater()
