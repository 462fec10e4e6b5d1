"""How long work tells how far it has come, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

#: Called with steps done and steps in all; raises `CancelledError` when the person no longer wants the work.
Progress: TypeAlias = Callable[[int, int], None]


class CancelledError(Exception):
    """The person stopped the work; whatever was being written is left as it was before."""


def unwatched(_done: int, _total: int) -> None:
    """The progress of work that nobody watches."""


def part(progress: Progress, start: int, end: int) -> Progress:
    """The progress of a piece of longer work, which is told in hundredths: this piece takes it from start to end."""

    def told(done: int, total: int) -> None:
        progress(start + (end - start) * done // max(total, 1), 100)

    return told
