"""A box for words that are kept without reaching for a button: Ctrl+Enter keeps them, Esc gives them up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from qualcoder_lite.gui.widgets.text_box import TextBox


class KeptBox(TextBox):
    """A text box that says when the person is done with it.

    Signals:
        finished: The person wants kept what stands in it.
        given_up: The person wants what stood in it before.
    """

    finished = Signal()
    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter for the box, whatever else the page does by it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keeps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc end it; the rest is typing."""
        if keeps(event):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def keeps(event: QKeyEvent) -> bool:
    """Whether a key is the one that keeps what was typed: Ctrl+Enter, since Enter alone begins a line."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
