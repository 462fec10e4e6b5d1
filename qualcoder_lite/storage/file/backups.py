"""Copies of the project that the program makes by itself, in a folder beside it.

SQLite's backup interface copies a consistent state while the project is open. A copy is written beside its final
name, checked, and only then renamed, so that whatever has a backup's name is whole.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import StorageFullError, UserError
from qualcoder_lite.storage.file.backup_folder import folder, last_stamp, listed, made_at, name_for
from qualcoder_lite.storage.file.faults import damaged, in_words, is_full
from qualcoder_lite.storage.file.soundness import damage
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.file.database import Database

KEPT = 10
MOST_BYTES = 2_000_000_000
INTERVAL = timedelta(minutes=15)


def backup_if_due(database: Database, now: datetime | None = None) -> Path | None:
    """Back the project up if something changed since the last backup and that one is older than 15 minutes.

    The step that makes a project is not worth one: there is nothing in it yet that could be lost.
    """
    now = now or datetime.now(UTC)
    last = next(iter(listed(database.path)), None)
    if last is not None:
        made = made_at(last)
        if made is not None and timedelta(0) <= now - made < INTERVAL:
            return None
        if last_stamp(last) == database.one("select stamp from now")[0]:
            return None
    elif database.one("select count(*) from step")[0] <= 1:
        return None
    return backup_now(database, now)


def backup_now(database: Database, now: datetime | None = None) -> Path:
    """Back the project up whatever the time: before a merge, a withdrawal or a migration. Old backups go.

    Raises UserError where no backup can be made, ProjectDamagedError where the project isn't whole, StorageFullError.
    """
    place = folder(database.path)
    try:
        place.mkdir(exist_ok=True)
    except OSError as fault:
        raise UserError(
            tr(
                "No backup can be made in “{folder}” ({why}). See whether you may write there, or whether a "
                "file has that name.",
                folder=place,
                why=fault.strerror,
            )
        ) from fault
    target = place / name_for(_later_than_the_last(database.path, now or datetime.now(UTC)))
    copy_to(database, target)
    _thin(database.path)
    return target


def _later_than_the_last(project: Path, moment: datetime) -> datetime:
    """The moment, or the second after the last backup: names sort as backups were made, whatever the clock says."""
    last = next(iter(listed(project)), None)
    made = made_at(last) if last else None
    return moment if made is None else max(moment, made + timedelta(seconds=1))


def copy_to(database: Database, target: Path) -> None:
    """Write a whole, checked copy of the project to another file, replacing it only when the copy is good.

    Raises UserError where it can't be written, ProjectDamagedError where the project isn't whole, StorageFullError.
    """
    if target.with_name(target.name + "-wal").exists():  # SQLite would mix those pages into the new file
        raise UserError(
            tr(
                "“{path}” is open in another program, or was left by one that broke off. Choose another.",
                path=target,
            )
        )
    beside = target.with_name(target.name + ".part")
    try:
        beside.unlink(missing_ok=True)
        beside.touch()
        with in_words(target), closing(sqlite3.connect(beside)) as copy:
            database.connection.backup(copy)
            copy.execute("pragma journal_mode=delete")
            if found := damage(copy):
                raise damaged(database.path, found[0])
        beside.replace(target)
    except StorageFullError as fault:
        raise _no_room(target) from fault
    except OSError as fault:
        if is_full(fault):
            raise _no_room(target) from fault
        raise UserError(
            tr(
                "“{path}” can’t be written ({why}). The project itself is untouched.",
                path=target,
                why=fault.strerror,
            )
        ) from fault
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _no_room(target: Path) -> StorageFullError:
    return StorageFullError(
        tr(
            "There is no room for the copy “{path}”: its disk is full. The project itself is untouched. Make "
            "room there.",
            path=target,
        )
    )


def _thin(project: Path) -> None:
    """Keep the newest backups: at most ten, and no more than the limit in bytes, but always the newest one."""
    total, superfluous = 0, [*folder(project).glob("*.part*")]  # those of a program that was killed while it copied
    for number, path in enumerate(listed(project)):
        total += path.stat().st_size
        if number and (number >= KEPT or total > MOST_BYTES):
            superfluous.append(path)
    for path in superfluous:
        with suppress(OSError):  # Windows keeps a file that somebody has open: it goes with the next backup
            path.unlink()
