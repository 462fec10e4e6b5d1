"""Which features are spoken of near an outcome, within one transcript.

A set of features is an integer here, a bit for each: joining two sets is one operation, and that happens for every
passage of a project.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from qualcoder_lite.domain.passage import CodedRow, Stretch

#: How close two passages must be: overlapping, in one same turn, or at most so many turns apart (0 is the same turn).
Near: TypeAlias = Literal["overlap", "turn"] | int

_START: Callable[[Sequence[Any]], int] = itemgetter(2)


def members(features: int) -> Iterator[int]:
    """The places of the features in a set, the last one first."""
    while features:
        place = features.bit_length() - 1
        yield place
        features ^= 1 << place


def overlapping(outcomes: Sequence[Stretch], features: Sequence[CodedRow], bits: Mapping[str, int]) -> list[int]:
    """For each outcome passage of one transcript, the features that have a passage overlapping it.

    A feature's codings needn't be united for this: what overlaps their passage overlaps one of them.
    """
    places = sorted([(feature[2], feature[3], bits[feature[1]]) for feature in features])
    starts = [start for start, _, _ in places]
    # The furthest end so far only grows, so everything before the first that reaches beyond a point can be skipped.
    furthest = list(accumulate([end for _, end, _ in places], max))
    found: list[int] = []
    for outcome in outcomes:
        start, near = outcome[2], 0
        for _, end, bit in places[bisect_right(furthest, start) : bisect_left(starts, outcome[3])]:
            if end > start:
                near |= bit
        found.append(near)
    return found


def within_turns(
    outcomes: Sequence[Stretch],
    features: Sequence[CodedRow],
    bits: Mapping[str, int],
    turns: Sequence[tuple[int, int]],
    reach: int,
) -> list[int]:
    """For each outcome passage of one transcript, the features that have a passage at most `reach` turns away.

    A passage is in every turn that it overlaps; one that overlaps none is near nothing, however far one looks. `turns`
    are (start, end), they and the outcomes in order of their starts, and turns don't overlap. Here too, codings are in
    the same turns as the passage they make.
    """
    reach = min(reach, len(turns))
    # One turn more, where no passage ever is, ends every walk.
    starts, ends = zip(*turns, (sys.maxsize, sys.maxsize), strict=True)
    # The features by turn, with room for `reach` turns before the first and after the last.
    spoken = [0] * (len(starts) + 2 * reach)
    turn = 0
    for feature in sorted(features, key=_START):
        bit = bits[feature[1]]
        while ends[turn] <= feature[2]:
            turn += 1
        last = turn
        while starts[last] < feature[3]:
            spoken[last + reach] |= bit
            last += 1
    found: list[int] = []
    turn = 0
    for outcome in outcomes:
        while ends[turn] <= outcome[2]:
            turn += 1
        last, near = turn, 0
        while starts[last] < outcome[3]:
            near |= spoken[last + reach]
            last += 1
        if reach and turn < last:
            for features_there in spoken[turn : last + 2 * reach]:
                near |= features_there
        found.append(near)
    return found
