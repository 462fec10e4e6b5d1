"""What a search finds in a text, compared with a slow look at every place and with what the index is asked for."""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.searching.certain_letters import certain_letters
from qualcoder_lite.domain.searching.folding import alike, folded_text, indexed_text, plainly_small
from qualcoder_lite.domain.searching.matching import matcher
from qualcoder_lite.domain.searching.search import INDEXED, Pieces, Query, pieces, pieces_of, trigrams

LETTERS = "aAbß ’'-–\nσςİıeé\u0301ñn🙂.,شل가ㄱ"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=40)


def found(words: str, text: str, *, at: Pieces | None = None, **more: Any) -> list[str]:
    """What a query finds, in its own letters."""
    look = matcher(Query(words=words, **more), len(text))
    prepared = look.prepared(plainly_small(text) if look.small else text)
    parts = at or Pieces([0], [len(text)], [0])
    first = look.first(prepared)
    return [text[start:end] for start, end, _ in look.spans(prepared, parts, first)] if first >= 0 else []


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("safe", "Safe, unsafe and SAFELY.", ["Safe", "safe", "SAFE"]),
        ("don't", "I don’t, and I Don't.", ["don’t", "Don't"]),
        ("well - being", "well – being", ["well – being"]),
        ("come when", "They come\n  when I ring", ["come\n  when"]),
        ("come when", "They come, when", []),
        ("cafe", "café cafe\u0301 cafe", ["cafe"]),
        ("café", "café CAFE\u0301 cafe", ["café", "CAFE\u0301"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("kelvin", "\N{KELVIN SIGN}ELVIN", ["\N{KELVIN SIGN}ELVIN"]),
        ("naïve", "NAÏVE, naive", ["NAÏVE"]),
        ("ΣΑΣ", "σας", ["σας"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("🙂", "So 🙂 there", ["🙂"]),
        ("aa", "aaaaa", ["aa", "aa"]),
    ],
)
def test_words_are_found_as_written_up_to_case_quotes_dashes_and_blanks(words: str, text: str, expected: list[str]):
    assert found(words, text) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("safe", "Safe, unsafe, safely, safe_2, safe", ["Safe", "safe"]),
        ("safe", "(safe) safe’s", ["safe", "safe"]),
        ("(safe)", "un(safe)ly", ["(safe)"]),
        ("toile", "e\u0301toile toile", ["toile"]),
        ("caf", "cafe\u0301 caf", ["caf"]),
    ],
)
def test_whole_words_leave_out_longer_ones(words: str, text: str, expected: list[str]):
    assert found(words, text, whole_words=True) == expected


def test_a_folded_text_is_as_long_as_the_text_whatever_stands_in_it():
    every = "".join(chr(n) for n in range(sys.maxunicode + 1) if not 0xD800 <= n < 0xE000)
    folded = folded_text(every)
    assert len(folded) == len(every)
    assert all(folded[ord(letter)] == letter for letter in "az09 ")


def test_no_letter_but_a_plain_one_is_needed_to_find_plain_words():
    every = [chr(n) for n in range(0x80, sys.maxunicode + 1) if not 0xD800 <= n < 0xE000]
    assert not [letter for letter in every if folded_text(letter).isascii() and not alike(letter).isascii()]
    assert plainly_small("Ünder THE Bed, 🙂 Éire") == "Ünder the bed, 🙂 Éire"


@given(TEXTS, TEXTS)
def test_what_is_found_has_all_the_letters_that_the_index_is_asked_for(words: str, text: str):
    if words.strip() and found(words, text):
        known = indexed_text(text)
        assert all(letters in known for letters in trigrams(Query(words=words)))


@given(TEXTS, st.text(st.sampled_from("ab "), min_size=1, max_size=3))
def test_every_place_is_found_that_a_slow_look_finds(text: str, words: str):
    if not words.strip():
        return
    wanted = re.compile(r"\s+".join(words.split()))
    slow, at = [], 0
    plain = text.replace("İ", "x").lower()  # that letter grows when it is made small
    while (hit := wanted.search(plain, at)) is not None:
        follows = text[hit.end() : hit.end() + 1]
        if follows and unicodedata.combining(follows):
            at = hit.start() + 1
        else:
            slow.append(text[hit.start() : hit.end()])
            at = hit.end()
    assert found(words, text) == slow


@given(st.lists(st.text(st.sampled_from("ab \n"), min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_looking_through_all_pieces_at_once_finds_what_looking_through_each_does(parts: list[str], data: st.DataObject):
    words = data.draw(st.text(st.sampled_from("ab "), min_size=1, max_size=3).filter(str.strip))
    whole = data.draw(st.booleans())
    text = "\n".join(parts)
    starts = [len("\n".join([*parts[:n], ""])) for n in range(len(parts))]
    at = Pieces(starts, [start + len(part) for start, part in zip(starts, parts, strict=True)], range(len(parts)))
    one_by_one = [hit for part in parts for hit in found(words, part, whole_words=whole)]
    assert found(words, text, at=at, whole_words=whole) == one_by_one


PATTERNS = st.recursive(
    st.sampled_from(["safe", "Ask", "kit", "a", "k", " ", ".", r"\b", r"\w+", r"\.", "[]as]", "[^k]", "^", "$"]),
    lambda parts: (
        st.lists(parts, min_size=1, max_size=4).map("".join)
        | st.builds("{}{}".format, parts, st.sampled_from(["?", "*?", "+", "{2}", "{0,1}", ""]))
        | st.builds("({})".format, parts)
        | st.builds("(?:{}|{})".format, parts, parts)
        | st.builds("{}|{}".format, parts, parts)
        | st.builds("(?!{})".format, parts)
        | st.builds("(?i){}".format, parts)
    ),
    max_leaves=8,
)


@given(PATTERNS, st.lists(st.sampled_from(["safe", "ASK", "a\u017fk", "ki", "k", "\u212a", "\u0301", " ", "\n", "."])))
def test_a_pattern_is_found_wherever_it_fits_though_most_texts_are_passed_over(pattern: str, said: list[str]):
    text = "".join(said)
    try:
        every = [hit.group() for hit in regex.compile(pattern, regex.I | regex.M).finditer(text) if hit.group().strip()]
        assert found(pattern, text, regex=True) == every
    except (regex.error, UserError):
        return  # no pattern at all: what is said then is told of elsewhere
    if every:
        assert all(letters in indexed_text(text) for letters in trigrams(Query(words=pattern, regex=True)))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bkett\w+", ["kett"]),
        ("kettles? Garden", ["kettle", "garden"]),
        ("kettle|garden", []),
        ("(?:my|our) kettle", ["kettle"]),
        ("(?i:kettle)", []),
        ("safe{2}ty", ["saf", "ty"]),
        ("nice", ["n", "ce"]),
        (r"kettle\x41", []),
        ("ket[^]t]le", ["ket", "le"]),
    ],
)
def test_the_letters_that_a_pattern_is_certain_to_have_are_told(pattern: str, expected: list[str]):
    assert certain_letters(pattern) == expected


def test_short_words_are_looked_for_without_the_index():
    assert trigrams(Query(words="is")) == []
    assert trigrams(Query(words=" Safe  NOW ")) == ["saf", "e n", "now"]
    assert all(len(letters) == INDEXED for letters in trigrams(Query(words="naïve café")))


def test_a_transcript_is_looked_through_by_what_is_said_in_turns_and_the_paragraphs_before_them():
    text = "Interview 4\n\nRecorded in May\nMoira: Well?\nElsie: Yes.\nAnd so on."
    turns = (text.index("Moira"), [text.index("Well"), text.index("Yes")], [text.index("\nElsie"), len(text)])
    parts = pieces(text, turns)
    said = [text[start:end] for start, end in zip(parts.starts, parts.ends, strict=True)]
    assert said == ["Interview 4", "Recorded in May", "Well?", "Yes.\nAnd so on."]
    assert list(parts.turns) == [-1, -1, 0, 1]
    assert list(pieces_of(parts, {1}).turns) == [1]
    assert list(pieces("One.\n\nTwo.", None).turns) == [-1, -1]
    assert list(pieces("", None).starts) == []


# Regular expressions


def test_a_pattern_is_looked_for_in_each_turn_by_itself():
    text = "no\nno no"
    at = Pieces([0, 3], [2, 8], [0, 1])
    assert found(r"^no\b", text, at=at, regex=True) == ["no", "no"]
    assert found(r"no\s+no", text, at=at, regex=True) == ["no no"]


def test_a_pattern_ignores_case_and_may_want_whole_words():
    assert found("saf|help", "Safe? UNSAFE. Help", regex=True) == ["Saf", "SAF", "Help"]
    assert found("saf|help", "Safe? saf. Help", regex=True, whole_words=True) == ["saf", "Help"]


def test_a_pattern_that_fits_nothing_or_blanks_finds_nothing():
    assert found("x*", "abc", regex=True) == []
    assert found(r"\s+", "a b", regex=True) == []


@pytest.mark.parametrize("pattern", ["(", "a**", "[z-a]", "\\", "a{99999999999}", "(" * 3000 + ")" * 3000, r"\p{Foo}"])
def test_a_pattern_that_is_wrong_is_told_in_a_sentence(pattern: str):
    with pytest.raises(UserError, match="not a pattern"):
        matcher(Query(words=pattern, regex=True))


def test_a_wrong_pattern_is_told_where():
    with pytest.raises(UserError, match="at its character 3"):
        matcher(Query(words="ab**"[1:], regex=True))


@pytest.mark.parametrize("pattern", ["(?R)", r"(a(?1)?)", "(?P<n>a(?P>n)?)", "(?:(?R))*"])
def test_a_pattern_that_contains_itself_is_refused(pattern: str):
    with pytest.raises(UserError, match="contains itself"):
        matcher(Query(words=pattern, regex=True))


def test_a_pattern_that_never_ends_is_stopped_in_two_seconds():
    turn = "a" * 60 + "b"
    text = "\n".join([turn] * 50)
    starts = [n * (len(turn) + 1) for n in range(50)]
    at = Pieces(starts, [start + len(turn) for start in starts], range(50))
    begun = time.process_time()
    with pytest.raises(UserError, match="takes too long"):
        found(r"(a|aa)+$", text, at=at, regex=True)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_not_looked_for(words: str):
    with pytest.raises(UserError, match="what to look for"):
        matcher(Query(words=words))
