"""Passages by what else is coded near them, and by who speaks in them: what retrieval asks of passages."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.cross_reference.nearness import overlapping, within_turns
from qualcoder_lite.domain.retrieval.mix import How, Mix

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.passage import FullRow, Passage
    from qualcoder_lite.domain.retrieval.mix import Condition, Together
    from qualcoder_lite.domain.transcript import Turn


_TRANSCRIPT: Callable[[Sequence[Any]], str] = itemgetter(0)


def near_others(
    passages: Iterable[Passage],
    others: Iterable[FullRow],
    conditions: Sequence[Condition],
    turns: Callable[[str], Sequence[tuple[int, int]]],
) -> list[Passage]:
    """The passages that meet all conditions, in order of transcript and start.

    `others` are the codings of the codes that the conditions name, in order of transcript; the conditions' codes are
    ids. `turns` gives a transcript's (start, end), paragraphs where it has none.
    """
    coded = {transcript: list(rows) for transcript, rows in groupby(others, key=_TRANSCRIPT)}
    ordered = sorted(passages, key=itemgetter(0, 2))
    kept: list[Passage] = []
    for transcript, of_transcript in groupby(ordered, key=_TRANSCRIPT):
        there = list(of_transcript)
        for condition in conditions:
            if not there:
                break
            holds = _holds(there, coded.get(transcript, []), condition, turns)
            there = list(compress(there, holds))
        kept += there
    return kept


def _holds(
    passages: Sequence[Passage],
    rows: Sequence[FullRow],
    condition: Condition,
    turns: Callable[[str], Sequence[tuple[int, int]]],
) -> Sequence[bool]:
    """Of each of these passages of one transcript, whether a condition holds."""
    if not isinstance(condition, Mix):
        return [near != condition.without for near in _has_near(passages, rows, condition, turns)]
    parts = [_holds(passages, rows, part, turns) for part in condition.parts]
    if not parts:
        return [True] * len(passages)
    if condition.how is How.ALL:
        return [all(each) for each in zip(*parts, strict=True)]
    return [any(each) != (condition.how is How.NONE) for each in zip(*parts, strict=True)]


def _has_near(
    passages: Sequence[Passage],
    rows: Sequence[FullRow],
    condition: Together,
    turns: Callable[[str], Sequence[tuple[int, int]]],
) -> Sequence[bool]:
    """Of each of these passages of one transcript, whether one of a condition's codes is where it is looked for."""
    if condition.near == "itself":
        return [passage.code in condition.codes for passage in passages]
    bits = dict.fromkeys(condition.codes, 1)
    features = [row for row in rows if row[1] in bits]
    if not features:
        return [False] * len(passages)
    places = [passage[:5] for passage in passages]
    if condition.near == "overlap":
        found = overlapping(places, features, bits)
    else:
        reach = 0 if condition.near == "turn" else condition.near
        found = within_turns(places, features, bits, turns(passages[0].transcript), reach)
    return [bool(near) for near in found]


def spoken_by(
    passages: Iterable[Passage], turns: Mapping[str, Sequence[Turn]], wanted: Mapping[str, Collection[int]]
) -> list[Passage]:
    """The passages in which somebody of those asked for speaks: `wanted` holds their numbers, by transcript.

    Where only the label of their turn is in a passage, they don't speak in it.
    """
    speech = {
        transcript: [
            (turn.speech, turn.end)
            for turn in turns.get(transcript, ())
            if turn.speaker in numbers and turn.speech < turn.end  # a label with no word behind it says nothing
        ]
        for transcript, numbers in wanted.items()
    }
    ends = {transcript: [end for _, end in spans] for transcript, spans in speech.items()}
    kept: list[Passage] = []
    for passage in passages:
        spans = speech.get(passage.transcript, ())
        first = bisect_right(ends.get(passage.transcript, ()), passage.start)
        if first < len(spans) and spans[first][0] < passage.end:
            kept.append(passage)
    return kept


def with_any(passages: Iterable[Passage], codings: Collection[str]) -> list[Passage]:
    """The passages that one of these codings is part of."""
    return [passage for passage in passages if any(coding in codings for coding in passage.codings)]
