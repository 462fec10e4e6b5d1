"""Copies of the project that the program makes by itself, in a folder beside it.

SQLite's backup interface copies a consistent state while the project is open. A copy is written beside its final
name, checked, and only then renamed, so that whatever has a backup's name is whole.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage.faults import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.database import Database

KEPT = 10
MOST_BYTES = 2_000_000_000
INTERVAL = timedelta(minutes=15)

_NAME = "%Y-%m-%d %H.%M.%S"
_ENDING = ".qclite"


def folder(project: Path) -> Path:
    """Where a project's automatic backups lie."""
    return project.with_name(project.name + "-backups")


def listed(project: Path) -> list[Path]:
    """A project's automatic backups, newest first."""
    found = [path for path in folder(project).glob(f"*{_ENDING}") if _made_at(path)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def newest_good(project: Path) -> Path | None:
    """The newest automatic backup that can be read from end to end."""
    return next((path for path in listed(project) if _sound(path)), None)


def backup_if_due(database: Database, now: datetime | None = None) -> Path | None:
    """Back the project up if something changed since the last backup and that one is older than 15 minutes."""
    now = now or datetime.now(UTC)
    last = next(iter(listed(database.path)), None)
    if last is not None:
        made = _made_at(last)
        if made is not None and timedelta(0) <= now - made < INTERVAL:
            return None
        if _stamp_of(last) == database.one("select stamp from now")[0]:
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
    while (target := place / f"{moment.strftime(_NAME)}{_ENDING}").exists():
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
        os.replace(beside, target)
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


def _made_at(backup: Path) -> datetime | None:
    try:
        return datetime.strptime(backup.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _stamp_of(backup: Path) -> str:
    """The stamp of the last change that a backup holds; empty where it can't be read."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reader(backup)) as connection:
        return connection.execute("select stamp from now").fetchone()[0]
    return ""


def _sound(backup: Path) -> bool:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reader(backup)) as connection:
        return connection.execute("pragma quick_check(1)").fetchone()[0] == "ok"
    return False


def _reader(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)
