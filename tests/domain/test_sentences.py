"""Sentences and words of typed-up talk."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.sentences import sentences, trimmed, whole_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("I saw Dr. Gray and Mrs. Hay. They came.", ["I saw Dr. Gray and Mrs. Hay.", "They came."]),
        ("He said “Go.” Then he went…  So.", ["He said “Go.”", "Then he went…", "So."]),
        ("no stop at all", ["no stop at all"]),
        ("one line\n\nanother", ["one line", "another"]),
        ("今日。明日！", ["今日。", "明日！"]),
        ("It cost 3.50 a day.", ["It cost 3.50 a day."]),
        ("  \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert [text[a:z] for a, z in sentences(text, 0, len(text))] == expected


@given(st.text("ab.?! \n“”", max_size=60))
def test_sentences_cover_every_word_once_and_in_order(text):
    found = sentences(text, 0, len(text))
    assert "".join("".join(text[a:z].split()) for a, z in found) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_words_keep_the_punctuation_that_clings_to_them():
    assert [(a, z) for a, z in words("xx Well, yes.", 3, 13)] == [(3, 8), (9, 13)]


def test_a_stretch_of_blanks_is_trimmed_to_nothing():
    assert trimmed("a  b", 1, 3) == (3, 3)
    assert trimmed("a b ", 1, 4) == (2, 3)


@pytest.mark.parametrize(
    ("marked", "taken"),
    [
        ("sai|d that she’s ti|red, really", "said that she’s tired"),
        ("said |that| she", "that"),
        ("she doesn|'t kno|w", "doesn't know"),
        ("well-|kno|wn", "well-known"),
        ("yes|, but| no", ", but"),
        ("", ""),
    ],
)
def test_what_a_hand_marked_is_widened_to_whole_words(marked, taken):
    start, end = (marked.find("|"), marked.rfind("|") - 1) if marked else (0, 0)
    text = marked.replace("|", "")
    first, last = whole_words(text, start, end)
    assert text[first:last] == taken


def test_writing_without_blanks_stays_as_it_was_marked():
    text = "今日は買い物に行きました" * 20
    assert whole_words(text, 100, 107) == (100, 107)
