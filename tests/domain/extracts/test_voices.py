"""Quotes are chosen so that everybody is heard before anybody is heard again."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.voices import PER_PERSON, Voices
from qualcoder_lite.domain.passage import Passage


def passage(person: str, start: int, length: int = 100, polarity: Polarity = Polarity.DELIVERED, *ids: str) -> Passage:
    return Passage(person, "outcome", start, start + length, polarity, ids or (f"{person} {start}",), ("AB",))


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


def test_words_that_were_quoted_already_come_last():
    chooser = voices()
    chooser.choose([passage("a", 0)], 1)
    chooser.choose([passage("b", 0)], 1)
    assert chooser.choose([passage("a", 50), passage("b", 400)], 1) == [passage("b", 400)]


def test_a_passage_that_gives_a_reason_comes_before_one_that_does_not():
    with_reason = passage("b", 0, 100, Polarity.DELIVERED, "because")
    assert voices("because").choose([passage("a", 0), with_reason], 1) == [with_reason]


def test_neither_a_scrap_nor_a_speech_is_chosen_where_there_is_better():
    assert voices().choose([passage("a", 0, 3), passage("b", 0, 5000), passage("c", 0)], 1) == [passage("c", 0)]


def test_what_an_analyst_starred_comes_before_all_else():
    passages = [passage("a", 0), passage("a", 300), passage("b", 500, 3, Polarity.NOT_STATED), passage("c", 0)]
    chooser = Voices(lambda one: one.transcript, frozenset({"c 0"}), {passages[2], passages[1]})
    assert chooser.choose(passages, 2) == [passages[1], passages[2]]
