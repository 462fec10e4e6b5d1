"""The open project as the window holds it: shared by all pages, backed up, undone, and made or copied as a file."""

from __future__ import annotations
