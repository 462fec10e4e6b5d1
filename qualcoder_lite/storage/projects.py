"""The project's own row: who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcoder_lite.storage.database import Database


def add(database: Database, uuid: str, title: str, created_at: str) -> None:
    """Insert the one row of a new project; `created_at` is an ISO time in UTC."""
    database.insert("project", [(uuid, title, created_at)], ("id", "title", "created_at"))


def uuid_and_title(database: Database) -> tuple[str, str]:
    """The project's UUID, made once and kept by every copy, and its title."""
    return database.one("select id, title from project")
