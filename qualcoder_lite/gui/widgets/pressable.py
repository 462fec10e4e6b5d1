"""What the kit's painted buttons that aren't push buttons share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from qualcoder_lite.gui.widgets.themed import Themed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


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


class OneOfSeveral(Pressable):
    """One of several buttons of which one is down.

    Signals:
        stepped: The person pressed an arrow key: to the next of them (1), or to the one before (-1).
    """

    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a button that stays down."""
        super().__init__(name, parent)
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrow keys go from one to the next."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
