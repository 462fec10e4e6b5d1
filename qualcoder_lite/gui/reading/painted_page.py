"""The page that a transcript is read on: text with passages painted behind it, a card at the focus, and the margin.

A read-only `QTextEdit` whose passages are painted behind the text and never formatted, so that a page with
thousands of codings opens and changes as fast as one with none. What the reader does with keys and mouse is in
`TranscriptView`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from qualcoder_lite.gui.reading.aids import dim, paint_line_numbers
from qualcoder_lite.gui.reading.bands import Bands
from qualcoder_lite.gui.reading.behind_text import BehindText, Found
from qualcoder_lite.gui.reading.brackets import Bracket, Brackets
from qualcoder_lite.gui.reading.card import card_rect, paint_bracket, paint_card
from qualcoder_lite.gui.reading.document_builder import build, quiet_speakers
from qualcoder_lite.gui.reading.document_map import DocumentMap
from qualcoder_lite.gui.reading.geometry import UNDERLINES, InView, in_view
from qualcoder_lite.gui.reading.interval_index import IntervalIndex
from qualcoder_lite.gui.reading.line_numbers import LineNumbers
from qualcoder_lite.gui.reading.margin import Beside, Margin
from qualcoder_lite.gui.reading.page_heights import line_top, scroll_to
from qualcoder_lite.gui.reading.palette import ReadingPalette, reading_palette
from qualcoder_lite.gui.reading.reading_settings import LineFocus, ReadingSettings
from qualcoder_lite.gui.reading.reading_style import ReadingStyle
from qualcoder_lite.gui.reading.shared_width import labels_for, width_of_text
from qualcoder_lite.gui.reading.turn_focus import TurnFocus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.transcript import Span, Speaker, Turn
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding
    from qualcoder_lite.gui.reading.passage_edges import Edge

#: How far the ring reaches beyond its card, and a bracket beyond the words it clings to, in pixels.
_RING, _BRACKET = 6, 10


class PaintedPage(QTextEdit):
    """A transcript set out and painted, with the focus where it was put."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page in the theme's light colours."""
        super().__init__(parent)
        self._style, self._palette = ReadingStyle(), reading_palette()
        self._turns: Sequence[Turn] = ()
        self._speakers: Sequence[Speaker] = ()
        self._page = DocumentMap("", (), ())
        self._index = IntervalIndex()
        self._focus = TurnFocus(self._page)
        self._hovered = self._activated = ""
        self._brackets = Brackets()
        self._found = Found()
        self._seen: InView | None = None
        self._marks = QRect()  # where card and brackets were painted last, on the page
        self._built: QTextDocument | None = None
        self.margin = Margin(self, self._beside, self._style, self._palette)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._bands = self._new_bands()
        self._numbers = LineNumbers(self.document(), self._page)
        self._set_out()

    # What is shown

    def show_text(
        self, text: str, turns: Sequence[Turn], speakers: Sequence[Speaker], codings: Iterable[PaintedCoding]
    ) -> None:
        """Set a transcript out from its beginning, the focus on its first turn."""
        self._turns, self._speakers = turns, speakers
        self._page = DocumentMap(text, turns, speakers, turn_numbers=self._style.turn_numbers)
        self._index = IntervalIndex(codings)
        self._focus = TurnFocus(self._page)
        self._hovered = self._activated = ""
        self._found = Found()
        self.margin.restart()
        self._set_out()
        self.verticalScrollBar().setValue(0)

    def add_coding(self, coding: PaintedCoding) -> None:
        """Paint one more coding; one of the same id makes way for it."""
        self.remove_coding(coding.id)
        self._index.add(coding)
        self._touch(coding)

    def remove_coding(self, coding_id: str) -> None:
        """Take a coding off the page. One that isn't there is no fault: an undo may have taken it off before."""
        if coding_id in self._index:
            self._touch(self._index.remove(coding_id))

    def update_coding(self, coding: PaintedCoding) -> None:
        """Paint a coding as it now is: moved, or with another polarity."""
        self.add_coding(coding)

    # How it looks

    def set_colours(self, palette: ReadingPalette) -> None:
        """Paint in other colours, the place on the page kept."""
        self._palette = palette
        self._redress()

    def set_text_scale(self, scale: float) -> None:
        """Follow the window's text scale, 1.0 to 2.0."""
        self._style = replace(self._style, scale=scale)
        self._redress()

    def set_reading(self, chosen: ReadingSettings) -> None:
        """Set the page as a person likes to read; the place on it and the passage are kept."""
        style = self._style.read_as(chosen)
        if style == self._style:
            return
        renumbered = style.turn_numbers != self._style.turn_numbers
        place, passage = self._place(), self._focus.passage
        self._style = style
        if renumbered:
            self._page = DocumentMap(self._page.text, self._turns, self._speakers, turn_numbers=style.turn_numbers)
            self._focus = TurnFocus(self._page)
            self._focus.select(*passage)
        self._set_out()
        self._return_to(place)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between text and margin anew, the place on the page kept."""
        super().resizeEvent(event)
        self._seen = None
        self._share_width()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll the margin along."""
        super().scrollContentsBy(dx, dy)
        self._seen = None
        self.margin.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and the bands, let Qt paint the text over them, then the brackets."""
        seen, area = self._in_view(), event.rect()
        painter = QPainter(self.viewport())
        card, brackets = self._card(), self.brackets()
        self._marks = _area(card, brackets).translated(0, self.verticalScrollBar().value())
        if card is not None:
            paint_card(painter, card, self._palette, has_focus=self.hasFocus())
        rows = [row for row in seen.rows if row.top <= area.bottom() and row.bottom + UNDERLINES > area.top()]
        BehindText(painter, seen, self._bands, self._palette).paint(
            rows,
            passage=None if self._focus.is_whole else self._focus.passage,
            found=self._found,
            pointed_at=self._index.get(self._hovered),
        )
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._style.line_numbers:
            paint_line_numbers(painter, rows, self._numbers, self._style, self._palette)
        if self._style.line_focus is not LineFocus.OFF:
            self._dim(painter, seen, card)
        for edge, (rect, on_left) in brackets.items():
            paint_bracket(painter, rect, self._palette, opens=on_left, strong=edge is self._brackets.moving)
        painter.end()

    # Painting

    def _dim(self, painter: QPainter, seen: InView, card: QRectF | None) -> None:
        """Dim all of the page but the focused turn, or the lines of it that the passage or the caret is on."""
        top, bottom = (card.top(), card.bottom()) if card is not None else (0.0, 0.0)
        if self._style.line_focus is LineFocus.LINES:
            start, end = self.bright_lines()
            lit = [row for row in seen.rows if row.start < end and row.end > start]
            top, bottom = (lit[0].top, lit[-1].bottom + UNDERLINES / 2) if lit else (0.0, 0.0)
        dim(painter, top, bottom, self.viewport().size(), self._palette)

    def bright_lines(self) -> Span:
        """The stretch of text whose lines stay bright: the passage."""
        return self._focus.passage

    def show_found(self, spans: Sequence[Span], now: int) -> None:
        """Mark places that were found, in order of position; `now` is the one the reader is at, -1 for none."""
        self._found = Found(spans, now)
        self.viewport().update()

    def brackets(self) -> dict[Edge, Bracket]:
        """Where the passage's brackets stand, of those that can be seen."""
        return self._brackets.places(self._focus, self._in_view(), self._bands)

    def show_moving(self, edge: Edge | None) -> None:
        """Show which edge of the passage is being moved, if one is."""
        self._brackets.moving = edge
        self._paint_marks_again()

    def show_handles(self, *, shown: bool) -> None:
        """Let the passage have its brackets even where it is all of a turn: there is a coding whose edges can move."""
        if shown != self._brackets.on_whole_turns:
            self._brackets.on_whole_turns = shown
            self._paint_marks_again()

    def _in_view(self) -> InView:
        if self._seen is None:
            top = self.verticalScrollBar().value()
            self._seen = in_view(self.document(), self._page, top, self.viewport().height())
        return self._seen

    def _beside(self) -> Beside:
        seen = self._in_view()
        codings = self._index.overlapping(seen.start, seen.end)
        picked = {coding.id for coding in codings if (coding.start, coding.end) == self._focus.passage}
        return Beside(seen, codings, frozenset(picked | {self._hovered, self._activated}))

    def _touch(self, coding: PaintedCoding) -> None:
        """Repaint what a coding covers, if it can be seen, and what is beside it."""
        self._bands.forget(self._page.blocks_between(coding.start, coding.end))
        if self._paint_again(coding.start, coding.end):
            self.margin.update()

    def _paint_again(self, start: int, end: int) -> bool:
        """Repaint the blocks of a stretch, the room below their lines included; whether any of them is in view."""
        blocks = self._page.blocks_between(start, end)
        inside = [block.rect for block in self._in_view().blocks if block.number in blocks]
        if inside:
            top = int(inside[0].top()) - 4
            bottom = int(inside[-1].bottom()) + 28
            self.viewport().update(QRect(0, top, self.viewport().width(), bottom - top))
        return bool(inside)

    def _paint_marks_again(self) -> None:
        """Repaint where card and brackets were painted last, and where they are now."""
        if self._style.line_focus is not LineFocus.OFF:  # which dims all the rest
            self.viewport().update()
            return
        height = self.verticalScrollBar().value()
        for area in (self._marks.translated(0, -height), _area(self._card(), self.brackets())):
            self.viewport().update(area)

    def _card(self) -> QRectF | None:
        view = self.viewport()
        return card_rect(self._in_view(), self._focused_blocks(), view.width(), view.height(), self._style)

    def _focused_blocks(self) -> range:
        units = self._focus.units
        return range(self._page.units[units[0]].first_block, self._page.units[units[-1]].last_block + 1)

    # Setting out

    def _new_bands(self) -> Bands:
        return Bands(self._page, self._index, self._style, self._palette, quiet_speakers(self._speakers))

    def _set_out(self) -> None:
        """Build the document anew, after a change of text, type or colours."""
        before = self._built
        self.setFont(self._style.words())
        self.setPalette(self._palette.on(self.palette()))
        self._built = build(self._page, self._speakers, self._style, self._palette, self)
        self.setDocument(self._built)
        if before is not None:  # Qt deletes only the one it made itself
            before.deleteLater()
        self._bands = self._new_bands()
        self._numbers = LineNumbers(self._built, self._page)
        self._seen = None
        self.margin.dress(self._style, self._palette)
        self._share_width()
        self._page_set_out()

    def _share_width(self) -> None:
        """Give the text its column and the margin the rest, and wrap the text to it."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        labels = labels_for(room, self._style)
        self.margin.fold(labels)
        width = width_of_text(room, self._style, self.margin.wanted_width(labels))
        margins = self.viewportMargins()
        if self.lineWrapColumnOrWidth() != width or margins.right() != room - width:
            place = self._place()
            self.setLineWrapColumnOrWidth(width)
            self.setViewportMargins(0, 0, max(0, room - width), 0)
            self._bands.forget_all()
            self._numbers = LineNumbers(self.document(), self._page)
            self._seen = None
            self._return_to(place)
        view = self.viewport().geometry()
        self.margin.setGeometry(view.right() + 1, view.top(), max(0, room - width), view.height())
        self.margin.update()

    def _redress(self) -> None:
        place = self._place()
        self._set_out()
        self._return_to(place)

    def _place(self) -> tuple[int, float]:
        """The stored position at the top of the view and how far down it stands, to come back to."""
        seen = self._seen or (self._in_view() if self._page.text else None)
        row = next((row for row in seen.rows if row.top >= 0), None) if seen else None
        return (row.start, row.top) if row and self.verticalScrollBar().value() else (-1, 0.0)

    def _return_to(self, place: tuple[int, float]) -> None:
        position, top = place
        if position >= 0:
            scroll_to(self, line_top(self.document(), self._page, position) - top)

    def _page_set_out(self) -> None:
        """A new document stands on the page: for whoever keeps a cursor in it."""


def _area(card: QRectF | None, brackets: Mapping[Edge, Bracket]) -> QRect:
    """What a card with its ring, and brackets, cover of the viewport."""
    area = card.adjusted(-_RING, -_RING, _RING, _RING) if card is not None else QRectF()
    for rect, _ in brackets.values():
        area = area.united(rect.adjusted(-_BRACKET, -_BRACKET, _BRACKET, _BRACKET))
    return area.toAlignedRect()
