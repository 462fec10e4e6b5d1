"""Where two coders see the same and where they differ, passage by passage, and what can be decided about it.

One code's passages that overlap, whoever made them, belong together. Where both coders are among them they agree on
the code, and may differ in its edges or in whether it was delivered; where only one is, the other may have put another
code on the same words, and the two passages are told as one difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.passage import united_polarity
from qualcoder_lite.domain.transcript import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from qualcoder_lite.domain.passage import FullRow

_CODE: Callable[[FullRow], str] = itemgetter(1)


class Kind(StrEnum):
    """How two coders' passages stand to each other."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"
    DIFFERENT = "different"
    EDGES = "edges"
    POLARITY = "polarity"


class Outcome(StrEnum):
    """What was decided: to take one coder's version, both, a new one; to leave it open; to change the definition.

    The last two settle nothing: the coders' own codings go on counting.
    """

    ONE = "one"
    BOTH = "both"
    NEW = "new"
    OPEN = "open"
    DEFINITION = "definition"

    @property
    def settles(self) -> bool:
        """Whether settled codings take the place of the coders' own."""
        return self not in (Outcome.OPEN, Outcome.DEFINITION)


@dataclass(frozen=True, slots=True)
class Side:
    """What one coder put there: codings of one code as rows, in order of position."""

    rows: tuple[FullRow, ...]

    @property
    def code(self) -> str:
        """The code of all of them."""
        return self.rows[0][1]

    @property
    def start(self) -> int:
        """Where its first passage starts."""
        return self.rows[0][2]

    @property
    def end(self) -> int:
        """Where its last passage ends."""
        return max([row[3] for row in self.rows])

    @property
    def polarity(self) -> Polarity:
        """What they say together."""
        return Polarity(united_polarity([row[4] for row in self.rows]))

    @property
    def spans(self) -> list[Span]:
        """Its passages."""
        spans: list[Span] = []
        for row in self.rows:
            if spans and row[2] < spans[-1].end:
                spans[-1] = Span(spans[-1].start, max(spans[-1].end, row[3]))
            else:
                spans.append(Span(row[2], row[3]))
        return spans


@dataclass(frozen=True, slots=True)
class Comparison:
    """One place of a transcript as two coders saw it. A side is None where that coder put nothing there."""

    kind: Kind
    first: Side | None
    second: Side | None

    @property
    def sides(self) -> list[Side]:
        """The sides that are there."""
        return [side for side in (self.first, self.second) if side is not None]

    @property
    def start(self) -> int:
        """Where the place starts."""
        return min(side.start for side in self.sides)

    @property
    def end(self) -> int:
        """Where the place ends."""
        return max(side.end for side in self.sides)

    @property
    def covered(self) -> dict[str, Span]:
        """What a decision on it covers: for each code in it, from its first start to its last end."""
        found: dict[str, Span] = {}
        for side in self.sides:
            before = found.get(side.code, Span(side.start, side.end))
            found[side.code] = Span(min(before.start, side.start), max(before.end, side.end))
        return found


def compare(first: Iterable[FullRow], second: Iterable[FullRow]) -> list[Comparison]:
    """Every place of one transcript that one of two coders coded, in order of position."""
    of_first, of_second = sorted(first), sorted(second)
    marked = sorted([*((row, True) for row in of_first), *((row, False) for row in of_second)])
    found: list[Comparison] = []
    alone: tuple[list[Side], list[Side]] = ([], [])
    for together in _overlapping(marked):
        mine, theirs = (tuple([row for row, is_first in together if is_first is which]) for which in (True, False))
        if mine and theirs:
            sides = Side(mine), Side(theirs)
            found.append(Comparison(_kind(*sides), *sides))
        elif mine:
            alone[0].append(Side(mine))
        else:
            alone[1].append(Side(theirs))
    found += _paired(*alone)
    found.sort(key=lambda place: (place.start, place.end, place.kind, [side.code for side in place.sides]))
    return found


def _overlapping(marked: Sequence[tuple[FullRow, bool]]) -> Iterator[list[tuple[FullRow, bool]]]:
    """One code's codings that overlap, directly or through others."""
    for _, of_code in groupby(marked, key=lambda pair: _CODE(pair[0])):
        together: list[tuple[FullRow, bool]] = []
        end = 0
        for row, is_first in of_code:
            if together and row[2] >= end:
                yield together
                together = []
            together.append((row, is_first))
            end = max(end, row[3]) if len(together) > 1 else row[3]
        yield together


def _kind(mine: Side, theirs: Side) -> Kind:
    if mine.spans != theirs.spans:
        return Kind.EDGES
    stated = {mine.polarity, theirs.polarity} - {Polarity.NOT_STATED}
    return Kind.POLARITY if len(stated) > 1 else Kind.BOTH


def _paired(firsts: Sequence[Side], seconds: Sequence[Side]) -> list[Comparison]:
    """Passages that one coder has alone, two and two where they share words, those that share most first."""
    of_first, of_second = ([(each.start, each.end, each.spans) for each in sides] for sides in (firsts, seconds))
    shared = [
        (-overlap, m, t)
        for m, (mine_start, mine_end, mine) in enumerate(of_first)
        for t, (start, end, theirs) in enumerate(of_second)
        if mine_start < end and start < mine_end and (overlap := _overlap(mine, theirs))
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[Comparison] = []
    for _, m, t in sorted(shared):
        if m not in taken[0] and t not in taken[1]:
            taken[0].add(m)
            taken[1].add(t)
            found.append(Comparison(Kind.DIFFERENT, firsts[m], seconds[t]))
    found += [Comparison(Kind.FIRST, side, None) for m, side in enumerate(firsts) if m not in taken[0]]
    found += [Comparison(Kind.SECOND, None, side) for t, side in enumerate(seconds) if t not in taken[1]]
    return found


def _overlap(mine: Sequence[Span], theirs: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in mine for b in theirs)
