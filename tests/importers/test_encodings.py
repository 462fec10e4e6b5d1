"""Which encoding a text file was saved in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.encodings import ENCODINGS, decode, recoded

ENGLISH = "“I don’t know” – she said – it’s £5 a week… the café’s shut"
GERMAN = "Früher war’s schöner: die Straße, die Bäume, über 20 € im Monat"
SPANISH = "mañana, corazón, adiós – ¿qué más? Él no está aquí, señora"
FRENCH = "où êtes-vous né ? À l’hôpital, ça a été « très » dur"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_utf_8_and_whatever_has_a_mark_is_no_guess(encoding: str) -> None:
    text, guess, _ = decode(ENGLISH.encode(encoding), "a.txt")
    assert (text, guess) == (ENGLISH, "")


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF16_BE + "hé".encode("utf-16-be"), codecs.BOM_UTF32_BE + "hé".encode("utf-32-be")]
)
def test_big_endian_marks_are_known(mark: bytes) -> None:
    assert decode(mark, "a.txt")[:2] == ("hé", "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, "да, это так и было, в 1990 году", "hi"])
def test_utf_16_without_its_mark_is_told_by_its_nuls(encoding: str, text: str) -> None:
    read, guess, _ = decode(text.encode(encoding), "a.txt")
    assert read == text
    assert "UTF-16" in guess


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, SPANISH, FRENCH, "it’s", "café", "£5", "“Hello,” she said"])
@pytest.mark.parametrize(("encoding", "said"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")])
def test_the_older_western_encodings_are_told_apart_by_their_letters(text: str, encoding: str, said: str) -> None:
    data = text.encode(encoding)
    read, guess, _ = decode(data, "a.txt")
    assert read == text
    assert said in guess or text.encode("cp1252") == text.encode("mac_roman")


def test_a_byte_that_windows_1252_leaves_open_loses_nothing_else() -> None:
    text, guess, _ = decode(b"caf\xe9 \x81 it\x92s", "a.txt")
    assert (text, "Windows-1252" in guess) == ("café \ufffd it’s", True)


def test_what_windows_1252_has_no_characters_for_is_latin_1() -> None:
    text, guess, encoding = decode(b"caf\xe9 \x81 it's", "a.txt")
    assert (text, "Latin-1" in guess, encoding) == ("café \x81 it's", True, "latin-1")


def test_a_few_damaged_characters_do_not_make_another_encoding_of_utf_8() -> None:
    data = (ENGLISH * 4).encode()
    at = data.index("é".encode())
    text, guess, encoding = decode(data[:at] + data[at + 1 :], "a.txt")
    assert (text, encoding) == ((ENGLISH * 4).replace("é", "\ufffd", 1), "utf-8")
    assert "damaged" in guess


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_is_chosen_is_used_whatever_the_bytes_look_like(encoding: str) -> None:
    assert decode(recoded("café".encode(encoding), encoding), "a.txt") == ("café", "", "")


def test_text_that_breaks_off_within_a_character_is_said_to_be_damaged() -> None:
    with pytest.raises(UnreadableFileError, match=r"“a\.txt” is damaged"):
        decode("hello".encode("utf-16")[:-1], "a.txt")


def test_a_stray_control_character_is_still_text() -> None:
    assert decode(b"one\x00two and more words", "a.txt").text == "one\x00two and more words"


@given(st.text())
def test_any_text_saved_with_a_mark_comes_back(text: str) -> None:
    words = "hello, this is a text " * 5 + "".join(char for char in text if char.isprintable())
    assert decode(words.encode("utf-8-sig"), "a.txt")[:2] == (words, "")
