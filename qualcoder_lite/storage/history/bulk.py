"""Many rows at once: the journal's images are written by whole statements here, not row by row by its triggers.

For a quiet step alone, which may touch every row of a large project. As in every step, `change` holds the image that a
row had before; each row is touched once, so undo and redo are one and the same exchange.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qualcoder_lite.storage.history.shape import columns, image, names
from qualcoder_lite.storage.schema.tables import BOOKKEEPING

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from qualcoder_lite.storage.file.database import Database

_MANY, _PART = 10_000, 0.3  # rows, and the share of the table's, from which on making indexes anew is quicker


def bring(database: Database, step: int | None, table: str, cols: Sequence[str], *, going: str, coming: str) -> None:
    """Delete the rows of a table whose keys the query `going` gives, and put those of `coming`, which has `cols`.

    The images go into a step; without one nothing is journalled.
    """
    key = BOOKKEEPING.get(table, ("id",))
    gone = f"({names(key)}) in ({going})"
    if step is not None:
        _record(database, step, table, gone, coming)
    others = [column for column in cols if column not in key]
    updates = ", ".join(f'"{column}"=excluded."{column}"' for column in others)
    with _indexes_kept(database, table, f"select 1 from ({going}) union all select 1 from ({coming})"):
        database.run(f"delete from main.{table} where {gone}")
        database.run(
            f"insert into main.{table}({names(cols)}) select {names(cols)} from ({coming}) where true "
            f"on conflict({names(key)}) do update set {updates}"
        )


@contextmanager
def _indexes_kept(database: Database, table: str, moving: str) -> Generator[None]:
    """Where a good part of a large table moves, its indexes are made anew afterwards: sorted, at once."""
    found = database.rows(
        "select name, sql from main.sqlite_master where type='index' and tbl_name=? and sql is not null", (table,)
    )
    if found:
        moves = database.one(f"select count(*) from ({moving})")[0]
        if moves <= _MANY or moves <= database.one(f"select count(*) from main.{table}")[0] * _PART:
            found = []
    for name, _ in found:
        database.run(f"drop index main.{name}")
    yield
    for _, sql in found:
        database.run(sql)


def _record(database: Database, step: int, table: str, gone: str, coming: str) -> None:
    key = BOOKKEEPING.get(table, ("id",))
    before = image(columns(database, table), "o")
    same = " and ".join(f"o.{column}=x.{column}" for column in key)
    into = "insert into main.change(step, tbl, row, before, quiet) select"
    database.run(f"{into} {step}, '{table}', {_key(table, 'o')}, {before}, 1 from main.{table} o where {gone}")
    database.run(
        f"{into} {step}, '{table}', {_key(table, 'x')}, case when o.{key[0]} is not null then {before} end, 1 "
        f"from ({coming}) x left join main.{table} o on {same}"
    )


def _key(table: str, row: str) -> str:
    """How `change` names a row of a table."""
    key = BOOKKEEPING.get(table)
    return f"json_array({', '.join(f'{row}.{column}' for column in key)})" if key else f"{row}.id"


def exchange(database: Database, step: int) -> None:
    """Put a step's images back, and keep in their place those that the rows had until now."""
    last = database.one("select max(seq) from change where step=?", (step,))[0]
    for (table,) in database.rows("select distinct tbl from change where step=?", (step,)):
        of_step = f"from main.change where step={step} and tbl='{table}' and seq<={last}"
        key = BOOKKEEPING.get(table)
        named = ", ".join(f"json_extract(row, '$[{n}]')" for n in range(len(key))) if key else "row"
        # An image from before a migration lacks the columns that were added since: they keep what they have.
        sample = database.one(f"select before {of_step} and before is not null limit 1")
        known: dict[str, Any] = json.loads(sample[0]) if sample else {}
        cols = [column for column in columns(database, table) if not known or column in known]
        values = ", ".join(f"""json_extract(before, '$."{column}"') as "{column}\"""" for column in cols)
        bring(
            database,
            step,
            table,
            cols,
            going=f"select {named} {of_step} and before is null",
            coming=f"select {values} {of_step} and before is not null",
        )
    database.run("delete from change where step=? and seq<=?", (step, last))
