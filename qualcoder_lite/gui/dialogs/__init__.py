"""What is asked or shown over a page. Each has a function that asks and gives the answer back."""

from __future__ import annotations
