"""What is told beside quotes, and of them as a whole, in a document that leaves the project."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.passage import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedMemo:
    """A memo on a quote's coding with who wrote it (a name, or empty) and when (an ISO time, or empty)."""

    text: str
    coder: str = ""
    written_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteNotes:
    """What is told beside one quote.

    `before` and `after` are the turns around it, told by role ("Interviewer: …"), never by a person's own name. `also`
    names the other codes on the same words, `features` those that the person says made a difference, or that are coded
    there. `line` counts the transcript's lines from 1; `source` is the number of the transcript in the list of sources,
    0 where there is none. `settled` is whether coders settled it between them.
    """

    before: str = ""
    after: str = ""
    also: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    line: int = 0
    source: int = 0
    settled: bool = False
    memos: tuple[SignedMemo, ...] = ()


NO_NOTES = QuoteNotes()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderShare:
    """What one coder did of what is quoted: transcripts, of these declared done, and quotes that bear their coding."""

    coder: str
    role: str
    transcripts: int
    done: int
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTold:
    """A decision on a disagreement in words; `source` and `turn` say where, `on` is an ISO date."""

    code: str
    source: int
    turn: int
    what: str
    who: str
    on: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A transcript that is quoted, without its title: `person` is the pseudonym, `date` ISO or empty."""

    number: int
    person: str
    respondent: str
    client_group: str
    site: str
    date: str
    words: int
    quotes: int


def codes_beside(extracts: Iterable[Extract], passages: Iterable[Stretch]) -> dict[str, list[str]]:
    """By extract id, the codes (as the passages have them) of passages that share words with it, in order of place.

    `passages` are the united passages of all codes in order of transcript; an extract's own passage is among them.
    """
    by_transcript = {
        transcript: _Passages.of(sorted([(start, end, code) for _, code, start, end, _ in found]))
        for transcript, found in groupby(passages, key=itemgetter(0))
    }
    nothing = _Passages.of([])
    beside: dict[str, list[str]] = {}
    for extract in extracts:
        starts, ends, codes, longest = by_transcript.get(extract.transcript, nothing)
        begins = extract.start
        first = bisect_left(starts, begins - longest)
        last = bisect_left(starts, extract.end, first)
        here = [code for code, end in zip(codes[first:last], ends[first:last], strict=True) if end > begins]
        beside[extract.id] = list(dict.fromkeys(here))
    return beside


class _Passages(NamedTuple):
    """The passages of one transcript in order of their starts, as columns, and how long the longest is."""

    starts: Sequence[int]
    ends: Sequence[int]
    codes: Sequence[str]
    longest: int

    @classmethod
    def of(cls, found: Sequence[tuple[int, int, str]]) -> _Passages:
        starts, ends, codes = zip(*found, strict=True) if found else ((), (), ())
        return cls(starts, ends, codes, max([end - start for start, end, _ in found], default=0))
