"""The number of each line as the page is set out: counted down to what is looked at, anew when it is wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from qualcoder_lite.gui.reading.document_map import DocumentMap


class LineNumbers:
    """Counts the lines of words; headings don't count."""

    def __init__(self, document: QTextDocument, page: DocumentMap) -> None:
        """Count nothing yet: a page whose lines aren't numbered costs nothing."""
        self._document, self._page = document, page
        self._before = [0]  # how many lines stand before each block, as far as they were counted
        self._next = document.firstBlock()

    def of(self, block: int, line: int) -> int:
        """The number of a line (from 0 within its block), from 1 for the first of the page."""
        layout = self._document.documentLayout()
        while len(self._before) <= block:
            layout.blockBoundingRect(self._next)  # Qt lays a block out only when it is asked for its place
            heading = self._page.blocks[len(self._before) - 1].is_heading
            self._before.append(self._before[-1] + (0 if heading else self._next.layout().lineCount()))
            self._next = self._next.next()
        return self._before[block] + line + 1
