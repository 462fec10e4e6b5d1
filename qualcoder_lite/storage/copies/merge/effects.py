"""What a merge comes to: how the working copy differs from the project.

In every statement `here` is the project as it was copied, attached to the working copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from qualcoder_lite.storage.history.shape import any_differs, columns
from qualcoder_lite.storage.people.withdrawals import WITHDRAWN
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.file.database import Database

Effect = Literal["added", "updated", "deleted"]


def find(work: Database, here: Path) -> None:
    """Note in the working copy, in its table `effect`, what is added, updated and deleted by it."""
    work.run("create table effect(tbl text, row text, what text, primary key(tbl, row)) without rowid")
    work.run("attach ? as here", (str(here),))
    for table in TABLES:
        if not work.one("select exists(select 1 from touched where tbl=?)", (table,))[0]:
            continue
        work.run(
            "insert into effect select x.tbl, x.row, "
            "case when h.id is null then 'added' when m.id is null then 'deleted' else 'updated' end from touched x "
            f"left join main.{table} m on m.id=x.row left join here.{table} h on h.id=x.row "
            f"where x.tbl=? and ({any_differs(columns(work, table), 'm', 'h')})",
            (table,),
        )


def counts(work: Database) -> dict[tuple[str, str], int]:
    """How many rows of each table are added, updated or deleted, by (table, effect)."""
    return {
        (table, what): count
        for table, what, count in work.rows("select tbl, what, count(*) from effect group by tbl, what")
    }


def withdrawn(work: Database) -> dict[str, set[str]]:
    """The rows that the merge withdraws and that the project still has, by table."""
    found: dict[str, set[str]] = {}
    for table, row in work.rows(
        "select c.tbl, c.row from clock c join here.clock h on h.tbl=c.tbl and h.row=c.row and h.grp='' "
        "where c.grp='' and c.stamp=? and h.stamp<>c.stamp",
        (WITHDRAWN,),
    ):
        found.setdefault(table, set()).add(row)
    return found


def new_by_coder(work: Database, table: str) -> dict[str, int]:
    """How many new rows of a table each coder (an id) brings; those of nobody under the empty id."""
    return dict(
        work.rows(
            f"select coalesce(t.coder_id, ''), count(*) from effect e join {table} t on t.id=e.row "
            "where e.tbl=? and e.what='added' group by 1",
            (table,),
        )
    )


def waiting(work: Database) -> int:
    """How many rows wait aside for what they belong to, which somebody deleted."""
    return work.one("select count(*) from parked where col=''")[0]
