"""The menu bar: a module for each menu, and the menu of the page that is shown."""

from __future__ import annotations
