"""The page Interview schedule: what was asked, about which outcome, and in which interviews it was left out."""

from __future__ import annotations

from qualcoder_lite.gui.pages.schedule.page import SchedulePage

__all__ = ["SchedulePage"]
