"""The page Sites."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class SitesPage(Page):
    """Sites."""

    value, word, icon = "sites", "Sites", "sites"

    def refresh(self) -> None:
        """Nothing yet."""
