"""What is painted behind each line of text: fills in the colour of the shortest passage, and up to three underlines.

Everything is worked out for one line when it is first seen and kept until a coding on its block changes or the page
is laid out anew. Rectangles are relative to the block, so scrolling costs nothing.
"""

from __future__ import annotations

import re
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QColor, QTextBlock, QTextLine

    from qualcoder_lite.gui.reading.document_map import DocumentMap
    from qualcoder_lite.gui.reading.geometry import InView, Row
    from qualcoder_lite.gui.reading.interval_index import IntervalIndex
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
    from qualcoder_lite.gui.reading.palette import GroupColours, ReadingPalette
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle

#: Underlines below one line of text.
MOST_UNDERLINES = 3
#: The shortest codings of a line that are looked at: the longer ones say little about these very words.
MOST_CONSIDERED = 24
#: The same for the underlines of a block.
MOST_CONSIDERED_BLOCK = 60

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Run(NamedTuple):
    """A stretch with one underline: the codings of one code that overlap, taken together."""

    start: int
    end: int
    group: str


class Cover(NamedTuple):
    """A stretch under the same codings throughout: how many, and the shortest of them."""

    start: int
    end: int
    depth: int
    shortest: PaintedCoding


class LineBands(NamedTuple):
    """What one line shows, relative to its block."""

    fills: list[tuple[QRectF, QColor]]
    underlines: list[tuple[QRectF, GroupColours]]


class Bands:
    """The bands of a page, line by line."""

    def __init__(
        self,
        page: DocumentMap,
        index: IntervalIndex,
        style: ReadingStyle,
        palette: ReadingPalette,
        quiet: frozenset[int],
    ) -> None:
        """Begin with nothing worked out; `quiet` names the speakers whose muted words bear only the palest fill."""
        self._page, self._index, self._style, self._palette, self._quiet = page, index, style, palette, quiet
        self._blocks: dict[int, _BlockBands] = {}

    def line(self, block: QTextBlock, number: int) -> LineBands:
        """The bands of a line of a block of words."""
        place = block.blockNumber()
        known = self._blocks.get(place)
        if known is None:
            known = self._blocks[place] = self._look_at(place)
        bands = known.lines.get(number)
        if bands is None:
            bands = known.lines[number] = self._line(block, block.layout().lineAt(number), known)
        return bands

    def forget(self, blocks: Iterable[int]) -> None:
        """Work these blocks out anew when they are next seen."""
        for number in blocks:
            self._blocks.pop(number, None)

    def forget_all(self) -> None:
        """Work everything out anew: the page was laid out again or the colours changed."""
        self._blocks.clear()

    def stretch(self, block: QTextBlock, line: QTextLine, start: int, end: int) -> list[QRectF]:
        """Where a stretch of stored text stands on a line, relative to its block; in pieces if directions mix."""
        mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
        return self._rectangles(_LineGeometry(self._page, block, line, mixed=mixed), start, end)

    def in_view(self, seen: InView, row: Row, start: int, end: int) -> list[QRectF]:
        """Where a stretch of stored text stands on a row that is in view, in the viewport."""
        shown = seen.block_of(row)
        line = shown.block.layout().lineAt(row.line)
        return [rect.translated(shown.rect.topLeft()) for rect in self.stretch(shown.block, line, start, end)]

    def _look_at(self, place: int) -> _BlockBands:
        block = self._page.blocks[place]
        codings = [] if block.is_heading else self._index.overlapping(block.start, block.end)
        speaker = self._page.units[block.unit].speaker
        mixed = bool(codings) and _RIGHT_TO_LEFT.search(self._page.text, block.start, block.end) is not None
        slots = underline_slots(codings, block.start, block.end)
        levels = max((slot for _, slot in slots), default=-1) + 1
        return _BlockBands(codings, slots, levels, mixed, speaker is not None and speaker in self._quiet, {})

    def _line(self, block: QTextBlock, line: QTextLine, known: _BlockBands) -> LineBands:
        bands = LineBands([], [])
        if not known.codings:
            return bands
        geometry = _LineGeometry(self._page, block, line, mixed=known.mixed)
        start, end = geometry.start, geometry.end
        here = [coding for coding in known.codings if coding.start < end and coding.end > start]
        if len(here) > MOST_CONSIDERED:
            here = nsmallest(MOST_CONSIDERED, here, key=_by_length)
        deepest = 1 if known.quiet else 3
        for left, right, level, group in _merged(covers(here, start, end), deepest):
            colour = self._palette.group(group).fills[level - 1]
            bands.fills.extend((rect, colour) for rect in self._rectangles(geometry, left, right))
        pitch, thick = self._underline_pitch(known.levels)
        for run, slot in known.slots:
            if run.start < end and run.end > start:
                group = self._palette.group(run.group)
                for rect in self._rectangles(geometry, run.start, run.end):
                    top = rect.bottom() + 1 + slot * pitch
                    bands.underlines.append((QRectF(rect.left(), top, rect.width(), thick), group))
        return bands

    def _underline_pitch(self, levels: int) -> tuple[float, float]:
        """From one underline to the next, and how thick each is, so that all fit between two lines of text."""
        comfortable = 4.4 * self._style.scale**0.5
        pitch = min(comfortable, max(2.0, (self._style.line_room() - 3) / max(1, levels)))
        return pitch, max(1.0, min(2.8 * self._style.scale**0.5, pitch - 1))

    def _rectangles(self, line: _LineGeometry, start: int, end: int) -> list[QRectF]:
        return [
            QRectF(left, line.top, right - left, line.height)
            for left, right in line.pieces(max(start, line.start), min(end, line.end))
        ]


class _BlockBands(NamedTuple):
    """What is known of a block: its codings, which underline slot each code has, and the lines worked out so far."""

    codings: list[PaintedCoding]
    slots: list[tuple[Run, int]]
    levels: int
    mixed: bool
    quiet: bool
    lines: dict[int, LineBands]


class _LineGeometry:
    """One laid-out line: the stored text that it shows, and where each character of it stands."""

    def __init__(self, page: DocumentMap, block: QTextBlock, line: QTextLine, *, mixed: bool) -> None:
        self._page, self._place, self._line, self._mixed = page, block.blockNumber(), line, mixed
        first = line.textStart()
        self.start = page.stored_in(self._place, first)
        self.end = page.stored_in(self._place, first + line.textLength())
        shown = line.naturalTextRect()
        self._left, self._right = shown.left(), shown.right()  # without the blank at which the line was wrapped
        self.top = round(line.y()) - 1.0
        self.height = round(line.ascent() + line.descent()) + 2.0
        self._known: dict[int, float] = {}

    def pieces(self, start: int, end: int) -> list[tuple[float, float]]:
        """Left and right of a stretch; in text of mixed direction it may stand in several pieces."""
        if start >= end:
            return []
        if self._mixed:
            return self._visual_pieces(start, end)
        left, right = self._x(start), min(self._x(end), self._right)
        return [(left, right)] if right > left else []

    def _x(self, position: int) -> float:
        known = self._known.get(position)
        if known is None:
            found = self._line.cursorToX(self._page.qt_into(self._place, position))
            known = self._known[position] = cast("tuple[float, int]", found)[0]  # with the cursor it came to
        return known

    def _visual_pieces(self, start: int, end: int) -> list[tuple[float, float]]:
        first, last = self._page.qt_into(self._place, start), self._page.qt_into(self._place, end)
        found = sorted(
            (max(box.left(), self._left), min(box.right(), self._right))
            for box in (run.boundingRect() for run in self._line.glyphRuns(first, last - first))
        )
        joined: list[tuple[float, float]] = []
        for left, right in found:
            if joined and left <= joined[-1][1] + 0.5:
                joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
            elif right > left:
                joined.append((left, right))
        return joined


def covers(codings: Sequence[PaintedCoding], start: int, end: int) -> list[Cover]:
    """The longest stretches within [start, end) that lie under the same codings throughout."""
    edges: list[tuple[int, int, PaintedCoding]] = []
    for coding in codings:
        left, right = max(coding.start, start), min(coding.end, end)
        if left < right:
            edges.append((left, 1, coding))
            edges.append((right, 0, coding))
    edges.sort(key=_by_place)
    found: list[Cover] = []
    live: dict[str, PaintedCoding] = {}
    last = start
    for place, opens, coding in edges:
        if live and place > last:
            found.append(Cover(last, place, len(live), min(live.values(), key=_by_length)))
        if opens:
            live[coding.id] = coding
        else:
            live.pop(coding.id, None)
        last = place
    return found


def underline_slots(codings: Sequence[PaintedCoding], start: int, end: int) -> list[tuple[Run, int]]:
    """Which codes of a block are underlined, and on which of the three levels; the same level all through the block.

    Shorter passages are taken in first, and longer ones wherever that leaves room; an outer passage then lies nearer
    to the text.
    """
    taken: list[Run] = []
    for run in nsmallest(MOST_CONSIDERED_BLOCK, _runs(codings, start, end), key=_run_length):
        over = [other for other in taken if other.start < run.end and other.end > run.start]
        taken += _where_room(over, run) if len(over) >= MOST_UNDERLINES else [run]
    ends = [start] * MOST_UNDERLINES
    slots: list[tuple[Run, int]] = []
    for run in sorted(taken, key=lambda run: (run.start, -run.end, run.group)):
        slot = next(level for level, free_from in enumerate(ends) if free_from <= run.start)
        ends[slot] = run.end
        slots.append((run, slot))
    return slots


def _runs(codings: Sequence[PaintedCoding], start: int, end: int) -> list[Run]:
    """The codings within a block by code, those of one code that overlap taken together; given in order of start."""
    found: list[Run] = []
    last_of: dict[tuple[str, str, str], int] = {}
    for coding in codings:
        code = (coding.group, coding.keys, coding.name)
        left, right = max(coding.start, start), min(coding.end, end)
        at = last_of.get(code)
        if at is not None and left < found[at].end:
            found[at] = Run(found[at].start, max(found[at].end, right), coding.group)
        else:
            last_of[code] = len(found)
            found.append(Run(left, right, coding.group))
    return found


def _where_room(taken: Sequence[Run], run: Run) -> list[Run]:
    """The parts of a run where fewer than three others are underlined."""
    edges = [(max(other.start, run.start), 1) for other in taken]
    edges += [(min(other.end, run.end), -1) for other in taken]
    parts: list[Run] = []
    depth, since = 0, run.start
    for place, change in [*sorted(edges), (run.end, 0)]:
        if depth < MOST_UNDERLINES and since < place:
            if parts and parts[-1].end == since:
                since = parts.pop().start
            parts.append(Run(since, place, run.group))
        depth, since = depth + change, place
    return parts


def _merged(found: Sequence[Cover], deepest: int) -> list[tuple[int, int, int, str]]:
    """Start, end, level of fill (from 1) and group of the covers, neighbours that look alike joined."""
    joined: list[tuple[int, int, int, str]] = []
    for cover in found:
        level, group = min(cover.depth, deepest), cover.shortest.group
        if joined and joined[-1][1:] == (cover.start, level, group):
            joined[-1] = (joined[-1][0], cover.end, level, group)
        else:
            joined.append((cover.start, cover.end, level, group))
    return joined


def _by_length(coding: PaintedCoding) -> tuple[int, int, str]:
    return coding.end - coding.start, -coding.start, coding.id


def _run_length(run: Run) -> tuple[int, int]:
    return run.end - run.start, run.start


def _by_place(edge: tuple[int, int, PaintedCoding]) -> tuple[int, int]:
    return edge[0], edge[1]
