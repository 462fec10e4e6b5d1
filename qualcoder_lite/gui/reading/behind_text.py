"""What is painted behind the words in view: the passage, bands of codings, what was found, the coding pointed at."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.sentences import end_of
from qualcoder_lite.gui.reading.aids import mark_found
from qualcoder_lite.gui.reading.patterns import underline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.gui.reading.bands import Bands
    from qualcoder_lite.gui.reading.geometry import InView, Row
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
    from qualcoder_lite.gui.reading.palette import ReadingPalette


class Found(NamedTuple):
    """Places that were found, in order of position; `now` is the one the reader is at, -1 for none."""

    spans: Sequence[Span] = ()
    now: int = -1


class BehindText:
    """Paints one part of the page, once."""

    def __init__(self, painter: QPainter, seen: InView, bands: Bands, palette: ReadingPalette) -> None:
        """Paint what is seen, with a painter on the viewport."""
        self._painter, self._seen, self._bands, self._palette = painter, seen, bands, palette

    def paint(
        self, rows: Sequence[Row], *, passage: Span | None, found: Found, pointed_at: PaintedCoding | None
    ) -> None:
        """Paint behind these rows; without a passage where the focus is on whole turns, which have a card."""
        corners = {block.number: (block.block, block.rect.topLeft()) for block in self._seen.blocks}
        for row in rows:
            if passage and passage.start < row.end and passage.end > row.start:
                for rect in self._stretch(row, *passage):
                    self._painter.fillRect(rect, self._palette.passage)
            block, corner = corners[row.block]
            bands = self._bands.line(block, row.line)
            for rect, colour in bands.fills:
                self._painter.fillRect(rect.translated(corner), colour)
            self._paint_found(row, found)
            if pointed_at and pointed_at.start < row.end and pointed_at.end > row.start:
                for rect in self._stretch(row, pointed_at.start, pointed_at.end):
                    self._painter.fillRect(rect, self._palette.group(pointed_at.group).deep)
            for rect, group in bands.underlines:
                underline(self._painter, rect.translated(corner), group.stripe, group.pattern)

    def _paint_found(self, row: Row, found: Found) -> None:
        """Mark what was found on a row; the place that the reader is at has an edge too."""
        first = bisect_right(found.spans, row.start, key=end_of)
        for place in range(first, len(found.spans)):
            span = found.spans[place]
            if span.start >= row.end:
                break
            mark_found(self._painter, self._stretch(row, *span), self._palette, here=place == found.now)

    def _stretch(self, row: Row, start: int, end: int) -> list[QRectF]:
        return self._bands.in_view(self._seen, row, start, end)
