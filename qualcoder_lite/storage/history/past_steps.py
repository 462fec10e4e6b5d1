"""Taking back one step that others came after: a new step, from the images of rows that nobody touched since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.storage.history.images import images, put_back
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database
    from qualcoder_lite.storage.history.journal import Journal, Step


def refuse_taking_back(database: Database, step: int) -> None:
    """Raise UserError where a step is a merge, undone or final, or something it changed was changed again since."""
    found = database.one("select state, quiet, verb from step where id=?", (step,))
    if found is None or found[0] != "done":
        raise UserError(tr("This step is undone already, or is for good. There is nothing to take back."))
    if found[1] or found[2] == "new":
        raise UserError(tr("Copies that were brought together are taken back by Undo alone, one step after another."))
    if _tells(database, step, "codebook_change"):
        raise UserError(tr("A codebook keeps its own history: change it back in the codebook, and say why."))
    (later,) = database.one(
        "select exists(select 1 from change l join step s on s.id=l.step and s.state in ('done', 'final') "
        "where l.step>? and (l.tbl, l.row) in (select tbl, row from change where step=?))",
        (step, step),
    )
    if later:
        raise UserError(
            tr("What this step did was changed again later. Take the later step back first, or use Undo until here.")
        )


def take_back(database: Database, journal: Journal, step: int, taking: Step) -> None:
    """Bring the rows of a step back to what they were before it, inside the step `taking`.

    Raises UserError, for the caller to give the whole step up, where something made later hangs on what would go, or
    what it hung on is gone.
    """
    before = images(database, step)
    database.run("pragma defer_foreign_keys=on")
    put_back(database, before)
    touched = journal.changes(taking.id).touched
    own = {(image.table, image.row) for image in before}
    if any((table, row) not in own for table, rows in touched.items() for row in rows):
        raise UserError(tr("Something that was made later belongs to what this step made. Take that back first."))
    if any(database.rows(f"pragma foreign_key_check({table})") for table in {image.table for image in before}):
        raise UserError(tr("What this belonged to is gone by now, so it can’t be brought back by itself."))


def _tells(database: Database, step: int, table: str) -> bool:
    return bool(database.one("select exists(select 1 from change where step=? and tbl=?)", (step, table))[0])
