"""Transcripts: what is recorded of them. Their words are in `texts`, who speaks when in `turns`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.storage.file.database import some_of
from qualcoder_lite.storage.transcripts import texts
from qualcoder_lite.storage.transcripts import turns as stored_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.storage.file.database import Database

_COLUMNS = (
    "id",
    "title",
    "source",
    "source_hash",
    "imported_at",
    "date",
    "site_id",
    "participant_id",
    "client_group",
    "metadata",
    "characters",
    "words",
    "turns",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A transcript without its text. `site`, `participant` and `client_group` are its own, as recorded on it.

    `characters` counts code points; `source` is the file's name, `source_hash` the sha256 of its bytes;
    `imported_at` is an ISO time in UTC.
    """

    id: str
    title: str
    source: str
    source_hash: str
    imported_at: str
    date: str = ""
    site: str | None = None
    participant: str | None = None
    client_group: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict[str, str])
    characters: int
    words: int
    turns: int


def add(
    database: Database, transcript: Transcript, text: str, speakers: Sequence[Speaker], turns: Sequence[Turn]
) -> None:
    """Insert a transcript with its text, speakers and turns."""
    database.insert(
        "transcript",
        [
            (
                transcript.id,
                transcript.title,
                transcript.source,
                transcript.source_hash,
                transcript.imported_at,
                transcript.date,
                transcript.site,
                transcript.participant,
                transcript.client_group,
                json.dumps(dict(transcript.metadata), ensure_ascii=False),
                transcript.characters,
                transcript.words,
                transcript.turns,
                texts.keep(database, text),
            )
        ],
        (*_COLUMNS, "text_id"),
    )
    stored_turns.add(database, transcript.id, speakers, turns)


def describe(database: Database, transcripts: Iterable[Transcript]) -> None:
    """Bring what is said of transcripts to what is given: title, date, site, participant, client group."""
    database.run_many(
        "update transcript set title=?, date=?, site_id=?, participant_id=?, client_group=? where id=?",
        [(one.title, one.date, one.site, one.participant, one.client_group, one.id) for one in transcripts],
    )


def remove(database: Database, transcripts: Iterable[str]) -> None:
    """Delete transcripts with all that hangs on them. Their texts stay, so that this can be undone."""
    database.run("delete from transcript where id in (select value from json_each(?))", (json.dumps([*transcripts]),))


def read(database: Database, among: Iterable[str] | None = None) -> list[Transcript]:
    """All transcripts, or some, in the order in which they were imported, without their texts."""
    here, ids = some_of(among)
    return [
        Transcript(
            id=row[0],
            title=row[1],
            source=row[2],
            source_hash=row[3],
            imported_at=row[4],
            date=row[5],
            site=row[6],
            participant=row[7],
            client_group=row[8],
            metadata=_metadata(row[9]),
            characters=row[10],
            words=row[11],
            turns=row[12],
        )
        for row in database.rows(
            f"select {', '.join(_COLUMNS)} from transcript where id {here} order by imported_at, rowid", ids
        )
    ]


def names(database: Database) -> list[tuple[str, str, str]]:
    """(id, title, source) of every transcript."""
    return database.rows("select id, title, source from transcript order by imported_at, rowid")


def participants(database: Database) -> dict[str, str]:
    """Of every transcript that has a participant, the participant (both ids)."""
    return dict(database.rows("select id, participant_id from transcript where participant_id is not null"))


def with_source_hash(database: Database, source_hash: str) -> str | None:
    """The title of a transcript that was made from a file of these bytes, if there is one."""
    found = database.one("select title from transcript where source_hash=?", (source_hash,))
    return found[0] if found else None


def dates(database: Database) -> dict[str, str]:
    """When each transcript's interview was held, as it was written, where somebody did."""
    return dict(database.rows("select id, date from transcript where date<>''"))


def totals(database: Database) -> tuple[int, int, int]:
    """Transcripts, words and turns in the whole project."""
    return database.one("select count(*), coalesce(sum(words), 0), coalesce(sum(turns), 0) from transcript")


def _metadata(stored: str) -> dict[str, str]:
    # Most transcripts have none, and thousands are read at a time.
    return {} if stored == "{}" else json.loads(stored)
