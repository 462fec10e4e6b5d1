"""The project's codes under the keys of whoever codes, and the dialogs in which those keys are shown and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.pages.code.codes import Codes
from qualcoder_lite.gui.program.own_keys import OwnKeys
from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.codebook import Codebook
    from qualcoder_lite.gui.project.workspace import Workspace

_KEYS = "keys"


class KeyedCodes(QObject):
    """Knows the codes of a project, each with the letter that puts it on for this person.

    Signals:
        changed: The codes or their keys are others now.
        left: The person is done with the keys.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        """Know no codes yet."""
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._books: tuple[Codebook, ...] = ()
        self.own = OwnKeys()
        self.codes = Codes()

    def look_again(self) -> None:
        """Read the codebooks, and the keys of whoever codes now."""
        books = tuple(self._workspace.project.codebooks.all())
        own = OwnKeys.read(self._workspace.settings.of_person(self._workspace.coder, _KEYS))
        if books != self._books or own != self.own:
            self._books, self.own, self.codes = books, own, Codes(own.dressed(books))
            self.changed.emit()

    def actions(self) -> list[QAction]:
        """What of it is in the page's menu."""
        return [action(tr("Your &keys …"), self.choose)]

    def show(self) -> None:
        """Show what every key does."""
        from qualcoder_lite.gui.dialogs.keys import show_keys

        show_keys(self._page.window(), self.own)

    def choose(self) -> None:
        """Let the person choose other keys."""
        from qualcoder_lite.gui.dialogs.own_keys import OwnKeysDialog

        dialog = OwnKeysDialog(self._books, self.own, self._workspace.settings, self._page.window())
        dialog.changed.connect(self.keep)
        dialog.exec()
        dialog.deleteLater()
        self.left.emit()

    def keep(self, own: OwnKeys) -> None:
        """Use other keys from now on, for whoever codes."""
        self._workspace.settings.set_of_person(self._workspace.coder, _KEYS, own.written())
        self.look_again()
