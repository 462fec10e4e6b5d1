"""The page Code: a transcript to read, codes to put on its passages, and what there is to say of each."""

from __future__ import annotations

from qualcoder_lite.gui.pages.code.page import CodePage

__all__ = ["CodePage"]
