"""QualCoder Lite: code interviews about health and social care in one local project file."""

from __future__ import annotations

__version__ = "0.1.0"
