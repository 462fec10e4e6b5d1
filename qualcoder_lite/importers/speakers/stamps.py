"""Times as transcripts write them beside what is said: `[00:12:03]`, `12:03`, `#00:12:03-4#`."""

from __future__ import annotations

import re

# Parts of patterns, without groups of their own.
STAMP = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
CLOCK = r"\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?![\w:])"  # with hours: unlike "12:30", never words of a sentence
BRACKETED = rf"(?:\[{STAMP}\]|\({STAMP}\)|\{{{STAMP}\}}|<{STAMP}>|\#{STAMP}(?:-\d+)?\#)"
ANY_STAMP = rf"(?:{BRACKETED}|{STAMP}(?![\w:]))"

_RANGE = re.compile(
    r"(\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?)\s*(?:-->|–|-)\s*\d{1,3}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?"
)


def stamp_alone(line: str) -> int | None:
    """The time in milliseconds of a line that holds nothing but a time stamp."""
    if re.fullmatch(ANY_STAMP, line):
        return milliseconds(line)
    span = _RANGE.fullmatch(line)
    return milliseconds(span[1]) if span else None


def milliseconds(stamp: str) -> int:
    """The time that a stamp such as `[00:12:03]`, `12:03` or `#00:12:03-4#` gives."""
    found = re.search(r"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?", stamp)
    if found is None:
        return 0
    clock, _, fraction = found.group().replace(",", ".").partition(".")
    seconds = 0
    for part in clock.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(f"{fraction:0<3}")
