"""Looking for words in what was said: what is looked for, where a transcript is looked through, what counts as found.

Words are found as they are written, up to case, kinds of quotation marks and dashes, and the blanks between words; a
letter with its accent is found however it is stored. Every turn is looked through by itself, without label and time
stamp; words outside all turns paragraph by paragraph. Positions are code points, end exclusive.
"""

from __future__ import annotations

import re
import time
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript import SpeakerRole, paragraphs

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

#: Letters in a row that the index knows turns by; what is looked for must have as many for the index to be of help.
INDEXED = 3

#: Of the turns of a transcript: where the first starts, then where the speech of each begins and ends.
TurnBounds: TypeAlias = "tuple[int, Sequence[int], Sequence[int]]"

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# What people type and what a word processor makes of it. Each stands for one character, so positions stay.
_ALIKE = {"'": "’‘ʼ′", '"': "“”„″", "-": "‐‑‒–—−", "σ": "ς", "s": "ſ", "i": "İ"}
_CALLS_ITSELF = re.compile(r"(?<!\\)\(\?(?:R|&|P>|[+-]?\d)")  # such a pattern takes memory without end
_JAMO = re.compile("[\u1160-\u11ff]")
# Seconds that a pattern may take for one turn, and for all: so long, and one more for as many characters.
_ONE_TURN, _ALL_TURNS, _INSTANT, _CHARACTERS_A_SECOND = 1.0, 1.5, 1e-6, 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for, and where: an empty tuple means everywhere. Sites and client groups are names.

    `regex` takes the words as a regular expression; `whole_words` leaves out "unsafe" where "safe" is looked for.
    """

    words: str
    regex: bool = False
    whole_words: bool = False
    roles: tuple[SpeakerRole, ...] = ()
    sites: tuple[str, ...] = ()
    client_groups: tuple[str, ...] = ()


class Pieces(NamedTuple):
    """The stretches of a transcript that are looked through each by itself, in order.

    Where each starts and ends, and the number of its turn from 0; -1 for a paragraph outside all turns. Three lists and
    no object for each, since a search makes them of hundreds of transcripts.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    turns: Sequence[int]


class Hit(NamedTuple):
    """A place where what was looked for stands. `turn` counts from 0; -1 outside all turns."""

    transcript: str
    start: int
    end: int
    turn: int = -1


class Matcher(Protocol):
    """Finds what a query asks for in the texts of transcripts."""

    def prepared(self, text: str) -> str:
        """A transcript's text as the other two want it, positions as they were."""
        ...

    def fits(self, prepared: str) -> bool:
        """Whether there may be anything to find in it at all: quickly told, so that most texts can be left alone."""
        ...

    def spans(self, prepared: str, parts: Pieces) -> Iterator[tuple[int, int, int]]:
        """Start and end of what fits, without overlaps and in order, with the number of its turn."""
        ...


def pieces(text: str, turns: TurnBounds | None) -> Pieces:
    """What a transcript is looked through by: paragraphs up to the first turn, or all of them; then what turns say."""
    begin, speeches, ends = turns or (len(text), (), ())
    head = paragraphs(text, 0, begin) if begin else []
    if not head:
        return Pieces(speeches, ends, range(len(speeches)))
    return Pieces(
        [*(span.start for span in head), *speeches],
        [*(span.end for span in head), *ends],
        [-1] * len(head) + list(range(len(speeches))),
    )


def pieces_of(parts: Pieces, wanted: Container[int]) -> Pieces:
    """Those pieces that are turns with one of these numbers."""
    kept = [n for n, turn in enumerate(parts.turns) if turn in wanted]
    return Pieces(*([column[n] for n in kept] for column in parts))


def folded_text(text: str) -> str:
    """A text for comparing, as long as the text itself: small letters, one kind of quotation mark and dash."""
    # Only İ grows when it is made small, so it goes first. Looking for each is quicker than a table of all.
    text = text.replace("İ", "i").lower()
    for one, others in _ALIKE.items():
        for other in others:
            text = text.replace(other, one)
    return text


def indexed_text(text: str) -> str:
    """A text as the index knows it: folded, letters whole, words one blank apart."""
    return unicodedata.normalize("NFC", " ".join(folded_text(text).split()))


def trigrams(query: Query) -> list[str]:
    """Every three letters in a row that a turn must have for the query to be found there; empty if that says nothing.

    A letter at either end that could melt together with its neighbour in a text tells nothing, and is left out.
    """
    words = "" if query.regex else indexed_text(query.words)
    while words and (unicodedata.category(words[0])[0] == "M" or _JAMO.match(words[0])):
        words = words[1:]
    while words and not words[-1].isascii():
        words = words[:-1]
    return list(dict.fromkeys(words[n : n + INDEXED] for n in range(len(words) - INDEXED + 1)))


def matcher(query: Query, characters: int = 0) -> Matcher:
    """What finds a query; `characters` says how much is to be looked through, so that a pattern's time is in keeping.

    Raises UserError where nothing is looked for, or a regular expression is wrong; looking for spans raises it where a
    regular expression takes too long.
    """
    if not query.words.strip():
        raise UserError("Say what to look for: a word, or some words in a row.")
    return _PatternMatcher(query, characters) if query.regex else _WordsMatcher(query)


class _WordsMatcher:
    def __init__(self, query: Query) -> None:
        words = unicodedata.normalize("NFC", folded_text(query.words)).split()
        whole = query.whole_words
        self._alone = whole and _in_a_word(words[0][0])
        after = f"(?![\\w{_MARKS}])" if whole and _in_a_word(words[-1][-1]) else f"(?![{_MARKS}])"
        self._pattern = re.compile(r"\s+".join("".join(map(_letter, word)) for word in words) + after)

    def prepared(self, text: str) -> str:
        return folded_text(text)

    def fits(self, prepared: str) -> bool:
        return self._pattern.search(prepared) is not None

    def spans(self, prepared: str, parts: Pieces) -> Iterator[tuple[int, int, int]]:
        # One look through the whole text is many times quicker than one through each of its pieces.
        starts, ends, turns = parts
        at = starts[0] if starts else len(prepared)
        while (found := self._pattern.search(prepared, at)) is not None:
            start, end = found.span()
            n = bisect_right(starts, start) - 1
            if self._alone and start and _in_a_word(prepared[start - 1]):
                at = start + 1  # told here, since a pattern that looks behind itself is three times as slow
            elif end <= ends[n]:
                yield start, end, turns[n]
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


class _PatternMatcher:
    def __init__(self, query: Query, characters: int) -> None:
        self._compiled = _compiled(query)
        self._left = _ALL_TURNS + characters / _CHARACTERS_A_SECOND

    def prepared(self, text: str) -> str:
        return text

    def fits(self, prepared: str) -> bool:
        return bool(prepared)

    def spans(self, prepared: str, parts: Pieces) -> Iterator[tuple[int, int, int]]:
        for left, right, turn in zip(*parts, strict=True):
            words = prepared[left:right]
            for start, end in self._in_words(words):
                if words[start:end].strip():
                    yield left + start, left + end, turn

    def _in_words(self, words: str) -> list[tuple[int, int]]:
        begun = time.monotonic()
        seconds = min(_ONE_TURN, max(self._left, _INSTANT))
        try:
            return [hit.span() for hit in self._compiled.finditer(words, timeout=seconds)]
        except (TimeoutError, MemoryError):
            raise UserError(
                "This pattern takes too long: it can fit in too many ways. Make it simpler, for instance without a + "
                "or * around another + or *."
            ) from None
        finally:
            self._left -= time.monotonic() - begun


def _compiled(query: Query) -> Any:  # noqa: ANN401 - the package tells no types
    import regex  # 40 ms, which a search for words need not wait for

    if _CALLS_ITSELF.search(query.words):
        raise UserError("A pattern that contains itself can't be looked for. Write out what it repeats.")
    flags = regex.IGNORECASE | regex.MULTILINE
    try:
        return regex.compile(rf"\b(?:{query.words})\b" if query.whole_words else query.words, flags)
    except (regex.error, RecursionError, OverflowError) as fault:
        raise UserError(_wrong_pattern(query, fault)) from None


def _wrong_pattern(query: Query, fault: Exception) -> str:
    place = getattr(fault, "pos", None)
    shift = len(r"\b(?:") if query.whole_words else 0
    where = f" at its character {min(max(place - shift, 0), len(query.words)) + 1}" if isinstance(place, int) else ""
    return (
        f"That is not a pattern that can be looked for: something is wrong{where}. Mend it, or turn off "
        "“Pattern” to look for the words as they stand."
    )
