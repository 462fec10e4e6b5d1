"""The page Codebook: every code with all that is said of it, to be read and changed."""

from __future__ import annotations

from qualcoder_lite.gui.pages.codebook.page import CodebookPage

__all__ = ["CodebookPage"]
