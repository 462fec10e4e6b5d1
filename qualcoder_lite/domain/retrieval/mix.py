"""What is asked of a passage by its own code and by those near it: any mix of them, groups within groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from qualcoder_lite.domain.cross_reference.nearness import Near
from qualcoder_lite.translation import tr

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
        if self.without:
            return tr("but not {codes}", codes=self._where)
        return tr("and {codes}", codes=self._where) if self.near == "overlap" else self._placed()

    def as_part(self) -> str:
        """The condition as one of several: "not near Co-location (same turn)"."""
        return tr("not {condition}", condition=self._placed()) if self.without else self._placed()

    def _placed(self) -> str:
        if self.near == "itself":
            return self._where
        return (
            tr("also {codes}", codes=self._where) if self.near == "overlap" else tr("near {codes}", codes=self._where)
        )

    @property
    def _where(self) -> str:
        names = tr(" or ").join(self.codes)
        if self.near == "itself":
            return tr("coded {codes}", codes=names)
        return tr("{codes} ({where})", codes=names, where=near_words(self.near))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """Several conditions of which all must hold, or any, or none. One without parts asks for nothing."""

    how: How
    parts: tuple[Condition, ...]

    def in_words(self) -> str:
        """The mix in words: "either coded Seeing people, or near Co-location (same turn)"."""
        said = [_as_part(part) for part in self.parts]
        if len(said) < 2:
            only = "".join(said)
            return tr("not {condition}", condition=only) if only and self.how is How.NONE else only
        match self.how:
            case How.ALL if len(said) == 2:
                return tr("both {one} and {other}", one=said[0], other=said[1])
            case How.ALL:
                return tr("all of: {some} and {last}", some=", ".join(said[:-1]), last=said[-1])
            case How.ANY:
                return tr("either {conditions}", conditions=tr(", or ").join(said))
            case How.NONE:
                return tr("neither {conditions}", conditions=tr(", nor ").join(said))


Condition: TypeAlias = Together | Mix


def near_words(near: Place) -> str:
    """How close that is, in words."""
    if isinstance(near, int) and near > 0:
        return tr("the turn beside it", "within {n} turns", n=near)
    return tr("same passage") if near in ("overlap", "itself") else tr("same turn")


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
