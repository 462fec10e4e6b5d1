"""“What is the new group called?”: a name, a colour, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.theme.tokens import GROUPS
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.service.codebook.groups import GroupEdit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace

#: The colours a group can have, each with what it looks like.
COLOURS = {
    "quality-of-life": tr("Blue"),
    "process": tr("Orange"),
    "change": tr("Plum"),
    "features": tr("Teal"),
    "barriers": tr("Brown"),
    "organisational": tr("Violet"),
    "cultural": tr("Olive"),
    "contextual": tr("Red"),
    "themes": tr("Slate"),
}


class NewGroupDialog(FormDialog):
    """Asks for a group's name, where it belongs, its colour and why."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        """Offer the codebooks there are."""
        intro = tr("Codes that belong together stand in one group, with one colour and one letter.")
        super().__init__(
            workspace, "new-group", tr("What is the new group called?"), intro, do=tr("Make the group"), parent=parent
        )
        self.name = QLineEdit()
        self.name.setObjectName("new-group-name")
        self.name.setAccessibleName(tr("Name of the group"))
        books = workspace.project.codebooks.all()
        self.book = ChoiceBox(tr("Codebook"), [(book.id, book.title) for book in books])
        self.book.setObjectName("new-group-codebook")
        self.colour = ChoiceBox(tr("Colour"), colour_choices(), value=self._free_colour())
        self.colour.setObjectName("new-group-colour")
        self.why = QLineEdit()
        self.why.setObjectName("new-group-why")
        self.why.setAccessibleName(tr("Why it is needed"))
        self.needed = (self.name, self.why)
        self.fill(
            asked(tr("Name"), self.name),
            asked(tr("Codebook"), self.book),
            asked(tr("Colour"), self.colour),
            asked(tr("Why is it needed?"), self.why, tr("One line. The codebook’s history keeps it.")),
            first=self.name,
        )

    def _free_colour(self) -> str:
        used = {group.colour for book in self.workspace.project.codebooks.all() for group in book.groups}
        return next((colour for colour in GROUPS if colour not in used), "themes")

    def do_it(self) -> Changes:
        """Make the group."""
        edit = GroupEdit(name=self.name.text(), colour=self.colour.value)
        return self.workspace.project.code_groups.add(
            self.book.value, edit, why=self.why.text(), coder=self.workspace.coder
        )


def colour_choices() -> list[tuple[str, str]]:
    """The colours to choose from, by their plain names."""
    return [(colour, COLOURS.get(colour, colour)) for colour in GROUPS]


def make_group(workspace: Workspace, parent: QWidget, by: QObject | None = None) -> str:
    """Ask for a new group until it is made; its id, or nothing where the person would rather not."""
    dialog = NewGroupDialog(workspace, parent)
    changes = carry_out(dialog, lambda: tr("The group “{name}” is made.", name=dialog.name.text().strip()), by)
    return next(iter(changes.of("code_group")), "") if changes else ""
