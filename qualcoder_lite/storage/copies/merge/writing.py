"""Writing what a merge comes to into the project: one quiet step, or nothing at all.

In every statement `merged` is the working copy, attached to the project. Only what differs is written, so that the
step holds just that, and undo gives the project back as it was.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.changes import Changes
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.storage.history.bulk import bring
from qualcoder_lite.storage.history.shape import any_differs, columns, names
from qualcoder_lite.storage.people import withdrawals
from qualcoder_lite.storage.schema.tables import BOOKKEEPING
from qualcoder_lite.storage.upkeep import scrub
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.storage.copies.merge.join import Joined
    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.journal import Journal

_HALF_WAY = 60  # of a hundred: nobody knows how far a statement is
_OFTEN = 100_000  # instructions of SQLite's between two looks whether to go on


def write(project: Database, journal: Journal, joined: Joined, facts: Mapping[str, Any], coder: str) -> Changes:
    """Bring the project to what the working copy holds; empty Changes where that is the same.

    A final merge cleans the file afterwards, and what that couldn't reach is told in the project's notices. Raises
    UserError where the project was changed after it was copied, or couldn't be cleaned.
    """
    if joined.final:
        scrub.refuse_unfit(project)
    with _attached(project, joined.work):
        _refuse_stale(project)
        changes = _write(project, journal, joined, facts, coder)
    if joined.final:
        project.notices += scrub.finish(project)
    return changes


def _write(project: Database, journal: Journal, joined: Joined, facts: Mapping[str, Any], coder: str) -> Changes:
    tables = [table for (table,) in project.rows("select distinct tbl from merged.effect")]
    if not tables:
        # What the others know, such as what they deleted before we ever saw it, is no action that could be undone.
        with journal.transaction():
            _write_knowledge(project, None)
        return Changes()
    with journal.step("merge", facts, coder=coder, quiet=True, final=joined.final) as step:
        _write_texts(project)
        for table in tables:
            _write_rows(project, step.id, table)
        _write_knowledge(project, step.id)
        if joined.final:
            touched = journal.changes(step.id)
            withdrawals.delete(project, withdrawals.closure(project, joined.withdrawn))
            # Nobody goes back beyond a final step, and the images of those before hold what was taken away there.
            project.run("update change set before=null where before is not null")
            scrub.within_step(project, step.id)
            return touched
    return step.changes


@contextmanager
def stoppable(project: Database, progress: Progress) -> Generator[None]:
    """Let a person stop what is being written, however long a statement takes; nothing of it remains then."""
    stopped: list[CancelledError] = []

    def go_on() -> int:
        try:
            progress(_HALF_WAY, 100)
        except CancelledError as wish:
            stopped.append(wish)
        return len(stopped)

    project.connection.set_progress_handler(go_on, _OFTEN)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        project.connection.set_progress_handler(None, 0)


@contextmanager
def _attached(project: Database, work: Path) -> Generator[None]:
    project.run("attach ? as merged", (str(work),))
    try:
        yield
    finally:
        project.run("detach merged")


def _refuse_stale(project: Database) -> None:
    if project.one("select main.now.stamp is not merged.now.stamp from main.now, merged.now")[0]:
        raise UserError(
            tr("The project was changed after the copies were looked at. Look at them again, then bring them together.")
        )


def _write_texts(project: Database) -> None:
    project.run(
        "insert or ignore into main.text select * from merged.text "
        "where id in (select text_id from merged.transcript except select id from main.text)"
    )


def _write_rows(project: Database, step: int, table: str) -> None:
    touched = f"from merged.effect where tbl='{table}'"
    bring(
        project,
        step,
        table,
        columns(project, table),
        going=f"select row {touched} and what='deleted'",
        coming=f"select * from merged.{table} where id in (select row {touched} and what<>'deleted') order by rowid",
    )


def _write_knowledge(project: Database, step: int | None) -> None:
    """Clocks of what was touched, what is parked, and the greatest clocks seen."""
    for table, key in BOOKKEEPING.items():
        all_columns = columns(project, table)
        same = " and ".join(f"m.{column}=o.{column}" for column in key)
        looked_at = f"main.{table} o", f"merged.{table} m"
        if table == "clock":  # there are as many as rows; only those of what was touched can differ
            looked_at = tuple(
                f"merged.touched x join {each} on {each[-1]}.tbl=x.tbl and {each[-1]}.row=x.row" for each in looked_at
            )
        bring(
            project,
            step,
            table,
            all_columns,
            going=f"select {names(key, 'o.')} from {looked_at[0]} left join merged.{table} m on {same} "
            f"where m.{key[0]} is null",
            coming=f"select m.* from {looked_at[1]} left join main.{table} o on {same} "
            f"where {any_differs(all_columns, 'm', 'o')}",
        )
