"""Which passages in scope a question asks for: by polarity, doubt, memo, speakers, and what is coded near them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.retrieval.mix import leaves
from qualcoder_lite.domain.retrieval.near import near_others, spoken_by, with_any
from qualcoder_lite.domain.transcript import paragraphs
from qualcoder_lite.storage.coding import codings
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qualcoder_lite.domain.extracts.stars import Stars
    from qualcoder_lite.domain.passage import Passage
    from qualcoder_lite.domain.transcript import SpeakerRole
    from qualcoder_lite.service.scope import ScopeReader
    from qualcoder_lite.storage.file.database import Database


def narrowed(database: Database, reader: ScopeReader, passages: list[Passage], stars: Stars) -> list[Passage]:
    """Those of the passages in a scope that it asks for. What takes longest comes last, when few are left."""
    scope = reader.scope
    if scope.polarities:
        passages = [passage for passage in passages if passage.polarity in scope.polarities]
    if scope.unsure:
        passages = with_any(passages, codings.unsure(database))
    if scope.memo:
        passages = with_any(passages, counting.memos_of(database).keys())
    if scope.starred:
        passages = [passage for passage in passages if passage in stars]
    if scope.roles:
        passages = spoken_in(database, passages, scope.roles)
    if reader.together:
        codes = {code for asked in leaves(reader.together) for code in asked.codes}
        passages = near_others(passages, reader.rows(codes), reader.together, _turns(database, passages))
    return passages


def spoken_in(database: Database, passages: Iterable[Passage], roles: Sequence[SpeakerRole]) -> list[Passage]:
    """The passages in which somebody of these roles speaks; none of a transcript without turns is."""
    passages = list(passages)
    among = {passage.transcript for passage in passages}
    wanted = {
        transcript: {number for number, speaker in enumerate(speakers) if speaker.role in roles}
        for transcript, speakers in stored_turns.speakers_of(database, among).items()
    }
    return spoken_by(passages, stored_turns.of_transcripts(database, among), wanted)


def _turns(database: Database, passages: Iterable[Passage]) -> Callable[[str], Sequence[tuple[int, int]]]:
    """The turns of the passages' transcripts, read at once; paragraphs stand in where a transcript has none."""
    found = stored_turns.bounds(database, {passage.transcript for passage in passages})

    def turns(transcript: str) -> Sequence[tuple[int, int]]:
        return found.get(transcript) or paragraphs(texts.body(database, transcript))

    return turns
