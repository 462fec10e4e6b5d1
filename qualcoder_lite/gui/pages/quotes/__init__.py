"""The page Quotes: the coded passages with filters, a reading pane, and the way out of the program."""

from __future__ import annotations

from qualcoder_lite.gui.pages.quotes.page import QuotesPage

__all__ = ["QuotesPage"]
