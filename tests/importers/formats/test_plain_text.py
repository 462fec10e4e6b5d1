"""Text files, plain or Markdown: front matter becomes metadata, the rest stays as it stands."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.transcript import SpeakerRole, TranscriptText
from qualcoder_lite.importers import read_transcript_bytes


def read(text: str) -> TranscriptText:
    return read_transcript_bytes(text.encode(), "talk.md")


def test_front_matter_is_metadata_and_gives_the_title() -> None:
    found = read('---\ntitle: "A day:  out"\ndate: 2014-03-27\ndraft: false\nnumber: 007\n---\n\nMD Hello.\n')
    assert (found.title, found.text) == ("A day: out", "MD Hello.\n")
    assert found.metadata == {"title": "A day:  out", "date": "2014-03-27", "draft": "false", "number": "007"}
    assert found.guesses == ()


@pytest.mark.parametrize("name", ["talk.md", "talk.markdown", "talk.txt"])
def test_front_matter_is_found_under_any_ending_of_a_text_file(name: str) -> None:
    found = read_transcript_bytes(b"---\ntitle: Out\n---\nHello\n", name)
    assert (found.title, found.text) == ("Out", "Hello\n")


def test_lists_are_joined_and_nested_fields_flattened() -> None:
    found = read("---\ntags: [one, two]\nplace:\n  town: Camden\n  rooms: [a, b]\nempty:\n---\nHello\n")
    assert found.metadata["tags"] == "one, two"
    assert found.metadata["place"] == "town: Camden, rooms: a, b"
    assert found.metadata["empty"] == ""
    assert found.title == "talk"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_front_matter_is_found_whatever_the_line_breaks(newline: str) -> None:
    found = read("\ufeff---\ntitle: Out\n---\nHello\n".replace("\n", newline))
    assert (found.title, found.text) == ("Out", "Hello\n")


@pytest.mark.parametrize(
    "block",
    [
        "title: [unclosed",
        "just words",
        "- a\n- list",
        "a: &x [1, 2]\nb: [*x, *x]",
        "Anna: hello\nBen: hi\nAnna: so",
        "[" * 5000,
        "when: \x07",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text_and_that_is_said(block: str) -> None:
    text = f"---\n{block}\n---\nHello\n"
    found = read(text)
    assert found.text == text
    assert found.metadata == {}
    assert any("kept as text" in guess for guess in found.guesses)


@pytest.mark.parametrize(
    "text", ["Hello\n---\ntitle: no\n---\n", "---\nno end\nHello\n", "# Heading\n\n*Anna*: **no**\n"]
)
def test_markup_that_is_not_front_matter_is_left_alone(text: str) -> None:
    found = read(text)
    assert (found.text, found.guesses[:0]) == (text, ())
    assert found.metadata == {}


def test_an_empty_front_matter_leaves_nothing_behind() -> None:
    assert read("---\n---\nHello").text == "Hello"


def test_a_front_matter_that_names_the_interviewer_tells_who_asks() -> None:
    found = read(
        "---\ninterviewer: Jo Reid (user-researcher)\n---\nJo: So.\n\nMargaret: What?\n\nJo: That.\n\nMargaret: Ah."
    )
    assert [(speaker.label, speaker.role) for speaker in found.speakers] == [
        ("Jo", SpeakerRole.INTERVIEWER),
        ("Margaret", SpeakerRole.PARTICIPANT),
    ]
    assert found.guesses == ()
