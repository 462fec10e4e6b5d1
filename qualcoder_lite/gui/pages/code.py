"""The page Code."""

from __future__ import annotations

from qualcoder_lite.gui.pages.page import Page


class CodePage(Page):
    """Code."""

    value, word, icon = "code", "Code", "code"

    def refresh(self) -> None:
        """Nothing yet."""
