"""What rows were before a step, and making them that again."""

from __future__ import annotations

import itertools
import json
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.storage.history.shape import columns, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database


class Image(NamedTuple):
    """What a row (an id) was, as a JSON object; None where it wasn't there."""

    table: str
    row: str
    before: str | None

    @property
    def gone(self) -> bool:
        """Whether there was no such row."""
        return self.before is None


def images(database: Database, step: int) -> list[Image]:
    """The images that a step wrote, last first."""
    found = database.rows("select tbl, row, before from change where step=? order by seq desc", (step,))
    return [Image(*row) for row in found]


def put_back(database: Database, images: Iterable[Image]) -> None:
    """Make rows what their images say, in this order: gone, or there with these values."""
    for (table, gone), run in itertools.groupby(images, key=attrgetter("table", "gone")):
        if gone:
            database.run_many(f"delete from {table} where id=?", ((image.row,) for image in run))
        else:
            _put(database, table, [image.before or "" for image in run])


def _put(database: Database, table: str, before: Sequence[str]) -> None:
    rows = [json.loads(image) for image in before]
    # A column that a migration added since is not in an image, and keeps what it has.
    put(database, table, [column for column in columns(database, table) if column in rows[0]], rows)
