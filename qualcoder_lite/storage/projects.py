"""The project's own row: who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.project_details import ProjectDetails

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


def add(database: Database, uuid: str, title: str, created_at: str) -> None:
    """Insert the one row of a new project; `created_at` is an ISO time in UTC."""
    database.insert("project", [(uuid, title, created_at)], ("id", "title", "created_at"))


def uuid_and_title(database: Database) -> tuple[str, str]:
    """The project's UUID, made once and kept by every copy, and its title."""
    return database.one("select id, title from project")


def details(database: Database) -> ProjectDetails:
    """What the project says of itself."""
    return ProjectDetails(*database.one("select title, led_by, notice from project"))


def write_details(database: Database, details: ProjectDetails) -> None:
    """Have the project say this of itself."""
    database.run("update project set title=?, led_by=?, notice=?", (details.title, details.led_by, details.notice))
