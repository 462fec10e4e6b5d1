"""The framework chart's summaries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.chart.cells import Subject, SubjectKind, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qualcoder_lite.storage.file.database import Database

_ABOUT = {
    SubjectKind.PARTICIPANT: "participant_id",
    SubjectKind.TRANSCRIPT: "transcript_id",
    SubjectKind.SITE: "site_id",
    SubjectKind.CLIENT_GROUP: "client_group",
}
_COLUMNS = ("id", "code_id", *_ABOUT.values(), "body", "quotes", "basis", "coder_id", "written_at")


def read(database: Database) -> list[Summary]:
    """All summaries, the oldest first."""
    rows = database.rows(f"select {', '.join(_COLUMNS)} from summary order by written_at, id")
    return [summary for row in rows if (summary := _summary(row)) is not None]


def put(database: Database, summary: Summary) -> None:
    """Insert a summary, or bring one to what is given."""
    row = _values(summary)
    if database.rows("select 1 from summary where id=?", (summary.id,)):
        sets = ", ".join(f"{column}=?" for column in _COLUMNS[1:])
        database.run(f"update summary set {sets} where id=?", (*row[1:], row[0]))
    else:
        database.insert("summary", [row], _COLUMNS)


def remove(database: Database, summaries: Iterable[str]) -> None:
    """Delete summaries."""
    database.run("delete from summary where id in (select value from json_each(?))", (json.dumps(list(summaries)),))


def move_codings(database: Database, codings: Mapping[str, str]) -> None:
    """Let summaries refer to other codings: to the ids on the right where they did to those on the left."""
    for id_, quotes in database.rows("select id, quotes from summary where quotes<>'[]'"):
        now = json.dumps([codings.get(coding, coding) for coding in json.loads(quotes)])
        if now != quotes:
            database.run("update summary set quotes=? where id=?", (now, id_))


def _values(summary: Summary) -> tuple[Any, ...]:
    about = tuple(
        summary.subject.key if kind is summary.subject.kind else "" if kind is SubjectKind.CLIENT_GROUP else None
        for kind in _ABOUT
    )
    return (
        summary.id,
        summary.code,
        *about,
        summary.body,
        json.dumps(list(summary.quotes)),
        json.dumps(dict(summary.basis)),
        summary.coder,
        summary.written_at,
    )


def _summary(row: tuple[Any, ...]) -> Summary | None:
    """A summary; None for one whose person or site a merge has yet to bring."""
    subject = next((Subject(kind, key) for kind, key in zip(_ABOUT, row[2:6], strict=True) if key), None)
    if subject is None:
        return None
    return Summary(
        id=row[0],
        code=row[1],
        subject=subject,
        body=row[6],
        quotes=tuple(json.loads(row[7])),
        basis=json.loads(row[8]),
        coder=row[9],
        written_at=row[10],
    )
