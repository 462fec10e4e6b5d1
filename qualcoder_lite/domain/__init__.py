"""What the program knows about interviews, codes and counting: pure functions and frozen data, no files, no SQL, no Qt."""

from __future__ import annotations
