from __future__ import annotations

import unicodedata
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import code_id, slug
from qualcoder_lite.domain.names import folded, in_order, natural_id, nearest, new_id

OUTCOMES = ["Feeling safe", "Having things to do", "Seeing people", "Living where you want", "Responsiveness"]


@pytest.mark.parametrize("spelling", ["feeling SAFE", "  Feeling \t safe\n", "Feeling\u00a0safe"])
def test_case_and_spacing_do_not_tell_names_apart(spelling: str) -> None:
    assert folded(spelling) == folded("Feeling safe")


def test_neither_does_the_way_an_accent_is_written() -> None:
    assert folded("Zoe\u0308") == folded("ZOË") == folded("zoë")


def test_letters_that_change_with_their_case_are_one_letter() -> None:
    assert folded("Straße") == folded("STRASSE")


def test_an_accent_itself_does_tell_names_apart() -> None:
    assert folded("Zoe") != folded("Zoë")


@given(st.text())
def test_a_folded_name_is_folded_already(name: str) -> None:
    assert folded(folded(name)) == folded(name)


@given(st.text())
def test_names_of_the_same_letters_are_equal_however_these_are_composed(name: str) -> None:
    assert folded(unicodedata.normalize("NFD", name)) == folded(unicodedata.normalize("NFC", name)) == folded(name)


@given(st.sampled_from("ΐΰῒΐῗῢΰῧǰŉßﬀİ"))
def test_letters_that_come_apart_in_capitals_meet_their_capitals(letter: str) -> None:
    assert folded(letter.upper()) == folded(letter)


def test_a_slip_of_the_pen_finds_the_name_that_was_meant() -> None:
    assert nearest("Responsivness", OUTCOMES) == ["Responsiveness"]


def test_a_part_of_a_name_finds_it() -> None:
    assert "Feeling safe" in nearest("safe", OUTCOMES)


def test_names_come_best_first_each_once_and_no_more_than_asked_for() -> None:
    assert nearest("Seeing peopel", OUTCOMES, limit=1) == ["Seeing people"]
    assert len(nearest("ing", OUTCOMES)) == 3


@pytest.mark.parametrize("wanted", ["", "   ", "xyzzy"])
def test_nothing_is_near_to_nothing_like_it(wanted: str) -> None:
    assert nearest(wanted, OUTCOMES) == []


def test_new_ids_are_uuids_and_differ() -> None:
    first, second = new_id(), new_id()
    assert str(uuid.UUID(first)) == first != second


def test_an_id_made_from_what_it_names_is_the_same_everywhere() -> None:
    assert natural_id("done", "t1", "AB") == "a6212df6-d2ad-5360-893e-76df54835d5c"


@given(st.lists(st.text("a/%25F", min_size=1), min_size=1), st.lists(st.text("a/%25F", min_size=1), min_size=1))
def test_different_parts_make_different_ids(one: list[str], other: list[str]) -> None:
    assert (natural_id(*one) == natural_id(*other)) == (one == other)


def test_a_shipped_code_keeps_its_id_when_its_slug_does() -> None:
    assert code_id("outcomes-framework", slug("Feeling safe")) == code_id("outcomes-framework", "feeling-safe")


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Feeling safe", "feeling-safe"),
        ("Co-location", "co-location"),
        ("  Who? (mental health) ", "who-mental-health"),
    ],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(name: str, handle: str) -> None:
    assert slug(name) == handle


def test_names_are_sorted_with_their_numbers_as_numbers():
    assert sorted(["P10", "p9", "Ada", "P9 b", "Site 02"], key=in_order) == ["Ada", "p9", "P9 b", "P10", "Site 02"]
