"""Reading any transcript file: what comes out, and the sentence for each file that can't be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole, canonical
from qualcoder_lite.importers import (
    LONGEST_TRANSCRIPT,
    MOST_LINES,
    read_transcript,
    read_transcript_bytes,
    supported_endings,
)

TALK = "Interviewer: How are you?\n\nMargaret: Not so bad.\n"


def without_blanks(text: str) -> str:
    return "".join(text.split())


def test_a_transcript_has_its_files_name_as_title_and_its_words_as_text(tmp_path: Path) -> None:
    path = tmp_path / "Camden 3.1.txt"
    path.write_text(TALK, encoding="utf-8")
    read = read_transcript(path)
    assert (read.title, read.text, read.guesses) == ("Camden 3.1", TALK, ())
    assert [speaker.label for speaker in read.speakers] == ["Interviewer", "Margaret"]
    assert len(read.turns) == 2


def test_the_same_bytes_read_without_a_file_give_the_same_transcript(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TALK, encoding="utf-8")
    assert read_transcript_bytes(TALK.encode(), "a.md") == read_transcript(path)


def test_speakers_are_not_looked_for_when_not_wanted() -> None:
    read = read_transcript_bytes(TALK.encode(), "a.txt", ReadingChoices(find_speakers=False))
    assert (read.speakers, read.turns) == ((), ())


def test_roles_that_are_given_reach_the_speakers() -> None:
    read = read_transcript_bytes(TALK.encode(), "a.txt", ReadingChoices(roles={"margaret": SpeakerRole.CARER}))
    assert [speaker.role for speaker in read.speakers] == [SpeakerRole.INTERVIEWER, SpeakerRole.CARER]


def test_line_breaks_of_every_system_become_newlines() -> None:
    assert read_transcript_bytes(b"one\r\ntwo\rthree\n", "a.txt").text == "one\ntwo\nthree\n"


def test_an_ending_counts_in_any_case() -> None:
    assert read_transcript_bytes(b"hello", "A.TXT").title == "A"


def test_the_usual_endings_are_supported() -> None:
    assert {".txt", ".md", ".docx"} <= set(supported_endings())


# Everything that blanks can be made of besides, since what has no words is refused.
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t\r"), min_size=1))
def test_every_non_blank_character_is_kept_once_and_in_order(text: str) -> None:
    expected = without_blanks(text.replace("\ufeff", "").replace("\ufdd0", "\n").replace("\ufdd1", "\n"))
    if not expected:
        return
    read = read_transcript_bytes(text.encode(), "a.txt")
    assert without_blanks(read.text) == expected


@given(st.text())
def test_canonical_text_stays_as_it_is(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"", "“a.txt” is empty."),
        ("a.docx", b"", "“a.docx” is empty."),
        ("a.txt", b" \r\n\t\xef\xbb\xbf ", "“a.txt” has no words in it."),
        ("a.md", b"---\ntitle: Nothing\n---\n", "“a.md” has no words in it."),
        ("a.txt", bytes(range(256)) * 40, "“a.txt” is not text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture, not the plain text"),
        ("a.md", b"%PDF-1.7 ...", "is a PDF document, not the plain text"),
        ("a.txt", b"PK\x03\x04....word/document.xml", "is a Word document, not the plain text"),
        ("a.pages", b"hello", "end in “.txt”"),
        ("a.pdf", b"%PDF-1.7", "is a damaged PDF document"),
        ("a.doc", b"%PDF-1.7", "is a PDF document, not the Word document that its name says. Give it a name"),
        ("a.xls", b"\xd0\xcf", "save it as .xlsx"),
        ("a.mp3", b"ID3", "is a recording"),
        ("README", b"hello", "is not of a kind that can be read"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
        ("~$amden.docx", b"x", "a note that Word keeps"),
        ("a.txt", b"a" * (LONGEST_TRANSCRIPT + 1), "too long for one transcript"),
        ("a.txt", b"A:\n" * (MOST_LINES + 1), "too long for one transcript"),
        ("a.txt", b"a" * 25_000_001, "larger than 25 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_naming_the_file(name: str, data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read_transcript_bytes(data, name)
    assert name in str(caught.value)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"There is no file “.*gone\.txt”"):
        read_transcript(tmp_path / "gone.txt")


def test_a_folder_is_not_a_transcript(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").mkdir()
    with pytest.raises(UnreadableFileError, match=r"“talks\.txt” is a folder"):
        read_transcript(tmp_path / "talks.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UnreadableFileError, match="not a file"):
        read_transcript(tmp_path / "a.txt")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="could not be read"):
        read_transcript(Path("a\x00.txt"))


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TALK, encoding="utf-8")

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError  # as for anybody but the administrator, who may be the one running the tests

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFileError, match=r"“a\.txt” may not be read"):
        read_transcript(path)


def test_importing_the_importers_loads_no_heavy_package() -> None:
    script = (
        "import sys, qualcoder_lite.importers\n"
        "assert not {'docx', 'lxml', 'openpyxl', 'yaml', 'zipfile'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
