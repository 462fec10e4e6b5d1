"""The page Cross-check: where two coders see the same and where they differ, and what is decided about it."""

from __future__ import annotations

from qualcoder_lite.gui.pages.cross_check.page import CrossCheckPage

__all__ = ["CrossCheckPage"]
