"""Moving one edge of a passage: by characters, words or sentences, or to a place that is pointed at.

Pure logic over stored positions (code points, end exclusive). An edge never passes the other one, never comes to rest
on a blank or in a speaker's label, and never cuts a character as people see it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.sentences import end_of, sentences, start_of, words
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.service.coding.whole_characters import whole_characters

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.gui.reading.document_map import DocumentMap


class Edge(StrEnum):
    """Which end of a passage."""

    START = "start"
    END = "end"


class Stride(StrEnum):
    """How far an edge goes at once."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


class PassageEdges:
    """A passage, and the edge of it that is being moved."""

    def __init__(self, page: DocumentMap, passage: Span, edge: Edge) -> None:
        """Begin with a passage as it is."""
        self._page = page
        self.before = self.passage = passage
        self.edge = edge
        self._spans: dict[tuple[Stride, int], list[Span]] = {}

    @property
    def position(self) -> int:
        """Where the edge is."""
        return self.passage.start if self.edge is Edge.START else self.passage.end

    def move(self, stride: Stride, *, forward: bool) -> bool:
        """Move the edge by one character, word or sentence; whether there was anywhere to go."""
        place = self._character(forward) if stride is Stride.CHARACTER else self._boundary(stride, forward)
        return place is not None and self._put(place)

    def point(self, position: int, *, exactly: bool = False) -> bool:
        """Move the edge to the word at a position, or to its very character; whether that changed anything."""
        text = self._page.text
        unit = self._page.units[self._page.unit_at(position)]
        if position and text[position - 1 : position].strip() and not text[position : position + 1].strip():
            position -= 1  # just behind a word still means the word
        position = max(unit.start, min(position, max(unit.start, unit.end - 1)))
        span = Span(*whole_characters(text, position, position + 1))
        if not exactly:
            around = self._of(Stride.WORD, self._page.unit_at(position))
            first = min(bisect_right(around, position, key=end_of), len(around) - 1)
            span = around[first] if around else span
        elif text[span.start : span.end].isspace():
            return False
        return self._put(span.start if self.edge is Edge.START else span.end)

    def _put(self, place: int) -> bool:
        text = self._page.text
        if self.edge is Edge.START:
            start, end = whole_characters(text, place, place + 1)[0], self.passage.end
        else:
            start, end = self.passage.start, whole_characters(text, place - 1, place)[1]
        if start >= end or (start, end) == self.passage:
            return False
        self.passage = Span(start, end)
        return True

    def _boundary(self, stride: Stride, forward: bool) -> int | None:
        """The next start of a word or sentence for the first edge, the next end of one for the second."""
        key = start_of if self.edge is Edge.START else end_of
        position, step = self.position, 1 if forward else -1
        index = self._page.unit_at(position if self.edge is Edge.START else max(0, position - 1))
        while 0 <= index < len(self._page.units):
            spans = self._of(stride, index)
            place = bisect_right(spans, position, key=key) if forward else bisect_left(spans, position, key=key) - 1
            if 0 <= place < len(spans):
                return key(spans[place])
            index += step
        return None

    def _character(self, forward: bool) -> int | None:
        """The next character's edge; where the turn ends, that of the first or last character of the one beyond."""
        text, position = self._page.text, self.position
        unit = self._page.units[self._page.unit_at(position if self.edge is Edge.START else max(0, position - 1))]
        first, last = unit.start, unit.end
        if forward:
            if self.edge is Edge.START:
                position = whole_characters(text, position, position + 1)[1]
            while position < last and text[position].isspace():
                position += 1
            if position >= last:
                return self._boundary_beyond(forward=True)
            return position if self.edge is Edge.START else whole_characters(text, position, position + 1)[1]
        if self.edge is Edge.END:
            position = whole_characters(text, position - 1, position)[0]
        while position > first and text[position - 1].isspace():
            position -= 1
        if position <= first:
            return self._boundary_beyond(forward=False)
        return position if self.edge is Edge.END else whole_characters(text, position - 1, position)[0]

    def _boundary_beyond(self, *, forward: bool) -> int | None:
        """The outermost character of the nearest turn with words beyond the edge's own."""
        here = self.position if self.edge is Edge.START else max(0, self.position - 1)
        index, step = self._page.unit_at(here), 1 if forward else -1
        index += step
        while 0 <= index < len(self._page.units):
            unit = self._page.units[index]
            if unit.start < unit.end:
                place = unit.start if forward else unit.end - 1
                character = whole_characters(self._page.text, place, place + 1)
                return character[0] if self.edge is Edge.START else character[1]
            index += step
        return None

    def _of(self, stride: Stride, index: int) -> list[Span]:
        known = self._spans.get((stride, index))
        if known is None:
            unit = self._page.units[index]
            cut: Callable[[str, int, int], list[Span]] = words if stride is Stride.WORD else sentences
            known = self._spans[(stride, index)] = cut(self._page.text, unit.start, unit.end)
        return known
