"""Rounds of blind coding with their transcripts, coders and, once closed, the snapshot of what was compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding_round import Round
from qualcoder_lite.domain.names import natural_id

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

_COLUMNS = ("id", "name", "opened_at", "closed_at", "due", "codebook_versions", "draw")


def read(database: Database) -> list[Round]:
    """All rounds, oldest first."""
    members: dict[str, tuple[list[str], list[str]]] = {}
    for n, (table, column) in enumerate((("round_transcript", "transcript_id"), ("round_coder", "coder_id"))):
        for round_, member in database.rows(f"select round_id, {column} from {table} order by rowid"):
            members.setdefault(round_, ([], []))[n].append(member)
    return [
        Round(
            id=row[0],
            name=row[1],
            opened_at=row[2],
            closed_at=row[3],
            due=row[4],
            versions=json.loads(row[5]),
            draw=json.loads(row[6]),
            transcripts=tuple(members.get(row[0], ([], []))[0]),
            coders=tuple(members.get(row[0], ([], []))[1]),
        )
        for row in database.rows(f"select {', '.join(_COLUMNS)} from round order by opened_at, id")
    ]


def add(database: Database, new: Round) -> None:
    """Insert a round with its transcripts and coders."""
    said = (json.dumps(dict(new.versions)), json.dumps(dict(new.draw)))
    database.insert("round", [(new.id, new.name, new.opened_at, new.closed_at, new.due, *said)], _COLUMNS)
    for table, column, members in (
        ("round_transcript", "transcript_id", new.transcripts),
        ("round_coder", "coder_id", new.coders),
    ):
        rows = ((natural_id(table, new.id, member), new.id, member) for member in members)
        database.insert(table, rows, ("id", "round_id", column))


def close(database: Database, round_: str, at: str, material: str) -> None:
    """Close a round, and keep what was compared in it."""
    database.run("update round set closed_at=? where id=?", (at, round_))
    database.insert("snapshot", [(round_, material, at)], ("id", "material", "made_at"))


def rename(database: Database, round_: str, name: str) -> None:
    """Give a round another name."""
    database.run("update round set name=? where id=?", (name, round_))


def remove(database: Database, round_: str) -> None:
    """Delete a round; nothing that was coded in it goes with it."""
    database.run("delete from round where id=?", (round_,))


def material(database: Database, round_: str) -> str | None:
    """What was compared when a round was closed."""
    found = database.one("select material from snapshot where id=?", (round_,))
    return found[0] if found else None


def blind_transcripts(database: Database, coder: str) -> set[str]:
    """The transcripts of the open rounds in which a coder takes part."""
    return {
        transcript
        for (transcript,) in database.rows(
            "select distinct t.transcript_id from round r join round_coder c on c.round_id=r.id "
            "join round_transcript t on t.round_id=r.id where r.closed_at='' and c.coder_id=?",
            (coder,),
        )
    }
