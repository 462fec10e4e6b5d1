"""Who is coding: the control that says so and lets somebody else take over, and the question where nobody said yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QScrollArea, QWidget

from qualcoder_lite.gui.coder_faces import face_of
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.avatar import PersonButton, avatar_icon
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.coder_faces import Face
    from qualcoder_lite.gui.workspace import Workspace


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


class WhoIsCoding(QWidget):
    """Who is coding, with a menu of the others.

    Signals:
        chosen: The person says that this coder codes now.
        somebody_else_wanted: The person wants to give a name that isn't in the menu.
    """

    chosen = Signal(str)
    somebody_else_wanted = Signal()

    def __init__(self) -> None:
        """Name nobody yet."""
        super().__init__()
        self._menu = QMenu(self)
        self.person = PersonButton(face_of("?"))
        self.person.setObjectName("who")
        self.person.setMenu(self._menu)
        self.ask = Button(tr("Who is coding?"), icon="person")
        self.ask.setObjectName("who-unknown")
        self.ask.clicked.connect(self.somebody_else_wanted)
        self._menu.aboutToShow.connect(self._fill)
        self._coders: Sequence[Face] = ()
        self._who = face_of("")
        self.setLayout(Row(self.person, self.ask))
        self.show_who(self._who, ())

    def show_who(self, who: Face, coders: Sequence[Face]) -> None:
        """Show who codes (nobody where the name is empty), and keep who else could."""
        self._who, self._coders = who, coders
        self.person.set_face(who)
        self.person.setVisible(bool(who.name))
        self.ask.setVisible(not who.name)

    def set_short(self, short: bool) -> None:
        """Show the initials alone, where there is little room."""
        self.person.set_short(short)
        self.ask.set_words(tr("Who?") if short else tr("Who is coding?"))
        self.ask.setAccessibleName(tr("Who is coding?"))

    def _fill(self) -> None:
        self._menu.clear()
        for face in {face.name: face for face in (*self._coders, self._who)}.values():
            action = self._menu.addAction(face.name.replace("&", "&&"))
            action.setIcon(avatar_icon(face, current().look))
            action.setCheckable(True)
            action.setChecked(face.name == self._who.name)
            action.triggered.connect(lambda _checked=False, name=face.name: self.chosen.emit(name))
        self._menu.addSeparator()
        self._menu.addAction(tr("Somebody else …")).triggered.connect(lambda _=False: self.somebody_else_wanted.emit())
