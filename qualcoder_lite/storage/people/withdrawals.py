"""Deleting all rows of a participant for good: those that hang on them, dead ones too, and leaving tombstones.

A tombstone is the id of a row that was withdrawn, with a stamp in `clock` that no other stamp beats: an older copy of
the project that is merged later doesn't bring the row back.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

#: The stamp that beats every other.
WITHDRAWN = "~withdrawn"

#: Columns whose row may outlive what it refers to, but not once that was withdrawn.
GO_WITH_WHO_WITHDREW = frozenset({("transcript", "participant_id")})

#: The condition that an id was made at random, and so says nothing about what it names.
RANDOM_ID = "substr({}, 15, 1)='4'"

_HERE = "in (select value from json_each(?))"
_RANDOM = 4  # the version of a UUID that says nothing about what it names


class _Reference(NamedTuple):
    """A column whose row goes when the row it refers to goes."""

    table: str
    column: str
    parent: str


def one_with(database: Database, table: str, ids: Iterable[str]) -> set[str]:
    """The ids of some rows and of all that were joined with them, through however many others."""
    found = database.rows(
        "with recursive one(id) as (select value from json_each(?) union "
        "select iif(j.id=one.id, j.into_id, j.id) from one join joined j on one.id in (j.id, j.into_id) "
        "where j.noun=?) select id from one",
        (json.dumps(sorted(ids)), table),
    )
    return {id_ for (id_,) in found}


def transcripts_of(database: Database, participants: Iterable[str]) -> set[str]:
    """The ids of the transcripts of one or several: those that are there, and those that were theirs when they went."""
    ids = (json.dumps(sorted(participants)),)
    there = database.rows(f"select id from transcript where participant_id {_HERE}", ids)
    gone = database.rows(
        f"select row from change where tbl='transcript' and before->>'$.participant_id' {_HERE} "
        "and row not in (select id from transcript)",
        ids,
    )
    return {id_ for (id_,) in (*there, *gone)}


def closure(database: Database, roots: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """The ids of some rows and of all that hang on them, by table; rows that are gone already are found in the journal.

    A row that is there hangs on what it refers to now; one that is gone, on what it ever referred to.
    """
    found = {table: set(ids) for table, ids in roots.items()}
    references = _references(database)
    waiting = list(found)
    while waiting:
        parent = waiting.pop()
        ids = json.dumps(sorted(found[parent]))
        for table, column, _ in (reference for reference in references if reference.parent == parent):
            here = database.rows(f'select id from {table} where "{column}" {_HERE}', (ids,))
            gone = database.rows(
                f"select row from change where tbl=? and before->>'$.{column}' {_HERE} "
                f"and row not in (select id from {table})",
                (table, ids),
            )
            parked = database.rows(
                f"select row from parked where tbl=? and "
                f"case col when '' then value->>'$.{column}' when '{column}' then value end {_HERE}",
                (table, ids),
            )
            new = {id_ for (id_,) in (*here, *gone, *parked)} - found.get(table, set())
            if new:
                found.setdefault(table, set()).update(new)
                waiting.append(table)
    return {table: ids for table, ids in found.items() if ids}


def delete(database: Database, found: Mapping[str, Iterable[str]]) -> None:
    """Delete rows with all that the journal knows of them, and leave tombstones. Call it inside a final step."""
    for table in (name for name in reversed(TABLES) if name in found):
        ids = (json.dumps(sorted(found[table])),)
        database.run(f"delete from {table} where id {_HERE}", ids)
    for table, rows in found.items():
        # An id made from what it names would let somebody find out whether a name they guess is the one that went.
        telling = [row for row in rows if _version(row) != _RANDOM]
        values = (table, json.dumps(sorted(rows)))
        database.run(f"update change set before=null where tbl=? and row {_HERE}", values)
        database.run(f"delete from change where tbl=? and row {_HERE}", (table, json.dumps(telling)))
        database.run(f"delete from parked where tbl=? and row {_HERE}", values)
        database.run(f"delete from clock where tbl=? and row {_HERE}", values)
        database.run(
            f"insert into clock(tbl, row, grp, stamp, dead) select ?, value, '', '{WITHDRAWN}', 1 from json_each(?)",
            (table, json.dumps(sorted(set(rows) - set(telling)))),
        )
        database.run(f"delete from parked where value {_HERE}", (values[1],))


def tombstones(database: Database) -> dict[str, set[str]]:
    """The ids of the rows that were withdrawn, by table."""
    found: dict[str, set[str]] = {}
    for table, row in database.rows("select tbl, row from clock where stamp=?", (WITHDRAWN,)):
        found.setdefault(table, set()).add(row)
    return found


def _references(database: Database) -> list[_Reference]:
    return [
        _Reference(table, row[3], row[2])
        for table in TABLES
        for row in database.rows(f"pragma foreign_key_list({table})")
        if row[2] in TABLES and row[6] == "CASCADE"
    ]


def _version(id_: str) -> int | None:
    try:
        return uuid.UUID(id_).version
    except ValueError:
        return None
