"""The project file: the only place where SQL is written."""

from __future__ import annotations
