"""Bringing what the reader is on into view, scrolling as little as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.reading.page_heights import block_top, line_bottom, line_top, show_between

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from qualcoder_lite.gui.reading.document_map import DocumentMap
    from qualcoder_lite.gui.reading.reading_style import ReadingStyle
    from qualcoder_lite.gui.reading.turn_focus import TurnFocus


class Sight:
    """What is in view of a page that is set out as `page` and `style` say, in one widget."""

    def __init__(self, view: QTextEdit, page: DocumentMap, style: ReadingStyle) -> None:
        """Look at the page as it is now."""
        self._view, self._page, self._style = view, page, style

    def reveal(self, focus: TurnFocus) -> None:
        """Show the passage, or its turn where that fits; the beginning of one too tall."""
        turn, tall = focus.unit, self._view.viewport().height()
        top = block_top(self._view.document(), turn.first_block) - self._style.gap(16)
        bottom = self._below(max(turn.start, turn.end - 1), top + tall)
        if bottom - top > tall and focus.passage != (turn.start, turn.end):
            start, end = focus.passage
            top = self._line_top(start) - self._style.gap(24)
            bottom = self._below(max(start, end - 1), top + tall)
        show_between(self._view, top, bottom)

    def reveal_line(self, position: int) -> None:
        """Show the line of a position."""
        top = self._line_top(position) - self._style.gap(24)
        show_between(self._view, top, top + 3 * self._style.line_pitch)

    def _line_top(self, position: int) -> float:
        return line_top(self._view.document(), self._page, position)

    def _below(self, position: int, lowest: float) -> float:
        pitch = self._style.line_pitch
        return line_bottom(self._view.document(), self._page, position, lowest=lowest, pitch=pitch)
