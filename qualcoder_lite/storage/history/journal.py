"""The journal: every user action is one named step, undone and redone from the images its triggers wrote.

For each journalled table three triggers are generated from the schema. They write the image that a row had *before*
the step touched it. Undo puts those images back, and while it does so the same triggers record the inverse under the
same step: redo is undo again. Cascades are covered, ids come back as they were, it survives a restart and has no cap.
The same triggers stamp `clock`, which a merge of two copies goes by; undo is simply a newer edit there.

A step's verb and facts hold ids, positions and counts, never quoted text: `history` puts them into words when shown.
Writing outside a step fails, because `change.step` may not be null.
"""

from __future__ import annotations

import itertools
import json
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.changes import Changes
from qualcoder_lite.storage.file.faults import in_words
from qualcoder_lite.storage.history.bulk import exchange
from qualcoder_lite.storage.history.shape import any_differs, columns, groups, image, put, references
from qualcoder_lite.storage.schema.tables import BOOKKEEPING, PARKABLE, TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

_PREFIX = "journal_"

# What `now.quiet` says while a step is open: 0, rows are journalled and stamped; 1, journalled alone, for what is no
# edit of anybody's; 2, neither, because whoever writes sees to it by itself.
BY_ITSELF = 2


# Triggers


def drop_triggers(database: Database) -> None:
    """Take the journal's triggers off, as a migration needs it."""
    for name in _trigger_names(database):
        database.run(f"drop trigger {name}")


def make_triggers(database: Database) -> None:
    """Generate the journal's triggers from the tables as they are now; run after every migration."""
    drop_triggers(database)
    for table in TABLES:
        for statement in _triggers(database, table):
            database.run(statement)


def triggers_missing(database: Database) -> list[str]:
    """Names of triggers that should be there and aren't: without them writes would pass the journal by."""
    wanted = {f"{_PREFIX}{table}_{event}" for table in TABLES for event in ("insert", "update", "delete")}
    return sorted(wanted - set(_trigger_names(database)))


def _trigger_names(database: Database) -> list[str]:
    found = database.rows(
        "select name from sqlite_master where type='trigger' and substr(name, 1, ?)=?", (len(_PREFIX), _PREFIX)
    )
    return [name for (name,) in found]


def _triggers(database: Database, table: str) -> list[str]:
    all_columns = columns(database, table)
    before = image(all_columns, "old")
    differs = any_differs(all_columns, "new", "old")
    bodies = {
        "insert": [_record(table, "new", "null")],
        "update": [_record(table, "old", before)],
        "delete": [_record(table, "old", before)],
    }
    bodies["insert"].append(_stamp_life(table, "new", dead=0))
    bodies["delete"] += [_stamp_life(table, "old", dead=1), _forget_edits(table)]
    bodies["update"] += [_stamp_edit(table, group, part) for group, part in groups(table, all_columns)]
    parkable = [*(each.column for each in references(database, table)), *PARKABLE.get(table, ())]
    bodies["update"] += [_unpark(table, column) for column in parkable]
    return [
        f"create trigger {_PREFIX}{table}_{event} after {event} on {table} when (select quiet from now)<{BY_ITSELF}"
        f"{f' and ({differs})' if event == 'update' else ''} begin {' '.join(body)} end"
        for event, body in bodies.items()
    ]


def _record(table: str, side: str, before: str) -> str:
    return (
        f"insert into change(step, tbl, row, before, quiet) "
        f"select step, '{table}', {side}.id, {before}, quiet from now;"
    )


def _stamp_life(table: str, side: str, *, dead: int) -> str:
    return (
        f"insert into clock select '{table}', {side}.id, '', stamp, {dead} from now where not quiet "
        "on conflict do update set stamp=excluded.stamp, dead=excluded.dead;"
    )


def _stamp_edit(table: str, group: str, columns: Iterable[str]) -> str:
    return (
        f"insert into clock select '{table}', old.id, '{group}', stamp, 0 from now "
        f"where not quiet and ({any_differs(columns, 'new', 'old')}) on conflict do update set stamp=excluded.stamp;"
    )


def _forget_edits(table: str) -> str:
    return f"delete from clock where tbl='{table}' and row=old.id and grp<>'' and (select not quiet from now);"


def _unpark(table: str, column: str) -> str:
    """A column that is shown otherwise than it is, and its parked value, are one again once somebody sets it anew."""
    return (
        f"delete from parked where tbl='{table}' and row=old.id and col='{column}' "
        f"and (select not quiet from now) and new.{column} is not old.{column};"
    )


# Steps


@dataclass
class Step:
    """One user action while it is written: `facts` may still grow; `changes` is there once it is done."""

    id: int
    facts: dict[str, Any]
    changes: Changes = field(default_factory=Changes)


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


class Journal:
    """Writes steps, undoes and redoes them."""

    def __init__(self, database: Database, wall: Callable[[], float] = time.time) -> None:
        """`wall` gives the time in seconds; merging does not depend on its being right."""
        self._database = database
        self._wall = wall
        # The node belongs to this opening, not to the file: a copied file must not share it.
        self._node = os.urandom(4).hex()

    @contextmanager
    def step(
        self,
        verb: str,
        facts: Mapping[str, Any] | None = None,
        *,
        coder: str = "",
        final: bool = False,
        quiet: bool = False,
    ) -> Generator[Step]:
        """One user action: everything written inside is one transaction and one step, or nothing at all.

        A step that changes nothing leaves no trace; a final one can't be undone. A quiet one, a merge, brings edits
        that have their stamps already: it is written through `bulk`, which journals `clock`, `parked` and `seen` too,
        and references are checked at its end. Raises ReadOnlyProjectError where nothing can be written.
        """
        database = self._database
        with self.transaction(quiet=quiet):
            database.run("update step set state='cut' where state='undone'")
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            step = Step(0, dict(facts or {}))
            with in_words(database.path):
                step.id = (
                    database.connection.execute(
                        "insert into step(verb, coder, at, quiet) values(?, ?, ?, ?)", (verb, coder, at, int(quiet))
                    ).lastrowid
                    or 0
                )
            self._stamp(step.id, quiet=quiet)
            yield step
            changes = self.changes(step.id)
            if not changes:
                raise _NothingChangedError
            step.changes = changes
            # In ASCII, because the name of a file may hold bytes that are no text and can't be stored as they are.
            state, said = ("final" if final else "done"), json.dumps(step.facts)
            database.run("update step set facts=?, state=? where id=?", (said, state, step.id))

    @contextmanager
    def transaction(self, *, quiet: bool = False) -> Generator[None]:
        """All that is written inside, or nothing; with a step open in it, for rows that are journalled."""
        database = self._database
        database.refuse_read_only()
        if quiet:  # what a merge deletes must take nothing along by itself
            database.run("pragma foreign_keys=off")
        try:
            database.run("begin immediate")
            yield
            if quiet:
                self._refuse_dangling()
            database.run("update now set step=null, quiet=0")
            database.run("commit")
        except _NothingChangedError:
            database.run("rollback")
        except BaseException:
            if database.connection.in_transaction:
                database.connection.rollback()
            raise
        finally:
            if quiet:
                database.connection.execute("pragma foreign_keys=on")

    def _refuse_dangling(self) -> None:
        dangling = self._database.rows("pragma foreign_key_check")
        if dangling:
            raise RuntimeError(f"{len(dangling)} rows would refer to nothing, the first in {dangling[0][0]}")

    def _stamp(self, step: int, *, quiet: bool) -> None:
        """Open the step to the triggers, with a stamp later than any that this file has seen or given."""
        greatest = self._database.one(
            "select max(coalesce((select max(t) from seen), 0), cast(substr(stamp, 1, 15) as integer)) from now"
        )[0]
        t = max(int(self._wall() * 1000), greatest + 1)
        if not quiet:
            self._database.run("insert or replace into seen values(?, ?)", (self._node, t))
        self._database.run(
            "update now set step=?, stamp=?, quiet=?", (step, f"{t:015d}.{self._node}", BY_ITSELF if quiet else 0)
        )

    def changes(self, step: int) -> Changes:
        """What a step touched, cascades included."""
        touched: dict[str, set[str]] = {}
        for table, row in self._database.rows(
            f"select tbl, row from change where step=? and tbl not in ({', '.join('?' * len(BOOKKEEPING))})",
            (step, *BOOKKEEPING),
        ):
            touched.setdefault(table, set()).add(row)
        return Changes(step, {table: frozenset(rows) for table, rows in touched.items()})

    # Undo and redo

    def undo(self) -> Changes:
        """Take back the last step; empty Changes when there is none, or when it is final."""
        return self._toggle("select max(id) from step where state in ('done', 'final')", "done", "undone")

    def redo(self) -> Changes:
        """Do again what was undone last; empty Changes when there is nothing."""
        return self._toggle("select min(id) from step where state='undone'", "undone", "done")

    def next_undo(self) -> StepRecord | None:
        """The step that `undo` would take back."""
        return self._next("select max(id) from step where state in ('done', 'final')", "done")

    def next_redo(self) -> StepRecord | None:
        """The step that `redo` would do again."""
        return self._next("select min(id) from step where state='undone'", "undone")

    def _next(self, which: str, state: str) -> StepRecord | None:
        found = self._database.one(f"{_STEP} where id=({which}) and state=?", (state,))
        return _step_record(found) if found else None

    def _toggle(self, which: str, state: str, after: str) -> Changes:
        record = self._next(which, state)
        if record is None:
            return Changes()
        database = self._database
        with self.transaction(quiet=record.quiet):
            database.run("pragma defer_foreign_keys=on")
            self._stamp(record.id, quiet=record.quiet)
            if record.quiet:
                exchange(database, record.id)
            else:
                self._put_all_back(record.id)
            database.run("update step set state=? where id=?", (after, record.id))
            return self.changes(record.id)

    def _put_all_back(self, step: int) -> None:
        """Put a step's images back, last first; the triggers record what was there until now."""
        images = self._database.rows(
            "select tbl, before is null, row, before from change where step=? order by seq desc", (step,)
        )
        self._database.run("delete from change where step=?", (step,))
        for (table, gone), run in itertools.groupby(images, key=lambda image: image[:2]):
            self._put_back(table, gone, [image[2:] for image in run])

    def _put_back(self, table: str, gone: int, images: list[tuple[str, str]]) -> None:
        """Make rows what their images say, in one run: gone, or there with these values.

        A column that a migration added since is not in an image, and keeps what it has.
        """
        if gone:
            self._database.run_many(f"delete from {table} where id=?", ((row,) for row, _ in images))
            return
        rows = [json.loads(before) for _, before in images]
        put(self._database, table, [column for column in columns(self._database, table) if column in rows[0]], rows)

    # History

    def size(self, step: int) -> int:
        """How many rows a step touched, quiet ones left aside."""
        return self._database.one("select count(distinct tbl || row) from change where step=? and not quiet", (step,))[
            0
        ]

    def row_before(self, step: int, table: str, row: str) -> dict[str, Any]:
        """What a row was before a step, or before the step was undone, touched it; empty where it wasn't there."""
        found = self._database.one(
            "select before from change where step=? and tbl=? and row=? and before is not null order by seq limit 1",
            (step, table, row),
        )
        return json.loads(found[0]) if found else {}

    def record(self, step: int) -> StepRecord | None:
        """One step by its number."""
        found = self._database.one(f"{_STEP} where id=?", (step,))
        return _step_record(found) if found else None

    def records(self, limit: int = -1) -> list[StepRecord]:
        """All steps, newest first."""
        return [_step_record(row) for row in self._database.rows(f"{_STEP} order by id desc limit ?", (limit,))]

    def records_of(self, steps: Iterable[int]) -> dict[int, StepRecord]:
        """Some steps by their numbers."""
        wanted = (json.dumps(list(steps)),)
        found = self._database.rows(f"{_STEP} where id in (select value from json_each(?))", wanted)
        return {row[0]: _step_record(row) for row in found}

    def outline(self) -> list[tuple[str, str, list[int]]]:
        """The numbers of all steps by the local day (ISO) they were made on and by coder, in no order."""
        # One row a day and coder: fetching a row for each of very many steps takes three times as long.
        found = self._database.rows(
            "select date(at, 'localtime') as day, coder, json_group_array(id) from step group by day, coder"
        )
        return [(day, coder, json.loads(steps)) for day, coder, steps in found]


_STEP = "select id, verb, facts, coder, at, state, quiet from step"


def _step_record(row: tuple[Any, ...]) -> StepRecord:
    return StepRecord(row[0], row[1], json.loads(row[2]), row[3], row[4], row[5], bool(row[6]))


class _NothingChangedError(Exception):
    """Ends a step that changed nothing, so that its transaction is rolled back and leaves no empty step."""
