"""Which codes come together: in the same words, in the same turn, or a few turns apart.

Two codes come together where one and the same coder put both, or where both were settled. Counting across coders would
find one coder's *Choice* beside another's *Listened to*, which may be nothing but a disagreement.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from qualcoder_lite.domain.cross_reference.nearness import members
from qualcoder_lite.domain.retrieval.frequencies import Frequency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import CodedRow

#: A passage as counting needs it: its start, its end and its code, as a bit.
_Placed: TypeAlias = tuple[int, int, int]

_TRANSCRIPT: Callable[[CodedRow], str] = itemgetter(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoOccurrence:
    """One coder's codes by codes; `coder` is a name, empty for what was settled.

    A cell tells how many people have the two codes near each other, and how many passages of the row's code are near
    one of the column's: read along the row, since many passages of one code may lie beside a single one of the other.
    On the diagonal stand all people and passages of the code.
    """

    coder: str
    codes: tuple[Code, ...]
    cells: tuple[tuple[Frequency, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        """The table as the command line prints it in JSON."""
        return {"coder": self.coder, "cells": [[cell._asdict() for cell in row] for row in self.cells]}


def co_occurrence(
    rows: Iterable[CodedRow],
    codes: Sequence[Code],
    person: Mapping[str, str],
    *,
    near: Near,
    turns: Callable[[str], Sequence[tuple[int, int]]],
    coder: str = "",
) -> CoOccurrence:
    """Count which codes come together in one coder's codings.

    Args:
        rows: That coder's codings, or the settled ones, in order of transcript, code, start, end.
        codes: Rows and columns of the result; codings of other codes are passed over.
        person: Who speaks in each transcript in scope, by id; other transcripts are passed over.
        near: How close two passages must be.
        turns: Gives a transcript's turns as (start, end) in order, or its paragraphs where it has no turns.
        coder: Whose they are, for the result to tell.
    """
    bits = {code.id: 1 << place for place, code in enumerate(codes)}
    passages: Counter[tuple[int, int]] = Counter()
    heard: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for transcript, own in groupby(rows, key=_TRANSCRIPT):
        if transcript not in person:
            continue
        in_order = _placed(own, bits)
        beside = _overlapping(in_order) if near == "overlap" else _within_turns(in_order, turns(transcript), near)
        found = list(zip([code for _, _, code in in_order], beside, strict=True))
        passages.update(found)
        by_code = heard[person[transcript]]
        for code, together in found:
            by_code[code] = by_code.get(code, 0) | together
    people = Counter(found for by_code in heard.values() for found in by_code.items())
    cells = zip(_table(people, len(codes)), _table(passages, len(codes)), strict=True)
    return CoOccurrence(
        coder=coder, codes=tuple(codes), cells=tuple(tuple(map(Frequency, *counts)) for counts in cells)
    )


def _placed(rows: Iterable[CodedRow], bits: Mapping[str, int]) -> list[_Placed]:
    """The passages of one transcript, in order of their starts."""
    found: list[_Placed] = []
    code, start, end, bit = "", 0, 0, 0
    for row in rows:
        if row[2] < end and row[1] == code:
            if row[3] > end:
                end = row[3]
                found[-1] = (start, end, bit)
        elif row[1] in bits:
            _, code, start, end = row[:4]
            bit = bits[code]
            found.append((start, end, bit))
    found.sort()
    return found


def _overlapping(passages: Sequence[_Placed]) -> list[int]:
    """For each passage of one transcript, the codes of those that overlap it, and its own."""
    found = [code for _, _, code in passages]
    reaching: list[int] = []  # places of the earlier passages that may reach into this one
    furthest = 0
    for place, (start, end, code) in enumerate(passages):
        if start >= furthest:  # most stand alone
            reaching, furthest = [place], end
            continue
        reaching = [earlier for earlier in reaching if passages[earlier][1] > start]
        for earlier in reaching:
            found[earlier] |= code
            found[place] |= passages[earlier][2]
        reaching.append(place)
        furthest = max(furthest, end)
    return found


def _within_turns(passages: Sequence[_Placed], turns: Sequence[tuple[int, int]], near: Near) -> list[int]:
    """The same where passages are near each other in one turn or so many turns away, as `within_turns` has it."""
    reach = 0 if near == "turn" else min(int(near), len(turns))
    # One turn more, where no passage ever is, ends every walk.
    starts, ends = zip(*turns, (sys.maxsize, sys.maxsize), strict=True)
    spoken = [0] * (len(starts) + 2 * reach)  # the codes by turn, with room for `reach` turns before and after
    walked: list[tuple[int, int]] = []  # each passage's first turn, and the one after its last
    turn = 0
    for start, end, code in passages:
        while ends[turn] <= start:
            turn += 1
        after = turn
        while starts[after] < end:
            spoken[after + reach] |= code
            after += 1
        walked.append((turn, after))
    return [
        reduce(int.__or__, spoken[first : after + 2 * reach], code) if first < after else code
        for (first, after), (_, _, code) in zip(walked, passages, strict=True)
    ]


def _table(counted: Mapping[tuple[int, int], int], size: int) -> list[list[int]]:
    """The numbers by row and column, from how often each code has each set of codes beside it."""
    table = [[0] * size for _ in range(size)]
    places: dict[int, list[int]] = {}  # passages in one turn have the same codes beside them
    for (code, together), number in counted.items():
        if together not in places:
            places[together] = list(members(together))
        row = table[code.bit_length() - 1]
        for column in places[together]:
            row[column] += number
    return table
