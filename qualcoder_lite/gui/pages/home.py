"""The page Home."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class HomePage(Page):
    """Home."""

    value, word, icon = "home", "Home", "home"

    def refresh(self) -> None:
        """Nothing yet."""
