"""Finding words in a transcript."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.document_map import DocumentMap
from qualcoder_lite.gui.reading.finding import found
from tests.gui.reading.conftest import interview


def places(words: str, *said: str) -> list[str]:
    talk = interview(tuple((n % 2, each) for n, each in enumerate(said)))
    page = DocumentMap(talk.text, talk.turns, talk.speakers)
    return [talk.text[slice(*span)] for span in found(talk.text, page.units, words)]


def test_case_kinds_of_apostrophe_and_line_breaks_do_not_matter():
    assert places("i don't  Know", "I don’t\nknow. I DON'T KNOW.") == ["I don’t\nknow", "I DON'T KNOW"]


def test_names_before_the_turns_are_not_found():
    assert places("moira", "Ask Moira.", "Yes.", "I will.") == ["Moira"]


def test_signs_mean_themselves_and_blanks_find_nothing():
    assert places("(.*)", "Not (.*) that", "or this") == ["(.*)"]
    assert places("   ", "a b") == []


def test_a_letter_is_found_with_its_accent():
    assert places("cafe", "The cafe\u0301 there") == ["cafe\u0301"]


@given(st.text("aB' ’é\u0301😀\n", min_size=1, max_size=30), st.text("aB' ’é", min_size=1, max_size=3))
def test_whatever_is_found_lies_within_a_turn_and_in_order(said, words):
    talk = interview(((0, said), (1, said)))
    page = DocumentMap(talk.text, talk.turns, talk.speakers)
    spans = found(talk.text, page.units, words)
    assert spans == sorted(spans)
    assert all(any(unit.start <= span.start < span.end <= unit.end for unit in page.units) for span in spans)
