"""Who declared which transcripts done, when, and by which versions of the codebooks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database


def coders_of(database: Database) -> dict[str, list[str]]:
    """The coders (ids) who declared each transcript done."""
    marks: dict[str, list[str]] = {}
    # One coder may have two on a transcript: those of somebody who was joined with them come in with a copy.
    for transcript, coder in database.rows(
        "select transcript_id, coder_id from done group by 1, 2 order by min(declared_at), min(id)"
    ):
        marks.setdefault(transcript, []).append(coder)
    return marks


def versions(database: Database) -> dict[tuple[str, str], dict[str, int]]:
    """By transcript and coder (ids): the codebook versions, by name, when the coder declared the transcript done."""
    found = database.rows("select transcript_id, coder_id, codebook_versions from done")
    return {(transcript, coder): json.loads(versions) for transcript, coder, versions in found}


def mark(database: Database, coder: str, transcripts: Iterable[str], at: str, codebook_versions: str) -> None:
    """Declare transcripts done by a coder, with the codebook versions coded by; a mark that is there stays."""
    database.run_many(
        "insert into done(id, transcript_id, coder_id, declared_at, codebook_versions) values(?, ?, ?, ?, ?) "
        "on conflict do nothing",
        ((natural_id("done", t, coder), t, coder, at, codebook_versions) for t in transcripts),
    )


def unmark(database: Database, coder: str, transcripts: Iterable[str]) -> None:
    """Take a coder's done marks off transcripts."""
    database.run(
        "delete from done where coder_id=? and transcript_id in (select value from json_each(?))",
        (coder, json.dumps(list(transcripts))),
    )


def declared(database: Database) -> dict[tuple[str, str], tuple[str, dict[str, int]]]:
    """Of each transcript and coder who declared it done: when, and the codebooks' versions then, by name."""
    return {
        (transcript, coder): (at, json.loads(versions))
        for transcript, coder, at, versions in database.rows(
            "select transcript_id, coder_id, declared_at, codebook_versions from done order by declared_at, id"
        )
    }
