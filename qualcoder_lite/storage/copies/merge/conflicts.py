"""What both sides changed without knowing of each other, listed before one of the two is taken.

A side knows a stamp if it has `seen` one as late from the same opening of the same copy.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from qualcoder_lite.storage.history.shape import columns, groups, image
from qualcoder_lite.storage.people.withdrawals import WITHDRAWN
from qualcoder_lite.storage.schema.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qualcoder_lite.storage.file.database import Database

Side = Literal["here", "there"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing that was changed on both sides apart.

    `columns` are those that differ. `here` and `there` hold the whole row as each side has it, None where that side
    deleted it; `here_at` and `there_at` are when each side last changed it, by that side's clock, ISO in UTC.
    """

    table: str
    row: str
    columns: tuple[str, ...]
    here: Mapping[str, Any] | None
    there: Mapping[str, Any] | None
    here_at: str
    there_at: str
    kept: Side


def find(work: Database) -> Iterator[Conflict]:
    """What is in conflict between the working copy and the one attached to it, before they are joined."""
    for table in TABLES:
        all_columns = columns(work, table)
        for group, part in groups(table, all_columns):
            yield from _edited(work, table, all_columns, group, part)
        yield from _deleted(work, table, all_columns, "main", "other")
        yield from _deleted(work, table, all_columns, "other", "main")


def _edited(
    work: Database, table: str, all_columns: list[str], group: str, part: tuple[str, ...]
) -> Iterator[Conflict]:
    """A part of a row changed on both sides, to different values."""
    for row, ours, theirs, here, there in work.rows(
        f"select t.row, m.stamp, t.stamp, {image(all_columns, 'a')}, {image(all_columns, 'b')} from other.clock t "
        "join main.clock m on m.tbl=t.tbl and m.row=t.row and m.grp=t.grp and m.stamp<>t.stamp "
        "join other.clock y on y.tbl=t.tbl and y.row=t.row and y.grp='' "
        "join main.clock l on l.tbl=t.tbl and l.row=t.row and l.grp='' and l.stamp=y.stamp "
        f"join main.{table} a on a.id=t.row join other.{table} b on b.id=t.row "
        f"where t.tbl=? and t.grp=? and {_unknown('other', 'm')} and {_unknown('main', 't')}",
        (table, group),
    ):
        one, other = json.loads(here), json.loads(there)
        differing = tuple(column for column in part if one[column] != other[column])
        if differing:
            yield Conflict(
                table=table,
                row=row,
                columns=differing,
                here=one,
                there=other,
                here_at=_moment(ours),
                there_at=_moment(theirs),
                kept="here" if ours > theirs else "there",
            )


def _deleted(work: Database, table: str, all_columns: list[str], alive: str, dead: str) -> Iterator[Conflict]:
    """Deleted on one side while the other side changed it."""
    for row, life, edit, death, values in work.rows(
        f"select d.row, l.stamp, max(c.stamp), d.stamp, {image(all_columns, 'a')} from {dead}.clock d "
        f"join {alive}.clock l on l.tbl=d.tbl and l.row=d.row and l.grp='' and not l.dead "
        f"join {alive}.clock c on c.tbl=d.tbl and c.row=d.row and c.grp<>'' join {alive}.{table} a on a.id=d.row "
        f"where d.tbl=? and d.grp='' and d.dead and d.stamp<>? and {_unknown(dead, 'c')} and {_unknown(alive, 'd')} "
        "group by d.row",
        (table, WITHDRAWN),
    ):
        here = alive == "main"
        found = json.loads(values)
        yield Conflict(
            table=table,
            row=row,
            columns=(),
            here=found if here else None,
            there=None if here else found,
            here_at=_moment(edit if here else death),
            there_at=_moment(death if here else edit),
            kept="here" if (life > death) is here else "there",
        )


def _unknown(side: str, clock: str) -> str:
    return (
        f"not exists(select 1 from {side}.seen s where s.node=substr({clock}.stamp, 17) "
        f"and s.t>=cast(substr({clock}.stamp, 1, 15) as integer))"
    )


def _moment(stamp: str) -> str:
    """When a stamp was given, as ISO in UTC; empty where it was told by no clock that makes sense."""
    try:
        return datetime.fromtimestamp(int(stamp[:15]) / 1000, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return ""
