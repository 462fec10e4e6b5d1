"""Stars: the quotes that somebody wants to see shown, kept on the codings of their passages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.stars import Star
from qualcoder_lite.domain.names import natural_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

_COLUMNS = ("id", "coding_id", "coder_id", "starred_at")


def read(database: Database) -> list[Star]:
    """All stars, the oldest first, each with where its coding stands now."""
    return [
        Star(*row[:6], by=row[6] or "", settled=row[7] is not None)
        for row in database.rows(
            'select c.transcript_id, c.code_id, c.start, c."end", c.id, c.coder_id, s.coder_id, c.decision_id '
            "from star s join coding c on c.id=s.coding_id order by s.starred_at, s.id"
        )
    ]


def add(database: Database, codings: Iterable[str], coder: str | None, at: str) -> None:
    """Put a star on codings; one that is there stays, with who gave it."""
    database.run_many(
        "insert into star(id, coding_id, coder_id, starred_at) values(?, ?, ?, ?) on conflict do nothing",
        ((natural_id("star", coding), coding, coder, at) for coding in codings),
    )


def remove(database: Database, codings: Iterable[str]) -> None:
    """Take the stars off codings."""
    database.run("delete from star where coding_id in (select value from json_each(?))", (json.dumps(list(codings)),))


def move_codings(database: Database, codings: Mapping[str, str]) -> None:
    """Let the stars of some codings stand on others: from the ids on the left to those on the right."""
    moving = json.dumps(list(codings))
    found = database.rows(
        f"select {', '.join(_COLUMNS[1:])} from star where coding_id in (select value from json_each(?))", (moving,)
    )
    for coding, coder, at in found:
        add(database, [codings[coding]], coder, at)
