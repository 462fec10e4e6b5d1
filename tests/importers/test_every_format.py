"""The same interview gives the same text and turns, whichever format it comes in."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.transcript import TranscriptText, paragraphs
from qualcoder_lite.importers import read_transcript, read_transcript_bytes
from qualcoder_lite.service.program.shipped import samples_folder
from tests.importers import every_format
from tests.importers.every_format import NARROW, TIMED, WHOLE, Interview

SAMPLES = sorted(
    path for path in samples_folder().iterdir() if path.suffix in {".txt", ".md", ".docx"} and path.stem != "README"
)


def interview_of(read: TranscriptText) -> Interview:
    """A transcript's parts, ready to be written in other formats."""
    text = read.text

    def lines(start: int, end: int) -> list[str]:
        return [" ".join(text[a:z].split()) for a, z in paragraphs(text, start, end)]

    turns = [(read.speakers[turn.speaker].label, lines(turn.speech, turn.end)) for turn in read.turns]
    return Interview(lines(0, read.turns[0].start), turns)


def narrowed(interview: Interview) -> Interview:
    """The same without the characters that older encodings have none for."""

    def narrow(lines: list[str]) -> list[str]:
        return [" ".join(line.encode("cp1252", "ignore").decode("cp1252").split()) for line in lines]

    return Interview(narrow(interview.preamble), [(who, narrow(lines)) for who, lines in interview.turns])


INTERVIEWS = {path.name: interview_of(read_transcript(path)) for path in SAMPLES}


def said(read: TranscriptText) -> list[tuple[str, str]]:
    """Who says what, blanks and line breaks being one blank."""
    return [
        (read.speakers[turn.speaker].label, " ".join(read.text[turn.speech : turn.end].split())) for turn in read.turns
    ]


def lines_of(read: TranscriptText) -> list[str]:
    return [read.text[start:end] for start, end in paragraphs(read.text)]


@pytest.mark.parametrize("name", WHOLE)
def test_every_format_gives_the_same_text_and_turns(name: str) -> None:
    for interview in map(narrowed, INTERVIEWS.values()) if name in NARROW else INTERVIEWS.values():
        read = read_transcript_bytes(WHOLE[name](interview), name)
        plain = read_transcript_bytes(every_format.text(interview), "plain.txt")
        assert lines_of(read) == interview.paragraphs
        assert said(read) == said(plain)
        assert [speaker.role for speaker in read.speakers] == [speaker.role for speaker in plain.speakers]
        assert said(plain) == [(who, " ".join(lines)) for who, lines in interview.turns]


@pytest.mark.parametrize("name", TIMED)
def test_formats_with_times_give_the_same_words_and_turns_at_their_times(name: str) -> None:
    for interview in INTERVIEWS.values():
        read = read_transcript_bytes(TIMED[name](interview), name)
        assert "".join(read.text.split()) == "".join("".join(interview.paragraphs).split())
        assert said(read) == [(who, " ".join(lines)) for who, lines in interview.turns]
        first = len(interview.preamble)
        assert [turn.timestamp for turn in read.turns] == [
            (first + n) * every_format.SECONDS_A_TURN * 1000 for n in range(len(interview.turns))
        ]
