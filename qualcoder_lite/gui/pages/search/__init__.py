"""The page Search: words in all transcripts, with what stands around them, and the way to code what was found."""

from __future__ import annotations

from qualcoder_lite.gui.pages.search.page import SearchPage

__all__ = ["SearchPage"]
