"""SQLite's errors as sentences. What has no sentence here is a fault of ours and goes on as it is."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import (
    ProjectDamagedError,
    ProjectLockedError,
    ReadOnlyProjectError,
    StorageFullError,
    UserError,
)
from qualcoder_lite.storage.file.backup_folder import newest_good
from qualcoder_lite.storage.file.soundness import primary_code
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def in_words(path: Path) -> Generator[None]:
    """Turn what can go wrong with a file into a UserError that names it."""
    try:
        yield
    except sqlite3.Error as fault:
        said = _said(fault, path)
        if said is None:
            raise
        raise said from fault
    except UnicodeDecodeError as fault:  # SQLite quoted what is damaged, and Python can't read the quotation
        raise damaged(path, tr("some of its text can’t be decoded")) from fault


def _said(fault: sqlite3.Error, path: Path) -> UserError | None:
    code = primary_code(fault)
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    undecodable = not code and str(fault).startswith("Could not decode")
    if undecodable or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        # Python quotes the text that it can't decode, and that may be a transcript's.
        return damaged(path, tr("some of its text can’t be decoded") if undecodable else str(fault))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectLockedError(
            tr("“{name}” is being used by another program just now. Wait a moment, then try again.", name=path.name)
        )
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyProjectError(
            tr(
                "“{name}” can’t be written to. Copy it to a folder where you may write, and open the copy.",
                name=path.name,
            )
        )
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        unreached = UserError(
            tr(
                "“{name}” can’t be reached. See whether its disk or network folder is still there, "
                "then open the project again. What was saved before is safe.",
                name=path.name,
            )
        )
        unreached.details = str(fault)
        return unreached
    return None


def is_full(fault: OSError) -> bool:
    """Whether the system says that a disk, or somebody's share of it, has no room left."""
    return fault.errno in (errno.ENOSPC, errno.EDQUOT)


def full(path: Path) -> StorageFullError:
    """The sentence for a disk without room."""
    return StorageFullError(
        tr(
            "The disk that holds “{name}” is full. Nothing of this step was written, and everything before it "
            "is safe. Make room, then do it again.",
            name=path.name,
        )
    )


def damaged(path: Path, found: str) -> ProjectDamagedError:
    """The sentence for a file whose insides can't be trusted, with the newest good backup if there is one."""
    backup = newest_good(path)
    advice = (
        tr("The newest good backup is “{path}”: copy it to another folder and open the copy.", path=backup)
        if backup
        else tr("There is no automatic backup beside it: look for a copy of your own.")
    )
    damage = ProjectDamagedError(
        tr(
            "“{name}” is damaged: part of it can’t be read. {advice} The damaged file was left as it is.",
            name=path.name,
            advice=advice,
        )
    )
    damage.details = found
    return damage
