"""Words that a widget or delegate paints itself, over as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QFont, QPainter

_Made = TypeVar("_Made")


class WrappedWords:
    """Words broken into lines for a width, to be measured and then painted.

    `underlined` is the position in the words, in UTF-16 units, of one letter to underline; -1 for none.
    """

    def __init__(self, words: str, font: QFont, width: float, *, underlined: int = -1, centred: bool = False) -> None:
        """Break the words into lines."""
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(words, font)
        self._layout.setTextOption(option)
        if underlined >= 0:
            self._layout.setFormats([_underline_at(underlined)])
        self._layout.beginLayout()
        self.height = 0.0
        self.lines = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.lines += 1
        self._layout.endLayout()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint the lines with their top left corner at (x, y)."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


def cut_to_lines(words: str, most: int, font: QFont, width: float) -> WrappedWords:
    """Words in at most so many lines of a width, cut at a word and with an ellipsis where there are more."""
    wrapped = WrappedWords(words, font, width)
    while wrapped.lines > most and words:
        words = words.rpartition(" ")[0] or words[: len(words) * 3 // 4]
        wrapped = WrappedWords(f"{words} …", font, width)
    return wrapped


class ForWidths(dict[int, _Made], Generic[_Made]):
    """What is made for a width, such as wrapped words, once for each: a layout asks for some of them many times.

    Clear it when it would come out otherwise.
    """

    def __init__(self, make: Callable[[int], _Made]) -> None:
        """Have nothing made yet."""
        super().__init__()
        self._make = make

    def __missing__(self, width: int) -> _Made:
        """Make it for one more width."""
        made = self[width] = self._make(width)
        return made


def _underline_at(position: int) -> QTextLayout.FormatRange:
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    formats = QTextLayout.FormatRange()
    formats.start, formats.length, formats.format = position, 1, underlined
    return formats
