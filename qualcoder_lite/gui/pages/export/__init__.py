"""The page Export: taking coded extracts, findings and codebooks out of the project, into Word or a spreadsheet."""

from __future__ import annotations

from qualcoder_lite.gui.pages.export.page import ExportPage

__all__ = ["ExportPage"]
