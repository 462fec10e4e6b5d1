"""Short ids of quotes, and the hidden marks that lead back to a coding."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.quote_id import coding_of, quote_id, whole_id
from qualcoder_lite.domain.quote_mark import QuoteMark, QuoteMarks, check_of, read_mark

IDS = st.uuids().map(str)


@given(IDS)
def test_a_whole_id_leads_back_to_its_coding_in_either_case(coding):
    whole = whole_id(coding)
    assert len(whole) == 26
    assert coding_of(whole) == coding_of(whole.lower()) == coding


@given(IDS)
def test_a_short_id_is_the_beginning_of_the_whole_one(coding):
    short = quote_id(coding)
    assert len(short) == 11
    assert whole_id(coding).startswith(short.replace("-", ""))


@given(st.text(max_size=30))
def test_no_other_words_are_taken_for_an_id(text):
    found = coding_of(text)
    assert not found or whole_id(found) == text.upper()


def test_what_is_no_uuid_keeps_its_own_id():
    assert quote_id("9") == "9"
    assert QuoteMarks().name("9", "words") == ""


@given(IDS, st.text())
def test_a_mark_is_short_enough_for_word_and_says_coding_and_words(coding, words):
    marks = QuoteMarks()
    names = [marks.name(coding, words) for _ in range(3)]
    assert len(set(names)) == 3
    assert all(name.startswith("_") and len(name) <= 40 for name in names)
    assert {read_mark(name.lower()) for name in names} == {QuoteMark(coding, check_of(words))}


def test_a_bookmark_of_somebody_elses_is_no_mark():
    other = QuoteMarks().name(str(uuid.uuid4()), "words")
    for name in ("_Toc000000001", "_GoBack", "", other[:-1], f"{other}_", "_q" + "U" * 26 + "000000"):
        assert read_mark(name) is None


def test_spacing_does_not_change_the_check_of_words_but_a_letter_does():
    assert check_of("They asked me.\nNobody had.") == check_of(" They  asked me. Nobody\u00a0had.\ufeff")
    assert check_of("They asked me.") != check_of("They asked us.")
