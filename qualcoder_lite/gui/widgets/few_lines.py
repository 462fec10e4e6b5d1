"""A paragraph that has room for a few lines: FewLines(3, "small")."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent

from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.wrapped_words import WrappedWords, cut_to_lines

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme.tokens import TypeRole


class FewLines(Label):
    """Always as high as its lines, and cut at a word where the words need more; a screen reader is told all of them."""

    def __init__(self, lines: int, role: TypeRole = "body") -> None:
        """Have no words yet."""
        self._lines = lines
        super().__init__("", role, wrap=True)

    def shown(self) -> WrappedWords:
        """The words as they are cut for the width that there is."""
        return cut_to_lines(self.text(), self._lines, self.font(), self.width())

    def restyle(self) -> None:
        """Take size and height from the look."""
        super().restyle()
        self.setFixedHeight(ceil(self._lines * WrappedWords("x", self.font(), self.width()).height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        with QPainter(self) as painter:
            self.shown().paint(painter, 0, 0, self.look.colour("text"))
