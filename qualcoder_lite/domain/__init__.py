"""What the program knows about interviews, codes and counting: pure functions and frozen data. No files, SQL or Qt."""

from __future__ import annotations
