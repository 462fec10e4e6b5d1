"""Quotes are chosen so that everybody is heard before anybody is heard again."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.voices import PER_PERSON, Voices
from qualcoder_lite.domain.passage import Passage


def passage(
    person: str,
    start: int,
    length: int = 100,
    polarity: Polarity = Polarity.DELIVERED,
    *ids: str,
    coders: tuple[str, ...] = ("AB",),
) -> Passage:
    return Passage(person, "outcome", start, start + length, polarity, ids or (f"{person} {start}",), coders)


def voices(*giving_reasons: str) -> Voices:
    return Voices(lambda one: one.transcript, frozenset(giving_reasons))


PASSAGES = st.lists(
    st.builds(
        passage, st.sampled_from("abcd"), st.integers(0, 2000), st.integers(1, 900), st.sampled_from(list(Polarity))
    ),
    unique=True,
    max_size=14,
)


@given(PASSAGES, st.integers(0, 12), st.integers(1, 3))
def test_as_many_are_chosen_as_the_caps_allow_in_the_order_given(passages, most, per_person):
    chosen = voices().choose(passages, most, per_person)
    available = Counter(one.transcript for one in passages)
    assert len(chosen) == min(most, sum(min(count, per_person) for count in available.values()))
    assert max(Counter(one.transcript for one in chosen).values(), default=0) <= per_person
    assert chosen == [one for one in passages if one in chosen]


@given(PASSAGES, st.integers(1, 12))
def test_nobody_is_quoted_twice_while_somebody_waits(passages, most):
    quoted = Counter(one.transcript for one in voices().choose(passages, most))
    if max(quoted.values(), default=0) == PER_PERSON:
        assert set(quoted) == {one.transcript for one in passages}


@given(st.lists(PASSAGES, min_size=1, max_size=5))
def test_who_was_quoted_how_often_is_remembered(outcomes):
    chooser = voices()
    chosen = [one for passages in outcomes for one in chooser.choose(passages, 3)]
    assert chooser.quoted == Counter(one.transcript for one in chosen)


def test_those_quoted_least_so_far_come_first():
    chooser = voices()
    chooser.choose([passage("a", 0)], 1)
    assert chooser.choose([passage("a", 500), passage("b", 500)], 1) == [passage("b", 500)]


def test_another_polarity_is_shown_before_the_same_again():
    unlike = passage("c", 0, 100, Polarity.NOT_DELIVERED)
    assert voices().choose([passage("a", 0), passage("b", 0), unlike], 2) == [passage("a", 0), unlike]


def test_the_polarity_shown_least_often_comes_next():
    yes = [passage(person, 0) for person in "abc"]
    no = [passage("d", 0, 100, Polarity.NOT_DELIVERED), passage("e", 0, 100, Polarity.NOT_DELIVERED)]
    assert voices().choose([yes[0], yes[1], *no, yes[2]], 4) == [yes[0], yes[1], *no]
    assert voices().choose([*yes, *no], 3) == [yes[0], yes[1], no[0]]


@pytest.mark.parametrize("start", [901, 950, 1050, 1099])
def test_words_that_were_quoted_already_come_last(start):
    chooser = voices()
    chooser.choose([passage("a", 1000), passage("b", 1000)], 2)
    assert chooser.choose([passage("a", start), passage("b", 1400)], 1) == [passage("b", 1400)]


@pytest.mark.parametrize("start", [900, 1100])
def test_words_beside_what_was_quoted_are_new_words(start):
    chooser = voices()
    chooser.choose([passage("a", 1000), passage("b", 1000)], 2)
    assert chooser.choose([passage("b", 1000), passage("a", start)], 1) == [passage("a", start)]


def test_a_passage_that_gives_a_reason_comes_before_one_that_does_not():
    with_reason = passage("b", 0, 100, Polarity.DELIVERED, "because")
    assert voices("because").choose([passage("a", 0), with_reason], 1) == [with_reason]


def test_a_passage_that_says_whether_it_was_delivered_comes_before_one_that_does_not():
    unsaid = passage("a", 700, 100, Polarity.NOT_STATED)
    assert voices().choose([unsaid, passage("b", 700)], 1) == [passage("b", 700)]


def test_a_passage_that_several_coders_chose_comes_before_one_that_one_did():
    of_two = passage("b", 700, coders=("AB", "DO"))
    assert voices().choose([passage("a", 700), of_two], 1) == [of_two]
    of_three = passage("c", 700, coders=("AB", "DO", "RB"))
    assert voices().choose([of_two, of_three], 1) == [of_two]


def test_neither_a_scrap_nor_a_speech_is_chosen_where_there_is_better():
    assert voices().choose([passage("a", 0, 3), passage("b", 0, 5000), passage("c", 0)], 1) == [passage("c", 0)]


def test_quotes_of_one_to_five_lines_are_alike_in_length():
    shortest, longest = passage("a", 700, 80), passage("b", 700, 400)
    assert voices().choose([shortest, longest], 1) == [shortest]
    assert voices().choose([longest, shortest], 1) == [longest]
    assert voices().choose([passage("c", 700, 79), longest], 1) == [longest]
    assert voices().choose([passage("c", 700, 401), shortest], 1) == [shortest]
    assert voices().choose([passage("c", 700, 403), passage("d", 700, 78)], 1) == [passage("d", 700, 78)]


def test_what_an_analyst_starred_comes_before_all_else():
    passages = [passage("a", 0), passage("a", 300), passage("b", 500, 3, Polarity.NOT_STATED), passage("c", 0)]
    chooser = Voices(lambda one: one.transcript, frozenset({"c 0"}), {passages[2], passages[1]})
    assert chooser.choose(passages, 2) == [passages[1], passages[2]]
