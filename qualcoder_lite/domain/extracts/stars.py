"""Stars: which passages somebody marked as quotes to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.domain.passage import Passage


class Star(NamedTuple):
    """A star on a coding: where that stands (code points, end exclusive), whose it is, and who gave the star.

    All but the positions are ids; `by` is empty where whoever gave it is gone. `settled` marks a decision's coding.
    """

    transcript: str
    code: str
    start: int
    end: int
    coding: str
    coder: str
    by: str
    settled: bool


class Stars:
    """The stars of a project, to be asked passage by passage.

    A passage is starred where a starred coding of its code reaches into it: so a star stays seen when codings are
    united otherwise, because only some coders are looked at, or because a settled coding stands in for them.
    """

    def __init__(self, stars: Iterable[Star] = ()) -> None:
        """Take all stars that whoever looks may see."""
        self._by_place: dict[tuple[str, str], list[Star]] = {}
        for star in stars:
            self._by_place.setdefault((star.transcript, star.code), []).append(star)

    def reaching(self, into: Passage | Coding) -> list[Star]:
        """The stars on codings of the same code that reach into a passage or a coding, the oldest first."""
        near = self._by_place.get((into.transcript, into.code))
        if near is None:
            return []
        return [star for star in near if star.start < into.end and into.start < star.end]

    def givers(self, passage: Passage) -> tuple[str, ...]:
        """Who gave them (ids, each once)."""
        return tuple(dict.fromkeys(star.by for star in self.reaching(passage)))

    def __contains__(self, passage: Passage | Coding) -> bool:
        """Whether a passage, or the one that a coding is part of, is starred."""
        return bool(self.reaching(passage))

    def __bool__(self) -> bool:
        """Whether there is any star at all."""
        return bool(self._by_place)
