"""The view Pictures of the page Findings."""

from __future__ import annotations

from qualcoder_lite.gui.pages.findings.pictures.view import PicturesView

__all__ = ["PicturesView"]
