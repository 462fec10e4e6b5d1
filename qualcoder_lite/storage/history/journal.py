"""The journal: every user action is one named step, undone and redone from the images its triggers wrote.

The tables' `triggers` write the image that a row had *before* the step touched it. Undo puts those images back, and
while it does so the same triggers record the inverse under the same step: redo is undo again. Cascades are covered, ids
come back as they were, it survives a restart and has no cap. For a merge of two copies undo is simply a newer edit.

A step's verb and facts hold ids, positions and counts, never quoted text: they are put into words when they are shown.
Writing outside a step fails, because `change.step` may not be null. With “insert or ignore” the trigger's failure would
be ignored too: what may be there already is written with “on conflict do nothing”.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.changes import Changes
from qualcoder_lite.storage.file.faults import in_words
from qualcoder_lite.storage.history import records
from qualcoder_lite.storage.history.bulk import exchange
from qualcoder_lite.storage.history.images import images, put_back
from qualcoder_lite.storage.history.triggers import BY_ITSELF
from qualcoder_lite.storage.schema.tables import BOOKKEEPING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping

    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.records import StepRecord


@dataclass
class Step:
    """One user action while it is written: `facts` may still grow; `changes` is there once it is done."""

    id: int
    facts: dict[str, Any]
    changes: Changes = field(default_factory=Changes)


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
        return self._toggle(records.to_undo(self._database), "undone")

    def redo(self) -> Changes:
        """Do again what was undone last; empty Changes when there is nothing."""
        return self._toggle(records.to_redo(self._database), "done")

    def _toggle(self, record: StepRecord | None, after: str) -> Changes:
        if record is None:
            return Changes()
        database = self._database
        with self.transaction(quiet=record.quiet):
            database.run("pragma defer_foreign_keys=on")
            self._stamp(record.id, quiet=record.quiet)
            if record.quiet:
                exchange(database, record.id)
            else:
                found = images(database, record.id)
                # The triggers write what was there until now in their place.
                database.run("delete from change where step=?", (record.id,))
                put_back(database, found)
            database.run("update step set state=? where id=?", (after, record.id))
            return self.changes(record.id)


class _NothingChangedError(Exception):
    """Ends a step that changed nothing, so that its transaction is rolled back and leaves no empty step."""
