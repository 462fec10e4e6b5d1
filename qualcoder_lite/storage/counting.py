"""Reading codings as plain rows, for counting and retrieval over a whole project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

    from qualcoder_lite.domain.passage import CodedRow, DecisionRow
    from qualcoder_lite.storage.database import Database

_ROW = 'select c.transcript_id, c.code_id, c.start, c."end", c.polarity, c.id, c.coder_id from coding c'
_ORDER = 'order by c.transcript_id, c.code_id, c.start, c."end"'


def coded_rows(
    database: Database,
    *,
    codes: Collection[str] | None = None,
    coders: Collection[str] | None = None,
    linked: bool = False,
) -> list[CodedRow]:
    """The coders' own codings in order of transcript, code, start, end.

    Only those of some codes or coders where these are given; `linked` keeps only codings with a link to a feature.
    """
    where, values = ["c.decision_id is null"], dict[str, Any]()
    _narrow(where, values, "code_id", codes)
    _narrow(where, values, "coder_id", coders)
    if linked:
        where.append("c.id in (select coding_id from attribution)")
    return database.rows(f"{_ROW} where {' and '.join(where)} {_ORDER}", values)


def settled_rows(database: Database, *, codes: Collection[str] | None = None) -> list[CodedRow]:
    """The settled codings, in the same order."""
    where, values = ["c.decision_id is not null"], dict[str, Any]()
    _narrow(where, values, "code_id", codes)
    return database.rows(f"{_ROW} where {' and '.join(where)} {_ORDER}", values)


def decision_rows(database: Database) -> list[DecisionRow]:
    """What decisions cover: transcript, code, start, end."""
    return database.rows('select transcript_id, code_id, start, "end" from decision')


def link_rows(database: Database) -> list[tuple[str, str, str]]:
    """All links: coding, feature, direction."""
    return database.rows("select coding_id, feature_id, direction from attribution")


def memos_of(database: Database, codings: Collection[str]) -> dict[str, str]:
    """The memos of those codings that have one."""
    return dict(
        database.rows(
            "select id, memo from coding where memo <> '' and id in (select value from json_each(?))",
            (json.dumps(list(codings)),),
        )
    )


def _narrow(where: list[str], values: dict[str, Any], column: str, wanted: Collection[str] | None) -> None:
    if wanted is not None:
        where.append(f"c.{column} in (select value from json_each(:{column}))")
        values[column] = json.dumps(list(wanted))
