"""Rows whose parent is gone wait aside in `parked`, and come back with it; nothing is lost without a tombstone.

`col` is empty for a row that waits whole; else the row is in its table, and `value` is what the column refers to
really, while the table shows something else. What is kept here has no stamp of its own: the row's clocks speak for it.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from qualcoder_lite.storage.copies.merge.rings import open_rings
from qualcoder_lite.storage.history.shape import columns, image, put, references
from qualcoder_lite.storage.people.withdrawals import GO_WITH_WHO_WITHDREW, RANDOM_ID, WITHDRAWN, one_with, tombstones
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.shape import Reference


#: What `park` notes of the rows that it touched; whoever needs to know makes it a table that lasts.
TOUCHED = "touched(tbl text, row text, primary key(tbl, row)) without rowid"


def make_ready(copy: Database) -> None:
    """Make what `park` needs on the connection of a copy."""
    copy.run("create temp table dangling(row text primary key, value text, withdrawn integer) without rowid")


def unpark(copy: Database) -> None:
    """Put everything that waits back into the tables of a copy, whether or not its parent is there."""
    for table in (name for (name,) in copy.rows("select distinct tbl from parked")):
        known = columns(copy, table)
        rows = [
            json.loads(value) for (value,) in copy.rows("select value from parked where tbl=? and col=''", (table,))
        ]
        for keys, alike in groupby(rows, key=tuple):  # an image from before a migration lacks what that added
            put(copy, table, [key for key in keys if key in known], list(alike))
        for column, row, value in copy.rows("select col, row, value from parked where tbl=? and col<>''", (table,)):
            copy.run(f'update {table} set "{column}"=? where id=?', (value, row))
    copy.run("delete from parked")


def park(copy: Database) -> None:
    """Take rows without their parent out of the tables of a copy; references that may be null become null."""
    references_of = {table: references(copy, table) for table in TABLES}
    nouns = [noun for (noun,) in copy.rows("select distinct noun from joined") if noun in TABLES]
    for noun in nouns:
        _withdraw_joined(copy, noun)
    kept = {noun: _joined(copy, noun) for noun in nouns}
    again = True
    while again:  # what is taken out may have been a parent itself
        again = False
        for table in TABLES:
            for reference in references_of[table]:
                again |= _park(copy, table, reference, kept.get(reference.parent, {}))
    open_rings(copy)


def _joined(copy: Database, table: str) -> dict[str, str]:
    """Rows of a table that are gone because they were joined with another, and the one that is there in their place."""
    into = dict(copy.rows("select id, into_id from joined where noun=?", (table,)))
    there = {id_ for (id_,) in copy.rows(f"select id from {table}")}
    kept: dict[str, str] = {}
    for gone in into:
        last, passed = gone, set[str]()
        while last not in there and last in into and last not in passed:
            passed.add(last)
            last = into[last]
        if last in there:
            kept[gone] = last
    return kept


def _park(copy: Database, table: str, reference: Reference, kept: Mapping[str, str]) -> bool:
    """Deal with what a column of a table refers to in vain; whether there was anything.

    What was `kept` in the place of a row that is gone is referred to instead.
    """
    column, parent = reference.column, reference.parent
    copy.run("delete from temp.dangling")
    copy.run(
        f'insert into temp.dangling select t.id, t."{column}", exists(select 1 from clock where tbl=? and '
        f"row=t.\"{column}\" and grp='' and stamp=?) from {table} t "
        f'where t."{column}" is not null and not exists(select 1 from {parent} p where p.id=t."{column}")',
        (parent, WITHDRAWN),
    )
    if not copy.one("select exists(select 1 from temp.dangling)")[0]:
        return False
    copy.run("insert or ignore into touched select ?, row from temp.dangling", (table,))
    for gone, stays in kept.items() if column != "id" else ():
        copy.run("insert into parked select ?, row, ?, value from temp.dangling where value=?", (table, column, gone))
        moved = "(select row from temp.dangling where value=?)"
        copy.run(f'update {table} set "{column}"=? where id in {moved}', (stays, gone))
        copy.run("delete from temp.dangling where value=?", (gone,))
    if reference.loose:
        if (table, column) in GO_WITH_WHO_WITHDREW:
            _withdraw(copy, table)
        copy.run("insert into parked select ?, row, ?, value from temp.dangling where not withdrawn", (table, column))
        copy.run(f'update {table} set "{column}"=null where id in (select row from temp.dangling)')
    else:
        copy.run(
            f"insert into parked select ?, t.id, '', {image(columns(copy, table), 't')} from {table} t "
            "where t.id in (select row from temp.dangling where not withdrawn)",
            (table,),
        )
        _withdraw(copy, table)
        copy.run(f"delete from {table} where id in (select row from temp.dangling)")
    return True


def _withdraw_joined(copy: Database, table: str) -> None:
    """Who is one with somebody who withdrew has withdrawn too, whichever of the two a copy knows them as."""
    gone = tombstones(copy).get(table, set())
    copy.run("delete from temp.dangling")
    copy.run_many(
        "insert into temp.dangling values(?, null, 1)", ((id_,) for id_ in one_with(copy, table, gone) - gone)
    )
    copy.run("insert or ignore into touched select ?, row from temp.dangling", (table,))
    _withdraw(copy, table)


def _withdraw(copy: Database, table: str) -> None:
    """What hangs on somebody who withdrew goes with them for good, as if it had been here when they did."""
    copy.run(f"delete from {table} where id in (select row from temp.dangling where withdrawn)")
    gone = "tbl=? and row in (select row from temp.dangling where withdrawn)"
    copy.run(f"delete from clock where {gone} and (grp<>'' or not {RANDOM_ID.format('row')})", (table,))
    copy.run(f"update clock set stamp=?, dead=1 where {gone}", (WITHDRAWN, table))
