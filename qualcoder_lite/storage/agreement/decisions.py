"""Decisions on disagreements. Settled codings are rows of `coding` that refer to them, and go with them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database

_COLUMNS = (
    "id",
    "transcript_id",
    "code_id",
    "start",
    "end",
    "outcome",
    "why",
    "coder_id",
    "decided_at",
    "matter",
    "taken",
    "between_coders",
)
_SELECT = "select " + ", ".join(f'"{column}"' for column in _COLUMNS) + " from decision"
_ORDER = "order by decided_at, id"

#: What tells a decision that settled something from one that left it open, or only wants the definition changed.
COVERING = "outcome not in ('open', 'definition')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one code on one stretch of a transcript.

    Decisions that were made together share their `matter`. `taken` is the id of the coder whose coding was taken,
    `between` holds the ids of those who differed, `coder` is who decided; `decided_at` is an ISO time in UTC.
    """

    id: str
    transcript: str
    code: str
    start: int
    end: int
    outcome: str
    why: str = ""
    coder: str | None = None
    decided_at: str
    matter: str
    taken: str = ""
    between: tuple[str, ...] = ()


def read(database: Database, transcripts: Iterable[str] | None = None) -> list[Decision]:
    """All decisions, or those in some transcripts, oldest first."""
    if transcripts is None:
        return [_decision(row) for row in database.rows(f"{_SELECT} {_ORDER}")]
    wanted = (json.dumps(list(transcripts)),)
    where = "where transcript_id in (select value from json_each(?))"
    return [_decision(row) for row in database.rows(f"{_SELECT} {where} {_ORDER}", wanted)]


def of_code(database: Database, code: str) -> list[Decision]:
    """The decisions on a code, the latest first."""
    return [_decision(row) for row in database.rows(f"{_SELECT} where code_id=? order by decided_at desc, id", (code,))]


def add(database: Database, decisions: Sequence[Decision]) -> None:
    """Insert decisions."""
    database.insert(
        "decision",
        (
            (
                decision.id,
                decision.transcript,
                decision.code,
                decision.start,
                decision.end,
                decision.outcome,
                decision.why,
                decision.coder,
                decision.decided_at,
                decision.matter,
                decision.taken,
                json.dumps(decision.between),
            )
            for decision in decisions
        ),
        _COLUMNS,
    )


def move(database: Database, decisions: Iterable[str], code: str) -> None:
    """Let decisions be about another code."""
    database.run(
        "update decision set code_id=? where id in (select value from json_each(?))",
        (code, json.dumps(list(decisions))),
    )


def remove(database: Database, decisions: Iterable[str]) -> None:
    """Delete decisions; what was settled by them goes with them."""
    database.run("delete from decision where id in (select value from json_each(?))", (json.dumps(list(decisions)),))


def _decision(row: tuple[Any, ...]) -> Decision:
    return Decision(
        id=row[0],
        transcript=row[1],
        code=row[2],
        start=row[3],
        end=row[4],
        outcome=row[5],
        why=row[6],
        coder=row[7],
        decided_at=row[8],
        matter=row[9] or row[0],
        taken=row[10],
        between=tuple(json.loads(row[11])),
    )


def any_settled(database: Database) -> bool:
    """Whether any disagreement was settled yet; one that was left open doesn't count."""
    return bool(database.one(f"select exists(select 1 from decision where {COVERING})")[0])
