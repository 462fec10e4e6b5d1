"""Work that a person needn't wait for: after what they did is painted, or off the window's thread."""

from __future__ import annotations
