from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.transcript import (
    Span,
    Turn,
    canonical,
    count_words,
    paragraphs,
    speech,
    spoken,
    turns_touched,
)

TEXT = "Recorded in May.\n\nAnn: How are you?\nBo: [00:12] Fine.\n\nAnd you?\nAnn: Well.\n"
TURNS = (Turn(18, 23, 35, 0), Turn(36, 48, 63, 1, 12_000), Turn(64, 69, 74, 0))

BLANKS_AND_WORDS = st.text(st.sampled_from("ab é\t\u00a0\u2003\n🙂"), max_size=40)


@st.composite
def _interviews(draw: st.DrawFn) -> tuple[list[Turn], int, int]:
    """Turns in order, with labels and gaps, and a stretch of the text they stand in."""
    edges = sorted(draw(st.lists(st.integers(0, 40), max_size=15, unique=True)))
    turns = [Turn(*edges[n : n + 3], speaker=0) for n in range(0, len(edges) - 2, 3)]
    start, end = sorted(draw(st.lists(st.integers(0, 41), min_size=2, max_size=2, unique=True)))
    return turns, start, end


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\ufdd0"]
)
def test_everything_that_ends_a_line_somewhere_becomes_one_newline(line_break: str) -> None:
    assert canonical(f"one{line_break}two") == "one\ntwo"


def test_byte_order_marks_are_dropped() -> None:
    assert canonical("\ufeffone") == "one"


def test_what_cannot_be_stored_is_replaced_and_keeps_its_place() -> None:
    assert canonical("a\x00b\ud800c") == "a\ufffdb\ufffdc"


def test_accents_and_astral_characters_are_kept_as_they_are() -> None:
    assert canonical("cafe\u0301 🙂") == "cafe\u0301 🙂"


@given(st.text())
def test_canonical_text_is_canonical_already(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(st.text(st.characters(exclude_characters="\ufeff")))
def test_becoming_canonical_changes_no_character_that_can_be_read(text: str) -> None:
    readable = [c for c in text if not c.isspace() and c not in "\x00\ufdd0\ufdd1" and not "\ud800" <= c <= "\udfff"]
    assert [c for c in canonical(text) if not c.isspace() and c != "\ufffd"] == [c for c in readable if c != "\ufffd"]


def test_paragraphs_are_the_lines_with_words_without_the_blanks_around_them() -> None:
    text = "  One line. \n\n \t\nAnother.\n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One line.", "Another."]


def test_paragraphs_of_a_stretch_are_cut_to_it() -> None:
    assert paragraphs("one\ntwo\nthree", 1, 6) == [Span(1, 3), Span(4, 6)]


@given(BLANKS_AND_WORDS)
def test_paragraphs_hold_every_character_that_is_not_blank_once_and_in_order(text: str) -> None:
    found = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(found.split()) == "".join(text.split())


@given(BLANKS_AND_WORDS)
def test_no_paragraph_reaches_over_a_line_or_begins_or_ends_blank(text: str) -> None:
    for start, end in paragraphs(text):
        assert "\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip() != ""


def test_a_line_of_very_many_blanks_is_no_paragraph() -> None:
    assert paragraphs("one\n" + " " * 1_000_000 + "\ntwo") == [Span(0, 3), Span(1_000_005, 1_000_008)]


def test_words_are_counted_between_blanks() -> None:
    assert count_words(" I'd say\u00a0well-being —  yes.\n") == 5


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [
        (0, 10, []),
        (0, 19, [0]),
        (18, 35, [0]),
        (35, 36, []),
        (34, 37, [0, 1]),
        (36, 37, [1]),
        (63, 64, []),
        (20, 70, [0, 1, 2]),
        (74, 80, []),
    ],
)
def test_a_stretch_touches_the_turns_that_it_overlaps(start: int, end: int, touched: list[int]) -> None:
    assert list(turns_touched(TURNS, start, end)) == touched


@given(_interviews())
def test_the_turns_touched_are_those_that_share_a_character(interview: tuple[list[Turn], int, int]) -> None:
    turns, start, end = interview
    sharing = [n for n, turn in enumerate(turns) if set(range(start, end)) & set(range(turn.start, turn.end))]
    assert list(turns_touched(turns, start, end)) == sharing


@given(_interviews())
def test_what_is_spoken_leaves_out_labels_and_nothing_else_of_a_turn(interview: tuple[list[Turn], int, int]) -> None:
    turns, start, end = interview
    said = spoken(turns, start, end)
    heard = {position for span in said.spans for position in range(*span)}
    labels = {position for turn in turns for position in range(turn.start, turn.speech)}
    words = {position for turn in turns for position in range(turn.speech, turn.end)}
    assert not heard & labels
    assert heard <= set(range(start, end))
    assert words & set(range(start, end)) <= heard
    assert said.heard == [n for n, turn in enumerate(turns) if heard & set(range(turn.speech, turn.end))]


def test_speech_leaves_out_labels_and_time_stamps_and_gives_each_turn_a_line() -> None:
    assert speech(TEXT, TURNS, 18, len(TEXT)) == "How are you?\nFine.\n\nAnd you?\nWell."


def test_words_before_the_first_label_count_as_spoken() -> None:
    assert speech(TEXT, TURNS, 0, 30) == "Recorded in May.\nHow are"


def test_a_stretch_of_a_label_alone_says_nothing() -> None:
    assert speech(TEXT, TURNS, 36, 40) == ""


def test_in_a_transcript_without_turns_everything_is_speech() -> None:
    assert speech(TEXT, (), 0, 16) == "Recorded in May."
