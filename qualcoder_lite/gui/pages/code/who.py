"""Who is coding: the control that says so and lets somebody else take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.theme.coder_faces import face_of
from qualcoder_lite.gui.widgets.avatar import PersonButton, avatar_icon
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.theme.coder_faces import Face


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
