"""A sheet on which a picture is laid out from the top: its heading, its legend, its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.pictures.marks import BODY, SMALL, TITLE, TO_BASELINE, Box, Corner, Picture, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.pictures.drawings import Drawing, Head
    from qualcoder_lite.domain.pictures.marks import Mark, Measure, Paint, Spot

_LEADING = 1.3  # height of a line, in sizes of its type
_MARGIN = 12.0
_NAMES_SHARE, _NAMES_LEAST = 0.3, 150.0
SWATCH = 18.0
"""The side of a sample in the legend."""


class Sheet:
    """What was put on the sheet so far, and how far down it reaches."""

    def __init__(self, measure: Measure, width: float) -> None:
        """Start with an empty sheet of some width, its margins included."""
        self.measure = measure
        self.width = width
        self.left = _MARGIN
        self.y = _MARGIN
        self.marks: list[Mark] = []
        self.spots: list[Spot] = []

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * _MARGIN

    def wrapped(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """Words broken into lines; a word that is wider by itself stays whole."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, size, bold) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def lines(
        self,
        lines: Sequence[str],
        *,
        x: float,
        top: float,
        size: float = BODY,
        bold: bool = False,
        paint: Paint = "text",
    ) -> float:
        """Put lines of words under each other; where they end."""
        for line in lines:
            self.marks.append(Words(x, top + size * (_LEADING / 2 + TO_BASELINE), line, size, bold, paint))
            top += size * _LEADING
        return top

    @staticmethod
    def height(lines: Sequence[str], size: float = BODY) -> float:
        """How high lines of words are."""
        return len(lines) * size * _LEADING

    def heading(self, title: str, about: Sequence[str]) -> None:
        """The title, and under it what is counted."""
        titles = self.wrapped(title, TITLE, self.room, bold=True)
        self.y = self.lines(titles, x=self.left, top=self.y, size=TITLE, bold=True)
        for sentence in about:
            lines = self.wrapped(sentence, SMALL, self.room)
            self.y = self.lines(lines, x=self.left, top=self.y, size=SMALL, paint="muted")
        self.y += 10

    def legend(self, entries: Sequence[tuple[Sequence[Mark], str]]) -> None:
        """Samples, drawn from (0, 0) in a square of `SWATCH`, each with its words, on as many lines as they need."""
        self.y += 10
        x = self.left
        for sample, words in entries:
            wide = SWATCH + 6 + self.measure(words, SMALL, False) + 18
            if x > self.left and x + wide > self.left + self.room + 18:
                x, self.y = self.left, self.y + SWATCH + 6
            self.marks += [_moved(mark, x, self.y) for mark in sample]
            self.marks.append(Words(x + SWATCH + 6, self.y + SWATCH / 2 + SMALL * TO_BASELINE, words, SMALL))
            x += wide
        if entries:
            self.y += SWATCH + 6

    def notes(self, notes: Sequence[str]) -> None:
        """Sentences under the picture."""
        for note in notes:
            self.y = self.lines(self.wrapped(note, SMALL, self.room), x=self.left, top=self.y + 3, size=SMALL)

    def names_width(self, heads: Sequence[Head]) -> float:
        """The width for the names of rows: what they ask for, but no more than a share of the sheet."""
        asked = [(self.measure(head.name, BODY, False), self.measure(head.under, SMALL, False)) for head in heads]
        longest = max((wide for pair in asked for wide in pair), default=0.0) + 12
        return min(longest, max(_NAMES_LEAST, self.room * _NAMES_SHARE))

    def picture(self, drawing: Drawing) -> Picture:
        """What was put on the sheet, as a picture of that drawing."""
        whole = Box(0, 0, self.width, self.y + _MARGIN, fill="surface")
        return Picture(
            title=drawing.title,
            width=self.width,
            height=self.y + _MARGIN,
            marks=(whole, *self.marks),
            spots=tuple(self.spots),
            words=drawing.in_words(),
        )


def _moved(mark: Mark, x: float, y: float) -> Mark:
    """A sample in its place."""
    if isinstance(mark, Box | Corner | Words):
        return replace(mark, x=mark.x + x, y=mark.y + y)
    return replace(mark, x1=mark.x1 + x, y1=mark.y1 + y, x2=mark.x2 + x, y2=mark.y2 + y)
