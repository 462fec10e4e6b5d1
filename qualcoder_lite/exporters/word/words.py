"""Counts, times and lists in the words of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLURALS = {"person": "people"}


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 quote", "1,200 quotes", "2 people"."""
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


def clock(milliseconds: int) -> str:
    """A place in a recording: "00:14:32"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def joined(names: Sequence[str]) -> str:
    """Names as a sentence says them: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
