"""Boxes that hold things: Card(Column(...)) and the surfaces pages are made of.

`kind` is one of: card (a sheet with a hairline), chosen (the same, picked), well (a trough), note (a caution), dialog,
page (what transcripts lie on), turn, panel, bar (over a page), foot (under one), side (left of one), aside (right).
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QLayout, QWidget

Surface = Literal["card", "chosen", "well", "note", "dialog", "page", "turn", "panel", "bar", "foot", "side", "aside"]


class Card(QFrame):
    """A surface with a layout of the caller's on it."""

    def __init__(self, layout: QLayout | None = None, *, kind: Surface = "card", parent: QWidget | None = None) -> None:
        """Lay the layout on a surface."""
        super().__init__(parent)
        self.setProperty("box", kind)
        if layout is not None:
            self.setLayout(layout)

    def set_kind(self, kind: Surface) -> None:
        """Change the surface, for instance to show it picked."""
        if kind != self.property("box"):
            self.setProperty("box", kind)
            self.style().unpolish(self)
            self.style().polish(self)
