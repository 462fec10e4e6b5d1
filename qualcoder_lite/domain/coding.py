"""Codings: one coder putting one code on one passage, with what they say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Polarity(StrEnum):
    """Whether the outcome that is talked of came about."""

    DELIVERED = "delivered"
    NOT_DELIVERED = "not_delivered"
    MIXED = "mixed"
    NOT_STATED = "not_stated"


class Direction(StrEnum):
    """What a person says a feature did to an outcome."""

    HELPED = "helped"
    HINDERED = "hindered"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A coder's record that the passage itself says a feature (a code's id) helped or hindered the outcome."""

    feature: str
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One coder's code on one passage. Ids are UUIDs; positions are code points, end exclusive.

    `decision` is the id of the decision that settled it; None for a coder's own coding. `sure` is False where the
    coder marked it "not sure".
    """

    id: str
    transcript: str
    code: str
    coder: str
    start: int
    end: int
    polarity: Polarity = Polarity.NOT_STATED
    sure: bool = True
    memo: str = ""
    attributions: tuple[Attribution, ...] = ()
    decision: str | None = None
