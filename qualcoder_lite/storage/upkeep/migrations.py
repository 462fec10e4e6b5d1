# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUntypedFunctionDecorator=false
"""The steps that bring a project file to this version's schema. Append only: a step that has shipped never changes.

sqlite-utils is imported here alone, and this module only when a project is made or brought up to date: it costs
0.2 to 0.4 s of CPU, which a command that only reads shall not pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database as UtilsDatabase
from sqlite_utils import Migrations

from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.cross_reference import hearing
from qualcoder_lite.storage.file.faults import in_words
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.schema import chart, cross_check, heard, meetings, people, presets, progress, search, tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qualcoder_lite.storage.file.database import Database


def _first_schema(db: UtilsDatabase) -> None:
    _run(db, tables.statements())


def _run(db: UtilsDatabase, statements: Iterable[str]) -> None:
    for statement in statements:
        db.conn.execute(statement)


def _people(db: UtilsDatabase) -> None:
    _run(db, people.STATEMENTS)


def _codebook_and_memos(db: UtilsDatabase) -> None:
    # No reference: a merge of copies may bring the one code before the other.
    db.conn.execute("alter table code add column merged_into text not null default ''")
    db.conn.execute("alter table memo add column edited_at text not null default ''")


def _search(db: UtilsDatabase) -> None:
    _run(db, search.STATEMENTS)


def _merge(db: UtilsDatabase) -> None:
    # `id` is a row of the table `noun` that is gone, because it and `into_id` were one and the same all along. No
    # reference: either may be gone from a copy that still brings rows which refer to the first.
    db.conn.execute(
        "create table joined(id text primary key, noun text not null, into_id text not null, "
        "joined_at text not null) strict"
    )


def _progress(db: UtilsDatabase) -> None:
    _run(db, progress.STATEMENTS)


def _heard(db: UtilsDatabase) -> None:
    _run(db, heard.STATEMENTS)


def _heard_anew(db: UtilsDatabase) -> None:
    _run(db, heard.FORGET)


def _cross_check(db: UtilsDatabase) -> None:
    _run(db, cross_check.STATEMENTS)


def _joins(_db: UtilsDatabase) -> None:
    """Nothing but the triggers, which are made anew after every migration, knows of the columns in `PARKABLE`."""


def _chart(db: UtilsDatabase) -> None:
    _run(db, chart.STATEMENTS)


def _coding_again(db: UtilsDatabase) -> None:
    # No reference, as with codes: a merge of copies may bring the one coder before the other.
    db.conn.execute("alter table coder add column again_of text not null default ''")


def _presets(db: UtilsDatabase) -> None:
    _run(db, presets.STATEMENTS)


def _memo_as_evidence(db: UtilsDatabase) -> None:
    db.conn.execute(
        "alter table memo add column feature_id text default null references register_feature on delete cascade"
    )
    db.conn.execute("create index memo_feature on memo(feature_id) where feature_id is not null")


def _project_details(db: UtilsDatabase) -> None:
    for column in ("led_by", "notice"):
        db.conn.execute(f"alter table project add column {column} text not null default ''")


def _meetings(db: UtilsDatabase) -> None:
    _run(db, meetings.STATEMENTS)


#: What each migration does, in the order of `tables.MIGRATIONS`.
STEPS: dict[str, Callable[[UtilsDatabase], None]] = {
    "0001_first_schema": _first_schema,
    "0002_people": _people,
    "0003_codebook_and_memos": _codebook_and_memos,
    "0004_search": _search,
    "0005_merge": _merge,
    "0006_progress": _progress,
    "0007_heard": _heard,
    "0008_cross_check": _cross_check,
    "0009_joins": _joins,
    "0010_chart": _chart,
    "0011_coding_again": _coding_again,
    "0012_presets": _presets,
    "0013_memo_as_evidence": _memo_as_evidence,
    "0014_project_details": _project_details,
    "0015_heard_anew": _heard_anew,
    "0016_meetings": _meetings,
}


def bring_up_to_date(database: Database) -> None:
    """Apply what is missing and make all triggers anew: all of it or, if it breaks off, nothing."""
    connection = database.connection
    utils = UtilsDatabase(connection)
    migrations = Migrations("qualcoder_lite")
    for name in tables.MIGRATIONS:
        migrations(name=name)(STEPS[name])
    with in_words(database.path):
        # A table that a migration makes anew is dropped for a moment: what refers to it must not go with it.
        connection.execute("pragma foreign_keys=off")
        try:
            with utils.atomic():
                triggers.drop(database)
                search_index.drop_triggers(database)
                hearing.drop_triggers(database)
                migrations.apply(utils)
                triggers.make(database)
                search_index.make_triggers(database)
                hearing.make_triggers(database)
                search_index.index_missing(database)
        finally:
            connection.execute("pragma foreign_keys=on")
