"""Passages by what else is coded near them, and by who speaks in them: the questions that retrieval asks of passages.

Every question narrows what the one before left over. That makes any mix of codes: passages of one code or another,
*and* near this or that one, *and not* near a third.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.cross_reference.nearness import overlapping, within_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.passage import FullRow, Passage
    from qualcoder_lite.domain.transcript import Turn


_TRANSCRIPT: Callable[[Sequence[Any]], str] = itemgetter(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What else must be coded near a passage, or must not: any of these codes.

    `near` is "overlap" for the same passage, "turn" for the same turn, or how many turns away it may be at most.
    """

    codes: tuple[str, ...]
    near: Near = "turn"
    without: bool = False

    def in_words(self) -> str:
        """The condition as a sentence goes on with it: "near Co-location (same turn)"."""
        link = "but not" if self.without else "and" if self.near == "overlap" else "near"
        return f"{link} {' or '.join(self.codes)} ({near_words(self.near)})"


def near_words(near: Near) -> str:
    """How close that is, in words."""
    if isinstance(near, int) and near > 0:
        return "the turn beside it" if near == 1 else f"within {near} turns"
    return "same passage" if near == "overlap" else "same turn"


def near_others(
    passages: Iterable[Passage],
    others: Iterable[FullRow],
    conditions: Sequence[Together],
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
            there = _meeting(there, coded.get(transcript, []), condition, turns)
            if not there:
                break
        kept += there
    return kept


def _meeting(
    passages: Sequence[Passage],
    rows: Sequence[FullRow],
    condition: Together,
    turns: Callable[[str], Sequence[tuple[int, int]]],
) -> list[Passage]:
    """Those passages of one transcript that meet a condition."""
    bits = dict.fromkeys(condition.codes, 1)
    features = [row for row in rows if row[1] in bits]
    if not features:
        return list(passages) if condition.without else []
    places = [passage[:5] for passage in passages]
    if condition.near == "overlap":
        found = overlapping(places, features, bits)
    else:
        reach = 0 if condition.near == "turn" else condition.near
        found = within_turns(places, features, bits, turns(passages[0].transcript), reach)
    return [passage for passage, near in zip(passages, found, strict=True) if bool(near) != condition.without]


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
