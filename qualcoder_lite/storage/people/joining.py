"""Letting one site or participant take another's place: whatever refers to the one refers to the other afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from qualcoder_lite.storage.history.shape import references
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

# Rows that are identified by whom and what they are about. They are made anew, by whoever knows what they say.
_NAMED_BY_OWNER = frozenset({"register_entry", "sampling_target", "attribute", "consent"})


def which_stays(one: str, other: str) -> tuple[str, str]:
    """Of two rows (ids) that are one: which stays, and which goes.

    It is the same one whoever joins them: two people who join the same two in copies of the project, the one this way
    and the other that way, agree, and of any number of joins made apart no ring can come.
    """
    return min(one, other), max(one, other)


def hanging(database: Database, table: str, id_: str) -> dict[str, int]:
    """How many rows of each table refer to a row."""
    counts: dict[str, int] = {}
    for other in TABLES:
        for reference in references(database, other):
            if reference.parent == table and reference.column != "id":
                (found,) = database.one(f'select count(*) from {other} where "{reference.column}"=?', (id_,))
                counts[other] = counts.get(other, 0) + found
    return counts


def went(database: Database, table: str) -> dict[str, str]:
    """Which row (an id) each one that was joined with another has gone into: the one that is left in the end."""
    steps = dict(database.rows("select id, into_id from joined where noun=?", (table,)))

    def end(id_: str) -> str:
        while id_ in steps:
            id_ = steps[id_]
        return id_

    return {id_: end(id_) for id_ in steps}


def replace(database: Database, table: Literal["site", "participant"], gone: str, kept: str) -> None:
    """Let all that refers to one row refer to another, delete the row, and remember where it went.

    What a row's own id names (a register's entries, targets, facts, consent) goes with it: carry that over first.
    """
    for other in TABLES:
        for reference in references(database, other):
            if reference.parent == table and other not in _NAMED_BY_OWNER:
                column = reference.column
                database.run(f'update {other} set "{column}"=? where "{column}"=?', (kept, gone))
    database.run(f"delete from {table} where id=?", (gone,))
    # So that a copy that still brings something of the one brings it to the other.
    at = datetime.now(UTC).isoformat(timespec="seconds")
    database.insert("joined", [(gone, table, kept, at)], ("id", "noun", "into_id", "joined_at"))
