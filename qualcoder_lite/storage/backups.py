"""Copies of the project that the program makes by itself, in a folder beside it.

SQLite's backup interface copies a consistent state while the project is open. A copy is written beside its final
name, checked, and only then renamed, so that whatever has a backup's name is whole.
"""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage.backup_folder import folder, last_stamp, listed, made_at, name_for
from qualcoder_lite.storage.faults import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.database import Database

KEPT = 10
MOST_BYTES = 2_000_000_000
INTERVAL = timedelta(minutes=15)


def backup_if_due(database: Database, now: datetime | None = None) -> Path | None:
    """Back the project up if something changed since the last backup and that one is older than 15 minutes."""
    now = now or datetime.now(UTC)
    last = next(iter(listed(database.path)), None)
    if last is not None:
        made = made_at(last)
        if made is not None and timedelta(0) <= now - made < INTERVAL:
            return None
        if last_stamp(last) == database.one("select stamp from now")[0]:
            return None
    elif not database.one("select exists(select 1 from step)")[0]:
        return None
    return backup_now(database, now)


def backup_now(database: Database, now: datetime | None = None) -> Path:
    """Back the project up whatever the time: before a merge, a withdrawal or a migration. Old backups go."""
    place = folder(database.path)
    moment = now or datetime.now(UTC)
    try:
        place.mkdir(exist_ok=True)
    except OSError as fault:
        raise UserError(f"No backup can be made in “{place}” ({fault.strerror}). Nothing else was done.") from fault
    while (target := place / name_for(moment)).exists():
        moment += timedelta(seconds=1)
    copy_to(database, target)
    _thin(database.path)
    return target


def copy_to(database: Database, target: Path) -> None:
    """Write a whole, checked copy of the project to another file, replacing it only when the copy is good."""
    beside = target.with_name(target.name + ".part")
    try:
        with in_words(target):
            copy = sqlite3.connect(beside)
            try:
                database.connection.backup(copy)
                copy.execute("pragma journal_mode=delete")
                _refuse_unsound(copy)
            finally:
                copy.close()
        beside.replace(target)
    except OSError as fault:
        raise UserError(f"“{target}” can't be written ({fault.strerror}). The project itself is untouched.") from fault
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _refuse_unsound(copy: sqlite3.Connection) -> None:
    found = copy.execute("pragma quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _thin(project: Path) -> None:
    """Keep the newest backups: at most ten, and no more than the limit in bytes, but always the newest one."""
    total = 0
    for number, path in enumerate(listed(project)):
        total += path.stat().st_size
        if number and (number >= KEPT or total > MOST_BYTES):
            path.unlink()
