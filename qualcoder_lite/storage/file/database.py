"""Opening, reading and closing a project file: pragmas, lock, and the refusals that must come before any of them.

Open for writing, the file is in WAL mode with synchronous=FULL, so a power cut loses nothing that was reported done.
On close it is set back to one plain file, because a WAL file can't be opened from a read-only folder.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from qualcoder_lite.domain.errors import NotAProjectError, ProjectTooNewError, ReadOnlyProjectError, UserError
from qualcoder_lite.storage.file import place
from qualcoder_lite.storage.file.faults import full, in_words, is_full
from qualcoder_lite.storage.file.lock import ProjectLock
from qualcoder_lite.storage.file.private_folder import PrivateFolder
from qualcoder_lite.storage.file.soundness import primary_code
from qualcoder_lite.storage.schema import tables
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PRAGMAS = (
    "foreign_keys=on",
    "recursive_triggers=on",  # else REPLACE skips the journal's delete triggers
    "secure_delete=on",
    "temp_store=memory",
    "cache_size=-16384",  # KiB, which the window holds all the time; with four times as much a few reads take 5 % less
    "busy_timeout=3000",
)


class Database:
    """One connection to one project file. Use it from one thread; only the window's thread writes."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: ProjectLock | None = None,
        private_copy: PrivateFolder | None = None,
    ) -> None:
        """Wrap an open connection; use `create`, `open_for_writing` or `open_for_reading` instead."""
        self.path = path
        self.connection = connection
        self.notices: list[str] = []
        self._lock = lock
        self._private_copy = private_copy

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written through this connection."""
        return self._lock is None

    def refuse_read_only(self) -> None:
        """Raise ReadOnlyProjectError where nothing can be written."""
        if self.read_only:
            raise ReadOnlyProjectError(
                tr("“{name}” is open for reading only, so nothing can be changed in it.", name=self.path.name)
            )

    # Opening

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a new file without any tables yet and open it. UserError where one exists or none can be made."""
        path = path.resolve()
        taken = UserError(tr("There is a file “{path}” already. Choose another name, or remove it first.", path=path))
        try:
            if path.exists():
                raise taken
            if not path.parent.is_dir():
                raise UserError(
                    tr("There is no folder “{folder}”. Make it first, or choose another.", folder=path.parent)
                )
            if not place.writable(path.parent):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return cls._connect_for_writing(path, new=True)
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

    @classmethod
    def open_for_writing(cls, path: Path, *, vfs: str = "") -> Self:
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
            return cls._connect_for_writing(path, vfs=vfs)
        except OSError as fault:
            raise (full(path) if is_full(fault) else place.read_only(path)) from fault

    @classmethod
    def open_for_reading(cls, path: Path) -> Self:
        """Open a project to read it, also while somebody else writes to it, and in places that can't be written to.

        Everything read through one opening is of the same moment: what others write meanwhile isn't seen.
        """
        place.refuse_foreign(path)
        path = path.resolve()
        with in_words(path):
            try:
                return cls._connect_for_reading(path)
            except sqlite3.OperationalError as fault:
                # A file left in WAL mode by a crash, in a folder where SQLite can't make its shared-memory file.
                if primary_code(fault) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                    raise
        return cls._from_private_copy(path)

    @classmethod
    def open_beside(cls, other: Database) -> Self:
        """Open a project once more that this program has open for writing already, on another thread.

        Whoever holds the first opening waits meanwhile. Raises ProjectLockedError where the place of the file lets
        only one connection in.
        """
        with ExitStack() as when_it_fails, in_words(other.path):
            connection = _connection(_uri(other.path, "rw"), when_it_fails)
            connection.execute("pragma synchronous=full")
            connection.execute("select 1 from sqlite_master").fetchone()
            when_it_fails.pop_all()
        return cls(other.path, connection, _Borrowed(other.path))

    @classmethod
    def _connect_for_writing(cls, path: Path, *, new: bool = False, vfs: str = "") -> Self:
        with ExitStack() as when_it_fails, in_words(path):
            lock = ProjectLock(path)
            lock.take()
            when_it_fails.callback(lock.release)
            if new:
                path.touch(exist_ok=False)
                when_it_fails.callback(path.unlink, missing_ok=True)
            connection = _connection(_uri(path, "rw", vfs), when_it_fails)
            database = cls(path, connection, lock)
            if new:  # before WAL, so that it stands in the file itself from the first moment
                connection.execute(f"pragma application_id={place.APPLICATION_ID}")
            else:
                database._refuse_unfit()
            database._start_wal()
            when_it_fails.pop_all()
        return database

    @classmethod
    def _connect_for_reading(cls, path: Path, private_copy: PrivateFolder | None = None) -> Self:
        # A private copy is opened so that SQLite may take its -wal in.
        uri = _uri(Path(private_copy.name, path.name), "rw") if private_copy else _uri(path, "ro")
        with ExitStack() as when_it_fails:
            connection = _connection(uri, when_it_fails)
            connection.execute("pragma query_only=on")
            connection.execute("begin")
            connection.execute("select 1 from sqlite_master").fetchone()  # the moment that is looked at
            database = cls(path, connection, private_copy=private_copy)
            database._refuse_unfit()
            when_it_fails.pop_all()
        return database

    @classmethod
    def _from_private_copy(cls, path: Path) -> Self:
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
            database = cls._connect_for_reading(path, folder)
            when_it_fails.pop_all()
        return database

    def _start_wal(self) -> None:
        """Ask for WAL and read the answer: it doesn't raise where it is impossible."""
        if self.one("pragma journal_mode=wal")[0] != "wal":
            self.connection.execute("pragma locking_mode=exclusive")
            if self.one("pragma journal_mode=wal")[0] == "wal":
                self.notices.append(place.not_shared(self.path))
            else:
                self.connection.execute("pragma locking_mode=normal")
                self.one("pragma journal_mode=delete")
                self.notices.append(place.less_sure(self.path))
        self.connection.execute("pragma synchronous=full")

    # Schema

    @property
    def applied(self) -> list[str]:
        """Names of the migrations this file has been through, in their order."""
        if not self.one("select count(*) from sqlite_master where name='_sqlite_migrations'")[0]:
            return []
        found = self.rows("select name from _sqlite_migrations where migration_set='qualcoder_lite' order by rowid")
        return [name for (name,) in found]

    @property
    def needs_migration(self) -> bool:
        """Whether the file was made by an older version of the program."""
        return set(tables.MIGRATIONS) - set(self.applied) != set()

    def _refuse_unfit(self) -> None:
        """Raise ProjectTooNewError if a newer version worked on the file, NotAProjectError if it was never finished."""
        applied = set(self.applied)
        if applied - set(tables.MIGRATIONS):
            raise ProjectTooNewError(
                tr(
                    "“{name}” was last saved by a newer version of QualCoder Lite. Install that version, or "
                    "ask for a copy saved by yours. The file was not touched.",
                    name=self.path.name,
                )
            )
        if not applied or not self.one("select count(*) from project")[0]:
            raise NotAProjectError(
                tr(
                    "“{name}” is a project that broke off while it was being made, and holds nothing. Remove "
                    "the file and make the project again.",
                    name=self.path.name,
                )
            )

    # Reading and writing

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Any]:
        """All rows of a query, as tuples."""
        with in_words(self.path):
            return self.connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Any]:
        """The same one by one, for whoever keeps less of each than SQLite gives."""
        with in_words(self.path):
            yield from self.connection.execute(sql, values)

    def one(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:  # noqa: ANN401 - a row of any kind
        """The first row of a query, or None."""
        with in_words(self.path):
            return self.connection.execute(sql, values).fetchone()

    def run(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> None:
        """Run one statement."""
        with in_words(self.path):
            self.connection.execute(sql, values)

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        with in_words(self.path):
            self.connection.executemany(sql, values)

    def insert(self, table: str, rows: Iterable[Sequence[Any]], columns: Sequence[str]) -> None:
        """Insert rows into some columns of a table."""
        names = ", ".join(f'"{column}"' for column in columns)
        self.run_many(f"insert into {table}({names}) values({', '.join('?' * len(columns))})", rows)

    # Closing

    def close(self) -> None:
        """Close the project and leave one plain file behind."""
        with ExitStack() as afterwards:
            if self._private_copy is not None:
                afterwards.callback(self._private_copy.cleanup)
            if self._lock is not None:
                afterwards.callback(self._lock.release)
            afterwards.callback(self.connection.close)
            if self._lock is not None and not isinstance(self._lock, _Borrowed):
                # A reader that still looks on, or a full disk, keeps the -wal: the next opening takes it in.
                with suppress(sqlite3.DatabaseError):
                    self.connection.execute("pragma busy_timeout=0")
                    self.connection.execute("pragma wal_checkpoint(truncate)")
                    self.connection.execute("pragma journal_mode=delete")

    def discard(self) -> None:
        """Close a project that is being made and take its files away."""
        self.connection.close()
        for ending in ("", "-wal", "-shm", "-journal"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()


class _Borrowed(ProjectLock):
    """The lock of another opening in this program, which alone gives it back."""

    def release(self) -> None:
        """Leave it with its holder."""


def some_of(among: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """The rest of `where id …` that keeps some ids, or all where None is given, with its value."""
    if among is None:
        return "is not null", ()
    return "in (select value from json_each(?))", (json.dumps(list(among)),)


def _uri(path: Path, mode: str, vfs: str = "") -> str:
    return f"{path.resolve().as_uri()}?mode={mode}" + (f"&vfs={vfs}" if vfs else "")


def _connection(uri: str, when_it_fails: ExitStack) -> sqlite3.Connection:
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    when_it_fails.callback(connection.close)
    for pragma in _PRAGMAS:
        connection.execute(f"pragma {pragma}")
    return connection
