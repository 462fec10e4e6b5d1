"""The page Quotes."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class QuotesPage(Page):
    """Quotes."""

    value, word, icon = "quotes", "Quotes", "quotes"

    def refresh(self) -> None:
        """Nothing yet."""
