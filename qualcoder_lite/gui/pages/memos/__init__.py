"""The page Memos: what people thought while working, found again, read and changed."""

from __future__ import annotations

from qualcoder_lite.gui.pages.memos.page import MemosPage

__all__ = ["MemosPage"]
