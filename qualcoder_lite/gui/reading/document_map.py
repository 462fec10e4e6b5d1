"""How the stored text is set out for reading, and where each of its characters then stands.

The stored text keeps speaker labels and time stamps. On the page a turn opens with a line of its own ("Elsie
turn 4") in their place, blank lines give way to spacing, and a paragraph of thousands of words is cut at ends of
sentences into blocks that Qt can lay out one at a time. The words themselves are never changed, and every position
given out is one in the stored text.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.sentences import sentences
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.gui.reading.text_offsets import TextOffsets, qt_length
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.transcript import Speaker, Turn

#: A paragraph longer than this (code points, some 900 words) is laid out in several blocks, so that one of 100,000
#: words, which would take Qt half a second, is as quick as any other text.
LONGEST_PARAGRAPH = 5000
#: The longest of those blocks, and how far back from its end an end of a sentence is looked for.
LONGEST_BLOCK, _CUT_WITHIN = 1200, 400
#: Between a speaker's name and the number of the turn.
_GAP = "  "


class Unit(NamedTuple):
    """What the focus sits on: a turn's speech, or a paragraph where there are no turns. Positions as stored.

    `number` counts turns from 1 and is 0 for a paragraph outside all turns; `start` and `end` leave the label out.
    """

    number: int
    start: int
    end: int
    first_block: int
    last_block: int
    speaker: int | None = None
    timestamp: int | None = None


class Block(NamedTuple):
    """One block of the page: the stretch of stored text that it shows, or that its heading stands for.

    A heading has a `name` and a quieter `note` ("turn 4"). One that is `continued` has more of its paragraph after it.
    """

    start: int
    end: int
    unit: int
    name: str = ""
    note: str = ""
    continued: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it names the speaker instead of showing stored words."""
        return bool(self.name)

    @property
    def heading(self) -> str:
        """The heading's words, as they stand on the page."""
        return f"{self.name}{_GAP}{self.note}" if self.note else self.name


class DocumentMap:
    """The blocks and units of one transcript, with positions translated both ways."""

    def __init__(
        self, text: str, turns: Sequence[Turn], speakers: Sequence[Speaker], *, turn_numbers: bool = True
    ) -> None:
        """Set a stored text out; `turns` in order of position, their numbers beside the speakers if wanted."""
        self.text = text
        self._turn_numbers = turn_numbers
        self.offsets = TextOffsets(text)
        self.blocks: list[Block] = []
        self.units: list[Unit] = []
        self._add_paragraphs(0, turns[0].start if turns else len(text))
        for number, turn in enumerate(turns, start=1):
            self._add_turn(number, turn, speakers)
        if not self.blocks:
            self._add_unit(0, [Block(0, 0, 0)])
        self._starts = [block.start for block in self.blocks]
        self._ends = [block.end for block in self.blocks]
        self._unit_starts = [self.blocks[unit.first_block].start for unit in self.units]
        self.document_starts = self._document_starts()

    def unit_at(self, position: int) -> int:
        """The index of the unit that a stored position lies in, or of the one before it."""
        return max(0, bisect_right(self._unit_starts, position) - 1)

    def units_between(self, start: int, end: int) -> range:
        """The indices of the units whose words a stretch touches; the nearest one where it touches none."""
        first, last = self.unit_at(start), self.unit_at(max(start, end - 1))
        while first < last and self.units[first].end <= start:
            first += 1
        return range(first, last + 1)

    def blocks_between(self, start: int, end: int) -> range:
        """The numbers of the blocks that show some of a stretch."""
        return range(bisect_right(self._ends, start), max(bisect_left(self._starts, end), 0))

    def to_document(self, position: int, *, as_end: bool = False) -> int:
        """Where a stored position stands in Qt's document.

        One that isn't shown (in a label, a blank line) goes to the next words, or with `as_end` to the end of those
        before.
        """
        last = len(self.blocks) - 1
        if as_end:
            number = max(0, bisect_left(self._starts, position) - 1)
            while number and self.blocks[number].is_heading:
                number -= 1
        else:
            number = min(last, bisect_right(self._ends, position))
            while number < last and self.blocks[number].is_heading:
                number += 1
        block = self.blocks[number]
        if block.is_heading:
            return self.document_starts[number]
        return self.document_starts[number] + self.qt_into(number, max(block.start, min(position, block.end)))

    def to_stored(self, document_position: int, *, as_end: bool = False) -> int:
        """The stored position at one of Qt's document; in a heading, the first of the words below it.

        Inside a surrogate pair it is the character's start, or with `as_end` its end.
        """
        number = self.block_at(document_position)
        block = self.blocks[number]
        if block.is_heading:
            return block.start if as_end else block.end
        return self.stored_in(number, document_position - self.document_starts[number], as_end=as_end)

    def block_at(self, document_position: int) -> int:
        """The number of the block that a position of Qt's document lies in."""
        return max(0, bisect_right(self.document_starts, document_position) - 1)

    def qt_into(self, number: int, position: int) -> int:
        """How many UTF-16 units into a block a stored position lies."""
        return self.offsets.to_qt(position) - self.offsets.to_qt(self.blocks[number].start)

    def stored_in(self, number: int, qt_into: int, *, as_end: bool = False) -> int:
        """The stored position so many UTF-16 units into a block of words."""
        block = self.blocks[number]
        return min(block.end, self.offsets.from_qt(self.offsets.to_qt(block.start) + qt_into, after=as_end))

    def _document_starts(self) -> list[int]:
        starts: list[int] = []
        position = 0
        for number, block in enumerate(self.blocks):
            starts.append(position)
            shown = qt_length(block.heading) if block.is_heading else self.qt_length_of(number)
            position += shown + 1
        return starts

    def qt_length_of(self, number: int) -> int:
        """How many UTF-16 units a block of words shows."""
        return self.qt_into(number, self.blocks[number].end)

    def _add_turn(self, number: int, turn: Turn, speakers: Sequence[Speaker]) -> None:
        index = len(self.units)
        who = " ".join(speakers[turn.speaker].label.split()) if 0 <= turn.speaker < len(speakers) else ""
        counted = [tr("turn {number}", number=number)] if self._turn_numbers else []
        note = " · ".join(counted if turn.timestamp is None else [*counted, clock(turn.timestamp)])
        heading = Block(turn.start, max(turn.start, min(turn.speech, turn.end)), index, who or tr("Somebody"), note)
        said = self._words(turn.speech, turn.end, index)
        unit = Unit(
            number,
            said[0].start if said else heading.end,
            said[-1].end if said else heading.end,
            len(self.blocks),
            len(self.blocks) + len(said),
            turn.speaker,
            turn.timestamp,
        )
        self.units.append(unit)
        self.blocks += [heading, *said]

    def _add_paragraphs(self, start: int, end: int) -> None:
        for line in paragraphs(self.text, start, end):
            self._add_unit(0, self._words(line.start, line.end, len(self.units)))

    def _add_unit(self, number: int, blocks: list[Block]) -> None:
        first = len(self.blocks)
        self.units.append(Unit(number, blocks[0].start, blocks[-1].end, first, first + len(blocks) - 1))
        self.blocks += blocks

    def _words(self, start: int, end: int, unit: int) -> list[Block]:
        found: list[Block] = []
        for line in paragraphs(self.text, start, end):
            left = line.start
            for cut in _cuts(self.text, line.start, line.end):
                found.append(Block(left, cut, unit, continued=True))
                left = cut
                while self.text[left] == " ":
                    left += 1
            found.append(Block(left, line.end, unit))
        return found


def clock(milliseconds: int) -> str:
    """A time stamp as people write it: 4:05, or 1:04:05."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a very long paragraph is cut: at the ends of sentences, else at blanks, else between two characters."""
    cuts: list[int] = []
    while end - start > LONGEST_BLOCK and (cuts or end - start > LONGEST_PARAGRAPH):
        stop = start + LONGEST_BLOCK
        within = sentences(text, stop - _CUT_WITHIN, stop)
        cut = within[-2].end if len(within) > 1 else text.rfind(" ", start + 1, stop)
        if cut <= start:
            cut = stop
            while cut < end - 1 and _clings(text[cut], text[cut - 1]):
                cut += 1
        cuts.append(cut)
        start = cut
    return cuts


def _clings(character: str, before: str) -> bool:
    """Whether a character belongs to the one before it: an accent, a joiner, or what follows a joiner."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf", "Sk"} or before == "\u200d"
