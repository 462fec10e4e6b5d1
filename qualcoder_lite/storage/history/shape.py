"""The shape of the journalled tables, read from the file itself: columns, what merges as one, what refers to what.

Journal, merging and cutting are generic over it: a table that a migration adds is covered once `schema.tables.TABLES`
names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.storage.file.database import Database


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that refers to a journalled table; a loose one becomes null when its parent goes."""

    column: str
    parent: str
    loose: bool


def columns(database: Database, table: str) -> list[str]:
    """The columns of a table, in order."""
    return [row[1] for row in database.rows(f"pragma table_info({table})")]


def groups(table: str, columns: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The column groups that merge as one: those the schema names, then each other column by itself."""
    named = TABLES[table]
    together = {column for group in named.values() for column in group}
    return [*named.items(), *((c, (c,)) for c in columns if c != "id" and c not in together)]


def references(database: Database, table: str) -> list[Reference]:
    """What a table's columns refer to, as far as that is journalled; what happens on delete decides what is loose."""
    found = database.rows(f"pragma foreign_key_list({table})")
    return [Reference(row[3], row[2], row[6] == "SET NULL") for row in found if row[2] in TABLES]


def names(columns: Iterable[str], prefix: str = "") -> str:
    """Columns as a statement lists them."""
    return ", ".join(f'{prefix}"{column}"' for column in columns)


def any_differs(columns: Iterable[str], one: str, other: str) -> str:
    """The condition that two rows differ in any of some columns; null equals null."""
    return " or ".join(f'{one}."{c}" is not {other}."{c}"' for c in columns) or "0"


def image(columns: Iterable[str], row: str) -> str:
    """A row as one JSON object, as the journal and `parked` keep it."""
    return "json_object(" + ", ".join(f"""'{c}', {row}."{c}\"""" for c in columns) + ")"


def put(database: Database, table: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Make rows what their images say in these columns: inserted, or brought to these values."""
    updates = ", ".join(f'"{c}"=excluded."{c}"' for c in columns)
    database.run_many(
        f"insert into {table}({names(columns)}) values({', '.join('?' * len(columns))}) "
        f"on conflict do update set {updates}",
        ([row[c] for c in columns] for row in rows),
    )
