"""A part of a page that scrolls where the window is too low for it, instead of making the window taller."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qualcoder_lite.gui.widgets.layouts import Column


class Scrolled(QScrollArea):
    """One widget with the page's margins around it."""

    def __init__(self, inside: QWidget) -> None:
        """Put a widget in; the keyboard walks through what is in it, not to the area itself."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame = QWidget()
        frame.setProperty("clear", "true")
        frame.setLayout(Column((inside, 1), margins=(24, 16)))
        self.setWidget(frame)
