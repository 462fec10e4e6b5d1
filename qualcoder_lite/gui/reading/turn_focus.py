"""Which turn, and which passage within it, the reader is on: the state behind the arrow keys and the mouse.

The focus covers one turn or several in a row; the passage is what a code would be put on, and lies within them. At
first it is all that is said there; it can be trimmed from either side, by sentences while it holds more than one and
by words after that, and grown again the same way. Pure logic over stored positions (code points, end exclusive).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from qualcoder_lite.domain.sentences import end_of, sentences, start_of, trimmed, words
from qualcoder_lite.domain.transcript import Span

if TYPE_CHECKING:
    from qualcoder_lite.gui.reading.document_map import DocumentMap, Unit

#: A turn longer than this (code points) isn't one answer: what is coded on all of it would fill pages.
_LONG_TURN = 20_000


class TurnFocus:
    """The focused turns and the passage; every method that moves it returns whether anything changed."""

    def __init__(self, page: DocumentMap) -> None:
        """Begin on the first turn, whole."""
        self._page = page
        self._sentences: dict[int, list[Span]] = {}
        self.anchor = self.active = 0
        self.passage = self._whole()

    @property
    def units(self) -> range:
        """The indices of the turns (or paragraphs) that the focus covers."""
        return range(min(self.anchor, self.active), max(self.anchor, self.active) + 1)

    @property
    def unit(self) -> Unit:
        """The turn (or paragraph) that the next step starts from."""
        return self._page.units[self.active]

    @property
    def turn_number(self) -> int:
        """The number of that turn as it is shown, from 1; 0 outside all turns."""
        return self.unit.number

    @property
    def is_whole(self) -> bool:
        """Whether the passage is all that is said in the focused turns."""
        return self.passage == self._whole()

    @property
    def looked_at(self) -> Span:
        """The focused turns; of one as long as a whole talk, the passage in it, or its beginning."""
        start, end = self._page.units[self.units[0]].start, self._page.units[self.units[-1]].end
        if len(self.units) > 1 or end - start <= _LONG_TURN:
            return Span(start, end)
        return Span(start, start + _LONG_TURN) if self.is_whole else self.passage

    def move(self, steps: int) -> bool:
        """Go so many turns on or back, and take in all of the one reached."""
        return self.go_to(self.active + steps)

    def go_to(self, index: int) -> bool:
        """Go to a turn by its index, the nearest where there is none."""
        index = self._within(index)
        return self._put(index, index)

    def extend(self, steps: int) -> bool:
        """Take in more turns, or fewer, the one that the extension began on staying in."""
        return self._put(self.anchor, self._within(self.active + steps))

    def select_all(self) -> bool:
        """Take in everything."""
        return self._put(0, len(self._page.units) - 1)

    def whole(self) -> bool:
        """Take in the focused turns entirely again."""
        return self._put(self.anchor, self.active)

    def select(self, start: int, end: int) -> bool:
        """Take a stretch, without the blanks at its edges, as the passage, and the turns it touches as the focus.

        Where it holds no words of theirs, the turn itself is taken.
        """
        span = trimmed(self._page.text, start, end)
        units = self._page.units_between(*span)
        first, last = self._page.units[units[0]], self._page.units[units[-1]]
        within = Span(max(span.start, first.start), min(span.end, last.end))
        return self._put(units[0], units[-1], within if within.start < within.end else None)

    def next_sentence(self, steps: int) -> bool:
        """Go to the sentence after the passage (or before it), into the next turn where this one ends."""
        spoken = self._sentences_of(self.active)
        if self.is_whole and len(spoken) > 1:
            reached = 0 if steps > 0 else -1
        elif steps > 0:
            reached = next((n for n, s in enumerate(spoken) if s.start > self.passage.start), len(spoken))
        else:
            reached = sum(s.start < self.passage.start for s in spoken) - 1
        index = self.active
        if not 0 <= reached < len(spoken):
            index = self.active + (1 if steps > 0 else -1)
            if index != self._within(index):
                return False
            spoken = self._sentences_of(index)
            reached = 0 if steps > 0 else len(spoken) - 1
        return self._put(index, index, spoken[reached] if spoken else None)

    def take_sentence(self, position: int) -> bool:
        """Go to the sentence in focus that a position lies in, or to the one after it."""
        found = self._sentence_from(position)
        return found is not None and self._put(self.active, self.active, found)

    def trim_start(self) -> bool:
        """Leave out the first sentence of the passage, or its first word once there is only one sentence."""
        start, end = self.passage
        first = self._sentence_from(start)
        second = first and self._sentence_from(first.end)
        if second is None or second.start >= end:
            second = next(iter(words(self._page.text, start, end)[1:2]), None)
        return second is not None and self._keep(second.start, end)

    def trim_end(self) -> bool:
        """Leave out the last sentence of the passage, or its last word once there is only one sentence."""
        start, end = self.passage
        last = self._sentence_until(end)
        second = last and self._sentence_until(last.start)
        if second is None or second.end <= start:
            second = next(iter(words(self._page.text, start, end)[-2:-1]), None)
        return second is not None and self._keep(start, second.end)

    def grow_start(self) -> bool:
        """Take in the sentence before the passage, or the word before it within a sentence."""
        start, end = self.passage
        home = self._home()
        within = words(self._page.text, home.start, start) if home else []
        more = within[-1] if within else self._sentence_until(start)
        return more is not None and self._keep(more.start, end)

    def grow_end(self) -> bool:
        """Take in the sentence after the passage, or the word after it within a sentence."""
        start, end = self.passage
        home = self._home()
        within = words(self._page.text, end, home.end) if home else []
        more = within[0] if within else self._sentence_from(end)
        return more is not None and self._keep(start, more.end)

    def _home(self) -> Span | None:
        """The sentence that the passage is only a part of, if it lies within one."""
        start, end = self.passage
        found = self._sentence_from(start)
        return found if found and found != self.passage and found.start <= start and end <= found.end else None

    def _sentence_from(self, position: int) -> Span | None:
        """The first sentence in focus that ends after a position."""
        first = max(self.units[0], self._page.unit_at(position))
        for index in range(first, self.units[-1] + 1):
            spoken = self._sentences_of(index)
            place = bisect_right(spoken, position, key=end_of)
            if place < len(spoken):
                return spoken[place]
        return None

    def _sentence_until(self, position: int) -> Span | None:
        """The last sentence in focus that starts before a position."""
        last = min(self.units[-1], self._page.unit_at(position))
        for index in range(last, self.units[0] - 1, -1):
            spoken = self._sentences_of(index)
            place = bisect_left(spoken, position, key=start_of)
            if place:
                return spoken[place - 1]
        return None

    def _sentences_of(self, index: int) -> list[Span]:
        known = self._sentences.get(index)
        if known is None:
            unit = self._page.units[index]
            known = self._sentences[index] = sentences(self._page.text, unit.start, unit.end)
        return known

    def _whole(self) -> Span:
        units = self._page.units
        return Span(units[self.units[0]].start, units[self.units[-1]].end)

    def _within(self, index: int) -> int:
        return max(0, min(index, len(self._page.units) - 1))

    def _keep(self, start: int, end: int) -> bool:
        return self._put(self.anchor, self.active, Span(start, end))

    def _put(self, anchor: int, active: int, passage: Span | None = None) -> bool:
        before = (self.anchor, self.active, self.passage)
        self.anchor, self.active = anchor, active
        self.passage = self._whole() if passage is None else passage
        return before != (self.anchor, self.active, self.passage)
