"""Finding things by id, name or alias, as people write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import AmbiguousNameError, UnknownNameError
from qualcoder_lite.service.directory import Entry, Listing, initials, one_line

CODES = Listing(
    "code",
    [
        Entry("0c5e7a10-1111-4222-8333-444455556666", "Feeling safe", ("Safety", "Choice of words")),
        Entry("1c5e7a10-1111-4222-8333-444455556666", "Choice", ("Safety",)),
        Entry("2c5e7a10-1111-4222-8333-444455556666", "Café", ("Choice",)),
        Entry("3c5e7a10-1111-4222-8333-444455556666", "Trust"),
        Entry("4c5e7a10-1111-4222-8333-444455556666", "trust"),
    ],
)


@pytest.mark.parametrize("wanted", ["Feeling safe", "  FEELING\tSafe ", "feeling safe\n", "choice OF words"])
def test_case_and_spacing_do_not_matter(wanted):
    assert CODES.find(wanted).name == "Feeling safe"


def test_accents_may_be_one_character_or_two():
    assert CODES.find(unicodedata.normalize("NFD", "CAFÉ")).name == "Café"


def test_an_id_may_be_in_capitals_and_have_blanks_around_it():
    assert CODES.find(" 1C5E7A10-1111-4222-8333-444455556666 ").name == "Choice"


def test_a_name_comes_before_an_alias():
    assert CODES.find("choice").name == "Choice"


@pytest.mark.parametrize(("wanted", "ids"), [("safety", "01"), ("TRUST", "34")])
def test_what_fits_two_is_refused_with_their_ids(wanted, ids):
    with pytest.raises(AmbiguousNameError) as caught:
        CODES.find(wanted)
    for first in ids:
        assert f"{first}c5e7a10-1111-4222-8333-444455556666" in str(caught.value)


def test_what_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean “Feeling safe”"):
        CODES.find("Felling save")
    assert CODES.seek("Felling save") is None


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ([], "It has no sites yet."),
        (["Fenmarsh"], "It has “Fenmarsh”."),
        (["A1", "B1", "C1"], "It has “A1”, “B1” and “C1”."),
        (["A1", "B1", "C1", "D1", "E1"], "It has “A1”, “B1” and “C1”, and 2 more."),
    ],
)
def test_where_nothing_is_near_some_of_what_there_is_is_told(names, told):
    with pytest.raises(UnknownNameError) as caught:
        Listing("site", [Entry(name, name) for name in names]).find("zzzzzz")
    assert str(caught.value).endswith(told)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ailsa Brodie", "AB"), ("Ailsa Jane Brodie", "AB"), ("Ailsa", "A"), ("öz b", "ÖB"), ("🙂 x", "🙂X")],
)
def test_initials_stand_for_a_coder(name, letters):
    assert initials(name) == letters


@given(st.text())
def test_a_name_as_kept_is_one_line_that_can_be_stored_and_is_found_again(name):
    kept = one_line(name)
    kept.encode()
    assert kept == one_line(kept)
    assert len(kept.splitlines()) <= 1
    if kept:
        assert Listing("coder", [Entry("1-2", kept)]).find(name).name == kept


def test_a_transcript_goes_by_its_participant_too_where_nothing_else_has_that_name_and_it_is_the_only_one():
    listing = Listing(
        "transcript",
        [
            Entry("0c5e7a10", "Interview 1", ("one.docx",), whose="P01"),
            Entry("1c5e7a10", "Interview 2", ("P02",), whose="P01 (2)"),
            Entry("2c5e7a10", "Interview 3", whose="P02"),
            Entry("3c5e7a10", "Interview 4", whose="P04"),
            Entry("4c5e7a10", "Interview 5", whose="p04"),
        ],
    )
    assert listing.find("p01").name == "Interview 1"
    assert listing.find("P02").name == "Interview 2"
    with pytest.raises(AmbiguousNameError, match="3c5e7a10, 4c5e7a10"):
        listing.find("P04")
