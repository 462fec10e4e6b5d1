"""What the kit's painted buttons that aren't push buttons share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Pressable(Themed, QAbstractButton):
    """A painted button: focus by Tab and click, Enter as well as Space, a hand for a pointer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a button with an accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
