"""What things are called, by id, for telling what a merge changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

_NAMED = {
    "code": "name",
    "code_group": "name",
    "codebook": "title",
    "coder": "name",
    "site": "name",
    "participant": "name",
    "transcript": "title",
    "register_feature": "name",
}


def read(database: Database) -> dict[str, str]:
    """The names of codes, coders, sites, people, transcripts and register features, by id."""
    return {
        id_: name
        for table, column in _NAMED.items()
        for id_, name in database.rows(f"select id, {column} from {table}")
    }
