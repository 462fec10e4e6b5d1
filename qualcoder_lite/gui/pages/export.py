"""The page Export."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class ExportPage(Page):
    """Export."""

    value, word, icon = "export", "Export", "export"

    def refresh(self) -> None:
        """Nothing yet."""
