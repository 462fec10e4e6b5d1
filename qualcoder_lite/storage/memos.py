"""Memos, and the short memos that stand on codings themselves."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.memo import About, Memo, MemoKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

_COLUMNS = (
    "id",
    "kind",
    "title",
    "body",
    "coder_id",
    "written_at",
    "edited_at",
    "transcript_id",
    "start",
    "end",
    "coding_id",
    "code_id",
    "site_id",
    "participant_id",
    "feature_id",
)
# The coding that a memo is about says where it is, and its code.
_SELECT = (
    "select " + ", ".join(f'm."{column}"' for column in _COLUMNS) + ", "
    'c.transcript_id, c.start, c."end", c.code_id from memo m left join coding c on c.id=m.coding_id'
)
_KINDS = {kind.value for kind in MemoKind}


def add(database: Database, memo: Memo) -> None:
    """Insert a memo."""
    database.insert("memo", [_values(memo)], _COLUMNS)


def put(database: Database, memo: Memo) -> None:
    """Bring a memo to what is given."""
    sets = ", ".join(f'"{column}"=?' for column in _COLUMNS[1:])
    first, *others = _values(memo)
    database.run(f"update memo set {sets} where id=?", (*others, first))


def remove(database: Database, memos: Iterable[str]) -> None:
    """Delete memos."""
    database.run("delete from memo where id in (select value from json_each(?))", (json.dumps(list(memos)),))


def present(database: Database, memos: Iterable[str]) -> set[str]:
    """Which of some memos (ids) are there."""
    wanted = (json.dumps(list(memos)),)
    return {id_ for (id_,) in database.rows("select id from memo where id in (select value from json_each(?))", wanted)}


def move_codings(database: Database, codings: Mapping[str, str]) -> None:
    """Let memos about some codings be about others: from the ids on the left to those on the right."""
    database.run_many("update memo set coding_id=? where coding_id=?", ((new, old) for old, new in codings.items()))


def read(database: Database) -> list[Memo]:
    """All memos, and the short memos on codings, the latest first."""
    memos = [_memo(row) for row in database.rows(_SELECT)]
    return sorted([*memos, *_of_codings(database)], key=lambda memo: (memo.written_at, memo.id), reverse=True)


def about_coding(database: Database, coding: str) -> list[Memo]:
    """The memos about a coding that are not its own short memo, the oldest first."""
    return [
        _memo(row) for row in database.rows(f"{_SELECT} where m.coding_id=? order by m.written_at, m.id", (coding,))
    ]


def _of_codings(database: Database) -> list[Memo]:
    """The short memos on codings, dated by when the coding was last touched, which the merge clocks know.

    A settled coding says what the one says that it was taken from; that is told once.
    """
    found = database.rows(
        'select c.id, c.memo, c.coder_id, c.transcript_id, c.start, c."end", c.code_id, '
        "(select max(stamp) from clock k where k.tbl='coding' and k.row=c.id and k.grp in ('', 'all')) "
        "from coding c where c.memo<>'' and (c.decision_id is null or not exists ("
        "select 1 from coding o where o.decision_id is null and o.transcript_id=c.transcript_id "
        "and o.code_id=c.code_id and o.coder_id=c.coder_id and o.memo=c.memo))"
    )
    return [
        Memo(
            id=row[0],
            body=row[1],
            coder=row[2],
            written_at=_moment(row[7]),
            about=About(coding=row[0], transcript=row[3], start=row[4], end=row[5], code=row[6]),
        )
        for row in found
    ]


def _moment(stamp: str | None) -> str:
    """The time in a merge stamp, which begins with milliseconds."""
    milliseconds = (stamp or "").partition(".")[0]
    if not milliseconds.isdigit():
        return ""
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC).isoformat(timespec="seconds")


def _values(memo: Memo) -> tuple[Any, ...]:
    about = memo.about
    # Where a coding is, and its code, are its own business: they may change.
    is_passage = about.transcript and about.end > about.start and not about.coding
    return (
        memo.id,
        memo.kind,
        memo.title,
        memo.body,
        memo.coder,
        memo.written_at,
        memo.edited_at,
        about.transcript or None,
        about.start if is_passage else None,
        about.end if is_passage else None,
        about.coding or None,
        (about.code or None) if not about.coding else None,
        about.site or None,
        about.participant or None,
        about.feature or None,
    )


def _memo(row: tuple[Any, ...]) -> Memo:
    about = About(
        transcript=row[7] or "",
        start=row[8] or 0,
        end=row[9] or 0,
        code=row[11] or "",
        site=row[12] or "",
        participant=row[13] or "",
        feature=row[14] or "",
    )
    if row[10]:
        about = About(coding=row[10], transcript=row[15], start=row[16], end=row[17], code=row[18])
    return Memo(
        id=row[0],
        kind=MemoKind(row[1]) if row[1] in _KINDS else MemoKind.NOTE,
        title=row[2],
        body=row[3],
        coder=row[4],
        written_at=row[5],
        edited_at=row[6],
        about=about,
    )
