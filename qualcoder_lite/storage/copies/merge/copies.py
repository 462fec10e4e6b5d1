"""Private copies to work on, in a temporary folder that goes when the merge is over: they hold transcripts."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import ProjectDamagedError, UserError
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.copies.merge import parking
from qualcoder_lite.storage.file import opening
from qualcoder_lite.storage.file.database import Database
from qualcoder_lite.storage.file.faults import damaged, in_words
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.schema.tables import BOOKKEEPING, TABLES
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

# Nothing here needs to survive a crash, and references are looked after by `parking`.
_PRAGMAS = ("journal_mode=off", "synchronous=off", "foreign_keys=off", "temp_store=memory", "cache_size=-65536")

# What the steps of a join keep for each other, on the connection of the working copy.
_OF_WORK = (
    "newer(tbl text, row text, dead integer, primary key(tbl, row)) without rowid",
    "edited(tbl text, row text, grp text, stamp text, primary key(tbl, grp, row)) without rowid",
)


def working_copy(project: Path, target: Path) -> Database:
    """A copy of a closed copy of the project to join others into: without triggers and indexes, nothing parked."""
    shutil.copyfile(project, target)
    copy = opened(target)
    triggers.drop(copy)
    for (name,) in copy.rows("select name from sqlite_master where type='index' and sql is not null"):
        copy.run(f"drop index {name}")
    # What may differ from the project in the end; it stays in the file, for whoever writes the differences.
    copy.run(f"create table {parking.TOUCHED}")
    copy.run("insert or ignore into touched select tbl, row from parked")
    for table in _OF_WORK:
        copy.run(f"create temp table {table}")
    parking.make_ready(copy)
    parking.unpark(copy)
    return copy


def private_copy(other: Path, project: Database, target: Path) -> Database:
    """A copy of another file of the project, brought up to date, without triggers, nothing parked.

    Raises UserError where the file is the project itself or a copy of another one, NotAProjectError,
    ProjectTooNewError, ProjectDamagedError, or what else keeps it from being read.
    """
    refuse_itself(other, project)
    try:
        return _private_copy(other, project, target)
    except ProjectDamagedError as fault:
        raise ProjectDamagedError(
            tr("“{name}” is damaged. Nothing was brought in: ask whoever sent it to send it again.", name=other.name)
        ) from fault


def _private_copy(other: Path, project: Database, target: Path) -> Database:
    source = opening.for_reading(other)
    try:
        uuid, title = projects.uuid_and_title(source)
        if uuid != projects.uuid_and_title(project)[0]:
            raise UserError(
                tr(
                    "“{name}” is a copy of another project, “{title}”. Only copies of one and the same project "
                    "can be brought together.",
                    name=other.name,
                    title=title,
                )
            )
        copy = copied(source, target)
    finally:
        source.close()
    try:
        _refuse_damaged(copy, other)
        if copy.needs_migration:
            from qualcoder_lite.storage.upkeep.migrations import (
                bring_up_to_date,  # brings sqlite-utils, which takes its time
            )

            bring_up_to_date(copy)
            copy.run("pragma foreign_keys=off")
        triggers.drop(copy)
        parking.unpark(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def refuse_itself(other: Path, project: Database) -> None:
    """Raise UserError where a file is the very project that it is to be brought into."""
    try:
        itself = other.samefile(project.path)
    except OSError:  # it isn't there: opening it says so
        itself = False
    if itself:
        raise UserError(
            tr("“{name}” is this project itself. Choose the copies that others worked on.", name=other.name)
        )


@contextmanager
def for_a_while(other: Path, project: Database, target: Path) -> Generator[Database]:
    """A private copy of another file of the project, which is gone afterwards."""
    copy = private_copy(other, project, target)
    try:
        yield copy
    finally:
        copy.close()
        target.unlink()


def copied(source: Database, target: Path) -> Database:
    """A copy of an open file as it is now. Raises UserError where there is no room for it."""
    copy = opened(target)
    try:
        with in_words(source.path):
            source.connection.backup(copy.connection)
    except BaseException:
        copy.close()
        raise
    return copy


def opened(target: Path) -> Database:
    """A private copy, opened to work on it."""
    copy = Database(target, sqlite3.connect(target, isolation_level=None))
    for pragma in _PRAGMAS:
        copy.run(f"pragma {pragma}")
    return copy


def _refuse_damaged(copy: Database, other: Path) -> None:
    """Raise ProjectDamagedError unless all that a merge reads is whole; texts and history aren't read but by need."""
    tables = [*TABLES, *BOOKKEEPING]
    for table in (name for name in tables if copy.one("select 1 from sqlite_master where name=?", (name,))):
        found = [line for (line,) in copy.rows(f"pragma quick_check({table})") if line != "ok"]
        if found:
            raise damaged(other, found[0].splitlines()[-1])
