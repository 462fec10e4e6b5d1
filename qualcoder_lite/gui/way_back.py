"""The way back to the page that led here: a button at the head of the window, and an action with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from qualcoder_lite.gui.menus import action
from qualcoder_lite.gui.widgets.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.page import Page

KEY = "Alt+Left"


class WayBack(Button):
    """Leads back to where a "Go to turn" was pressed, until that page is shown again.

    Signals:
        wanted: The person wants to see this page again: its handle.

    Attributes:
        action: The same for a menu.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """There is no way back yet."""
        super().__init__("Back", kind="quiet", icon="arrow-left", parent=parent)
        self.setObjectName("way-back")
        self.setToolTip(KEY)
        self.clicked.connect(self._on_wanted)
        self.action = action("Back", self._on_wanted, KEY, parent=parent)
        self._value = ""
        self.forget()

    def remember(self, page: Page) -> None:
        """Lead back to a page from now on."""
        self._value = page.value
        self.set_words(f"Back to {page.word}")
        self.action.setText(self.words)
        self.action.setEnabled(True)
        self.show()

    def arrived(self, value: str) -> None:
        """A page is shown: if it is the one to go back to, there is nowhere to go back to any more."""
        if value == self._value:
            self.forget()

    def forget(self) -> None:
        """Lead nowhere."""
        self._value = ""
        self.action.setText("Back")
        self.action.setEnabled(False)
        self.hide()

    def _on_wanted(self) -> None:
        if self._value:
            self.wanted.emit(self._value)
