"""Looking for a person's own regular expression, with an end to it whatever they wrote."""

from __future__ import annotations

import re
import time
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.searching.certain_letters import certain_letters
from qualcoder_lite.domain.searching.folding import alike, plainly_small
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.searching.search import Pieces, Query

_CALLS_ITSELF = re.compile(r"(?<!\\)\(\?(?:R|&|P>|[+-]?\d)")  # such a pattern takes memory without end
# Seconds that a pattern may take for one turn, and for all: so long, and one more for as many characters.
_ONE_TURN, _ALL_TURNS, _INSTANT, _CHARACTERS_A_SECOND = 1.0, 1.5, 1e-6, 10_000_000


class PatternMatcher:
    """Finds what a regular expression fits, in each piece by itself: a `Matcher`."""

    small = False

    def __init__(self, query: Query, characters: int) -> None:
        """Look for a query's words as a pattern; raises UserError where it is none."""
        self._compiled = _compiled(query)
        self._certain = max(certain_letters(query.words), key=len, default="")
        self._left = _ALL_TURNS + characters / _CHARACTERS_A_SECOND

    def prepared(self, text: str) -> str:
        """The text itself: a pattern may mean a letter's case, or the kind of a quotation mark."""
        return text

    def first(self, prepared: str) -> int:
        """Where the letters first stand that the pattern is certain to have; what it fits may begin before them."""
        if not self._certain:
            return 0 if prepared else -1
        return plainly_small(alike(prepared)).find(self._certain)

    def spans(self, prepared: str, parts: Pieces, first: int = 0) -> Iterator[tuple[int, int, int]]:
        """Start and end of what fits in the pieces that end behind `first`, and which of them it is in."""
        for n in self._worth_a_look(prepared, parts, first):
            left = parts.starts[n]
            words = prepared[left : parts.ends[n]]
            for start, end in self._in_words(words):
                if words[start:end].strip():
                    yield left + start, left + end, n

    def _worth_a_look(self, prepared: str, parts: Pieces, first: int) -> Iterator[int]:
        """The numbers of the pieces that have the letters that the pattern is certain to have."""
        if not self._certain:
            yield from range(len(parts.starts))
            return
        small = plainly_small(alike(prepared))
        at = max(parts.starts[0], first) if parts.starts else len(small)
        while (at := small.find(self._certain, at)) >= 0:
            n = bisect_right(parts.starts, at) - 1
            if at + len(self._certain) <= parts.ends[n]:
                yield n
            if n + 1 == len(parts.starts):
                return
            at = parts.starts[n + 1]

    def _in_words(self, words: str) -> list[tuple[int, int]]:
        begun = time.monotonic()
        seconds = min(_ONE_TURN, max(self._left, _INSTANT))
        try:
            return [hit.span() for hit in self._compiled.finditer(words, timeout=seconds)]
        except (TimeoutError, MemoryError):
            raise UserError(
                tr(
                    "This pattern takes too long: it can fit in too many ways. Make it simpler, for instance without a "
                    "+ or * around another + or *."
                )
            ) from None
        finally:
            self._left -= time.monotonic() - begun


def _compiled(query: Query) -> Any:  # noqa: ANN401 - the package tells no types
    import regex  # 40 ms, which a search for words need not wait for

    if _CALLS_ITSELF.search(query.words):
        raise UserError(tr("A pattern that contains itself can’t be looked for. Write out what it repeats."))
    flags = regex.IGNORECASE | regex.MULTILINE
    try:
        return regex.compile(rf"\b(?:{query.words})\b" if query.whole_words else query.words, flags)
    except (regex.error, RecursionError, OverflowError) as fault:
        raise UserError(_wrong_pattern(query, fault)) from None


def _wrong_pattern(query: Query, fault: Exception) -> str:
    place = getattr(fault, "pos", None)
    shift = len(r"\b(?:") if query.whole_words else 0
    if not isinstance(place, int):
        return tr(
            "That is not a pattern that can be looked for: something is wrong. Mend it, or turn off “Pattern” to look "
            "for the words as they stand."
        )
    return tr(
        "That is not a pattern that can be looked for: something is wrong at its character {place}. Mend it, or turn "
        "off “Pattern” to look for the words as they stand.",
        place=min(max(place - shift, 0), len(query.words)) + 1,
    )
