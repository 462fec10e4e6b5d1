"""Hidden marks that say which coding a quote in a document is, so that comments on it find their way back.

A mark is the name of a bookmark, which is all that both Word and LibreOffice keep whatever is done to the text around
it. Each stands around one paragraph, because LibreOffice forgets where one over several began. Names that begin with an
underscore aren't shown, and none may be longer than 40 characters. Ours are "_q", the coding's id in 26 letters and
digits, a check of the quote's words, by which it is told whether somebody changed them, and which of the quote's
paragraphs it is; a quote may stand in a document more than once.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from qualcoder_lite.domain.extracts.quote_id import coding_of, whole_id

_MARK = re.compile("_q([0-9A-Z]{26})([0-9A-F]{6})_([0-9]{1,2})([bqd])[0-9]{1,2}", re.IGNORECASE)
_MOST = 99  # places of one quote, and paragraphs of one place, that have a mark
_CHECK = 0xFFFFFF
_UNSHOWN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd\x00-\x1f]")


class MarkedPart(StrEnum):
    """Which paragraph of a quote: the one before it, its own words, the last one below."""

    BEFORE = "b"
    QUOTE = "q"
    DETAILS = "d"


class QuoteMark(NamedTuple):
    """What a mark says: the coding's id, the check of the quote's words, which place in the document, which part."""

    coding: str
    check: str
    place: int
    part: MarkedPart


@dataclass(frozen=True, slots=True)
class PlaceMarks:
    """The names of the marks of a quote at one place; empty where there can be none."""

    base: str

    def name(self, part: MarkedPart, number: int = 1) -> str:
        """The name for a paragraph, the `number`th of its part."""
        return self.base + part + str(number) if self.base and number <= _MOST else ""


class QuoteMarks:
    """Names the marks of one document, each name once."""

    def __init__(self) -> None:
        """No quote is marked yet."""
        self._places: dict[str, int] = {}

    def next_place(self, coding: str, words: str) -> PlaceMarks:
        """The marks for the next place at which a quote of these words stands."""
        whole = whole_id(coding)
        place = self._places[whole] = self._places.get(whole, 0) + 1
        marked = whole and place <= _MOST
        return PlaceMarks(f"_q{whole}{check_of(words)}_{place}" if marked else "")


def read_mark(name: str) -> QuoteMark | None:
    """What a bookmark's name says; None where it is no mark of ours."""
    found = _MARK.fullmatch(name)
    coding = coding_of(found.group(1)) if found else ""
    if found is None or not coding:
        return None
    return QuoteMark(coding, found.group(2).upper(), int(found.group(3)), MarkedPart(found.group(4).lower()))


def check_of(words: str) -> str:
    """A check of words: the same whatever their spacing, and whatever a word processor doesn't show of them."""
    told = "".join(words.split())
    if not told.isprintable() or "\ufffd" in told:  # everything else that isn't shown can't be printed
        told = _UNSHOWN.sub("", told)
    return f"{zlib.crc32(told.encode(errors='replace')) & _CHECK:06X}"
