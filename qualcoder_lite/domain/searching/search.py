"""Looking for words in what was said: what is looked for, where a transcript is looked through, what counts as found.

Words are found as they are written, up to case, kinds of quotation marks and dashes, and the blanks between words; a
letter with its accent is found however it is stored. Every turn is looked through by itself, without label and time
stamp; words outside all turns paragraph by paragraph. Positions are code points, end exclusive.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from qualcoder_lite.domain.searching.certain_letters import certain_letters
from qualcoder_lite.domain.searching.folding import indexed_text
from qualcoder_lite.domain.transcript import SpeakerRole, paragraphs

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

#: Letters in a row that the index knows turns by; what is looked for must have as many for the index to be of help.
INDEXED = 3

#: Of the turns of a transcript: where the first starts, then where the speech of each begins and ends.
TurnBounds: TypeAlias = "tuple[int, Sequence[int], Sequence[int]]"

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

    @property
    def small(self) -> bool:
        """Whether texts are wanted as `plainly_small` gives them: where they are read, that costs next to nothing."""
        ...

    def prepared(self, text: str) -> str:
        """A transcript's text as the other two want it, positions as they were."""
        ...

    def first(self, prepared: str) -> int:
        """Where there may be something to find at the earliest, -1 where there is nothing: quickly told of most."""
        ...

    def spans(self, prepared: str, parts: Pieces, first: int = 0) -> Iterator[tuple[int, int, int]]:
        """Start and end of what fits, without overlaps and in order, and which of the pieces it is in.

        Nothing is looked for before the place `first`.
        """
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
