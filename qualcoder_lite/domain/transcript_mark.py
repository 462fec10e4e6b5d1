"""What people say of a transcript as a whole, beside coding it, and how far a coder has come with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Mark(StrEnum):
    """A mark on a transcript. The first two are a coder's own; the last is the study's."""

    DISTRESSING = "distressing"
    PUT_OFF = "put_off"
    REFLECTS = "reflects"

    @property
    def is_own(self) -> bool:
        """Whether each coder gives it for themselves."""
        return self is not Mark.REFLECTS


class Stage(StrEnum):
    """How far a coder has come with a transcript. Only what they declared is done, however much is coded."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderProgress:
    """One coder's progress with one transcript (ids).

    `reached` is the position where the furthest coding ends. `changed_since` names codebooks that have another version
    now than when the transcript was declared done: codes made since were not looked for there.
    """

    transcript: str
    coder: str
    stage: Stage
    codings: int = 0
    reached: int = 0
    declared_at: str = ""
    changed_since: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """A transcript's marks: the coders (names) who find it distressing, who put it off, and whether it reflects.

    A transcript reflects where the person speaks of how the service is organised; the analysis gives such people
    special weight.
    """

    distressing: tuple[str, ...] = ()
    put_off: tuple[str, ...] = ()
    reflects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How far a coder is with some transcripts: `of` is how many there are, `done` those they declared done.

    `begun` are coded and not done, `put_off` neither begun nor done; `outdated` are done ones for which a codebook has
    another version now.
    """

    of: int = 0
    done: int = 0
    begun: int = 0
    put_off: int = 0
    outdated: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The tally of both together; they must share no transcript."""
        return Tally(
            of=self.of + other.of,
            done=self.done + other.done,
            begun=self.begun + other.begun,
            put_off=self.put_off + other.put_off,
            outdated=self.outdated + other.outdated,
        )


@dataclass(frozen=True, slots=True)
class SiteProgress:
    """How far coding is at one site (empty where none is recorded): each coder's tally by name, and anybody's."""

    site: str
    anybody: Tally
    coders: Mapping[str, Tally]
