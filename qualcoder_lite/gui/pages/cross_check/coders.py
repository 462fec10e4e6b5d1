"""The coders of a project: name, initials, role, colour, supporter; and joining one who goes by two names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualcoder_lite.domain.coder_colours import COLOURS
from qualcoder_lite.domain.kept_words import in_language_first
from qualcoder_lite.domain.people import ROLES
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets import question
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.avatar import Avatar
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.people import Coder
    from qualcoder_lite.gui.project.workspace import Workspace

_WHAT = tr("Everybody’s codings are their own. An academic lead sees all work while a round is open.")
_NO_ROLE = tr("Role not said")
_COLOURS = [("", tr("Usual colour")), *((colour, tr(name)) for name, colour in COLOURS.items())]


class CoderCard(Card):
    """One coder, changed field by field."""

    def __init__(self, coder: Coder, workspace: Workspace) -> None:
        """Show what is known of them."""
        super().__init__()
        self.setObjectName(f"coder-{coder.name}")
        self._coder, self._workspace = coder, workspace
        self.avatar = Avatar(workspace.face(coder.name))
        self.name = _field("coder-name", tr("Name of {coder}", coder=coder.name), coder.name, tr("Name"))
        self.initials = _field(
            "coder-initials", tr("Initials of {coder}", coder=coder.name), coder.initials, tr("Initials")
        )
        self.initials.setMaxLength(3)
        self.initials.setMaximumWidth(current().look.px(90))
        self.supporter = _field(
            "coder-supporter",
            tr("Who supports {coder}", coder=coder.name),
            coder.supporter,
            tr("Supported by (if anybody)"),
        )
        roles = [("", _NO_ROLE), *((role, in_language_first(role)) for role in ROLES)]
        self.role = ChoiceBox(tr("Role of {coder}", coder=coder.name), roles, value=coder.role)
        self.role.setObjectName("coder-role")
        self.colour = ChoiceBox(tr("Colour of {coder}", coder=coder.name), _COLOURS, value=coder.colour)
        self.colour.setObjectName("coder-colour")
        self.name.editingFinished.connect(lambda: self._change(self.name, "name", self._coder.name))
        self.initials.editingFinished.connect(lambda: self._change(self.initials, "initials", self._coder.initials))
        self.supporter.editingFinished.connect(lambda: self._change(self.supporter, "supporter", self._coder.supporter))
        self.role.chosen.connect(lambda role: self._put(role=role))
        self.colour.chosen.connect(lambda colour: self._put(colour=colour))
        choices = QWidget()
        choices.setLayout(Flow(self.role, self.colour, gap=8))
        self.setLayout(
            Column(
                Row(self.avatar, (self.name, 1), self.initials, gap=10),
                choices,
                self.supporter,
                gap=8,
                margins=(14, 10),
            )
        )

    def _change(self, field: QLineEdit, what: str, before: str) -> None:
        if field.text() != before and not self._put(**{what: field.text()}):
            field.setText(before)

    def _put(self, **changed: str) -> bool:
        coders, who = self._workspace.project.coders, self._workspace.coder
        was_coding = self._coder.name == who
        if self._workspace.act(lambda: coders.change(self._coder.id, **changed, by=who), by=None) is None:
            return False
        self._coder = coders.find(self._coder.id)
        self.avatar.set_face(self._workspace.face(self._coder.name))
        if was_coding:
            self._workspace.set_coder(self._coder.name)
        return True


class CodersDialog(QDialog):
    """Everybody who codes in the project."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """List them."""
        super().__init__(parent)
        self.setObjectName("coders")
        self.setWindowTitle(tr("Coders"))
        self._workspace = workspace
        self._area = Area()
        self._area.setAccessibleName(tr("Coders"))
        self.new = _field("new-coder", tr("The name of somebody new"), "", tr("Somebody new: their name"))
        self.add = Button(tr("Add"), icon="plus", name=tr("Add this coder"))
        self.add.setObjectName("add-coder")
        self.leave = Button(tr("Close"), kind="primary")
        self.leave.setObjectName("coders-leave")
        self.leave.setAutoDefault(False)
        self.new.returnPressed.connect(self.add.click)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.accept)
        self.setLayout(
            Column(
                Label(tr("Coders"), "title"),
                Label(_WHAT, tone="muted", wrap=True),
                (self._area, 1),
                Row((self.new, 1), self.add, gap=8),
                Row(None, self.leave),
                gap=12,
                margins=24,
            )
        )
        FocusRing(self)
        room, look = parent.window().size(), current().look
        self.resize(min(look.px(640), room.width() - 48), min(look.px(640), room.height() - 48))
        self._fill()

    def _fill(self) -> None:
        project = self._workspace.project
        inside = QWidget()
        inside.setProperty("clear", True)
        offers = [self._offer(one, other) for one, other in project.coders.alike()]
        cards = [CoderCard(coder, self._workspace) for coder in project.coders.all()]
        inside.setLayout(Column(*offers, *cards, None, gap=8, margins=(0, 0, 10, 0)))
        self._area.setWidget(inside)

    def _offer(self, one: Coder, other: Coder) -> Card:
        join = Button(tr("Join the two"), name=tr("Join {other} and {one}", other=other.name, one=one.name))
        join.setObjectName("join-coders")
        join.clicked.connect(lambda: self._on_join(one, other))
        words = Label(tr("Are {one} and {other} one person?", one=one.name, other=other.name), wrap=True)
        return Card(Row((words, 1), join, gap=10, margins=(14, 8)), kind="note")

    def _on_add(self) -> None:
        name = " ".join(self.new.text().split())
        added = self._workspace.act(lambda: self._workspace.project.coders.add(name)) if name else None
        if added:
            self.new.clear()
            self._fill()
        elif added is not None:
            self._workspace.failed.emit(
                tr("There is a coder “{name}” already. Two people of one name need two names.", name=name)
            )

    def _on_join(self, one: Coder, other: Coder) -> None:
        kept, gone = (one, other) if len(one.name) >= len(other.name) else (other, one)
        detail = tr("All that {gone} did becomes {kept}’s. You can undo this.", gone=gone.name, kept=kept.name)
        if question.ask(
            self, tr("Are both {kept}?", kept=kept.name), detail, do=tr("Join them"), leave=tr("Keep both")
        ):
            coders, who = self._workspace.project.coders, self._workspace.coder
            done = self._workspace.act(
                lambda: coders.join(gone.id, kept.id, by=who), say=tr("The two are one coder now.")
            )
            if done is not None and who == gone.name:
                self._workspace.set_coder(kept.name)
            self._fill()


def _field(handle: str, name: str, text: str, placeholder: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setObjectName(handle)
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def show_coders(parent: QWidget, workspace: Workspace) -> None:
    """Show the coders until the dialog is closed."""
    dialog = CodersDialog(parent, workspace)
    dialog.exec()
    dialog.deleteLater()
