"""The page Settings."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class SettingsPage(Page):
    """Settings."""

    value, word, icon = "settings", "Settings", "settings"

    def refresh(self) -> None:
        """Nothing yet."""
