"""Which place of the guide speaks of which page of the window."""

from __future__ import annotations

from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
from qualcoder_lite.service.guide import anchor


def topic(page: str) -> tuple[str, str]:
    """Chapter and anchor for a page, by its handle: Code has a chapter to itself, the others a section of one."""
    if page == "code":
        return "coding", ""
    word = next(entry.word for entry in EVERY_PAGE if entry.value == page)
    return "pages", anchor(word)
