"""“What is the site called?”: the question before a site is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from collections.abc import Callable


class AddSiteDialog(QDialog):
    """Asks for a name, and stays until the site is added or the person would rather not."""

    def __init__(self, add: Callable[[str], str], parent: QWidget | None) -> None:
        """`add` adds the site; it gives back a sentence where that can't be done."""
        super().__init__(parent)
        self.setObjectName("add-site")
        self.setWindowTitle("Add a site")
        self.setAccessibleName("What is the site called?")
        self._add_site = add
        self.name = QLineEdit()
        self.name.setObjectName("add-site-name")
        self.name.setAccessibleName("Name of the site")
        self.name.setPlaceholderText("The partnership, or the place")
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName("add-site-trouble")
        self.trouble.hide()
        self.add = Button("Add it", kind="primary")
        self.add.setObjectName("add-site-add")
        self.add.setEnabled(False)
        self.leave = Button("Not now")
        self.leave.setObjectName("add-site-leave")
        self.name.textChanged.connect(lambda words: self.add.setEnabled(bool(words.strip())))
        self.name.returnPressed.connect(self.add.click)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        words = "A site is a partnership’s service where you did interviews. You can change its name later."
        items = (Label("What is the site called?", "title"), Label(words, tone="muted", wrap=True), 4, self.name)
        self.setLayout(Column(*items, self.trouble, 8, Row(None, self.leave, self.add), gap=8, margins=24))
        self.setMinimumWidth(current().look.px(400))
        FocusRing(self)
        self.name.setFocus()

    def _on_add(self) -> None:
        trouble = self._add_site(self.name.text())
        if not trouble:
            self.accept()
            return
        self.trouble.setText(trouble)
        self.trouble.show()
        self.name.selectAll()
        self.name.setFocus()
        announce(self, trouble, urgent=True)


def add_site(add: Callable[[str], str], parent: QWidget | None) -> bool:
    """Ask for a site's name until `add` takes it; whether one was added."""
    dialog = AddSiteDialog(add, parent)
    added = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return added
