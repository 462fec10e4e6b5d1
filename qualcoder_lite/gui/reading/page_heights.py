"""How far down the page things stand, what is at a place of it, and scrolling to a height.

Qt lays a document out lazily: what is asked here is laid out as far as it takes, and no further.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextEdit

    from qualcoder_lite.gui.reading.document_map import DocumentMap


def line_top(document: QTextDocument, page: DocumentMap, position: int) -> float:
    """The height on the page of the line that a stored position is on."""
    cursor = QTextCursor(document)
    cursor.setPosition(page.to_document(position))
    block = cursor.block()
    rect = document.documentLayout().blockBoundingRect(block)
    line = block.layout().lineForTextPosition(cursor.positionInBlock())
    return rect.top() + (line.y() if line.isValid() else 0)


def block_top(document: QTextDocument, number: int) -> float:
    """The height on the page of a block."""
    return document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()


def line_bottom(document: QTextDocument, page: DocumentMap, position: int, *, lowest: float, pitch: int) -> float:
    """The height below the line of a stored position; just more than `lowest` for any that is further down.

    What lies below `lowest` needn't be set in type to be known not to fit, which takes long in a turn of an hour.
    `pitch` is from one line to the next.
    """
    there = document.documentLayout().hitTest(QPointF(0, lowest), Qt.HitTestAccuracy.FuzzyHit)
    if page.to_document(position) > there:
        return lowest + 1
    return line_top(document, page, position) + 2 * pitch


def position_under(view: QTextEdit, page: DocumentMap, point: QPointF) -> int | None:
    """The stored position of the words under a point of the viewport; None where there are none, or a heading's."""
    on_page = QPointF(point.x(), point.y() + view.verticalScrollBar().value())
    at = view.document().documentLayout().hitTest(on_page, Qt.HitTestAccuracy.ExactHit)
    if at < 0 or page.blocks[page.block_at(at)].is_heading:
        return None
    return page.to_stored(at)


def scroll_to(view: QTextEdit, height: float) -> None:
    """Bring a height of the page to the top of the view, or as near as there is page.

    Qt learns late how tall the page is; until then the scroll bar would stop too early.
    """
    bar, tall = view.verticalScrollBar(), view.viewport().height()
    layout = view.document().documentLayout()
    ahead = layout.hitTest(QPointF(0, max(0.0, height) + 2 * tall), Qt.HitTestAccuracy.FuzzyHit)
    known = layout.blockBoundingRect(view.document().findBlock(ahead)).bottom()
    bar.setMaximum(max(bar.maximum(), round(known) - tall))
    bar.setValue(round(height))


def show_between(view: QTextEdit, top: float, bottom: float) -> None:
    """Scroll as little as brings what stands between two heights into view; of what is too tall, its beginning."""
    tall, seen = view.viewport().height(), view.verticalScrollBar().value()
    if top < seen or bottom - top > tall:
        scroll_to(view, top)
    elif bottom > seen + tall:
        scroll_to(view, bottom - tall)


def scroll_pages(view: QTextEdit, pages: int, pitch: int) -> bool:
    """Scroll by views, two lines of which stay; whether there was anything to scroll to."""
    bar = view.verticalScrollBar()
    before = bar.value()
    scroll_to(view, before + pages * max(40, view.viewport().height() - 2 * pitch))
    return bar.value() != before
