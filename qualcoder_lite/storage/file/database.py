"""An open project file: running statements on it, and closing it. How one is opened is in `opening`.

On close it is set back to one plain file, because a WAL file can't be opened from a read-only folder.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.errors import NotAProjectError, ProjectTooNewError, ReadOnlyProjectError
from qualcoder_lite.storage.file.faults import in_words
from qualcoder_lite.storage.file.lock import BorrowedLock, ProjectLock
from qualcoder_lite.storage.schema import tables
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from qualcoder_lite.storage.file.private_folder import PrivateFolder


class Database:
    """One connection to one project file. Use it from one thread; only the window's thread writes."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: ProjectLock | None = None,
        private_copy: PrivateFolder | None = None,
    ) -> None:
        """Wrap an open connection, as `opening` does; without a lock nothing can be written."""
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

    def refuse_unfit(self) -> None:
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
            if self._lock is not None and not isinstance(self._lock, BorrowedLock):
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


def some_of(among: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """The rest of `where id …` that keeps some ids, or all where None is given, with its value."""
    if among is None:
        return "is not null", ()
    return "in (select value from json_each(?))", (json.dumps(list(among)),)
