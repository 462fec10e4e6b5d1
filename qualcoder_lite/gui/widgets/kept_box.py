"""A box for words that are kept without reaching for a button: Ctrl+Enter keeps them, Esc gives them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from qualcoder_lite.gui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class KeptBox(TextBox):
    """A text box that says when the person is done with it.

    Signals:
        finished: The person wants kept what stands in it.
        given_up: The person wants what stood in it before.
    """

    finished = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc end it; the rest is typing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
