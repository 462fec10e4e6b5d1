"""Marks on transcripts, and how far each coder's codings go in each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.transcript_mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database


def read(database: Database) -> list[tuple[str, Mark, str | None]]:
    """All marks: transcript, mark and the coder who gave it."""
    return [
        (transcript, Mark(mark), coder)
        for transcript, mark, coder in database.rows(
            "select transcript_id, mark, coder_id from transcript_mark order by marked_at, id"
        )
        if mark in tuple(Mark)  # a newer version may know others
    ]


def reflecting(database: Database) -> set[str]:
    """The transcripts that reflect on how the service is organised."""
    rows = database.rows("select transcript_id from transcript_mark where mark=?", (Mark.REFLECTS,))
    return {transcript for (transcript,) in rows}


def put(database: Database, mark: Mark, transcripts: Iterable[str], coder: str | None, at: str) -> None:
    """Mark transcripts; a mark that is there stays."""
    database.run_many(
        "insert into transcript_mark(id, transcript_id, mark, coder_id, marked_at) values(?, ?, ?, ?, ?) "
        "on conflict do nothing",
        ((_id(mark, transcript, coder), transcript, mark, coder, at) for transcript in transcripts),
    )


def take_off(database: Database, mark: Mark, transcripts: Iterable[str], coder: str | None) -> None:
    """Take a mark off transcripts, a coder's own alone where it is one."""
    ids = [_id(mark, transcript, coder) for transcript in transcripts]
    database.run("delete from transcript_mark where id in (select value from json_each(?))", (json.dumps(ids),))


def _id(mark: Mark, transcript: str, coder: str | None) -> str:
    return natural_id("mark", mark, transcript, *([coder] if mark.is_own and coder else []))


def coded(database: Database) -> list[tuple[str, str, int, int]]:
    """Transcript, coder, how many codings of theirs it has, and where the furthest of them ends."""
    return database.rows(
        'select transcript_id, coder_id, count(*), max("end") from coding where decision_id is null '
        "group by transcript_id, coder_id"
    )


def begun(database: Database, coder: str | None) -> set[str]:
    """The transcripts (ids) in which somebody, or one coder (an id), coded anything; read quicker than how much."""
    return {
        transcript
        for (transcript,) in database.rows(
            "select id from transcript where exists (select 1 from coding where transcript_id=transcript.id "
            "and decision_id is null and (?1 is null or coder_id=?1))",
            (coder,),
        )
    }
