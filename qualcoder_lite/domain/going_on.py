"""Which transcript somebody goes on with: one rule for the page Home and the page Code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A transcript (id) that somebody isn't done with, and what speaks for or against going on with it."""

    transcript: str
    begun: bool = False
    put_off: bool = False
    in_round: bool = False


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Where somebody is: done with so many of so many transcripts, and the one (id) to go on with, unless all are."""

    done: int
    of: int
    transcript: str = ""


def next_to_code(waiting: Iterable[Waiting]) -> str:
    """The transcript to go on with, empty without any.

    What a round waits for comes first, then what was begun; what was put off waits until nothing else is left. Of
    alike ones it is the first.
    """
    following = min(waiting, key=lambda each: (each.put_off, not each.in_round, not each.begun), default=None)
    return following.transcript if following else ""
