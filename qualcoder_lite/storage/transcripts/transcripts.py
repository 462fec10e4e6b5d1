"""Transcripts, their texts, speakers and turns.

A transcript's turns are one row, a JSON list for each of their fields: they are made, undone and merged together.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn
from qualcoder_lite.storage.file.database import some_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.searching.search import TurnBounds
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


# Each holds one field of all turns, a JSON list: what only counts by position reads two of the five.
_TURN_LIST = ("starts", "speeches", "ends", "speakers", "timestamps")
_SPEAKER = ("id", "transcript_id", "number", "label", "role")
_TURNS_OF = "from turn_list where id in (select value from json_each(?))"


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
    text_id = hashlib.sha256(text.encode()).hexdigest()
    database.run("insert or ignore into text(id, body) values(?, ?)", (text_id, text))
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
                text_id,
            )
        ],
        (*_COLUMNS, "text_id"),
    )
    database.insert("speaker", _speaker_rows(transcript.id, speakers), _SPEAKER)
    database.insert("turn_list", [(transcript.id, *_turn_columns(turns))], ("id", *_TURN_LIST))


def set_turns(database: Database, transcript: str, speakers: Sequence[Speaker], turns: Sequence[Turn]) -> None:
    """Give a transcript other speakers and turns. Rows that say what they said before are not touched."""
    wanted = {row[0]: row for row in _speaker_rows(transcript, speakers)}
    there = {
        row[0]: tuple(row)
        for row in database.rows(f"select {', '.join(_SPEAKER)} from speaker where transcript_id=?", (transcript,))
    }
    database.run_many("delete from speaker where id=?", [(id_,) for id_ in there if id_ not in wanted])
    database.run_many(
        "update speaker set number=?, label=?, role=? where id=?",
        [(*row[2:], id_) for id_, row in wanted.items() if id_ in there and there[id_] != row],
    )
    database.insert("speaker", [row for id_, row in wanted.items() if id_ not in there], _SPEAKER)
    columns = _turn_columns(turns)
    if tuple(database.one(f"select {', '.join(_TURN_LIST)} from turn_list where id=?", (transcript,))) != columns:
        database.run(
            f"update turn_list set {', '.join(f'{column}=?' for column in _TURN_LIST)} where id=?",
            (*columns, transcript),
        )
        database.run("update transcript set turns=? where id=? and turns<>?", (len(turns), transcript, len(turns)))


def describe(database: Database, transcripts: Iterable[Transcript]) -> None:
    """Bring what is said of transcripts to what is given: title, date, site, participant, client group."""
    database.run_many(
        "update transcript set title=?, date=?, site_id=?, participant_id=?, client_group=? where id=?",
        [(one.title, one.date, one.site, one.participant, one.client_group, one.id) for one in transcripts],
    )


def remove(database: Database, transcripts: Iterable[str]) -> None:
    """Delete transcripts with all that hangs on them. Their texts stay, so that this can be undone."""
    database.run("delete from transcript where id in (select value from json_each(?))", (json.dumps([*transcripts]),))


def _speaker_rows(transcript: str, speakers: Sequence[Speaker]) -> list[tuple[str, str, int, str, str]]:
    return [
        (natural_id("speaker", transcript, speaker.label), transcript, n, speaker.label, str(speaker.role))
        for n, speaker in enumerate(speakers)
    ]


def _turn_columns(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The lists that `turn_list` holds of some turns, as JSON."""
    columns = zip(*turns, strict=True) if turns else [()] * len(_TURN_LIST)
    return tuple(json.dumps(column) for column in columns)


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


def body(database: Database, transcript: str) -> str:
    """A transcript's text."""
    return database.one("select body from transcript t join text x on x.id=t.text_id where t.id=?", (transcript,))[0]


def text_ids(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The ids of some transcripts' texts, the sha256 of what they say."""
    wanted = (json.dumps(list(transcripts)),)
    return dict(
        database.rows("select id, text_id from transcript where id in (select value from json_each(?))", wanted)
    )


def text_body(database: Database, text: str) -> str:
    """A text by its own id; empty where it is gone."""
    found = database.one("select body from text where id=?", (text,))
    return found[0] if found else ""


def bodies(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The texts of some transcripts."""
    return dict(_bodies(database, transcripts, "x.body"))


def small_bodies(database: Database, transcripts: Iterable[str]) -> dict[str, str]:
    """The texts of some transcripts with A to Z made small, and no other letter: positions are those of the texts."""
    # By Python's bytes: SQLite's own `lower` makes other letters small too where it was built with ICU.
    return {id_: body.lower().decode() for id_, body in _bodies(database, transcripts, "cast(x.body as blob)")}


def _bodies(database: Database, transcripts: Iterable[str], body: str) -> list[tuple[str, Any]]:
    return database.rows(
        f"select t.id, {body} from transcript t join text x on x.id=t.text_id "
        "where t.id in (select value from json_each(?))",
        (json.dumps(list(transcripts)),),
    )


def dates(database: Database) -> dict[str, str]:
    """When each transcript's interview was held, as it was written, where somebody did."""
    return dict(database.rows("select id, date from transcript where date<>''"))


def turns(database: Database, transcript: str) -> list[Turn]:
    """A transcript's turns in order."""
    return turns_of(database, [transcript])[transcript]


def turns_of(database: Database, transcripts: Iterable[str]) -> dict[str, list[Turn]]:
    """The turns of some transcripts."""
    return {
        row[0]: list(map(Turn, *map(json.loads, row[1:])))
        for row in database.rows(f"select id, {', '.join(_TURN_LIST)} {_TURNS_OF}", (json.dumps(list(transcripts)),))
    }


def turn_bounds(database: Database, transcripts: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
    """Where the turns of some transcripts start and end, for counting over many."""
    return {
        id_: list(zip(json.loads(starts), json.loads(ends), strict=True))
        for id_, starts, ends in database.rows(f"select id, starts, ends {_TURNS_OF}", (json.dumps(list(transcripts)),))
    }


def speech_bounds(database: Database, transcripts: Iterable[str]) -> dict[str, TurnBounds]:
    """What of the turns of some transcripts is looked through for words; those without turns are left out."""
    return {
        id_: (begin, json.loads(speeches), json.loads(ends))
        for id_, begin, speeches, ends in database.rows(
            f"select id, json_extract(starts, '$[0]'), speeches, ends {_TURNS_OF}", (json.dumps(list(transcripts)),)
        )
        if begin is not None
    }


def speaking_in_turns(database: Database, transcripts: Iterable[str]) -> dict[str, list[int]]:
    """The number of the speaker of each turn of some transcripts."""
    return {
        id_: json.loads(speakers)
        for id_, speakers in database.rows(f"select id, speakers {_TURNS_OF}", (json.dumps(list(transcripts)),))
    }


def speakers(database: Database, transcript: str) -> list[Speaker]:
    """A transcript's speakers, numbered as its turns count them."""
    return speakers_of(database, [transcript]).get(transcript, [])


def speakers_of(database: Database, transcripts: Iterable[str]) -> dict[str, list[Speaker]]:
    """The speakers of some transcripts."""
    found: dict[str, list[Speaker]] = {}
    for transcript, label, role in database.rows(
        "select transcript_id, label, role from speaker "
        "where transcript_id in (select value from json_each(?)) order by number",
        (json.dumps(list(transcripts)),),
    ):
        found.setdefault(transcript, []).append(Speaker(label, SpeakerRole(role)))
    return found


def speaker_counts(database: Database) -> Counter[str]:
    """How many speakers each transcript has."""
    return Counter(dict(database.rows("select transcript_id, count(*) from speaker group by transcript_id")))


def totals(database: Database) -> tuple[int, int, int]:
    """Transcripts, words and turns in the whole project."""
    return database.one("select count(*), coalesce(sum(words), 0), coalesce(sum(turns), 0) from transcript")


def _metadata(stored: str) -> dict[str, str]:
    # Most transcripts have none, and thousands are read at a time.
    return {} if stored == "{}" else json.loads(stored)
