"""Short ids of quotes, and the hidden marks that lead back to a coding."""

from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.extracts.quote_id import coding_of, quote_id, whole_id
from qualcoder_lite.domain.extracts.quote_mark import MarkedPart, QuoteMark, QuoteMarks, check_of, read_mark

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


def test_the_digits_are_crockfords():
    assert whole_id(str(uuid.UUID(int=1))) == "0" * 24 + "04"
    assert whole_id("01234567-89ab-cdef-0123-456789abcdef") == "04HMASW9NF6YY0938NKRKAYDXW"


@given(st.text(max_size=30))
def test_no_other_words_are_taken_for_an_id(text):
    found = coding_of(text)
    assert not found or whole_id(found) == text.upper()


def test_what_is_no_uuid_keeps_its_own_id_and_has_no_mark():
    assert quote_id("9") == "9"
    assert QuoteMarks().next_place("9", "words").name(MarkedPart.QUOTE) == ""


@given(IDS, st.text())
def test_marks_are_short_enough_for_word_and_say_coding_words_and_place(coding, words):
    marks = QuoteMarks()
    places = [marks.next_place(coding, words) for _ in range(99)]
    names = {place.name(part, 99): (n, part) for n, place in enumerate(places, 1) for part in MarkedPart}
    assert len(names) == 3 * len(places)
    for name, (place, part) in names.items():
        assert name.startswith("_")
        assert len(name) <= 40
        assert read_mark(name.lower()) == QuoteMark(coding, check_of(words), place, part)


def test_a_bookmark_of_somebody_elses_is_no_mark():
    other = QuoteMarks().next_place(str(uuid.uuid4()), "words").name(MarkedPart.QUOTE)
    for name in ("_Toc000000001", "_GoBack", "", other[:-1], f"{other}_", "_q" + "U" * 26 + "000000_1q1"):
        assert read_mark(name) is None


def test_spacing_does_not_change_the_check_of_words_but_a_letter_does():
    assert check_of("They asked me.\nNobody had.") == check_of(" They  asked me. Nobody\u00a0had.\ufeff")
    assert check_of("They asked me.") != check_of("They asked us.")


@given(st.text(), st.text(alphabet="\u00ad\u200b\u200f\u2028\u202e\u2060\ufeff\ufffd\x00\x1f \n"))
def test_what_a_word_processor_does_not_show_does_not_change_the_check_of_words(words, unshown):
    middle = len(words) // 2
    assert check_of(words[:middle] + unshown + words[middle:]) == check_of(words)
