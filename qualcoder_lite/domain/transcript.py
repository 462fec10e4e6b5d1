"""Transcripts: canonical text, turns, speakers. All positions are code points over the stored text, end exclusive."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Every character that Python or Qt takes for the end of a line becomes "\n", so that one line is one line everywhere.
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ufdd0\ufdd1]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BEYOND = sys.maxsize
_LINE = re.compile(r"[^\n]+")


class SpeakerRole(StrEnum):
    """Who a speaker is in the interview."""

    INTERVIEWER = "interviewer"
    PARTICIPANT = "participant"
    CARER = "carer"
    SUPPORT = "support"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person speaking in one transcript, by the label that stands in its text."""

    label: str
    role: SpeakerRole


class Turn(NamedTuple):
    """One speaker's stretch of a transcript.

    It runs from the first character of its label (`start`) to the last non-blank character before the next label
    (`end`); the words spoken begin at `speech`, after label, stamp and blanks. `speaker` counts into the transcript's
    speakers; `timestamp` is in milliseconds.
    """

    start: int
    speech: int
    end: int
    speaker: int
    timestamp: int | None = None


class Span(NamedTuple):
    """A stretch of a transcript's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found of one label: a speaker's, or words that only may be one.

    `spellings` are the ways in which it is written, the commonest first, each with how often. `sure` is whether the
    label tells by itself, or by how often it stands, that somebody speaks.
    """

    label: str
    spellings: Mapping[str, int]
    sure: bool = True

    @property
    def times(self) -> int:
        """How often it stands at the start of a paragraph."""
        return sum(self.spellings.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChoices:
    """What a person says of how a file is to be read; what is left out is guessed.

    Case and spacing of labels don't matter.

    Attributes:
        find_speakers: Whether to look for speakers' labels and make turns of them.
        roles: Who speakers are, by label.
        speakers: Labels that are speakers' although they don't look like it.
        not_speakers: What only looks like a label.
        same: Labels of somebody who has another label too: the one, and the other that is to be shown.
        apart: Spellings, exactly as written, that are not to be joined with others like them.
        encoding: Python's name of the encoding of a text file.
        join_lines: Whether lines broken at a fixed width are put back into paragraphs.
        keep_edges: Whether heads, feet and numbers of pages stay in the text.
    """

    find_speakers: bool = True
    roles: Mapping[str, SpeakerRole] = field(default_factory=dict[str, SpeakerRole])
    speakers: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict[str, str])
    apart: tuple[str, ...] = ()
    encoding: str = ""
    join_lines: bool = True
    keep_edges: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptText:
    """What an importer makes of a file: canonical text with its speakers and turns, nothing stored yet.

    `metadata` holds front matter or document properties as plain text; `guesses` says in sentences what had to be
    guessed (an encoding, a speaker's role), for a person to check. `found` tells of each speaker's label in the order
    of `speakers`, `doubtful` of labels that were not taken for speakers'. `encoding` is what a text file was read as if
    that was guessed, `lines_joined` whether its lines were put back into paragraphs, `has_edges` whether its pages have
    heads, feet or numbers of their own. `part` says which transcript of a
    file with several it is.
    """

    title: str
    text: str
    speakers: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    guesses: tuple[str, ...] = ()
    found: tuple[Found, ...] = ()
    doubtful: tuple[Found, ...] = ()
    encoding: str = ""
    lines_joined: bool = False
    has_edges: bool = False
    part: str = ""


def canonical(text: str) -> str:
    """The text of record: line breaks as newlines, no byte-order mark, NUL and lone surrogates replaced."""
    if text.isprintable():  # most of what is no whole transcript: there is nothing to replace in it
        return text
    return _UNSTORABLE.sub("\ufffd", _LINE_BREAKS.sub("\n", text).replace("\ufeff", ""))


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The non-empty lines within a stretch, without the blanks around them."""
    found: list[Span] = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        line = match.group()
        words = line.strip()
        if words:
            left = match.start() + len(line) - len(line.lstrip())
            found.append(Span(left, left + len(words)))
    return found


def count_words(text: str) -> int:
    """Words as a word processor counts them: runs between blanks."""
    return len(text.split())


def turns_touched(turns: Sequence[Turn], start: int, end: int) -> range:
    """The numbers (from 0) of the turns that a stretch overlaps; `turns` in order of position."""
    # A tuple compares with a turn by its start, and sorts after every turn that begins there.
    first = bisect_right(turns, (start, _BEYOND))
    if first and turns[first - 1].end > start:
        first -= 1
    last = first
    while last < len(turns) and turns[last].start < end:
        last += 1
    return range(first, last)


def turn_number(turns: Sequence[Turn], position: int) -> int:
    """The number, from 1, of the turn in which a position lies; 0 where it is in none."""
    number = bisect_right(turns, position, key=lambda turn: turn.start)
    return number if number and turns[number - 1].end > position else 0


class Spoken(NamedTuple):
    """What is said within a stretch of a transcript.

    `touched` are the numbers (from 0) of the turns that it overlaps, `heard` of those that speak in it: a turn of which
    only the label or blanks are covered doesn't. `spans` are what is left of the stretch without labels and
    time stamps, as (start, end); words before the first label count as spoken.
    """

    touched: range
    heard: list[int]
    spans: list[tuple[int, int]]

    def words(self, text: str) -> str:
        """The words in the transcript's text, one speaker's stretch a line."""
        if len(self.spans) == 1:  # most stretches lie within one turn
            start, end = self.spans[0]
            return text[start:end].strip()
        lines = [text[start:end].strip() for start, end in self.spans]
        return "\n".join([line for line in lines if line])


def spoken(turns: Sequence[Turn], start: int, end: int) -> Spoken:
    """What is said within a stretch; `turns` in order of position."""
    touched = turns_touched(turns, start, end)
    if not touched:
        return Spoken(touched, [], [(start, end)])
    heard: list[int] = []
    spans: list[tuple[int, int]] = []
    if touched[0] == 0 and start < turns[0].start:
        spans.append((start, turns[0].start))
    for number in touched:  # without min and max, whose calls took most of the time of 20,000 passages
        _, begin, finish, _, _ = turns[number]
        begin = begin if begin > start else start
        finish = finish if finish < end else end
        if begin < finish:
            heard.append(number)
            spans.append((begin, finish))
    return Spoken(touched, heard, spans)


def speech(text: str, turns: Sequence[Turn], start: int, end: int) -> str:
    """The words spoken within a stretch, one speaker's stretch a line."""
    return spoken(turns, start, end).words(text)
