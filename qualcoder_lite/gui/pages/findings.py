"""The page Findings."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class FindingsPage(Page):
    """Findings."""

    value, word, icon = "findings", "Findings", "findings"

    def refresh(self) -> None:
        """Nothing yet."""
