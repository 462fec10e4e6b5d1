"""The page People: who was interviewed, what they agreed to, and who is still to be heard."""

from __future__ import annotations

from qualcoder_lite.gui.pages.people.page import PeoplePage

__all__ = ["PeoplePage"]
