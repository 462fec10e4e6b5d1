"""The way back to the pages that led here: a button at the head of the window, and an action with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.page import Page

KEY = "Alt+Left"
_HELD = Qt.KeyboardModifier
_WITH_ALT = _HELD.AltModifier | _HELD.ControlModifier | _HELD.MetaModifier


class BarButton(Button):
    """A button in the menu bar. It keeps letters to itself: with them the bar would open menus, and undo things."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep to itself what somebody types who thinks they are elsewhere."""
        super().keyPressEvent(event)
        if event.text().strip() and not event.modifiers() & _WITH_ALT:
            event.accept()


class WayBack(BarButton):
    """Leads back, page by page, to where a "Go to turn" was pressed; each until that page is shown again.

    Signals:
        wanted: The person wants to see this page again: its handle.

    Attributes:
        action: The same for a menu.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """There is no way back yet."""
        super().__init__(tr("Back"), kind="quiet", icon="arrow-left", parent=parent)
        self.setObjectName("way-back")
        self.setToolTip(KEY)
        self.clicked.connect(self._on_wanted)
        self.action = action(tr("Back"), self._on_wanted, KEY, parent=parent)
        self._trail: list[tuple[str, str]] = []  # handles and names of pages, the first one left first
        self.forget()

    def remember(self, page: Page) -> None:
        """Lead back to a page from now on, and from there on to where it was come from."""
        self._trail.append((page.value, page.word))
        self._show()

    def arrived(self, value: str) -> None:
        """A page is shown: if it is one to go back to, only those before it still are."""
        values = [each for each, _ in self._trail]
        if value in values:
            del self._trail[values.index(value) :]
            self._show()

    def forget(self) -> None:
        """Lead nowhere."""
        self._trail.clear()
        self._show()

    def _show(self) -> None:
        leads = bool(self._trail)
        self.set_words(tr("Back to {page}", page=self._trail[-1][1]) if leads else tr("Back"))
        self.action.setText(self.words)
        self.action.setEnabled(leads)
        self.setVisible(leads)

    def _on_wanted(self) -> None:
        if self._trail:
            self.wanted.emit(self._trail[-1][0])
