"""Joining one copy into the working copy: of two states of a row, or of a part of it, the one with the greater stamp.

A row's life (created, deleted, restored) carries one stamp, and the greater life brings the whole row along. Within one
life each group of columns goes to the greater stamp. Both take the greater of two, so it doesn't matter in which order
copies are joined, or how often. A stamp is never given twice: where stamps are equal, so is what they stand for.

In every statement here `other` is the copy that is joined, attached to the working copy.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcoder_lite.storage.history.shape import columns, groups, names
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Generator

    from qualcoder_lite.storage.file.database import Database

_SAME_LIFE = (
    "from other.clock t join other.clock theirs on theirs.tbl=t.tbl and theirs.row=t.row and theirs.grp='' "
    "join main.clock ours on ours.tbl=t.tbl and ours.row=t.row and ours.grp='' and ours.stamp=theirs.stamp "
    "left join main.clock m on m.tbl=t.tbl and m.row=t.row and m.grp=t.grp where t.grp<>'' "
)


@contextmanager
def attached(work: Database, other: Database) -> Generator[None]:
    """The working copy with another one attached, and what is newer there found out, for as long as it lasts."""
    work.run("attach ? as other", (str(other.path),))
    try:
        _find(work)
        yield
    finally:
        work.run("detach other")


def _find(work: Database) -> None:
    """Which rows have a later life in the other copy, and which groups of columns a later edit in the same life."""
    work.run("delete from temp.newer")
    work.run("delete from temp.edited")
    work.run(
        "insert into temp.newer select t.tbl, t.row, t.dead from other.clock t "
        "left join main.clock m on m.tbl=t.tbl and m.row=t.row and m.grp='' "
        "where t.grp='' and (m.stamp is null or t.stamp > m.stamp)"
    )
    work.run(
        f"insert into temp.edited select t.tbl, t.row, t.grp, t.stamp {_SAME_LIFE} "
        "and (m.stamp is null or t.stamp > m.stamp)"
    )


def join(work: Database) -> None:
    """Bring what was found out to be newer in the attached copy into the working copy."""
    work.run("insert or ignore into touched select tbl, row from temp.newer union select tbl, row from temp.edited")
    for table in TABLES:
        if _any(work, "newer", table):
            _take_rows(work, table)
        if _any(work, "edited", table):
            _take_groups(work, table)
    _take_clocks(work)
    work.run(
        "insert into main.seen select * from other.seen where true "
        "on conflict do update set t=excluded.t where excluded.t > t"
    )
    work.run(
        "insert into main.text select * from other.text "
        "where id in (select text_id from main.transcript except select id from main.text)"
    )


def _any(work: Database, found: str, table: str) -> bool:
    return bool(work.one(f"select exists(select 1 from temp.{found} where tbl=?)", (table,))[0])


def _take_rows(work: Database, table: str) -> None:
    all_columns = columns(work, table)
    updates = ", ".join(f'"{c}"=excluded."{c}"' for c in all_columns)
    work.run(f"delete from main.{table} where id in (select row from temp.newer where tbl=? and dead)", (table,))
    work.run(
        f"insert into main.{table}({names(all_columns)}) select {names(all_columns)} from other.{table} "
        f"where id in (select row from temp.newer where tbl=? and not dead) on conflict do update set {updates}",
        (table,),
    )


def _take_groups(work: Database, table: str) -> None:
    for group, part in groups(table, columns(work, table)):
        work.run(
            f"update main.{table} set ({names(part)})=(select {names(part)} from other.{table} o "
            f"where o.id=main.{table}.id) where id in (select row from temp.edited where tbl=? and grp=?)",
            (table, group),
        )


def _take_clocks(work: Database) -> None:
    work.run("delete from main.clock where (tbl, row) in (select tbl, row from temp.newer)")
    work.run("insert into main.clock select t.* from other.clock t join temp.newer n on n.tbl=t.tbl and n.row=t.row")
    work.run(
        "insert into main.clock select tbl, row, grp, stamp, 0 from temp.edited where true "
        "on conflict do update set stamp=excluded.stamp"
    )
