"""Who speaks in transcripts, and in which turns.

A transcript's turns are one row, a JSON list for each of their fields: they are made, undone and merged together.
Positions are code points, timestamps milliseconds.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.transcript import Speaker, SpeakerRole, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.searching.search import TurnBounds
    from qualcoder_lite.storage.file.database import Database

# Each holds one field of all turns, a JSON list: what only counts by position reads two of the five.
_TURN_LIST = ("starts", "speeches", "ends", "speakers", "timestamps")
_SPEAKER = ("id", "transcript_id", "number", "label", "role")
_TURNS_OF = "from turn_list where id in (select value from json_each(?))"


def add(database: Database, transcript: str, speakers: Sequence[Speaker], turns: Sequence[Turn]) -> None:
    """Insert the speakers and turns of a transcript that is new."""
    database.insert("speaker", _speaker_rows(transcript, speakers), _SPEAKER)
    database.insert("turn_list", [(transcript, *_turn_columns(turns))], ("id", *_TURN_LIST))


def change(database: Database, transcript: str, speakers: Sequence[Speaker], turns: Sequence[Turn]) -> None:
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


def _speaker_rows(transcript: str, speakers: Sequence[Speaker]) -> list[tuple[str, str, int, str, str]]:
    return [
        (natural_id("speaker", transcript, speaker.label), transcript, n, speaker.label, str(speaker.role))
        for n, speaker in enumerate(speakers)
    ]


def _turn_columns(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The lists that `turn_list` holds of some turns, as JSON."""
    columns = zip(*turns, strict=True) if turns else [()] * len(_TURN_LIST)
    return tuple(json.dumps(column) for column in columns)


def of_transcript(database: Database, transcript: str) -> list[Turn]:
    """A transcript's turns in order."""
    return of_transcripts(database, [transcript])[transcript]


def of_transcripts(database: Database, transcripts: Iterable[str]) -> dict[str, list[Turn]]:
    """The turns of some transcripts."""
    return {
        row[0]: list(map(Turn, *map(json.loads, row[1:])))
        for row in database.rows(f"select id, {', '.join(_TURN_LIST)} {_TURNS_OF}", (json.dumps(list(transcripts)),))
    }


def bounds(database: Database, transcripts: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
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
