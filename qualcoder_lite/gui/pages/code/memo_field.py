"""The field for a memo on a coding, in the bar of this passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent


class MemoField(QPlainTextEdit):
    """A few lines about the coding; kept when the focus leaves it."""

    finished = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setObjectName("memo")
        self.setAccessibleName("Memo")
        self.setPlaceholderText("What did you notice? Esc goes back to the text.")
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape, and Enter with Ctrl, keep the memo and go back to the text."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and with_control):
            self.left.emit()
        else:
            super().keyPressEvent(event)
