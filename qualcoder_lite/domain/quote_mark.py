"""Hidden marks that say which coding a quote in a document is, so that comments on it find their way back.

A mark is the name of a bookmark, which is all that both Word and LibreOffice keep whatever is done to the text around
it. Names that begin with an underscore aren't shown, and none may be longer than 40 characters. Ours are "_q", the
coding's id in 26 letters and digits, and a check of the quote's words, by which it is told whether somebody changed
them. A quote that stands in a document more than once has a number after that.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from qualcoder_lite.domain.quote_id import coding_of, whole_id

_MARK = re.compile("_q([0-9A-Z]{26})([0-9A-F]{6})(?:_[0-9]+)?", re.IGNORECASE)
_CHECK = 0xFFFFFF
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffd\x00-\x1f]")


class QuoteMark(NamedTuple):
    """What a mark says: the coding's id, and the check of the words that it stood around."""

    coding: str
    check: str


class QuoteMarks:
    """Names the marks of one document, each name once."""

    def __init__(self) -> None:
        """No quote is marked yet."""
        self._times: dict[str, int] = {}

    def name(self, coding: str, words: str) -> str:
        """The mark for a quote of these words; empty where the coding's id is no UUID."""
        whole = whole_id(coding)
        if not whole:
            return ""
        times = self._times[coding] = self._times.get(coding, 0) + 1
        return f"_q{whole}{check_of(words)}{f'_{times}' if times > 1 else ''}"


def read_mark(name: str) -> QuoteMark | None:
    """What a bookmark's name says; None where it is no mark of ours."""
    found = _MARK.fullmatch(name)
    coding = coding_of(found.group(1)) if found else ""
    return QuoteMark(coding, found.group(2).upper()) if found and coding else None


def check_of(words: str) -> str:
    """A check of words: the same whatever their spacing, and whatever a word processor doesn't show of them."""
    told = "".join(_INVISIBLE.sub("", words).split())
    return f"{zlib.crc32(told.encode(errors='replace')) & _CHECK:06X}"
