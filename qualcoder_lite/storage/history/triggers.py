"""The journal's triggers, generated from the tables as they stand in the file.

For each journalled table there are three. They write into `change` the image that a row had *before* the step touched
it, and stamp `clock`, which a merge of two copies goes by. They fire only while a step is open and wants them to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.storage.history.shape import any_differs, columns, groups, image, references
from qualcoder_lite.storage.schema.tables import PARKABLE, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database

# What `now.quiet` says while a step is open: 0, rows are journalled and stamped; 1, journalled alone, for what is no
# edit of anybody's; 2, neither, because whoever writes sees to it by itself.
BY_ITSELF = 2

_PREFIX = "journal_"


def drop(database: Database) -> None:
    """Take the journal's triggers off, as a migration needs it."""
    for name in _trigger_names(database):
        database.run(f"drop trigger {name}")


def make(database: Database) -> None:
    """Generate the journal's triggers from the tables as they are now; run after every migration."""
    drop(database)
    for table in TABLES:
        for statement in _triggers(database, table):
            database.run(statement)


def missing(database: Database) -> list[str]:
    """Names of triggers that should be there and aren't: without them writes would pass the journal by."""
    wanted = {f"{_PREFIX}{table}_{event}" for table in TABLES for event in ("insert", "update", "delete")}
    return sorted(wanted - set(_trigger_names(database)))


def _trigger_names(database: Database) -> list[str]:
    found = database.rows(
        "select name from sqlite_master where type='trigger' and substr(name, 1, ?)=?", (len(_PREFIX), _PREFIX)
    )
    return [name for (name,) in found]


def _triggers(database: Database, table: str) -> list[str]:
    all_columns = columns(database, table)
    before = image(all_columns, "old")
    differs = any_differs(all_columns, "new", "old")
    bodies = {
        "insert": [_record(table, "new", "null")],
        "update": [_record(table, "old", before)],
        "delete": [_record(table, "old", before)],
    }
    bodies["insert"].append(_stamp_life(table, "new", dead=0))
    bodies["delete"] += [_stamp_life(table, "old", dead=1), _forget_edits(table)]
    bodies["update"] += [_stamp_edit(table, group, part) for group, part in groups(table, all_columns)]
    parkable = [*(each.column for each in references(database, table)), *PARKABLE.get(table, ())]
    bodies["update"] += [_unpark(table, column) for column in parkable]
    return [
        f"create trigger {_PREFIX}{table}_{event} after {event} on {table} when (select quiet from now)<{BY_ITSELF}"
        f"{f' and ({differs})' if event == 'update' else ''} begin {' '.join(body)} end"
        for event, body in bodies.items()
    ]


def _record(table: str, side: str, before: str) -> str:
    return (
        f"insert into change(step, tbl, row, before, quiet) "
        f"select step, '{table}', {side}.id, {before}, quiet from now;"
    )


def _stamp_life(table: str, side: str, *, dead: int) -> str:
    return (
        f"insert into clock select '{table}', {side}.id, '', stamp, {dead} from now where not quiet "
        "on conflict do update set stamp=excluded.stamp, dead=excluded.dead;"
    )


def _stamp_edit(table: str, group: str, columns: Iterable[str]) -> str:
    return (
        f"insert into clock select '{table}', old.id, '{group}', stamp, 0 from now "
        f"where not quiet and ({any_differs(columns, 'new', 'old')}) on conflict do update set stamp=excluded.stamp;"
    )


def _forget_edits(table: str) -> str:
    return f"delete from clock where tbl='{table}' and row=old.id and grp<>'' and (select not quiet from now);"


def _unpark(table: str, column: str) -> str:
    """A column that is shown otherwise than it is, and its parked value, are one again once somebody sets it anew."""
    return (
        f"delete from parked where tbl='{table}' and row=old.id and col='{column}' "
        f"and (select not quiet from now) and new.{column} is not old.{column};"
    )
