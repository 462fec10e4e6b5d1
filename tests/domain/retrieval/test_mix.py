"""Mixes of codes: in words, with other codes, and as they are typed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.retrieval.mix import Condition, How, Mix, Together, leaves, near_words, with_codes
from qualcoder_lite.domain.retrieval.mix_reading import condition_read

SAFE, PEOPLE = Together(codes=("Feeling safe",), near="itself"), Together(codes=("Seeing people",), near="itself")
NEAR = Together(codes=("Co-location",))
AWAY = Together(codes=("Transport",), near=2, without=True)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Together(codes=("Co-location",)), "near Co-location (same turn)"),
        (Together(codes=("A", "B"), near="overlap"), "and A or B (same passage)"),
        (Together(codes=("A",), near=2, without=True), "but not A (within 2 turns)"),
        (Together(codes=("A",), near=1), "near A (the turn beside it)"),
        (Together(codes=("A",), near=0), "near A (same turn)"),
        (Together(codes=("A", "B"), near="itself"), "coded A or B"),
        (Together(codes=("A",), near="itself", without=True), "but not coded A"),
    ],
)
def test_a_condition_is_told_in_plain_words(condition: Together, words: str):
    assert condition.in_words() == words
    assert condition.near == "itself" or near_words(condition.near) in words


@pytest.mark.parametrize(
    ("mix", "words"),
    [
        (Mix(how=How.ANY, parts=(PEOPLE, NEAR)), "either coded Seeing people, or near Co-location (same turn)"),
        (Mix(how=How.ALL, parts=(SAFE, AWAY)), "both coded Feeling safe and not near Transport (within 2 turns)"),
        (
            Mix(how=How.ALL, parts=(SAFE, NEAR, Together(codes=("Choice",), near="overlap"))),
            "all of: coded Feeling safe, near Co-location (same turn) and also Choice (same passage)",
        ),
        (Mix(how=How.NONE, parts=(PEOPLE, NEAR)), "neither coded Seeing people, nor near Co-location (same turn)"),
        (Mix(how=How.NONE, parts=(PEOPLE,)), "not coded Seeing people"),
        (
            Mix(how=How.ANY, parts=(PEOPLE, Mix(how=How.ALL, parts=(SAFE, NEAR)))),
            "either coded Seeing people, or (both coded Feeling safe and near Co-location (same turn))",
        ),
        (Mix(how=How.ANY, parts=()), ""),
    ],
)
def test_a_mix_is_told_in_plain_words(mix: Mix, words: str):
    assert mix.in_words() == words


def test_a_mix_keeps_what_there_are_codes_for():
    mix = Mix(how=How.ANY, parts=(PEOPLE, Mix(how=How.ALL, parts=(SAFE, NEAR)), Mix(how=How.NONE, parts=(AWAY,))))
    assert [leaf.codes[0] for leaf in leaves([mix])] == ["Seeing people", "Feeling safe", "Co-location", "Transport"]
    left = with_codes(mix, lambda names: [name.upper() for name in names if name != "Transport"])
    assert left is not None
    assert [leaf.codes for leaf in leaves([left])] == [("SEEING PEOPLE",), ("FEELING SAFE",), ("CO-LOCATION",)]
    assert with_codes(mix, lambda _: []) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Seeing people", PEOPLE),
        ("near Co-location", NEAR),
        ("NOT within 2 of Transport", AWAY),
        ("beside “Roles and responsibilities”", Together(codes=("Roles and responsibilities",), near="overlap")),
        ('"not near"', Together(codes=("not near",), near="itself")),
        ("not not Feeling  safe", SAFE),
        ("not (Feeling safe)", Mix(how=How.NONE, parts=(SAFE,))),
        (
            "Seeing people or (Feeling safe and near Co-location and not within 2 of Transport)",
            Mix(how=How.ANY, parts=(PEOPLE, Mix(how=How.ALL, parts=(SAFE, NEAR, AWAY)))),
        ),
    ],
)
def test_a_mix_is_understood_as_it_is_typed(words: str, expected: Condition):
    assert condition_read(words) == expected


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "name of a code is missing"),
        ("Choice and", "name of a code is missing"),
        ("Choice and or Trust", "name of a code is missing"),
        ("Choice and Trust or Safety", "Put brackets"),
        ("(Choice", "isn’t closed"),
        ("Choice)", "go on with “)”"),
        ("Choice near Trust", "go on with “near”"),
        ('"Choice" "Trust"', "go on with “Trust”"),
        ("within Choice", "how many turns"),
        ("within ³ of Choice", "how many turns"),
        ('near "Choice', "no partner"),
        ("(" * 99 + "Choice" + ")" * 99, "too many brackets"),
    ],
)
def test_what_cannot_be_understood_is_told_in_a_sentence(words: str, said: str):
    with pytest.raises(UserError, match=said.replace("(", r"\(").replace(")", r"\)")):
        condition_read(words)


TYPED = st.recursive(
    st.builds(
        Together,
        codes=st.sampled_from([("Choice",), ("Aims and objectives",), ("not near",)]),
        near=st.sampled_from(["itself", "overlap", "turn", 2]),
        without=st.booleans(),
    ),
    lambda parts: st.builds(
        Mix, how=st.sampled_from([How.ALL, How.ANY]), parts=st.lists(parts, min_size=2, max_size=3).map(tuple)
    ),
)


def typed(condition: Condition) -> str:
    """A condition as somebody would type it, with more brackets than are needed."""
    if isinstance(condition, Mix):
        link = " and " if condition.how is How.ALL else " or "
        return f"({link.join(map(typed, condition.parts))})"
    place = {"itself": "", "overlap": "beside ", "turn": "near ", 2: "within 2 of "}[condition.near]
    return f'{"not " if condition.without else ""}{place}"{condition.codes[0]}"'


@given(TYPED)
def test_every_mix_can_be_typed(condition: Condition):
    assert condition_read(typed(condition)) == condition


@given(st.lists(st.sampled_from(["and", "or", "not", "near", "within", "3", "of", "(", ")", '"', "Choice", "ſ"])))
def test_whatever_is_typed_is_understood_or_told_of(words: list[str]):
    with suppress(UserError):
        assert all(leaf.codes != ("",) for leaf in leaves([condition_read(" ".join(words))]))
