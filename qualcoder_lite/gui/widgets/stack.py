"""Widgets one over another, of which one is shown at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """What QStackedWidget is, by the same names, to the eye and to the hand.

    To a screen reader that one is a thing of its own: entering any of its pages is read out as “layered pane”.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold none yet."""
        super().__init__(parent)
        self._layers = QStackedLayout(self)
        self._layers.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:
        """Put one more behind the others; the first one is shown."""
        self._layers.addWidget(widget)

    def removeWidget(self, widget: QWidget) -> None:
        """Let go of one."""
        self._layers.removeWidget(widget)

    def currentWidget(self) -> QWidget | None:
        """The one that is shown; None while there is none."""
        return self._layers.currentWidget()

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show one of them."""
        self._layers.setCurrentWidget(widget)

    def currentIndex(self) -> int:
        """The number of the one that is shown, from 0."""
        return self._layers.currentIndex()

    def setCurrentIndex(self, number: int) -> None:
        """Show one by its number."""
        self._layers.setCurrentIndex(number)


def stack_of(*widgets: QWidget) -> Stack:
    """Widgets one over another, of which the first is shown."""
    stack = Stack()
    for widget in widgets:
        stack.addWidget(widget)
    return stack
