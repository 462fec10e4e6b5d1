"""Meetings at which coders looked at where they differ, and the places that they looked at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.storage.file.database import Database

_ITEM = ("id", "meeting_id", "transcript_id", "start", "end", "sides", "matter", "note", "looked_at")
_COLUMNS = ", ".join(f'"{column}"' for column in _ITEM)

#: A coder, the code that they put there or "", and whether it was delivered: ids.
StoredSide = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting: the day (2026-06-03), the names of those present, who took the minutes (a coder's id)."""

    id: str
    held_on: str
    present: tuple[str, ...]
    coder: str | None
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """A place that was looked at in a meeting. Times are ISO, in UTC; `matter` is empty where nothing was decided."""

    id: str
    meeting: str
    transcript: str
    start: int
    end: int
    sides: tuple[StoredSide, ...]
    matter: str = ""
    note: str = ""
    looked_at: str


def read(database: Database) -> list[MeetingRow]:
    """All meetings, the latest day first."""
    return [
        MeetingRow(id=id_, held_on=day, present=tuple(present.splitlines()), coder=coder, made_at=made_at)
        for id_, day, present, coder, made_at in database.rows(
            "select id, held_on, present, coder_id, made_at from meeting order by held_on desc, made_at desc, id"
        )
    ]


def items(database: Database, meeting: str) -> list[ItemRow]:
    """What was looked at in a meeting, in that order."""
    rows = database.rows(f"select {_COLUMNS} from meeting_item where meeting_id=? order by looked_at, id", (meeting,))
    return [_item(row) for row in rows]


def add(database: Database, meeting: MeetingRow) -> None:
    """Insert a meeting."""
    values = (meeting.id, meeting.held_on, "\n".join(meeting.present), meeting.coder, meeting.made_at)
    database.insert("meeting", [values], ("id", "held_on", "present", "coder_id", "made_at"))


def put_items(database: Database, found: Iterable[ItemRow]) -> None:
    """Bring items of a meeting to what is given; new ones are added."""
    for item in found:
        values = (
            item.id,
            item.meeting,
            item.transcript,
            item.start,
            item.end,
            json.dumps(item.sides),
            item.matter,
            item.note,
            item.looked_at,
        )
        database.run(
            f"insert into meeting_item({_COLUMNS}) values(?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict(id) do update set "
            "matter=excluded.matter, note=excluded.note",
            values,
        )


def remove(database: Database, meeting: str) -> None:
    """Delete a meeting, with what was looked at in it."""
    database.run("delete from meeting where id=?", (meeting,))


def _item(row: tuple[Any, ...]) -> ItemRow:
    return ItemRow(
        id=row[0],
        meeting=row[1],
        transcript=row[2],
        start=row[3],
        end=row[4],
        sides=tuple((coder, code, polarity) for coder, code, polarity in json.loads(row[5])),
        matter=row[6],
        note=row[7],
        looked_at=row[8],
    )
