"""What is the program's own, whatever project is open: its language, icon and faults, and what a person chose."""

from __future__ import annotations
