"""Passages by what is coded near them and who speaks in them, computed a second time from every pair and position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.passage import FullRow, Passage, united
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together, leaves
from qualcoder_lite.domain.retrieval.near import near_others, spoken_by, with_any
from qualcoder_lite.domain.transcript import Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.retrieval.mix import Condition, Place

CODES = "ABCD"
TRANSCRIPTS = ("one", "two")
LONG = 40


@st.composite
def codings(draw: st.DrawFn) -> list[FullRow]:
    rows: list[FullRow] = []
    for n in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, LONG - 1))
        end = draw(st.integers(start + 1, LONG))
        place = (draw(st.sampled_from(TRANSCRIPTS)), draw(st.sampled_from(CODES)))
        rows.append((*place, start, end, "not_stated", f"coding-{n:02}", "somebody"))
    return sorted(rows)


@st.composite
def turn_lists(draw: st.DrawFn) -> list[Turn]:
    cuts = sorted(draw(st.sets(st.integers(0, LONG), max_size=10)))
    turns: list[Turn] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        turns.append(Turn(start, draw(st.integers(start, end)), end, draw(st.integers(0, 2))))
    return turns


CONDITIONS = st.recursive(
    st.builds(
        Together,
        codes=st.sets(st.sampled_from(CODES), min_size=1).map(lambda codes: tuple(sorted(codes))),
        near=st.sampled_from(["itself", "overlap", "turn", 0, 1, 3]),
        without=st.booleans(),
    ),
    lambda parts: st.builds(Mix, how=st.sampled_from(How), parts=st.lists(parts, max_size=3).map(tuple)),
    max_leaves=5,
)


def touched(start: int, end: int, turns: Sequence[Turn]) -> set[int]:
    """The numbers of the turns that have a position in common with a stretch."""
    return {n for n, turn in enumerate(turns) if set(range(start, end)) & set(range(turn.start, turn.end))}


def holds(passage: Passage, condition: Condition, rows: Sequence[FullRow], turns: Sequence[Turn]) -> bool:
    if isinstance(condition, Mix):
        met = [holds(passage, part, rows, turns) for part in condition.parts]
        return not met or {How.ALL: all(met), How.ANY: any(met), How.NONE: not any(met)}[condition.how]
    there = any(
        row[0] == passage.transcript and row[1] in condition.codes and is_near(passage, row, condition.near, turns)
        for row in rows
    )
    return there != condition.without


def is_near(passage: Passage, row: FullRow, near: Place, turns: Sequence[Turn]) -> bool:
    if near == "itself":
        return row[1] == passage.code
    if near == "overlap":
        return bool(set(range(passage.start, passage.end)) & set(range(row[2], row[3])))
    reach = 0 if near == "turn" else int(near)
    ours, theirs = touched(passage.start, passage.end, turns), touched(row[2], row[3], turns)
    return any(abs(one - other) <= reach for one in ours for other in theirs)


@given(codings(), st.lists(CONDITIONS, max_size=3), turn_lists(), turn_lists())
def test_passages_near_others_are_those_that_every_pair_says_are(
    rows: list[FullRow], conditions: list[Condition], first: list[Turn], second: list[Turn]
):
    turns = {"one": first, "two": second}
    passages = united(rows)
    expected = {
        passage
        for passage in passages
        if all(holds(passage, condition, rows, turns[passage.transcript]) for condition in conditions)
    }
    named = {code for asked in leaves(conditions) for code in asked.codes}
    others = [row for row in rows if row[1] in named]
    found = near_others(passages, others, conditions, lambda id_: [(turn.start, turn.end) for turn in turns[id_]])
    assert set(found) == expected
    assert len(found) == len(expected)
    assert found == sorted(found, key=lambda passage: (passage.transcript, passage.start))


@given(codings(), turn_lists(), st.sets(st.integers(0, 2)))
def test_passages_are_spoken_by_those_whose_speech_they_hold_a_position_of(
    rows: list[FullRow], turns: list[Turn], wanted: set[int]
):
    passages = [passage for passage in united(rows) if passage.transcript == "one"]
    expected = [
        passage
        for passage in passages
        if any(
            turn.speaker in wanted and set(range(turn.speech, turn.end)) & set(range(passage.start, passage.end))
            for turn in turns
        )
    ]
    assert spoken_by(passages, {"one": turns}, {"one": wanted}) == expected


def test_nobody_speaks_in_a_transcript_without_turns():
    passages = united([("one", "A", 0, 5, "not_stated", "x", "somebody")])
    assert spoken_by(passages, {}, {}) == []


def test_passages_are_kept_by_any_of_their_codings():
    passages = united(
        [("one", "A", 0, 5, "not_stated", "x", "somebody"), ("one", "A", 7, 9, "not_stated", "y", "somebody")]
    )
    assert with_any(passages, {"y", "z"}) == passages[1:]
