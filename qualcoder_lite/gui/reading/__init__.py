"""The transcript as it is read and coded: text with passages painted behind it, and stripes beside it."""

from __future__ import annotations
