"""Help in the window: the guide opened at what one is looking at, and what a single control is for."""

from __future__ import annotations
