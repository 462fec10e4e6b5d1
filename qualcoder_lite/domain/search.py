"""Looking for words in what was said: what is looked for, where a transcript is looked through, what counts as found.

Words are found as they are written, up to case, kinds of quotation marks and dashes, and the blanks between words; a
letter with its accent is found however it is stored. Every turn is looked through by itself, without label and time
stamp; words outside all turns paragraph by paragraph. Positions are code points, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from qualcoder_lite.domain.certain_letters import certain_letters
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
_JAMO = re.compile("[\u1160-\u11ff]")


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
    """A place where what was looked for stands, and the piece it was found in.

    `turn` is the piece's number, counted from 0; -1 for a paragraph outside all turns.
    """

    transcript: str
    start: int
    end: int
    turn: int
    piece_start: int
    piece_end: int


class Matcher(Protocol):
    """Finds what a query asks for in the texts of transcripts."""

    def prepared(self, text: str) -> str:
        """A transcript's text as the other two want it, positions as they were."""
        ...

    def fits(self, prepared: str) -> bool:
        """Whether there may be anything to find in it at all: quickly told, so that most texts can be left alone."""
        ...

    def spans(self, prepared: str, parts: Pieces) -> Iterator[tuple[int, int, int]]:
        """Start and end of what fits, without overlaps and in order, and which of the pieces it is in."""
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
    """Three letters in a row, several times, that a turn must have for the query to be found there; empty if none are.

    Those of the first letters, of the next, and so on to the last: asking for all that overlap takes twice as long and
    rules out hardly more. A letter at either end that could melt together with its neighbour in a text tells nothing,
    and is left out.
    """
    if query.regex:
        # The last letter may have an accent after it in a text; which the index knows as one letter.
        rows = [letters[:-1] for letters in certain_letters(query.words)]
    else:
        rows = [_letters_of_words(query.words)]
    return list(dict.fromkeys(three for row in rows for three in _in_threes(row)))


def _letters_of_words(words: str) -> str:
    words = indexed_text(words)
    while words and (unicodedata.category(words[0])[0] == "M" or _JAMO.match(words[0])):
        words = words[1:]
    while words and not words[-1].isascii():
        words = words[:-1]
    return words


def _in_threes(letters: str) -> list[str]:
    last = len(letters) - INDEXED
    return [letters[at : at + INDEXED] for at in (*range(0, last, INDEXED), last)] if last >= 0 else []


def matcher(query: Query, characters: int = 0) -> Matcher:
    """What finds a query; `characters` says how much is to be looked through, so that a pattern's time is in keeping.

    Raises UserError where nothing is looked for, or a regular expression is wrong; looking for spans raises it where a
    regular expression takes too long.
    """
    if not query.words.strip():
        raise UserError("Say what to look for: a word, or some words in a row.")
    if not query.regex:
        return _WordsMatcher(query)
    from qualcoder_lite.domain.search_pattern import PatternMatcher

    return PatternMatcher(query, characters)


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
        starts, ends, _ = parts
        at = starts[0] if starts else len(prepared)
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
