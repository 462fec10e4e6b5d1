"""What is told of outcomes: people by how it stands with them, and how places compare."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Direction, Polarity
from qualcoder_lite.domain.cross_reference import Tally
from qualcoder_lite.domain.cross_reference.hearing import Counted, heard
from qualcoder_lite.domain.passage import Passage
from qualcoder_lite.domain.reports.told import (
    Leaning,
    Likeness,
    Said,
    Told,
    leaning,
    likeness,
    said_of_features,
    told,
    told_in,
)

D, N, M, U = Polarity.DELIVERED, Polarity.NOT_DELIVERED, Polarity.MIXED, Polarity.NOT_STATED

PASSAGES = st.lists(
    st.builds(
        lambda who, code, polarity: Passage(who, code, 0, 1, polarity, ("x",), ("AB",)),
        st.sampled_from(["ada", "ben", "cy"]),
        st.sampled_from(["safe", "choice"]),
        st.sampled_from(list(Polarity)),
    ),
    max_size=12,
)


@given(PASSAGES)
def test_each_person_stands_once_by_all_they_say(passages):
    found = told(passages, lambda passage: passage.transcript)
    for code in ("safe", "choice"):
        said: dict[str, set[Polarity]] = {}
        for passage in passages:
            if passage.code == code:
                said.setdefault(passage.transcript, set()).add(passage.polarity)
        slow = Counter(M if len(stated - {U}) > 1 else next(iter(stated - {U}), U) for stated in said.values())
        of_code = found.get(code, Told())
        assert {key: count for key, count in of_code.stands.items() if count} == slow
        assert of_code.tally.people == len(said) == sum(of_code.stands.values())
        assert of_code.tally.passages == sum(passage.code == code for passage in passages)


@given(PASSAGES)
def test_what_is_kept_of_transcripts_tells_the_same(passages):
    of_person: dict[str, dict[tuple[str, str], list[str]]] = {}
    for passage in passages:
        of_person.setdefault(passage.transcript, {}).setdefault((passage.code, ""), []).append(passage.polarity)
    kept = [
        (person, heard({pair: Counted.of(said) for pair, said in pairs.items()})) for person, pairs in of_person.items()
    ]
    assert told_in(kept) == told(passages, lambda passage: passage.transcript)


@pytest.mark.parametrize(
    ("stands", "leans"),
    [
        ({}, Leaning.SILENT),
        ({D: 2, N: 1}, Leaning.DELIVERED),
        ({N: 1, M: 3}, Leaning.NOT_DELIVERED),
        ({D: 1, N: 1}, Leaning.DIVIDED),
        ({M: 2}, Leaning.DIVIDED),
        ({U: 2}, Leaning.NOT_STATED),
    ],
)
def test_people_lean_the_way_that_more_of_them_say(stands, leans):
    assert leaning(Told(Tally(people=sum(stands.values())), stands)) is leans


@pytest.mark.parametrize(
    ("leanings", "alike"),
    [
        ("silent silent", Likeness.SILENT),
        ("delivered delivered", Likeness.SHARED),
        ("delivered not_stated", Likeness.SHARED),
        ("delivered silent", Likeness.SOME_SILENT),
        ("delivered divided", Likeness.DIFFERS),
        ("delivered not_delivered silent", Likeness.DIFFERS),
    ],
)
def test_places_are_alike_or_differ_or_are_silent(leanings, alike):
    assert likeness(map(Leaning, leanings.split())) is alike


def test_who_names_a_feature_is_counted_once_however_often_they_do():
    rows = [
        ("one", "safe", 0, 9, "delivered", "c1", "AB"),
        ("one", "choice", 0, 9, "delivered", "c2", "AB"),
        ("two", "safe", 0, 9, "delivered", "c3", "AB"),
    ]
    links = [("c1", "key", "helped"), ("c2", "key", "helped"), ("c3", "key", "hindered"), ("gone", "key", "helped")]
    assert said_of_features(rows, links, lambda transcript: f"person {transcript}") == {
        ("key", Direction.HELPED): Said(frozenset({"person one"}), frozenset({"safe", "choice"})),
        ("key", Direction.HINDERED): Said(frozenset({"person two"}), frozenset({"safe"})),
    }
