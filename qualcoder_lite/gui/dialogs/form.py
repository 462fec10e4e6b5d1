"""Questions with several boxes: asked until what was said can be done, or the person would rather not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout, QLineEdit

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.widgets.layouts import Item


class FormDialog(QDialog):
    """A title, some words, boxes, and two buttons. A subclass does in `do_it` what is asked for.

    Attributes:
        do: The button that does it.
        leave: The button that leaves everything as it is.
        trouble: What stands in the way, if `do_it` raised a UserError.
        changes: What `do_it` changed; None until then.
        needed: The boxes that can't stay empty: the first that is takes the keyboard when that stands in the way.
    """

    width_wanted = 560

    def __init__(
        self, workspace: Workspace, name: str, title: str, intro: str, *, do: str, parent: QWidget | None = None
    ) -> None:
        """`name` is the dialog's object name, with which those of its parts begin."""
        super().__init__(parent)
        self.workspace = workspace
        self.changes: Changes | None = None
        self.needed: Sequence[QLineEdit] = ()
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(intro)
        self._title, self._intro = title, intro
        self.trouble = Label("", "small_strong", tone="danger", wrap=True)
        self.trouble.setObjectName(f"{name}-trouble")
        self.do = Button(do, kind="primary")
        self.do.setObjectName(f"{name}-do")
        self.do.setDefault(True)
        self.leave = Button(tr("Not now"))
        self.leave.setObjectName(f"{name}-leave")
        self.do.clicked.connect(self._on_do)
        self.leave.clicked.connect(self.reject)

    def fill(self, *items: Item, first: QWidget) -> None:
        """Lay out the boxes under the title; `first` gets the focus."""
        inside = QWidget()
        title, intro = Label(self._title, "title", wrap=True), Label(self._intro, tone="muted", wrap=True)
        intro.setVisible(bool(self._intro))
        inside.setLayout(Column(title, intro, 4, *items, None, gap=8, margins=(24, 20, 24, 4)))
        self._area = Area(inside)
        foot = Column(self.trouble, Row(None, self.leave, self.do), gap=8, margins=(24, 8, 24, 20))
        self.setLayout(Column((self._area, 1), foot, gap=0))
        self.trouble.hide()
        FocusRing(self)
        first.setFocus()
        current().changed.connect(self._fit)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that is needed: only now are the boxes as high as the theme makes them."""
        super().showEvent(event)
        self._fit()

    def do_it(self) -> Changes:
        """Do what is asked for. UserError where that can't be done, which is shown."""
        raise NotImplementedError

    def say_trouble(self, sentence: str) -> None:
        """Show what stands in the way."""
        self.trouble.setText(sentence)
        self.trouble.show()
        empty = next((box for box in self.needed if not box.text().strip()), None)
        if empty is not None:
            empty.setFocus()
        box = self.focusWidget()
        layout = self.layout()
        if box is not None and layout is not None:
            layout.activate()  # the sentence takes room from the boxes
            self._area.ensureWidgetVisible(box)
        announce(self, sentence, urgent=True)

    def _on_do(self) -> None:
        try:
            self.workspace.project.refuse_if_gone()
            self.changes = self.do_it()
        except UserError as fault:
            self.say_trouble(str(fault))
        else:
            self.accept()

    def _fit(self) -> None:
        fit(self, self._area, self.width_wanted)


def asked(title: str, answer: QWidget | QLayout, hint: str = "") -> Column:
    """A box under what is asked for, with a hint in small words under that."""
    words = [Label(hint, "small", tone="muted", wrap=True)] if hint else []
    return Column(Column(Label(title, "strong"), *words, gap=1), answer, gap=8)


def carry_out(dialog: FormDialog, say: Callable[[], str], by: QObject | None = None) -> Changes | None:
    """Show a dialog until it has done what it is for, and tell every page but `by`; None where it was left.

    `say` gives the sentence that is shown then, with Undo.
    """
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not done or not dialog.changes:
        return None
    dialog.workspace.tell(dialog.changes, by)
    dialog.workspace.done.emit(say(), True)
    return dialog.changes
