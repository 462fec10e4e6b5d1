"""What is asked of a passage by its own code and by those near it: any mix of them, groups within groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from qualcoder_lite.domain.cross_reference.nearness import Near

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

#: Where a code must be: how near to the passage, or "itself" where it must be the passage's own code.
Place: TypeAlias = Near | Literal["itself"]


class How(StrEnum):
    """How many of a mix's parts must hold."""

    ALL = "all"
    ANY = "any"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What else must be coded near a passage, or must not: any of these codes.

    `near` is "overlap" for the same passage, "turn" for the same turn, how many turns away it may be at most, or
    "itself" where the passage must be one of that code.
    """

    codes: tuple[str, ...]
    near: Place = "turn"
    without: bool = False

    def in_words(self) -> str:
        """The condition as a sentence goes on with it: "near Co-location (same turn)"."""
        if not self.without and self.near == "overlap":
            return f"and {self._where}"
        return f"but not {self._where}" if self.without else self._link + self._where

    def as_part(self) -> str:
        """The condition as one of several: "not near Co-location (same turn)"."""
        return f"{'not ' if self.without else ''}{self._link}{self._where}"

    @property
    def _link(self) -> str:
        return "" if self.near == "itself" else "also " if self.near == "overlap" else "near "

    @property
    def _where(self) -> str:
        names = " or ".join(self.codes)
        return f"coded {names}" if self.near == "itself" else f"{names} ({near_words(self.near)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Several conditions of which all must hold, or any, or none. One without parts asks for nothing."""

    how: How
    parts: tuple[Condition, ...]

    def in_words(self) -> str:
        """The mix in words: "either coded Seeing people, or near Co-location (same turn)"."""
        said = [_as_part(part) for part in self.parts]
        if len(said) < 2:
            return "".join(f"not {words}" if self.how is How.NONE else words for words in said)
        match self.how:
            case How.ALL if len(said) == 2:
                return "both " + " and ".join(said)
            case How.ALL:
                return f"all of: {', '.join(said[:-1])} and {said[-1]}"
            case How.ANY:
                return "either " + ", or ".join(said)
            case How.NONE:
                return "neither " + ", nor ".join(said)


Condition: TypeAlias = Together | Mix


def near_words(near: Place) -> str:
    """How close that is, in words."""
    if isinstance(near, int) and near > 0:
        return "the turn beside it" if near == 1 else f"within {near} turns"
    return "same passage" if near in ("overlap", "itself") else "same turn"


def leaves(conditions: Iterable[Condition]) -> Iterator[Together]:
    """All that is asked for by code, however deep in groups."""
    for condition in conditions:
        if isinstance(condition, Mix):
            yield from leaves(condition.parts)
        else:
            yield condition


def with_codes(condition: Condition, named: Callable[[tuple[str, ...]], Iterable[str]]) -> Condition | None:
    """The same asked of other codes; what no code is left of is left out, None where that is all."""
    if isinstance(condition, Together):
        codes = tuple(dict.fromkeys(named(condition.codes)))
        return replace(condition, codes=codes) if codes else None
    parts = tuple(part for part in (with_codes(each, named) for each in condition.parts) if part is not None)
    return replace(condition, parts=parts) if parts else None


def _as_part(condition: Condition) -> str:
    if isinstance(condition, Together):
        return condition.as_part()
    return f"({condition.in_words()})" if len(condition.parts) > 1 else condition.in_words()
