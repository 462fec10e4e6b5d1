"""Searching: where words stand in the transcripts, and coding what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, overload

from qualcoder_lite.domain.errors import StorageFullError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.search import Hit, Query, matcher, pieces, pieces_of, trigrams
from qualcoder_lite.domain.sentences import sentences, trimmed
from qualcoder_lite.domain.transcript import Span, SpeakerRole
from qualcoder_lite.service.new_coding import NewCoding
from qualcoder_lite.service.scope import Scope, ScopeReader
from qualcoder_lite.service.surroundings import Surroundings, surroundings
from qualcoder_lite.storage import codebooks, search_index, transcripts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.codebook import Code
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.domain.search import Matcher
    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.service.codings import Codings
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.database import Database
    from qualcoder_lite.storage.transcripts import SpokenTurns

#: Characters of what is said around a hit that are told with it, on either side.
AROUND = 80

# Transcripts looked through together: few where a search may stop soon, more and more where it goes through all.
_FEWEST, _MOST = 24, 256
# Transcripts whose texts a list keeps at hand while it is scrolled through, and hits put together at once: of so many
# transcripts at most.
_KEPT, _READ = 200, 100


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWords:
    """A hit with the words around it, in the same turn, and where it is.

    `speaker` is the label in the transcript and `turn` counts from 1; both None outside all turns.
    """

    transcript: str
    title: str
    start: int
    end: int
    before: str
    match: str
    after: str
    speaker: str | None
    role: SpeakerRole | None
    turn: int | None
    participant: str | None
    site: str | None
    client_group: str | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else words stand: in how many memos, and in what is said of which codes (ids)."""

    memos: int
    codes: tuple[str, ...]


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
        at, size = 0, _FEWEST
        while at < len(wanted) and (limit is None or len(hits) < limit):
            progress(at, len(wanted))
            hits += look.through(wanted[at : at + size])
            at, size = at + size, min(2 * size, _MOST) if limit is None else _FEWEST
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

    def elsewhere(self, words: str) -> Elsewhere:
        """The memos that have all of these words, and the codes whose names or meanings do."""
        from qualcoder_lite.service.memos import MemoFilter, Memos

        wanted = [folded(word) for word in words.split()]
        if not wanted:
            return Elsewhere(0, ())
        memos = Memos(self._session, self._codings).all(MemoFilter(words=words))
        codes = [code for book in codebooks.read(self._database) for code in book.codes]
        return Elsewhere(len(memos), tuple(code.id for code in codes if _says(code, wanted)))

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
        bodies = transcripts.bodies(self._database, by_transcript)
        turns = transcripts.turns_of(self._database, by_transcript) if unit is not Unit.MATCH else {}
        found: dict[tuple[str, Span], None] = {}
        for transcript in (id_ for id_ in by_transcript if id_ in bodies):
            cut = _Cut(bodies[transcript], turns.get(transcript, []), unit)
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


class FoundList(Sequence[FoundWords]):
    """Hits in order, each with the words around it, put together when it is asked for."""

    def __init__(self, database: Database, placed: Mapping[str, Placement], hits: Sequence[Hit]) -> None:
        """List hits; nothing of their transcripts is read yet."""
        self._database, self._placed, self._hits = database, placed, hits
        self._texts: dict[str, str] = {}
        self._turns: dict[str, SpokenTurns] = {}
        self._speakers: dict[str, list[Speaker]] = {}

    def __len__(self) -> int:
        """How many hits there are."""
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> FoundWords: ...
    @overload
    def __getitem__(self, index: slice) -> list[FoundWords]: ...
    def __getitem__(self, index: int | slice) -> FoundWords | list[FoundWords]:
        """One hit, or some."""
        if isinstance(index, slice):
            wanted = self._hits[index]
            return [found for at in range(0, len(wanted), _READ) for found in self._together(wanted[at : at + _READ])]
        return self._together([self._hits[index]])[0]

    def _together(self, hits: Sequence[Hit]) -> list[FoundWords]:
        """Some hits, what isn't at hand of their transcripts read at once."""
        missing = {hit.transcript for hit in hits} - self._texts.keys()
        if missing:
            if len(self._texts) + len(missing) > _KEPT:
                for kept in (self._texts, self._turns, self._speakers):
                    kept.clear()
                missing = {hit.transcript for hit in hits}
            # A list may be shown for a moment longer than a transcript in it exists: its words are gone then.
            self._texts |= dict.fromkeys(missing, "") | transcripts.bodies(self._database, missing)
            self._turns |= transcripts.spoken_turns(self._database, missing)
            self._speakers |= transcripts.speakers_of(self._database, missing)
        return [self._found(hit) for hit in hits]

    def _found(self, hit: Hit) -> FoundWords:
        text = self._texts[hit.transcript]
        speeches, ends, numbers = self._turns.get(hit.transcript, ((), (), ()))
        in_turn = 0 <= hit.turn < len(ends)
        piece = Span(speeches[hit.turn], ends[hit.turn]) if in_turn else _paragraph(text, hit)
        speaker = self._speakers[hit.transcript][numbers[hit.turn]] if in_turn else None
        placement = self._placed[hit.transcript]
        return FoundWords(
            transcript=hit.transcript,
            title=placement.transcript.title,
            start=hit.start,
            end=hit.end,
            before=text[max(piece.start, hit.start - AROUND) : hit.start],
            match=text[hit.start : hit.end],
            after=text[hit.end : min(piece.end, hit.end + AROUND)],
            speaker=speaker.label if speaker else None,
            role=speaker.role if speaker else None,
            turn=hit.turn + 1 if in_turn else None,
            participant=placement.participant.name if placement.participant else None,
            site=placement.site.name if placement.site else None,
            client_group=placement.client_group or None,
        )


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
        bodies = transcripts.bodies(self._database, read)
        prepared = {id_: self._match.prepared(bodies[id_]) for id_ in read}
        fitting = [id_ for id_ in read if self._match.fits(prepared[id_])]
        bounds = transcripts.speech_bounds(self._database, fitting)
        spoken = self._spoken(fitting)
        hits: list[Hit] = []
        for id_ in fitting:
            parts = pieces(bodies[id_], bounds.get(id_))
            if spoken is not None:
                parts = pieces_of(parts, spoken.get(id_, ()))
            hits += [Hit(id_, start, end, turn) for start, end, turn in self._match.spans(prepared[id_], parts)]
        return hits

    def _spoken(self, wanted: Sequence[str]) -> dict[str, set[int]] | None:
        """The numbers of the turns in which somebody of the roles asked for speaks; None where all are asked for."""
        if not self._roles:
            return None
        turns = transcripts.turns_of(self._database, wanted)
        speakers = transcripts.speakers_of(self._database, wanted)
        return {
            id_: {n for n, turn in enumerate(turns[id_]) if speakers[id_][turn.speaker].role in self._roles}
            for id_ in turns
        }


def _says(code: Code, wanted: Sequence[str]) -> bool:
    """Whether all these words stand in what is said of a code."""
    said = (code.name, *code.aliases, code.question, code.definition, code.when_to_use, code.when_not_to_use)
    known = folded("\n".join((*said, code.example)))
    return all(word in known for word in wanted)


def _piece(text: str, turns: Sequence[Turn], hit: Hit) -> Span:
    """What is said in the hit's turn; outside all turns its paragraph, or its paragraphs."""
    if 0 <= hit.turn < len(turns):
        return Span(turns[hit.turn].speech, turns[hit.turn].end)
    return _paragraph(text, hit)


def _paragraph(text: str, hit: Hit) -> Span:
    begin = text.rfind("\n", 0, hit.start) + 1
    end = text.find("\n", hit.end)
    return Span(begin, len(text) if end < 0 else end)


class _Cut:
    """Cuts out of one transcript what is coded of its hits."""

    def __init__(self, text: str, turns: Sequence[Turn], unit: Unit) -> None:
        self._text, self._turns, self._unit = text, turns, unit
        self._sentences: dict[Span, list[Span]] = {}

    def passage(self, hit: Hit) -> Span:
        """What is coded of a hit; where it goes over several sentences, all of them."""
        if self._unit is Unit.MATCH:
            return trimmed(self._text, hit.start, hit.end)
        piece = trimmed(self._text, *_piece(self._text, self._turns, hit))
        if self._unit is Unit.TURN:
            return piece
        if piece not in self._sentences:
            self._sentences[piece] = sentences(self._text, *piece)
        touched = [one for one in self._sentences[piece] if one.start < hit.end and one.end > hit.start]
        return Span(touched[0].start, touched[-1].end) if touched else piece
