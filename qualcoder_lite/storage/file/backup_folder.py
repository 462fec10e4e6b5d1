"""The folder beside a project where its automatic backups lie, and what is in it."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.storage.file.soundness import damage

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "%Y-%m-%d %H.%M.%S"
_ENDING = ".qclite"


def folder(project: Path) -> Path:
    """Where a project's automatic backups lie."""
    return project.with_name(project.name + "-backups")


def listed(project: Path) -> list[Path]:
    """A project's automatic backups, newest first."""
    found = [path for path in folder(project).glob(f"*{_ENDING}") if made_at(path)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def name_for(moment: datetime) -> str:
    """The name of a backup made at a moment."""
    return f"{moment.astimezone(UTC).strftime(_NAME)}{_ENDING}"


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, by its name; None for a file that isn't one."""
    try:  # not strptime, which loads the names of days and months with its first use: the window asks at its start
        moment = datetime.fromisoformat(backup.stem.replace(".", ":")).replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment if name_for(moment) == backup.name else None


def newest_good(project: Path) -> Path | None:
    """The newest automatic backup that can be read from end to end."""
    return next((path for path in listed(project) if _sound(path)), None)


def last_stamp(backup: Path) -> str:
    """The stamp of the last change that a backup holds; empty where it can't be read."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reader(backup)) as connection:
        return connection.execute("select stamp from now").fetchone()[0]
    return ""


def _sound(backup: Path) -> bool:
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_reader(backup)) as connection:
        # An empty file is a sound one to SQLite: there must be a project in it.
        return bool(connection.execute("select stamp from now").fetchone()) and not damage(connection)
    return False


def _reader(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)
