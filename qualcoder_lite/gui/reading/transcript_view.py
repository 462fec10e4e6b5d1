"""The transcript as it is read and coded: the painted page, with keys and mouse that move the focus and say so.

Every position that goes in or out is one in the stored text: code points, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)

from qualcoder_lite.domain.sentences import whole_words
from qualcoder_lite.domain.transcript import Span, speech
from qualcoder_lite.gui.reading import focus_keys, spoken
from qualcoder_lite.gui.reading.page_heights import position_under, scroll_pages
from qualcoder_lite.gui.reading.painted_page import PaintedPage
from qualcoder_lite.gui.reading.reading_settings import LineFocus
from qualcoder_lite.gui.reading.sight import Sight
from qualcoder_lite.service.coding.whole_characters import whole_characters
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.gui.reading.document_map import DocumentMap
    from qualcoder_lite.gui.reading.painted_coding import PaintedCoding

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
_BY_KEYS = _BY_MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TranscriptView(PaintedPage):
    """A transcript with its codings, and the turn and passage that the reader is on.

    Signals:
        focus_changed: the passage that a code would be put on, and the number of its turn (0 outside all turns).
        passage_selected: a stretch was chosen by hand: dragged, marked with the caret, or by its stripe.
        coding_activated: a stripe or label was clicked; the coding's id.
        coding_hovered: the mouse is over a coding; its id, "" when it leaves.
        key_typed: a character was typed on the text, for whoever knows what it stands for.
        opened: Enter was pressed: show what is coded here.
        caret_changed: whether the plain caret (F7) is on.
    """

    focus_changed = Signal(int, int, int)
    passage_selected = Signal(int, int)
    coding_activated = Signal(str)
    coding_hovered = Signal(str)
    key_typed = Signal(str)
    opened = Signal()
    caret_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        self._dragging = False
        self._own_move = False
        self._in_sight = False  # whether the passage begins in view: then it does in another size too
        super().__init__(parent)
        self.setObjectName("transcript")
        self.setAccessibleName(tr("Transcript"))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextInteractionFlags(_BY_MOUSE)
        self.viewport().setMouseTracking(True)
        self.margin.coding_activated.connect(self._on_stripe_activated)
        self.margin.coding_hovered.connect(self.point_out)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.selectionChanged.connect(self._on_caret_moved)

    def load(
        self, text: str, turns: Sequence[Turn], speakers: Sequence[Speaker], codings: Iterable[PaintedCoding]
    ) -> None:
        """Show a transcript from its beginning, the focus on its first turn.

        Args:
            text: the stored text.
            turns: in order of position.
            speakers: what the turns' speaker numbers count into.
            codings: those to be painted, in any order.
        """
        self.show_text(text, turns, speakers, codings)
        self._tell()

    # Where the reader is

    @property
    def page(self) -> DocumentMap:
        """How the stored text is set out."""
        return self._page

    @property
    def passage(self) -> Span:
        """The passage that a code would be put on."""
        return self._focus.passage

    @property
    def turn_number(self) -> int:
        """The number of the focused turn, from 1; 0 outside all turns."""
        return self._focus.turn_number

    @property
    def caret_on(self) -> bool:
        """Whether the plain caret is on, with its usual arrows."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    def passage_text(self) -> str:
        """The words of the passage, labels and time stamps left out."""
        return speech(self._page.text, self._turns, *self.passage)

    def codings_of_turn(self) -> list[PaintedCoding]:
        """The codings on the focused turns in reading order; on part of one that is as long as a whole talk."""
        return self._index.overlapping(*self._focus.looked_at)

    @property
    def on_several_turns(self) -> bool:
        """Whether more than one turn has the focus."""
        return len(self._focus.units) > 1

    def go_to_turn(self, number: int) -> None:
        """Focus a turn by its number as shown, and bring it into view; nothing where there is none."""
        index = next((place for place, unit in enumerate(self._page.units) if unit.number == number), None)
        if index is not None:
            self._focus.go_to(index)
            self._focus_moved()

    def show_passage(self, start: int, end: int) -> None:
        """Take a stretch as the passage, and bring it into view."""
        self._focus.select(*whole_characters(self._page.text, start, end))
        self._focus_moved()

    def reveal_passage(self) -> None:
        """Bring the passage into view, as where the room for it has changed."""
        self._reveal()

    def go_to(self, position: int) -> None:
        """Focus the turn that a stored position lies in, and bring that line of it into view."""
        self._focus.go_to(self._page.unit_at(position))
        self._focus_moved(reveal=False)
        self._reveal_line(position)

    @property
    def turn_start(self) -> int:
        """Where the focused turn's words begin."""
        return self._page.units[self._focus.units[0]].start

    def put_passage(self, passage: Span, *, reveal: int | None = None) -> None:
        """Take a passage whose edges are being moved, a position in view, and nothing said of it."""
        self._focus.select(*passage)
        if reveal is not None:
            self._reveal_line(reveal)
        self._paint_marks_again()
        self.margin.update()
        self.focus_changed.emit(*self.passage, self.turn_number)

    def point_out(self, coding_id: str) -> None:
        """Show which coding this is, in the text and beside it; "" for none."""
        if coding_id != self._hovered:
            for each in (self._index.get(self._hovered), self._index.get(coding_id)):
                if each is not None:
                    self._paint_again(each.start, each.end)
            self._hovered = coding_id
            self.margin.update()
            self.coding_hovered.emit(coding_id)

    def position_at(self, point: QPointF) -> int:
        """The stored position nearest to a point of the viewport."""
        return self._page.to_stored(self.cursorForPosition(point.toPoint()).position())

    def set_caret(self, *, on: bool) -> None:
        """Switch the plain caret on or off."""
        if on != self.caret_on:
            self.setTextInteractionFlags(_BY_KEYS if on else _BY_MOUSE)
            self.setCursorWidth(max(2, self._style.px(2)))
            self._put_cursor()
            self.tell(tr("Caret on, F7 for turns") if on else tr("Turn by turn"))
            self.caret_changed.emit(on)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus or the caret, hand letters on, and leave alone what is meant for others."""
        if event.key() == Qt.Key.Key_F7 and focus_keys.plain(event):
            self.set_caret(on=not self.caret_on)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.passage_text())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._after(moved=self._focus.select_all())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and focus_keys.plain(event):
            self.opened.emit()
        elif focus_keys.typed(event):
            self.key_typed.emit(focus_keys.typed(event))
        elif self.caret_on and event.key() not in {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            super().keyPressEvent(event)
        else:
            self._move_by_key(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; letting go makes it the passage."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on, or tell which coding the mouse is over."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.point_out(self._coding_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what was selected as the passage; after a mere click, the turn."""
        super().mouseReleaseEvent(event)
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._take_selection(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self.point_out("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the wheel with Ctrl is left to the window's text scale."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Moving

    def _move_by_key(self, event: QKeyEvent) -> None:
        step, pages = focus_keys.step_for(event), focus_keys.pages_for(event)
        leaves = event.key() == Qt.Key.Key_Escape and focus_keys.plain(event)
        if leaves and (self.caret_on or not self._focus.is_whole):
            self.set_caret(on=False)
            self._after(moved=self._focus.whole())
        elif pages:
            self._turn_pages(pages)
        elif step is not None:
            moved = self._take_first_in_view(event) or step(self._focus)
            self._after(moved=moved)
            if not moved and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                # the rest of a turn longer than the view
                scroll_pages(self, 1 if event.key() == Qt.Key.Key_Down else -1, self._style.line_pitch)
        else:
            event.ignore()

    def _take_first_in_view(self, event: QKeyEvent) -> bool:
        """In a turn that began above the view, the right arrow goes to the first sentence that can be seen."""
        start = self._in_view().start
        if event.key() != Qt.Key.Key_Right or not focus_keys.plain(event) or not self._focus.is_whole:
            return False
        return self.passage.start < start < self.passage.end and self._focus.take_sentence(start)

    def _turn_pages(self, pages: int) -> None:
        """Scroll by pages, and focus the first turn that begins in view, or the one that fills it."""
        if scroll_pages(self, pages, self._style.line_pitch):
            self._after(moved=self._focus.go_to(self._in_view().first_unit(self._page)), reveal=False)
        else:
            self._after(moved=self._focus.move(pages * len(self._page.units)), reveal=False)

    def _take_selection(self, point: QPointF) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            start = self._page.to_stored(cursor.selectionStart())
            end = self._page.to_stored(cursor.selectionEnd(), as_end=True)
            if not self.caret_on:  # a hand slips; who marks with the caret, letter by letter, means each of them
                start, end = whole_words(self._page.text, start, end)
            self._select_by_hand(start, end)
        else:
            position = self.cursorForPosition(point.toPoint()).position()
            self._focus.go_to(self._page.blocks[self._page.block_at(position)].unit)
            self._focus_moved(reveal=False)

    def _select_by_hand(self, start: int, end: int) -> None:
        """Take a stretch somebody chose; one of blanks alone chooses nothing."""
        if self._page.text[start:end].strip():
            self._focus.select(*whole_characters(self._page.text, start, end))
            self._focus_moved(reveal=False)
            self.passage_selected.emit(*self.passage)
        elif not self.caret_on:
            self._put_cursor()

    def _after(self, *, moved: bool, reveal: bool = True) -> None:
        if moved:
            self._focus_moved(reveal=reveal)

    def _focus_moved(self, *, reveal: bool = True) -> None:
        """Show the focus where it now is, and tell whoever listens, eyes and ears."""
        self._activated = ""
        if not self.caret_on:
            self._put_cursor()
        if reveal:
            self._reveal()
        self._paint_marks_again()
        self.margin.update()
        self._tell()

    def _tell(self) -> None:
        start, end = self.passage
        self.focus_changed.emit(start, end, self.turn_number)
        where = spoken.place([self._page.units[index] for index in self._focus.units], self._speakers)
        coded = spoken.codes(self._index.touching(*self._focus.looked_at))
        self.setAccessibleDescription(f"{where}. {coded}.")
        if self.hasFocus():
            self.tell(spoken.announcement(where, self._page.text[start : min(end, start + 4000)], coded))

    def bright_lines(self) -> Span:
        """The line of the plain caret while that is on, else the passage's."""
        if not self.caret_on or self.textCursor().hasSelection():
            return super().bright_lines()
        position = self._page.to_stored(self.textCursor().position())
        return Span(position, position + 1)

    def tell(self, words: str) -> None:
        """Have something said to whoever hears the page."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _reveal(self) -> None:
        Sight(self, self._page, self._style).reveal(self._focus)
        self._in_sight = True

    def _reveal_line(self, position: int) -> None:
        self._in_sight = False
        Sight(self, self._page, self._style).reveal_line(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice whether the passage can be seen."""
        super().paintEvent(event)
        seen = self._in_view()
        self._in_sight = seen.start <= self.passage.start < seen.end

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a passage in view that was."""
        super().resizeEvent(event)
        self._keep_in_sight()

    def _return_to(self, place: tuple[int, float]) -> None:
        super()._return_to(place)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        if self._in_sight:
            self._reveal()

    # The cursor

    def _page_set_out(self) -> None:
        self._put_cursor()

    def _put_cursor(self) -> None:
        """Put Qt's cursor at the passage, so that a screen reader and Shift with a click start from there."""
        self._own_move = True
        height = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._page.to_document(self.passage.start))
        self.setTextCursor(cursor)  # which would scroll to it
        self.verticalScrollBar().setValue(height)
        self._own_move = False

    def _on_caret_moved(self) -> None:
        """Let the focus follow the plain caret, and what is marked with it."""
        if self._own_move or self._dragging or not self.caret_on:
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            start = self._page.to_stored(cursor.selectionStart())
            self._select_by_hand(start, self._page.to_stored(cursor.selectionEnd(), as_end=True))
        else:
            unit = self._page.blocks[self._page.block_at(cursor.position())].unit
            self._after(moved=self._focus.go_to(unit), reveal=False)
            if self._style.line_focus is LineFocus.LINES:
                self.viewport().update()

    # Pointing

    def _coding_at(self, point: QPointF) -> str:
        """The id of the shortest coding under a point of the viewport, or ""."""
        position = position_under(self, self._page, point)
        coding = self._index.shortest_at(position) if position is not None else None
        return coding.id if coding is not None else ""

    def _on_stripe_activated(self, coding_id: str) -> None:
        coding = self._index.get(coding_id)
        if coding is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._select_by_hand(coding.start, coding.end)
            self._activated = coding_id
            self.coding_activated.emit(coding_id)
