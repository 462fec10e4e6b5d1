"""Passages: the stretches of a transcript that a code covers once its codings are united.

What is counted and exported is never the single coding but the passage, so that two coders who mark the same words
are not heard as two people. Positions are code points over the stored text, end exclusive. The functions take rows
as the database gives them, in order of transcript, code, start and end: a large project has some 200,000, and
making an object of each would cost more than the counting.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qualcoder_lite.domain.coding import Polarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: A coding as a row: `CodedSpan`'s fields in their order. Counting reads no further than the polarity, so rows that
#: are only counted may end there.
CodedRow: TypeAlias = "tuple[str, str, int, int, str, *tuple[str, ...]]"

#: A coding as a row with everything.
FullRow: TypeAlias = tuple[str, str, int, int, str, str, str]

#: A decision as a row: transcript, code, start, end.
DecisionRow: TypeAlias = tuple[str, str, int, int]

#: A passage as lean as counting needs it: transcript, code, start, end, polarity.
Stretch: TypeAlias = tuple[str, str, int, int, str]

_POLARITIES = {polarity.value: polarity for polarity in Polarity}
_TRANSCRIPT: Callable[[FullRow], str] = itemgetter(0)


class CodedSpan(NamedTuple):
    """One coder's code on one stretch of one transcript; `coding` and `coder` are ids, `polarity` a `Polarity`."""

    transcript: str
    code: str
    start: int
    end: int
    polarity: str
    coding: str
    coder: str


class Passage(NamedTuple):
    """A maximal stretch of one transcript covered by one code; the ids of its codings and coders are sorted."""

    transcript: str
    code: str
    start: int
    end: int
    polarity: Polarity
    codings: tuple[str, ...]
    coders: tuple[str, ...]


def united(rows: Iterable[FullRow]) -> list[Passage]:
    """The passages that codings make, in order; stretches that only touch stay two. Rows are `CodedSpan`s in full."""
    return [_passage(together) for together in _by_passage(rows)]


def _passage(together: Sequence[FullRow]) -> Passage:
    transcript, code, start, end, polarity, coding, coder = together[0]
    if len(together) == 1:  # as most are
        return Passage(transcript, code, start, end, _POLARITIES[polarity], (coding,), (coder,))
    return Passage(
        transcript,
        code,
        start,
        max([row[3] for row in together]),
        Polarity(united_polarity([row[4] for row in together])),
        tuple(sorted({row[5] for row in together})),
        tuple(sorted({row[6] for row in together})),
    )


def stretches(rows: Iterable[CodedRow]) -> list[Stretch]:
    """The same passages as `united`, without their codings: for counting over a whole project."""
    found: list[Stretch] = []
    transcript, code, start, end, polarity = "", "", 0, 0, ""
    for row in rows:
        # Most codings of a code lie apart, so the cheapest question comes first.
        if row[2] < end and row[1] == code and row[0] == transcript:
            end = max(end, row[3])
            if row[4] != polarity:
                polarity = united_polarity((polarity, row[4]))
        else:
            if end:
                found.append((transcript, code, start, end, polarity))
            transcript, code, start, end, polarity = row[:5]
    if end:
        found.append((transcript, code, start, end, polarity))
    return found


def united_polarity(polarities: Iterable[str]) -> str:
    """What codings say together: the polarity they agree on, "not stated" aside; mixed where they differ."""
    stated = {polarity for polarity in polarities if polarity != Polarity.NOT_STATED}
    if not stated:
        return Polarity.NOT_STATED
    return stated.pop() if len(stated) == 1 else Polarity.MIXED


def settle(rows: Iterable[FullRow], decisions: Iterable[DecisionRow], settled_rows: Iterable[FullRow]) -> list[FullRow]:
    """The codings that count once disagreements were settled, in the order of rows.

    Within the stretch that a decision covers, the coders' own codings of its code give way to the settled ones; where
    none was settled, the coders agreed that the code doesn't belong there. A coding that reaches out of the stretch
    still counts for what lies outside, so one coding can come back as two rows with the same id.
    """
    covered: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for transcript, code, start, end in sorted(decisions):
        covered.setdefault(transcript, {}).setdefault(code, []).append((start, end))
    kept: list[FullRow] = []
    for transcript, of_transcript in groupby(rows, key=_TRANSCRIPT):
        decided = covered.get(transcript)
        if decided is None:
            kept.extend(of_transcript)
        else:
            for row in of_transcript:
                if row[1] in decided:
                    kept.extend(_outside(row, decided[row[1]]))
                else:
                    kept.append(row)
    kept.extend(settled_rows)
    kept.sort()
    return kept


def _outside(row: FullRow, decided: Sequence[tuple[int, int]]) -> Iterator[FullRow]:
    """What a coding keeps outside the decided stretches, which are in order of their starts."""
    transcript, code, start, end, polarity, coding, coder = row
    for decided_start, decided_end in decided:
        if decided_start >= end:
            break
        if decided_start > start:
            yield transcript, code, start, decided_start, polarity, coding, coder
        start = max(start, decided_end)
    if start < end:
        yield transcript, code, start, end, polarity, coding, coder


def _by_passage(rows: Iterable[FullRow]) -> Iterator[list[FullRow]]:
    """The rows that make one passage, passage by passage."""
    together: list[FullRow] = []
    end = 0
    for row in rows:
        if row[2] < end and row[1] == together[0][1] and row[0] == together[0][0]:
            together.append(row)
            end = max(end, row[3])
        else:
            if together:
                yield together
            together, end = [row], row[3]
    if together:
        yield together
