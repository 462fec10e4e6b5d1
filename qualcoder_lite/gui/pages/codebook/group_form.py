"""What is said of a group of codes, to be read and changed: its name, letter, colour, description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from qualcoder_lite.gui.dialogs.codes.new_group import colour_choices
from qualcoder_lite.gui.dialogs.form import asked
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.service.codebook.groups import GroupEdit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.codebook import CodeGroup


class GroupForm(QWidget):
    """The boxes of one group.

    Signals:
        edited: Something was typed or chosen, so that there is or isn't something to save.
    """

    edited = Signal()

    def __init__(self) -> None:
        """Show no group yet."""
        super().__init__()
        self.setObjectName("group-form")
        self.group: CodeGroup | None = None
        self.name, self.key = QLineEdit(), QLineEdit()
        for line, words, name in (
            (self.name, tr("Name of the group"), "group-name"),
            (self.key, tr("Key: one letter that no other group has"), "group-key"),
        ):
            line.setAccessibleName(words)
            line.setObjectName(name)
            line.textChanged.connect(self.edited)
        self.key.setMaxLength(1)
        self.colour = ChoiceBox(tr("Colour"), colour_choices())
        self.colour.setObjectName("group-colour")
        self.colour.chosen.connect(lambda _colour: self.edited.emit())
        self.description = TextBox(tr("What its codes have in common"), "group-description")
        self.description.textChanged.connect(self.edited)
        name, key = QWidget(), QWidget()
        name.setLayout(asked(tr("Name"), self.name))
        key.setLayout(asked(tr("Key"), self.key))
        row = Row((name, 5), (key, 1), gap=12)
        colour, about = asked(tr("Colour"), self.colour), asked(tr("What its codes have in common"), self.description)
        self.setLayout(Column(row, colour, about, gap=12))

    def show_group(self, group: CodeGroup) -> None:
        """Show a group as it is now; whatever was typed is gone."""
        self.group = None
        self.name.setText(group.name)
        self.key.setText(group.key)
        self.colour.set_choices(_offered(group.colour), value=group.colour)
        if self.description.toPlainText() != group.description:
            self.description.setPlainText(group.description)
        self.group = group
        self.edited.emit()

    @property
    def edit(self) -> GroupEdit:
        """What was typed or chosen that is different."""
        group = self.group
        if group is None:
            return GroupEdit()
        name, key, words = self.name.text().strip(), self.key.text().strip().upper(), self.description.words
        return GroupEdit(
            name=name if name != group.name else None,
            key=key if key != group.key else None,
            colour=self.colour.value if self.colour.value != group.colour else None,
            description=words if words != group.description.strip() else None,
        )

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.edit != GroupEdit()

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self.name.setReadOnly(read_only)
        self.key.setReadOnly(read_only)
        self.description.setReadOnly(read_only)
        self.colour.setEnabled(not read_only)


def _offered(colour: str) -> list[tuple[str, str]]:
    """The colours there are, and the group's own where it is another."""
    choices = colour_choices()
    return choices if any(value == colour for value, _ in choices) else [*choices, (colour, tr("As it is"))]
