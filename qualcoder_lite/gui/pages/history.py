"""The page History."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class HistoryPage(Page):
    """History."""

    value, word, icon = "history", "History", "history"

    def refresh(self) -> None:
        """Nothing yet."""
