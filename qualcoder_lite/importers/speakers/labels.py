"""Finding what may be a speaker's label at the start of a line, and how it is set off from what is said.

Nothing is decided here: whether a possible label is one is judged over the whole file, in `evidence`.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.importers.speakers.roles import key_of, role_of
from qualcoder_lite.importers.speakers.shapes import is_name, is_office, is_titled
from qualcoder_lite.importers.speakers.stamps import ANY_STAMP, BRACKETED, CLOCK, STAMP, milliseconds
from qualcoder_lite.importers.speakers.words import OFFICE_TITLES, PERSON_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLANKS = r"[^\S\n]*"
_NUMBER = r"(?P<number>(?:\[\d{1,5}\]|\(\d{1,5}\)|[¶§Q]?\d{1,5}[.)]?)[^\S\n]+(?=\S))?"
_ARROWS = rf"(?P<arrows>>{{2,3}}{_BLANKS})?"
_LABEL = re.compile(
    rf"""
    (?P<bullet>(?:[-–•>*]|\#{{1,6}})[^\S\n]+|<b>)?{_NUMBER}{_ARROWS}
    (?P<lead>{ANY_STAMP}{_BLANKS}(?:[-–]{_BLANKS})?)?                # a stamp before the label
    (?P<markup>\*{{1,3}}|_{{1,2}})?                                   # Markdown's bold or italic opens
    (?P<label>[^\W\d_][^\W_]{{0,29}}
        (?:(?:\.?[ \xa0](?:&[ ])?|\.|['’&/_-])\#?[^\W_]{{1,30}}){{0,5}}\.?
        (?:,[ ][^\W\d_][\w ]{{1,25}})?
        (?:[ \xa0]?\([^\W_][^\n():\t]{{0,60}}\)){{0,3}})
    (?P<close>(?P=markup))?
    (?:
        (?P<stamp>{_BLANKS}{BRACKETED}|[^\S\n]+{STAMP}(?![\w]))?(?:(?P=markup))?
        {_BLANKS}[:：](?!//|\d)(?:(?P=markup)|</b>)?
        (?P<after>{_BLANKS}(?:{BRACKETED}|{CLOCK}))?                # Name: words
      | (?P<tab>(?:[^\S\n\t]*\t|[ ]{{4,}})(?!{_BLANKS}{ANY_STAMP}\Z){_BLANKS})     # Name<tab>words, or a wide gap
        (?P<tab_stamp>{ANY_STAMP}(?=\s|\Z))?
      | (?P<bare_stamp>{_BLANKS}{BRACKETED}|(?:,|[ ][–—-])?[^\S\n]+{STAMP}(?=\Z))  # Name [12:03] words
      | (?P<dash>[ ]?[–—][ ]?|[ ]-[ ])(?=\S)                           # Name – words
      | (?P<own>\Z)                                                   # Name, words below
    )
    """,
    re.VERBOSE,
)
_LETTER = re.compile(r"[^\W\d_]")
_LOWER = re.compile(rf"{_BLANKS}[a-zß-öø-ÿ]")
_LONGEST = 45  # characters of a label, what stands in brackets aside

_NAME = r"[^\W\d_][\w'’.&-]{0,29}(?:[ \xa0]\#?[\w'’.&-]{1,30}){0,5}"
_VOICE = re.compile(rf"{_ARROWS}<v(?:\.[\w.-]+)?[ ]+(?P<label>[^<>\n]{{1,80}})>")
_IN_BRACKETS = re.compile(
    rf"{_NUMBER}(?P<lead>{ANY_STAMP}{_BLANKS})?[\[<(](?P<label>{_NAME})(?:,?[ ](?P<stamp>{STAMP}))?[\]>)]"
    rf"{_BLANKS}(?P<colon>:?)(?P<after>{_BLANKS}{BRACKETED})?"
)
_OFFICE = re.compile(
    rf"{_NUMBER}(?P<markup>\*{{2}})?(?P<label>{'|'.join(OFFICE_TITLES)})"
    rf"(?P<rest>[ \xa0.][^\n:\t]{{2,160}}?){_BLANKS}(?P<close>(?P=markup))?:(?P<late>(?P=markup))?(?=\s|\Z)",
)
_STOP = re.compile(
    rf"{_NUMBER}(?P<label>[QA]|(?:(?:{'|'.join(PERSON_TITLES)})\.?[ \xa0])?[^\W\d_a-z][\w'’-]*"
    rf"(?:[ \xa0][^\W\d_a-z][\w'’-]*){{0,4}}(?:[ ]\([^()\n]{{1,40}}\))?)\.(?:{_BLANKS}[—–-])?[^\S\n]+(?=\S)"
)
_ARROWS_ALONE = re.compile(rf"(?P<label>>{{2,3}}){_BLANKS}")


class Form(Enum):
    """How a label is set off from what is said."""

    COLON = "colon"
    TAB = "tab"
    STAMP = "stamp"
    OWN_LINE = "own line"
    BARE = "bare initials"
    BRACKETS = "brackets"
    VOICE = "voice tag"
    STOP = "full stop"
    ARROWS = "arrows"
    DASH = "dash"


class Label(NamedTuple):
    """A possible label, from `start` to `end` with its stamps and punctuation.

    `words` is the label as written, `key` the same for all its spellings; `timestamp` is in milliseconds. `speaks` is
    whether words follow on the same line, `bold` whether Markdown sets the label off, `numbered` whether the
    paragraph's number stands before it, `lower` whether what follows begins in lower case, as speech doesn't.
    """

    start: int
    end: int
    words: str
    key: str
    form: Form
    timestamp: int | None = None
    speaks: bool = True
    bold: bool = False
    numbered: bool = False
    lower: bool = False


def label_at(text: str, start: int, end: int) -> Label | None:
    """The possible label at the start of a line, which runs from `start` to `end` without blanks around it."""
    match = _LABEL.match(text, start, end)
    if match is None or len(match["label"].partition("(")[0]) > _LONGEST:
        return _of_other_form(text, start, end)
    form = _form_of(match, text, end)
    if "," in match["label"] and role_of(match["label"].partition(",")[2]) is None:
        return None  # “Well, Tom: no”
    if form is Form.COLON and "." in match["label"] and not is_name(match["label"]):
        other = _of_other_form(text, start, end)  # “Mr. Lee. What I saw: nothing.”
        if other is not None and is_titled(other.words):
            return other
    if form is None or (form is not Form.COLON and match["markup"] and not match["close"]):
        return None
    if form is Form.OWN_LINE:
        # A short line may be a name, or a label and few words: “Mr Lee. Thank you.”
        other = _of_other_form(text, start, end) if match["arrows"] or "." in match["label"] else None
        if match["number"] or other is not None:
            return other if other is not None and is_titled(other.words) else None
    stamp = match["lead"] or match["stamp"] or match["after"] or match["tab_stamp"] or match["bare_stamp"]
    return _label(match, form, start, end, stamp)


def _form_of(match: re.Match[str], text: str, end: int) -> Form | None:
    """How the label that was matched is set off."""
    if match["own"] is not None:
        return Form.OWN_LINE
    if match["tab"]:
        return Form.TAB if _LETTER.search(text, match.end(), end) else None  # else figures in a table
    if match["dash"]:
        return Form.DASH
    return Form.STAMP if match["bare_stamp"] else Form.COLON


def _of_other_form(text: str, start: int, end: int) -> Label | None:
    """A label that is set off in a rarer way."""
    first = text[start]
    if first in {"<", ">"}:
        match = _VOICE.match(text, start, end)
        if match is not None:
            return _label(match, Form.VOICE, start, end)
        match = _ARROWS_ALONE.match(text, start, end)
        if match is not None:
            return _label(match, Form.ARROWS, start, end)
    match = _IN_BRACKETS.match(text, start, end)
    if match is not None:
        return _label(match, Form.BRACKETS, start, end, match["lead"] or match["stamp"] or match["after"])
    match = _OFFICE.match(text, start, end)
    if match is not None and is_office(match["label"] + match["rest"]):
        return _label(match, Form.COLON, start, end, words=match["label"] + match["rest"])
    match = _STOP.match(text, start, end)
    return None if match is None else _label(match, Form.STOP, start, end)


def _label(
    match: re.Match[str], form: Form, start: int, end: int, stamp: str | None = None, *, words: str | None = None
) -> Label:
    parts = match.groupdict()
    words = " ".join((words or match["label"]).split())
    return Label(
        start,
        match.end(),
        words,
        key_of(words) or words,
        form,
        milliseconds(stamp) if stamp else None,
        match.end() < end,
        bool(parts.get("markup")),
        bool(parts.get("number")),
        _LOWER.match(match.string, match.end(), end) is not None,
    )


def assured_label_at(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Label | None:
    """The label at the start of a line that a person said is one; `pattern` is that of `assured_pattern`."""
    match = pattern.match(text, start, end)
    return None if match is None else _label(match, Form.COLON, start, end, match["lead"] or match["after"])


def assured_pattern(labels: Iterable[str]) -> re.Pattern[str] | None:
    """Finds labels that are known to be speakers', whatever they look like; None where there are none."""
    known = sorted({" ".join(label.split()) for label in labels if label.strip()}, key=len, reverse=True)
    if not known:
        return None
    either = "|".join(re.escape(label).replace("\\ ", r"\s+") for label in known)
    return re.compile(
        rf"{_NUMBER}{_ARROWS}(?P<lead>{ANY_STAMP}{_BLANKS}(?:[-–]{_BLANKS})?)?[*_\[]{{0,3}}(?P<label>{either})"
        rf"(?:[*_\]]{{0,3}}{_BLANKS}[:：.][*_]{{0,3}}|[*_]{{1,3}}(?=\s)|\]|\t|{_BLANKS}\Z)"
        rf"(?P<after>{_BLANKS}(?:{BRACKETED}|{CLOCK}))?",
        re.IGNORECASE,
    )


def bare_pattern(lines: Iterable[str], labels: Iterable[str]) -> re.Pattern[str] | None:
    """Finds labels that a person said are speakers' and that open lines by themselves, with no sign after them.

    Those that have a colon or the like on one of the `lines` are left out, for elsewhere their word is only a word.
    """
    patterns = {label: assured_pattern([label]) for label in labels}
    lines = list(lines)
    bare = [
        re.escape(" ".join(label.split()))
        for label, pattern in patterns.items()
        if pattern is not None and not any(map(pattern.match, lines))
    ]
    return re.compile(rf"(?P<label>{'|'.join(bare)})[ \t]+(?=\S)") if bare else None
