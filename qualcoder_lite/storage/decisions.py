"""Decisions that settled disagreements, as far as changes of the codebook move them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.database import Database


class DecisionRow(NamedTuple):
    """A decision's id and the stretch it settled; `transcript` is an id, positions are code points, end exclusive."""

    id: str
    transcript: str
    start: int
    end: int


def of_code(database: Database, code: str) -> list[DecisionRow]:
    """The decisions on a code, the latest first."""
    found = database.rows(
        'select id, transcript_id, start, "end" from decision where code_id=? order by decided_at desc, id', (code,)
    )
    return [DecisionRow(*row) for row in found]


def move(database: Database, decisions: Iterable[str], code: str) -> None:
    """Let decisions be about another code."""
    database.run(
        "update decision set code_id=? where id in (select value from json_each(?))",
        (code, json.dumps(list(decisions))),
    )


def remove(database: Database, decisions: Iterable[str]) -> None:
    """Delete decisions whose codings were moved to others."""
    database.run("delete from decision where id in (select value from json_each(?))", (json.dumps(list(decisions)),))
