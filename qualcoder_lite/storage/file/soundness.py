"""What SQLite itself finds wrong with a file, in lines that a person can be shown."""

from __future__ import annotations

import sqlite3

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def primary_code(fault: sqlite3.Error) -> int:
    """SQLite's primary result code, the low byte of the extended one; 0 for errors of the Python module itself."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def damage(connection: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What is damaged in an open file; empty when it is whole. `thorough` compares the indexes with their rows too.

    Raises sqlite3.Error where the file can't be read for another reason, such as a network that is gone.
    """
    look = "integrity_check(20)" if thorough else "quick_check(1)"
    try:
        found = [line for (row,) in connection.execute(f"pragma {look}") for line in row.splitlines()]
    except sqlite3.Error as fault:
        if primary_code(fault) not in _DAMAGE:
            raise
        return [str(fault)]
    return [line for line in found if line != "ok" and not line.startswith("***")]
