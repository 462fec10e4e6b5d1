"""Looking for words in a row, as they are written."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from qualcoder_lite.domain.searching.folding import alike, folded_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.searching.search import Pieces, Query

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"


class WordsMatcher:
    """Finds words in a row: a `Matcher`."""

    def __init__(self, query: Query) -> None:
        """Look for a query's words."""
        words = unicodedata.normalize("NFC", folded_text(query.words)).split()
        whole = query.whole_words
        #: Plain words need no more than plain letters made small.
        self.small = query.words.isascii()
        self._alone = whole and _in_a_word(words[0][0])
        after = f"(?![\\w{_MARKS}])" if whole and _in_a_word(words[-1][-1]) else f"(?![{_MARKS}])"
        self._pattern = re.compile(r"\s+".join("".join(map(_letter, word)) for word in words) + after)

    def prepared(self, text: str) -> str:
        """A text folded."""
        return alike(text) if self.small else folded_text(text)

    def first(self, prepared: str) -> int:
        """Where the words first stand, be it over the edge of a turn; -1 where they don't."""
        found = self._pattern.search(prepared)
        return found.start() if found else -1

    def spans(self, prepared: str, parts: Pieces, first: int = 0) -> Iterator[tuple[int, int, int]]:
        """Start and end of where they stand, and which of the pieces it is in."""
        # One look through the whole text is many times quicker than one through each of its pieces.
        starts, ends, _ = parts
        at = max(starts[0], first) if starts else len(prepared)
        while (found := self._pattern.search(prepared, at)) is not None:
            start, end = found.span()
            n = bisect_right(starts, start) - 1
            if self._alone and start and _in_a_word(prepared[start - 1]):
                at = start + 1  # told here, since a pattern that looks behind itself is three times as slow
            elif end <= ends[n]:
                yield start, end, n
                at = end
            elif n + 1 < len(starts):  # it reaches out of its piece, or is in none
                at = starts[n + 1]
            else:
                return


def _in_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or bool(unicodedata.combining(letter))


def _letter(letter: str) -> str:
    """A letter of a pattern, with its accent in one with it or after it."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"
