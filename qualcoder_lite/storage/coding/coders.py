"""Who codes: coders, and joining one who goes by two names."""

from __future__ import annotations

import json
from dataclasses import astuple, fields, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.people import Coder
from qualcoder_lite.domain.transcript_mark import Mark
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.coding import marks

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


_COLUMNS = tuple(field.name for field in fields(Coder))


def read(database: Database) -> list[Coder]:
    """All coders, by name."""
    apart = same_names.shown(database, "coder")
    found = [Coder(*row) for row in database.rows(f"select {', '.join(_COLUMNS)} from coder order by name, id")]
    return [replace(coder, name=apart.get(coder.id, coder.name)) for coder in found] if apart else found


def who_coded(database: Database) -> set[str]:
    """The ids of those who have put a code on anything."""
    coded = "select id from coder where exists (select 1 from coding where coding.coder_id = coder.id)"
    return {id_ for (id_,) in database.rows(coded)}


def add(database: Database, coder: Coder) -> None:
    """Insert a coder."""
    database.insert("coder", [astuple(coder)], _COLUMNS)


def put(database: Database, coder: Coder) -> None:
    """Bring a coder to what is given."""
    coder = replace(coder, name=same_names.own(database, "coder", coder.id, coder.name))
    sets = ", ".join(f"{column}=?" for column in _COLUMNS[1:])
    database.run(f"update coder set {sets} where id=?", (*astuple(coder)[1:], coder.id))


def join(database: Database, other: str, kept: str, at: str) -> None:
    """Let all that a coder did be another's, and delete the coder. Codings must not become twins by it."""
    for table in ("coding", "decision", "memo", "codebook_change", "star", "summary", "meeting"):
        database.run(f"update {table} set coder_id=? where coder_id=?", (kept, other))
    database.run("update decision set taken=? where taken=?", (kept, other))
    for id_, between in database.rows("select id, between_coders from decision where between_coders<>'[]'"):
        now = list(dict.fromkeys(kept if coder == other else coder for coder in json.loads(between)))
        database.run("update decision set between_coders=? where id=?", (json.dumps(now), id_))
    # These are identified by what they are about, so they are made anew.
    _move_members(database, "done", "transcript_id", other, kept, ("declared_at", "codebook_versions"))
    for id_, transcript, mark, marked_at in database.rows(
        "select id, transcript_id, mark, marked_at from transcript_mark where coder_id=?", (other,)
    ):
        database.run("delete from transcript_mark where id=?", (id_,))
        marks.put(database, Mark(mark), [transcript], kept, marked_at)
    _move_members(database, "round_coder", "round_id", other, kept, ())
    database.run("update coder set again_of=? where again_of=?", (kept, other))
    database.run("delete from coder where id=?", (other,))
    # So that a copy that still brings codings of the coder brings them to the one who is kept.
    database.insert("joined", [(other, "coder", kept, at)], ("id", "noun", "into_id", "joined_at"))


def _move_members(database: Database, table: str, about: str, other: str, kept: str, said: tuple[str, ...]) -> None:
    columns = ", ".join((about, *said))
    found = database.rows(f"select {columns} from {table} where coder_id=?", (other,))
    already = {row[0] for row in database.rows(f"select {about} from {table} where coder_id=?", (kept,))}
    database.run(f"delete from {table} where coder_id=?", (other,))
    database.insert(
        table,
        ((natural_id(table, row[0], kept), kept, *row) for row in found if row[0] not in already),
        ("id", "coder_id", about, *said),
    )
