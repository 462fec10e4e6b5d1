"""The view Together of the page Findings."""

from __future__ import annotations

from qualcoder_lite.gui.pages.findings.together.view import TogetherView

__all__ = ["TogetherView"]
