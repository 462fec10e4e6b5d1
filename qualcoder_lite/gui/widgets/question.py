"""Asks before something that is hard to take back: the question as title, verbs as buttons, the safe one focused.

if ask(self, "Take Feeling safe off 3 passages?", "Your codings of it in Elsie go. You can undo this.",
       do="Take them off", leave="Keep them"): …
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_WIDE = 480


class Question(QDialog):
    """A question with two answers. Accepted means: do it."""

    def __init__(self, question: str, detail: str, *, do: str, leave: str, parent: QWidget | None = None) -> None:
        """Ask; `do` and `leave` are verbs that answer the question."""
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(detail)
        self.leave = Button(leave)
        self.do = Button(do, kind="primary")
        self.leave.clicked.connect(self.reject)
        self.do.clicked.connect(self.accept)
        title, words = Label(question, "title", wrap=True), Label(detail, wrap=True)
        inside = QWidget()
        inside.setLayout(Column(title, words, None, gap=8, margins=(24, 24, 24, 8)))
        self._area = Area(inside)
        foot = Row(None, self.leave, self.do, margins=(24, 8, 24, 24))
        self.setLayout(Column((self._area, 1), foot, gap=0))
        FocusRing(self)
        self.leave.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need, or as the screen lets it: then they scroll."""
        super().showEvent(event)
        fit(self, self._area, _WIDE)


def ask(parent: QWidget | None, question: str, detail: str, *, do: str, leave: str) -> bool:
    """Ask and wait for the answer: True to do it. Escape and closing the dialog leave it."""
    dialog = Question(question, detail, do=do, leave=leave, parent=parent)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
