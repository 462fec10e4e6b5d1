"""Which codes come together: in the same words, in the same turn, or a few turns apart.

Two codes come together where one and the same coder put both, or where both were settled. Counting across coders would
find one coder's *Choice* beside another's *Listened to*, which may be nothing but a disagreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.cross_reference.nearness import members, overlapping, within_turns
from qualcoder_lite.domain.frequencies import Frequency
from qualcoder_lite.domain.passage import stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.passage import CodedRow, Stretch

_TRANSCRIPT: Callable[[Stretch], str] = itemgetter(0)
_START: Callable[[Stretch], int] = itemgetter(2)


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
    people: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    passages: Counter[tuple[str, int]] = Counter()
    wanted = (row for row in rows if row[1] in bits and row[0] in person)
    for transcript, found in groupby(stretches(wanted), key=_TRANSCRIPT):
        in_order = sorted(found, key=_START)
        for passage, beside in zip(in_order, _beside(in_order, bits, near, turns), strict=True):
            code, together = passage[1], beside | bits[passage[1]]
            people[code, together].add(person[transcript])
            passages[code, together] += 1
    return CoOccurrence(coder=coder, codes=tuple(codes), cells=_cells(codes, people, passages))


def _beside(
    passages: Sequence[Stretch],
    bits: Mapping[str, int],
    near: Near,
    turns: Callable[[str], Sequence[tuple[int, int]]],
) -> list[int]:
    """For each passage of one transcript, the codes near it as a set of bits."""
    if near == "overlap":
        return overlapping(passages, passages, bits)
    return within_turns(passages, passages, bits, turns(passages[0][0]), 0 if near == "turn" else near)


def _cells(
    codes: Sequence[Code], people: Mapping[tuple[str, int], set[str]], passages: Mapping[tuple[str, int], int]
) -> tuple[tuple[Frequency, ...], ...]:
    """The table, from how often each code has each set of codes beside it."""
    who = {code.id: [set[str]() for _ in codes] for code in codes}
    often = {code.id: [0] * len(codes) for code in codes}
    for (code, together), number in passages.items():
        for column in members(together):
            who[code][column] |= people[code, together]
            often[code][column] += number
    return tuple(
        tuple(Frequency(len(heard), number) for heard, number in zip(who[code.id], often[code.id], strict=True))
        for code in codes
    )
