"""Making a project file and opening it: pragmas, lock, and the refusals that must come before any of them.

Open for writing, the file is in WAL mode with synchronous=FULL, so a power cut loses nothing that was reported done.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import ExitStack
from pathlib import Path

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage.file import place
from qualcoder_lite.storage.file.database import Database
from qualcoder_lite.storage.file.faults import full, in_words, is_full
from qualcoder_lite.storage.file.lock import BorrowedLock, ProjectLock
from qualcoder_lite.storage.file.private_folder import PrivateFolder
from qualcoder_lite.storage.file.soundness import primary_code
from qualcoder_lite.translation import tr

_PRAGMAS = (
    "foreign_keys=on",
    "recursive_triggers=on",  # else REPLACE skips the journal's delete triggers
    "secure_delete=on",
    "temp_store=memory",
    "cache_size=-16384",  # KiB, which the window holds all the time; with four times as much a few reads take 5 % less
    "busy_timeout=3000",
)


def create(path: Path) -> Database:
    """Make a new file without any tables yet and open it. UserError where one exists or none can be made."""
    path = path.resolve()
    taken = UserError(tr("There is a file “{path}” already. Choose another name, or remove it first.", path=path))
    try:
        if path.exists():
            raise taken
        if not path.parent.is_dir():
            raise UserError(tr("There is no folder “{folder}”. Make it first, or choose another.", folder=path.parent))
        if not place.writable(path.parent):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return _connect_for_writing(path, new=True)
    except FileExistsError:  # somebody was quicker
        raise taken from None
    except OSError as fault:
        if is_full(fault):
            raise full(path) from fault
        raise UserError(
            tr(
                "No file can be made in “{folder}” ({why}). Choose a folder where you may write.",
                folder=path.parent,
                why=fault.strerror,
            )
        ) from fault


def for_writing(path: Path, *, vfs: str = "") -> Database:
    """Open a project for reading and writing.

    Raises NotAProjectError, ProjectTooNewError, ProjectDamagedError, ProjectLockedError, StorageFullError, or
    ReadOnlyProjectError where the file or its folder can't be written to. `vfs` names another of SQLite's
    file layers, for tests of places where WAL can't work.
    """
    place.refuse_foreign(path)
    path = path.resolve()  # a link beside it must not have a lock of its own
    if not (place.writable(path) and place.writable(path.parent)):
        raise place.read_only(path)
    try:
        return _connect_for_writing(path, vfs=vfs)
    except OSError as fault:
        raise (full(path) if is_full(fault) else place.read_only(path)) from fault


def for_reading(path: Path) -> Database:
    """Open a project to read it, also while somebody else writes to it, and in places that can't be written to.

    Everything read through one opening is of the same moment: what others write meanwhile isn't seen.
    """
    place.refuse_foreign(path)
    path = path.resolve()
    with in_words(path):
        try:
            return _connect_for_reading(path)
        except sqlite3.OperationalError as fault:
            # A file left in WAL mode by a crash, in a folder where SQLite can't make its shared-memory file.
            if primary_code(fault) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
    return _from_private_copy(path)


def beside(other: Database) -> Database:
    """Open a project once more that this program has open for writing already, on another thread.

    Whoever holds the first opening waits meanwhile. Raises ProjectLockedError where the place of the file lets
    only one connection in.
    """
    with ExitStack() as when_it_fails, in_words(other.path):
        connection = _connection(_uri(other.path, "rw"), when_it_fails)
        connection.execute("pragma synchronous=full")
        connection.execute("select 1 from sqlite_master").fetchone()
        when_it_fails.pop_all()
    return Database(other.path, connection, BorrowedLock(other.path))


def _connect_for_writing(path: Path, *, new: bool = False, vfs: str = "") -> Database:
    with ExitStack() as when_it_fails, in_words(path):
        lock = ProjectLock(path)
        lock.take()
        when_it_fails.callback(lock.release)
        if new:
            path.touch(exist_ok=False)
            when_it_fails.callback(path.unlink, missing_ok=True)
        connection = _connection(_uri(path, "rw", vfs), when_it_fails)
        database = Database(path, connection, lock)
        if new:  # before WAL, so that it stands in the file itself from the first moment
            connection.execute(f"pragma application_id={place.APPLICATION_ID}")
        else:
            database.refuse_unfit()
        _start_wal(database)
        when_it_fails.pop_all()
    return database


def _connect_for_reading(path: Path, private_copy: PrivateFolder | None = None) -> Database:
    # A private copy is opened so that SQLite may take its -wal in.
    uri = _uri(Path(private_copy.name, path.name), "rw") if private_copy else _uri(path, "ro")
    with ExitStack() as when_it_fails:
        connection = _connection(uri, when_it_fails)
        connection.execute("pragma query_only=on")
        connection.execute("begin")
        connection.execute("select 1 from sqlite_master").fetchone()  # the moment that is looked at
        database = Database(path, connection, private_copy=private_copy)
        database.refuse_unfit()
        when_it_fails.pop_all()
    return database


def _from_private_copy(path: Path) -> Database:
    with ExitStack() as when_it_fails, in_words(path):
        try:
            folder = PrivateFolder()
            when_it_fails.callback(folder.cleanup)
            for ending in ("", "-wal", "-journal"):
                part = path.with_name(path.name + ending)
                if part.exists():
                    shutil.copyfile(part, Path(folder.name, part.name))
        except OSError as fault:
            raise UserError(
                tr(
                    "“{name}” can only be read from a copy, and none can be made ({why}). Make room, or "
                    "copy it to a folder where you may write and open the copy.",
                    name=path.name,
                    why=fault.strerror,
                )
            ) from fault
        database = _connect_for_reading(path, folder)
        when_it_fails.pop_all()
    return database


def _start_wal(database: Database) -> None:
    """Ask for WAL and read the answer: it doesn't raise where it is impossible."""
    if database.one("pragma journal_mode=wal")[0] != "wal":
        database.connection.execute("pragma locking_mode=exclusive")
        if database.one("pragma journal_mode=wal")[0] == "wal":
            database.notices.append(place.not_shared(database.path))
        else:
            database.connection.execute("pragma locking_mode=normal")
            database.one("pragma journal_mode=delete")
            database.notices.append(place.less_sure(database.path))
    database.connection.execute("pragma synchronous=full")


def _uri(path: Path, mode: str, vfs: str = "") -> str:
    return f"{path.resolve().as_uri()}?mode={mode}" + (f"&vfs={vfs}" if vfs else "")


def _connection(uri: str, when_it_fails: ExitStack) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    when_it_fails.callback(connection.close)
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")
    return connection
