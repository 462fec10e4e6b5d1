"""The page History: who did what and when, the way back, and how the codebooks changed."""

from __future__ import annotations

from qualcoder_lite.gui.pages.history.page import HistoryPage

__all__ = ["HistoryPage"]
