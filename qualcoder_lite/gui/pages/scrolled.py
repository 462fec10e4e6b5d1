"""A part of a page that scrolls where the window is too low for it, instead of making the window taller."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.layouts import Column


class Scrolled(Area):
    """One widget with the page's margins around it."""

    def __init__(self, inside: QWidget) -> None:
        """Put a widget in."""
        frame = QWidget()
        frame.setProperty("clear", "true")
        frame.setLayout(Column((inside, 1), margins=(24, 16)))
        super().__init__(frame)
