"""How to begin, said under the text of a transcript that was just opened: which keys code, and where they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent

from qualcoder_lite.gui.work.afterwards import Afterwards
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.code.desk import Desk
    from qualcoder_lite.gui.pages.code.session import CodingSession
    from qualcoder_lite.gui.program.settings import Settings

_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back by itself: another window, or a menu, has it for a while."""


class Hint(QObject):
    """Keeps to what is true: letters code only while the text has the focus."""

    def __init__(self, session: CodingSession, desk: Desk, settings: Settings, parent: QObject) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._session, self._desk, self._settings = session, desk, settings
        self._said = ""
        self._saying = Afterwards(self._say, self)  # whoever opens a transcript goes to its text next
        desk.view.installEventFilter(self)

    def say(self) -> None:
        """Say how to begin."""
        self._said = ""
        self._desk.foot.status.clear()
        self._saying.ask()

    @property
    def words(self) -> str:
        """How to begin from where the focus is."""
        groups = [group.key for group, _ in self._session.codes.groups if group.key][:3]
        if not self._settings.letter_keys or not groups:
            return tr("Click a code to put it on the turn, or press Ctrl+K and type its name.")
        which = ", ".join(groups[:-1]) + (tr(" or {group}", group=groups[-1]) if len(groups) > 1 else groups[0])
        if self._desk.view.window().focusWidget() is not self._desk.view:  # it holds while a dialog lies above, too
            return tr("Click in the text, or press F6 until you are there. Then {which} begins a code.", which=which)
        return tr("Press {which} and then a code’s letter, or click a code.", which=which)

    def say_where_letters_code(self) -> None:
        """Say that letters do nothing where the focus is."""
        self._desk.say(tr("Letters put codes on in the text: click in it, or press Esc or F6."), icon="info")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say it anew when the text has the focus, or no longer, as long as nothing else was said."""
        stands = bool(self._said) and self._desk.foot.status.words == self._said
        if stands and isinstance(event, QFocusEvent) and (event.gotFocus() or event.reason() not in _AWAY):
            self._saying.ask()  # a dialog gives the focus back with its window, maybe to another place than before
        return False

    def _say(self) -> None:
        words, standing = self.words, self._desk.foot.status.words
        if words != standing and standing in ("", self._said):
            self._said = words
            self._desk.say(words, icon="info")
