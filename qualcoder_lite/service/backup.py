"""Backing a project up to a file that a person chose, without losing anything that is there."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage import projects
from qualcoder_lite.storage.file import backup_folder, backups, opening
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.file.database import Database


def back_up(database: Database, target: Path) -> None:
    """Write a whole copy of an open project to another file, in place of an earlier copy or where nothing is yet.

    Raises UserError where the copy can't be written, or something else would be lost by it.
    """
    if target.resolve() == database.path.resolve():
        raise UserError(tr("A backup needs another name than the project’s own."))
    if not target.absolute().parent.is_dir():
        raise UserError(
            tr(
                "There is no folder “{folder}” for it. Make it first, or choose another.",
                folder=target.absolute().parent,
            )
        )
    try:
        _refuse_to_replace(target, database)
        backups.copy_to(database, target)
    except OSError as fault:  # a name that is too long, a folder that can't be looked into
        raise UserError(
            tr("“{path}” can’t be written ({why}). Choose another name.", path=target, why=fault.strerror)
        ) from fault


def _refuse_to_replace(target: Path, database: Database) -> None:
    """Raise UserError where there is a file that isn't an earlier copy of this project."""
    if not target.exists():
        return
    if not _is_copy(target, database):
        raise UserError(
            tr("“{path}” is there already and is no copy of this project. Choose another name.", path=target)
        )
    if backup_folder.last_stamp(target) > backup_folder.last_stamp(database.path):
        raise UserError(
            tr("“{path}” holds later work than this project. Choose another name, and compare the two.", path=target)
        )


def _is_copy(target: Path, database: Database) -> bool:
    """Whether a file is a copy of this project, of whatever version of the program; it is only read."""
    try:
        with closing(opening.for_reading(target)) as there:
            return projects.uuid_and_title(there)[0] == projects.uuid_and_title(database)[0]
    except UserError:
        return False
