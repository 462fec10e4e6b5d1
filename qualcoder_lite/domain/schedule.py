"""The interview schedule: what was asked, and so what a silence means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Prompting(StrEnum):
    """How an outcome stands with a person, beside what they said of it.

    A person who was asked and is silent said nothing to a question; one who was not asked and is silent may have had
    much to say. What somebody speaks of without a question matters to them.
    """

    ASKED = "asked"
    UNPROMPTED = "unprompted"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the schedule. `code` is the outcome (a code's id) it asks about; an open question has none."""

    id: str
    wording: str
    code: str | None = None


def prompting(*, asked: bool, spoke: bool) -> Prompting:
    """How an outcome stands with a person who was or wasn't asked about it, and did or didn't speak of it."""
    if asked:
        return Prompting.ASKED
    return Prompting.UNPROMPTED if spoke else Prompting.NOT_ASKED
