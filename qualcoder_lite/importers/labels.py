"""Finding what may be a speaker's label at the start of a line, and what shape it has.

Nothing is decided here: whether a possible label is one is judged over the whole file, in `speakers`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from qualcoder_lite.domain.names import folded
from qualcoder_lite.importers.roles import key_of, role_of
from qualcoder_lite.importers.speaker_words import IN_NO_LABEL, NEVER, SMALL, TELLING

_BLANKS = r"[^\S\n]*"
_STAMP = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_CLOCK = r"\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?![\w:])"  # with hours: unlike "12:30", never words of a sentence
_BRACKETED = rf"(?:\[{_STAMP}\]|\({_STAMP}\)|\{{{_STAMP}\}}|<{_STAMP}>|\#{_STAMP}(?:-\d+)?\#)"
_ANY_STAMP = rf"(?:{_BRACKETED}|{_STAMP}(?![\w:]))"
_LABEL = re.compile(
    rf"""
    (?P<lead>{_ANY_STAMP}{_BLANKS}(?:[-–]{_BLANKS})?)?                # a stamp before the label
    (?P<markup>\*{{1,3}}|_{{1,2}})?                                   # Markdown's bold or italic opens
    (?P<label>[^\W\d_][^\W_]{{0,29}}
        (?:(?:\.?[ \xa0](?:&[ ])?|\.|['’&/_-])\#?[^\W_]{{1,30}}){{0,5}}\.?
        (?:[ \xa0]?\([^\W_][^\n():\t]{{0,30}}\))?)
    (?P<close>(?P=markup))?
    (?:
        (?P<stamp>{_BLANKS}{_BRACKETED}|[^\S\n]+{_STAMP}(?![\w]))?(?:(?P=markup))?
        {_BLANKS}[:：](?!//|\d)(?:(?P=markup))?
        (?P<after>{_BLANKS}(?:{_BRACKETED}|{_CLOCK}))?                # Name: words
      | (?P<tab>[^\S\n\t]*\t{_BLANKS})(?P<tab_stamp>{_ANY_STAMP}(?=\s|\Z))?        # Name<tab>words
      | (?P<bare_stamp>{_BLANKS}{_BRACKETED}|[^\S\n]+{_STAMP}(?=\Z))  # Name [12:03] words
      | (?P<own>\Z)                                                   # Name, words below
    )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 45  # characters of a label

_CODE = re.compile(r"(?:p|pt|r|s|sp|spk|su|f|m|id|int|speaker)[ -]?\d{1,4}[a-z]?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?){1,4}")


class Form(Enum):
    """How a label is set off from what is said."""

    COLON = "colon"
    TAB = "tab"
    STAMP = "stamp"
    OWN_LINE = "own line"
    BARE = "bare initials"


class Label(NamedTuple):
    """A possible label, from `start` to `end` with its stamps and punctuation.

    `words` is the label as written, `key` the same for all its spellings; `timestamp` is in milliseconds. `speaks` is
    whether words follow on the same line, `bold` whether Markdown sets the label off.
    """

    start: int
    end: int
    words: str
    key: str
    form: Form
    timestamp: int | None = None
    speaks: bool = True
    bold: bool = False


def label_at(text: str, start: int, end: int) -> Label | None:
    """The possible label at the start of a line, which runs from `start` to `end` without blanks around it."""
    match = _LABEL.match(text, start, end)
    if match is None or len(match["label"]) > _LONGEST:
        return None
    if match["own"] is not None:
        form = Form.OWN_LINE
    elif match["tab"]:
        if not _WORD.search(text, match.end(), end):
            return None  # figures in a table
        form = Form.TAB
    else:
        form = Form.STAMP if match["bare_stamp"] else Form.COLON
    if form is not Form.COLON and match["markup"] and not match["close"]:
        return None
    stamp = match["lead"] or match["stamp"] or match["after"] or match["tab_stamp"] or match["bare_stamp"]
    words = " ".join(match["label"].split())
    return Label(
        start,
        match.end(),
        words,
        key_of(words),
        form,
        milliseconds(stamp) if stamp else None,
        match.end() < end,
        bool(match["markup"]),
    )


def stamp_alone(line: str) -> int | None:
    """The time in milliseconds of a line that holds nothing but a time stamp."""
    return milliseconds(line) if re.fullmatch(_ANY_STAMP, line) else None


def milliseconds(stamp: str) -> int:
    """The time that a stamp such as `[00:12:03]`, `12:03` or `#00:12:03-4#` gives."""
    found = re.search(_STAMP, stamp)
    if found is None:
        return 0
    clock, _, fraction = found.group().replace(",", ".").partition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(f"{fraction:0<3}")


def words_of(label: str) -> list[str]:
    """The words of a label, folded, without numbers and punctuation."""
    return _WORD.findall(folded(label))


def is_telling(label: str) -> bool:
    """Whether the label tells by itself that it names a speaker: “Interviewer 2”, or a code such as P07."""
    words = words_of(label)
    return bool(_CODE.fullmatch(label)) or (len(words) == 1 and words[0] in TELLING)


def is_name(label: str) -> bool:
    """Whether the label has the shape of a name or a role: a few capitalised words, initials, or “support worker”."""
    if not could_name(label):
        return False
    if role_of(label) is not None:
        return len(words_of(label)) <= 4
    words = _WORD.findall(label)
    return len(words) <= 4 and all(not word[0].islower() or (at and word in SMALL) for at, word in enumerate(words))


def is_initials(label: str) -> bool:
    """Whether the label is one to four capitals, such as “MD” or “J.K.”."""
    return label.isupper() and bool(_INITIALS.fullmatch(label))


def could_name(label: str) -> bool:
    """Whether the label is more than words that stand before a colon in any text: “Note”, “What I mean is”."""
    words = words_of(label)
    return not any(word in IN_NO_LABEL for word in words) and not all(word in NEVER for word in words)
