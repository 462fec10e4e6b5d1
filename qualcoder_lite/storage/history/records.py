"""The steps of the journal as the history shows them: who did what, when, and what rows were before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database

_STEP = "select id, verb, facts, coder, at, state, quiet from step"


@dataclass(frozen=True)
class StepRecord:
    """A step as the history shows it. `at` is an ISO time in UTC; `state` is done, undone, cut or final.

    `quiet` marks a merge, whose edits had their stamps already.
    """

    id: int
    verb: str
    facts: dict[str, Any]
    coder: str
    at: str
    state: str
    quiet: bool


def read(database: Database, limit: int = -1) -> list[StepRecord]:
    """All steps, newest first, or the newest few."""
    return [_record(row) for row in database.rows(f"{_STEP} order by id desc limit ?", (limit,))]


def of_step(database: Database, step: int) -> StepRecord | None:
    """One step by its number; None where there is none."""
    return of_steps(database, [step]).get(step)


def of_steps(database: Database, steps: Iterable[int]) -> dict[int, StepRecord]:
    """Those of some steps that there are, by their numbers."""
    wanted = (json.dumps(list(steps)),)
    found = database.rows(f"{_STEP} where id in (select value from json_each(?))", wanted)
    return {row[0]: _record(row) for row in found}


def to_undo(database: Database) -> StepRecord | None:
    """The step that undo takes back: the last, unless that is final."""
    return _next(database, "select max(id) from step where state in ('done', 'final')", "done")


def to_redo(database: Database) -> StepRecord | None:
    """The step that redo does again: the one that was undone last."""
    return _next(database, "select min(id) from step where state='undone'", "undone")


def _next(database: Database, which: str, state: str) -> StepRecord | None:
    found = database.one(f"{_STEP} where id=({which}) and state=?", (state,))
    return _record(found) if found else None


def _record(row: tuple[Any, ...]) -> StepRecord:
    return StepRecord(row[0], row[1], json.loads(row[2]), row[3], row[4], row[5], bool(row[6]))


def outline(database: Database) -> list[tuple[str, str, list[int]]]:
    """The numbers of all steps by the local day (ISO) they were made on and by coder, in no order."""
    # One row a day and coder: fetching a row for each of very many steps takes three times as long.
    found = database.rows(
        "select date(at, 'localtime') as day, coder, json_group_array(id) from step group by day, coder"
    )
    return [(day, coder, json.loads(steps)) for day, coder, steps in found]


def count(database: Database) -> int:
    """How many steps there are."""
    return database.one("select count(*) from step")[0]


def size(database: Database, step: int) -> int:
    """How many rows a step touched, quiet ones left aside."""
    return database.one("select count(distinct tbl || row) from change where step=? and not quiet", (step,))[0]


def row_before(database: Database, step: int, table: str, row: str) -> dict[str, Any]:
    """What a row was before a step, or before the step was undone, touched it; empty where it wasn't there."""
    found = database.one(
        "select before from change where step=? and tbl=? and row=? and before is not null order by seq limit 1",
        (step, table, row),
    )
    return json.loads(found[0]) if found else {}
