"""What was recorded of one feature at one site over time, read back from the journal's images."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.domain.people import CellChange, FeatureState, RegisterEntry

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

_NOTHING = RegisterEntry()
_KEPT = ("done", "final")


def read(database: Database, site: str, feature: str) -> list[CellChange]:
    """The changes of a cell of the register, the latest first.

    An image is what a row was before a step; what it was after is the image of the next step, or the row as it is.
    Steps that were undone have taken their changes back, and so are passed over.
    """
    now = {
        id_: RegisterEntry(state=FeatureState(state), source=source, note=note)
        for id_, state, source, note in database.rows(
            "select id, state, source, note from register_entry where site_id=? and feature_id=?", (site, feature)
        )
    }
    ids = {*now, natural_id("register-entry", site, feature)}
    steps = database.rows(
        "select c.row, c.step, s.at, s.coder, s.verb, s.state, c.before from change c join step s on s.id=c.step "
        "where c.tbl='register_entry' and c.row in (select value from json_each(?)) order by c.seq",
        (json.dumps(sorted(ids)),),
    )
    found: list[tuple[int, CellChange]] = []
    for row in ids:
        after = now.get(row, _NOTHING)
        of_row = {step: rest for id_, step, *rest in reversed(steps) if id_ == row}  # of one step the first image
        for step, (at, coder, verb, state, image) in sorted(of_row.items(), reverse=True):
            if state in _KEPT:
                before = _entry(image)
                if before != after:
                    change = CellChange(before=before, after=after, at=at, coder=coder, verb=verb)
                    found.append((step, change))
                after = before
    return [change for _, change in sorted(found, key=lambda each: each[0], reverse=True)]


def _entry(image: str | None) -> RegisterEntry:
    """The entry that an image holds; nothing recorded where the row wasn't there."""
    if image is None:
        return _NOTHING
    row = json.loads(image)
    return RegisterEntry(
        state=FeatureState(row.get("state") or FeatureState.UNKNOWN),
        source=row.get("source") or "",
        note=row.get("note") or "",
    )
