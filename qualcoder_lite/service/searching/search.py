"""Searching: where words stand in the transcripts, and coding what was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.searching.matching import matcher
from qualcoder_lite.domain.searching.search import Hit, Query, pieces, pieces_of, trigrams
from qualcoder_lite.domain.sentences import sentences, trimmed
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.extracts.surroundings import Surroundings, surroundings
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.searching.found_words import FoundList
from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.searching.search import Matcher
    from qualcoder_lite.service.coding.codings import Codings
    from qualcoder_lite.service.searching.found_elsewhere import FoundElsewhere
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.file.database import Database

# Transcripts looked through together: few at first where a search may stop soon, more and more as little is found.
_FEWEST, _MANY, _MOST, _GROWING = 4, 24, 256, 8


class Unit(StrEnum):
    """What of a hit is coded: the turn it is in, its sentence, or the words themselves."""

    TURN = "turn"
    SENTENCE = "sentence"
    MATCH = "match"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The hits in order, as plain data that a worker's thread may hand to the window's.

    `transcripts` and `people` say in how many transcripts and of how many people they are; `complete` is False where
    the search stopped once it had as many as were asked for.
    """

    hits: Sequence[Hit]
    transcripts: int
    people: int
    complete: bool


class Search:
    """Finding words in a project."""

    def __init__(self, session: Session, codings: Codings) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database
        self._codings = codings

    def find(self, query: Query, limit: int | None = None, progress: Progress = unwatched) -> Found:
        """Where a query's words stand, in the order of import; at least the first `limit` places if that is given.

        Raises UserError where nothing is looked for, a site or client group isn't known, or a pattern is wrong or takes
        too long.
        """
        reader = ScopeReader(self._session, Scope(sites=query.sites, client_groups=query.client_groups))
        wanted = list(reader.placements)
        characters = sum(placement.transcript.characters for placement in reader.placements.values())
        look = _Look(self._database, query, matcher(query, characters))
        self._bring_index_up_to_date()
        hits: list[Hit] = []
        at, size = 0, _MANY if limit is None else _FEWEST
        while at < len(wanted) and (limit is None or len(hits) < limit):
            progress(at, len(wanted))
            hits += look.through(wanted[at : at + size])
            at += size
            size = min(2 * size, _MOST) if limit is None else _next_size(size, at, len(hits), limit)
        among = {hit.transcript for hit in hits}
        return Found(
            hits=hits,
            transcripts=len(among),
            people=len({reader.placements[transcript].person for transcript in among}),
            complete=at >= len(wanted),
        )

    def show(self, hits: Sequence[Hit]) -> FoundList:
        """Hits with the words around them, each put together when it is looked at."""
        return FoundList(self._database, self._session.placements(), hits)

    def elsewhere(self, query: Query) -> list[FoundElsewhere]:
        """The codes, the chart's summaries and the memos in which a query's words stand; each once.

        What it says of speakers, sites and client groups narrows transcripts alone. Raises UserError as `find` does.
        """
        from qualcoder_lite.service.searching.found_elsewhere import found_elsewhere

        return found_elsewhere(self._session, self._codings, query)

    def around(self, hit: Hit) -> Surroundings:
        """A hit among what is said around it: its own turn, the one before and the one after."""
        return surroundings(self._database, hit.transcript, hit.start, hit.end)

    def _bring_index_up_to_date(self) -> None:
        if self._database.read_only:
            return  # what the index doesn't know is looked through without it
        try:
            search_index.index_missing(self._database)
        except StorageFullError:
            return  # likewise: a full disk is no reason not to find anything

    # Coding what was found

    def passages(self, hits: Iterable[Hit], unit: Unit) -> list[tuple[str, Span]]:
        """The passages that hits would be coded as: transcript and stretch, each once, in order of the hits."""
        by_transcript: dict[str, list[Hit]] = {}
        for hit in hits:
            by_transcript.setdefault(hit.transcript, []).append(hit)
        bodies = texts.bodies(self._database, by_transcript)
        found: dict[tuple[str, Span], None] = {}
        for transcript in (id_ for id_ in by_transcript if id_ in bodies):
            cut = _Cut(bodies[transcript], unit)
            found |= dict.fromkeys((transcript, cut.passage(hit)) for hit in by_transcript[transcript])
        return list(found)

    def code(self, hits: Iterable[Hit], code: str, coder: str, unit: Unit) -> Changes:
        """Put a code on hits, by turn, sentence or the words themselves, in one step; what has it already stays.

        Raises UserError where the code isn't known.
        """
        return self._codings.add_found(
            NewCoding(transcript=transcript, start=span.start, end=span.end, code=code, coder=coder)
            for transcript, span in self.passages(hits, unit)
        )


def _next_size(size: int, looked_through: int, found: int, limit: int) -> int:
    """How many transcripts to look through next, after `size` of them, for as much as is wanted still."""
    most = min(_GROWING * size, _MOST)
    return min(most, (limit - found) * looked_through // found + 1) if found else most


class _Look:
    """One look through transcripts for what a query asks for."""

    def __init__(self, database: Database, query: Query, match: Matcher) -> None:
        self._database, self._match = database, match
        self._roles = frozenset(query.roles)
        self._trigrams = trigrams(query)
        self._numbers = search_index.numbers(database) if self._trigrams else {}

    def through(self, wanted: Sequence[str]) -> list[Hit]:
        """The hits in some transcripts, in order."""
        numbers = {id_: self._numbers[id_] for id_ in wanted if id_ in self._numbers}
        known = search_index.candidates(self._database, self._trigrams, numbers.values())
        read = [id_ for id_ in wanted if id_ not in numbers or numbers[id_] in known]
        bodies = (texts.small_bodies if self._match.small else texts.bodies)(self._database, read)
        prepared = {id_: self._match.prepared(bodies[id_]) for id_ in read}
        first = {id_: self._match.first(prepared[id_]) for id_ in read}
        fitting = [id_ for id_ in read if first[id_] >= 0]
        bounds = stored_turns.speech_bounds(self._database, fitting)
        spoken = self._spoken(fitting)
        hits: list[Hit] = []
        for id_ in fitting:
            parts = pieces(bodies[id_], bounds.get(id_))
            if spoken is not None:
                parts = pieces_of(parts, spoken.get(id_, ()))
            starts, ends, turns = parts
            hits += [
                Hit(id_, start, end, turns[n], starts[n], ends[n])
                for start, end, n in self._match.spans(prepared[id_], parts, first[id_])
            ]
        return hits

    def _spoken(self, wanted: Sequence[str]) -> dict[str, set[int]] | None:
        """The numbers of the turns in which somebody of the roles asked for speaks; None where all are asked for."""
        if not self._roles:
            return None
        turns = stored_turns.of_transcripts(self._database, wanted)
        speakers = stored_turns.speakers_of(self._database, wanted)
        return {
            id_: {n for n, turn in enumerate(turns[id_]) if speakers[id_][turn.speaker].role in self._roles}
            for id_ in turns
        }


class _Cut:
    """Cuts out of one transcript what is coded of its hits."""

    def __init__(self, text: str, unit: Unit) -> None:
        self._text, self._unit = text, unit
        self._sentences: dict[Span, list[Span]] = {}

    def passage(self, hit: Hit) -> Span:
        """What is coded of a hit; where it goes over several sentences, all of them."""
        if self._unit is Unit.MATCH:
            return trimmed(self._text, hit.start, hit.end)
        piece = trimmed(self._text, hit.piece_start, hit.piece_end)
        if self._unit is Unit.TURN:
            return piece
        if piece not in self._sentences:
            self._sentences[piece] = sentences(self._text, *piece)
        touched = [one for one in self._sentences[piece] if one.start < hit.end and one.end > hit.start]
        return Span(touched[0].start, touched[-1].end) if touched else piece
