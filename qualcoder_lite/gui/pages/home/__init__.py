"""The page Home: what to go on with, how far everybody is, and where the backups lie."""

from __future__ import annotations

from qualcoder_lite.gui.pages.home.page import HomePage

__all__ = ["HomePage"]
