"""The question who is coding, asked where nobody said so yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.project.workspace import Workspace


class WhoDialog(QDialog):
    """“Who is coding?”: a button for each coder there is, and a box for somebody else's name."""

    def __init__(self, coders: Sequence[str], parent: QWidget | None) -> None:
        """Offer coders by name."""
        super().__init__(parent)
        self.setObjectName("who-is-coding")
        self.setWindowTitle(tr("Who is coding?"))
        self.setAccessibleName(tr("Who is coding?"))
        self.name = ""
        self.people = [Button(coder, icon="person") for coder in coders]
        for button, coder in zip(self.people, coders, strict=True):
            button.clicked.connect(lambda _checked=False, coder=coder: self._take(coder))
        self.other = QLineEdit()
        self.other.setObjectName("who-name")
        self.other.setAccessibleName(tr("The name of somebody else"))
        self.other.setPlaceholderText(tr("Your name"))
        self.start = Button(tr("Start coding"), kind="primary")
        self.start.setEnabled(False)
        self.leave = Button(tr("Not now"))
        self.other.textChanged.connect(lambda words: self.start.setEnabled(bool(words.strip())))
        self.other.returnPressed.connect(self.start.click)
        self.start.clicked.connect(lambda: self._take(self.other.text()))
        self.leave.clicked.connect(self.reject)
        words = tr("Your name is kept with every code you put on, so that your work can be told from other people’s.")
        known = [_scrolling(self.people), Label(tr("Somebody else"), "strong")] if self.people else []
        items = [Label(tr("Who is coding?"), "title"), Label(words, tone="muted", wrap=True), 4, *known, self.other, 8]
        self.setLayout(Column(*items, Row(None, self.leave, self.start), gap=8, margins=24))
        self.setMinimumWidth(current().look.px(400))
        FocusRing(self)
        (self.people[0] if self.people else self.other).setFocus()

    def _take(self, name: str) -> None:
        self.name = " ".join(name.split())
        if self.name:
            self.accept()


def _scrolling(buttons: Sequence[Button]) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("clear", True)
    inside.setLayout(Column(*buttons, gap=8, margins=8))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.setFixedHeight(min(inside.sizeHint().height() + 2, current().look.px(240)))
    return area


def ask_who(parent: QWidget | None, coders: Sequence[str]) -> str:
    """Ask who is coding and wait for the answer: a name, or nothing where the person would rather not say now."""
    dialog = WhoDialog(coders, parent)
    name = dialog.name if dialog.exec() == QDialog.DialogCode.Accepted else ""
    dialog.deleteLater()
    return name


def is_known_who(parent: QWidget | None, workspace: Workspace) -> bool:
    """Whether it is known who works here; whoever isn't is asked for."""
    if not workspace.coder:
        name = ask_who(parent, [coder.name for coder in workspace.project.coders.all()])
        if name:
            workspace.set_coder(name)
    return bool(workspace.coder)
