"""The window itself: what it is made of, what it says, how it gets ready, and its pictures."""

from __future__ import annotations
