"""“What is it called?”: the question before something with a name is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class NameQuestion:
    """The words of the question; `handle` begins the object names of its parts.

    With `more` a second field may be filled in too: its label. `do` stands on the button, `name` and `said` in the
    fields to begin with.
    """

    handle: str
    title: str
    question: str
    advice: str
    label: str
    hint: str
    more: str = ""
    do: str = tr("Add it")
    name: str = ""
    said: str = ""


class NameDialog(QDialog):
    """Asks for a name, and stays until it is taken or the person would rather not."""

    def __init__(self, asked: NameQuestion, add: Callable[..., str], parent: QWidget | None) -> None:
        """`add` adds the thing by its name and, where that is asked for, more; what it says is why it can't be done."""
        super().__init__(parent)
        self.setObjectName(asked.handle)
        self.setWindowTitle(asked.title)
        self.setAccessibleName(asked.question)
        self._add_it = add
        self.name = QLineEdit()
        self.name.setObjectName(f"{asked.handle}-name")
        self.name.setAccessibleName(asked.label)
        self.name.setPlaceholderText(asked.hint)
        self.more = QLineEdit()
        self.more.setObjectName(f"{asked.handle}-more")
        self.more.setAccessibleName(asked.more)
        self.more.setPlaceholderText(asked.more)
        self.more.setVisible(bool(asked.more))
        self._asks_more = bool(asked.more)
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName(f"{asked.handle}-trouble")
        self.trouble.hide()
        self.add = Button(asked.do, kind="primary")
        self.add.setObjectName(f"{asked.handle}-add")
        self.add.setEnabled(False)
        self.leave = Button(tr("Not now"))
        self.leave.setObjectName(f"{asked.handle}-leave")
        self.name.textChanged.connect(lambda words: self.add.setEnabled(bool(words.strip())))
        self.name.setText(asked.name)
        self.more.setText(asked.said)
        for field in (self.name, self.more):
            field.returnPressed.connect(self.add.click)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        items = (
            Label(asked.question, "title", wrap=True),
            Label(asked.advice, tone="muted", wrap=True),
            4,
            self.name,
            self.more,
        )
        self.setLayout(Column(*items, self.trouble, 8, Row(None, self.leave, self.add), gap=8, margins=24))
        self.setMinimumWidth(current().look.px(400))
        FocusRing(self)
        self.name.setFocus()

    def _on_add(self) -> None:
        said = (self.name.text(), self.more.text()) if self._asks_more else (self.name.text(),)
        trouble = self._add_it(*said)
        if not trouble:
            self.accept()
            return
        self.trouble.setText(trouble)
        self.trouble.show()
        self.name.selectAll()
        self.name.setFocus()
        announce(self, trouble, urgent=True)


def ask_name(asked: NameQuestion, add: Callable[..., str], parent: QWidget | None) -> bool:
    """Ask for a name until `add` takes it; whether something was added."""
    dialog = NameDialog(asked, add, parent)
    added = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return added
