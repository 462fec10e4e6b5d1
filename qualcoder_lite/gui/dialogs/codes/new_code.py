"""“What is the new code called?”: a code from a passage, or one made in the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.domain.codebooks.new_codes import THEMES_GROUP_ID, THEMES_TITLE
from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.text_box import TextBox
from qualcoder_lite.service.codebook.edit import CodeEdit
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.codebook.codes import Spot


class NewCodeDialog(FormDialog):
    """Asks for a name, why it is needed, and where it belongs; it goes onto the passage at once if there is one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, spot: Spot | None = None, group: str = "") -> None:
        """Propose the passage's own words; `group` (an id) is offered first where a code is made in the codebook."""
        intro = (
            tr("It is put on the passage at once.") if spot else tr("It can be put on passages as soon as it is made.")
        )
        super().__init__(
            workspace, "new-code", tr("What is the new code called?"), intro, do=tr("Make the code"), parent=parent
        )
        self._spot = spot
        self.name = QLineEdit(workspace.project.codes.proposed_name(spot) if spot else "")
        self.name.setObjectName("new-code-name")
        self.name.setAccessibleName(tr("Name of the code"))
        self.name.setPlaceholderText(tr("A few words"))
        self.name.selectAll()
        self.why = QLineEdit()
        self.why.setObjectName("new-code-why")
        self.why.setAccessibleName(tr("Why it is needed"))
        self.why.setPlaceholderText(tr("What no other code says"))
        self.group = ChoiceBox(tr("Group"), self._groups(), value=group or THEMES_GROUP_ID)
        self.group.setObjectName("new-code-group")
        self.meaning = TextBox(tr("What it covers"), "new-code-meaning", hint=tr("You can write this later"))
        self.needed = (self.name, self.why)
        self.fill(
            *self._passage(),
            asked(tr("Name"), self.name),
            asked(tr("Why is it needed?"), self.why, tr("One line. The codebook’s history keeps it.")),
            asked(tr("Group"), self.group),
            asked(tr("What does it cover?"), self.meaning),
            first=self.name,
        )

    def _groups(self) -> list[tuple[str, str]]:
        books = self.workspace.project.codebooks.all()
        groups = [(group.id, group.name) for book in books for group in book.groups]
        is_new = all(id_ != THEMES_GROUP_ID for id_, _ in groups)
        return [(THEMES_GROUP_ID, THEMES_TITLE), *groups] if is_new else groups

    def _passage(self) -> list[Label]:
        if self._spot is None:
            return []
        text = self.workspace.project.transcripts.text(self._spot.transcript)
        words = " ".join(text[self._spot.start : self._spot.end].split())
        return [Label(f"‘{words if len(words) <= 160 else words[:160].rsplit(' ', 1)[0] + ' …'}’", wrap=True)]

    def do_it(self) -> Changes:
        """Make the code."""
        group = self.group.value
        # The group of new themes is made with its first code.
        there = any(group == each.id for book in self.workspace.project.codebooks.all() for each in book.groups)
        return self.workspace.project.codes.add(
            self.name.text(),
            why=self.why.text(),
            coder=self.workspace.coder,
            group=group if there else "",
            texts=CodeEdit(definition=self.meaning.words),
            spot=self._spot,
        )


def make_code(
    workspace: Workspace, parent: QWidget, *, spot: Spot | None = None, group: str = "", by: QObject | None = None
) -> str:
    """Ask for a new code until it is made; its id, or nothing where the person would rather not."""
    dialog = NewCodeDialog(workspace, parent, spot, group)

    def said() -> str:
        name = dialog.name.text().strip()
        if spot:
            return tr("The code “{name}” is made and put on the passage.", name=name)
        return tr("The code “{name}” is made.", name=name)

    changes = carry_out(dialog, said, by)
    return next(iter(changes.of("code")), "") if changes else ""
