# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUntypedFunctionDecorator=false
"""The steps that bring a project file to this version's schema. Append only: a step that has shipped never changes.

sqlite-utils is imported here alone, and this module only when a project is made or brought up to date: it costs
0.2 to 0.4 s of CPU, which a command that only reads shall not pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database as UtilsDatabase
from sqlite_utils import Migrations

from qualcoder_lite.storage import schema

if TYPE_CHECKING:
    import sqlite3

_migrations = Migrations("qualcoder_lite")


@_migrations(name=schema.MIGRATIONS[0])
def _first_schema(db: UtilsDatabase) -> None:
    for statement in schema.statements():
        db.conn.execute(statement)


def apply(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, each step in a transaction of its own. The journal's triggers must be off."""
    _migrations.apply(UtilsDatabase(connection))
