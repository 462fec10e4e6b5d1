"""Reading codings as plain rows, for counting and retrieval over a whole project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.agreement.columns import CODER_BITS, END_BITS
from qualcoder_lite.storage.agreement.decisions import COVERING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from qualcoder_lite.domain.passage import CodedRow, DecisionRow, FullRow
    from qualcoder_lite.storage.file.database import Database

_LEAN = 'select c.transcript_id, c.code_id, c.start, c."end", c.polarity'
_FULL = f"{_LEAN}, c.id, c.coder_id"
_ORDER = 'order by c.transcript_id, c.code_id, c.start, c."end"'
_FEW = 4


def coded_rows(
    database: Database,
    *,
    codes: Collection[str] | None = None,
    coders: Collection[str] | None = None,
    transcripts: Collection[str] | None = None,
    linked: bool = False,
) -> list[FullRow]:
    """The coders' own codings in order of transcript, code, start, end.

    Only those of some codes, coders or transcripts where these are given; `linked` keeps only codings with a link to a
    feature.
    """
    rows = database.each(*_coded(_FULL, codes, coders, transcripts, linked=linked))
    return _sharing(rows, _ids(database) if transcripts is None else {})


def lean_rows(
    database: Database,
    *,
    codes: Collection[str] | None = None,
    coders: Collection[str] | None = None,
    transcripts: Collection[str] | None = None,
) -> list[CodedRow]:
    """The same without ids of codings and coders, for counting what needs neither: a third quicker."""
    return database.rows(*_coded(_LEAN, codes, coders, transcripts, linked=False))


def _coded(
    select: str,
    codes: Collection[str] | None,
    coders: Collection[str] | None,
    transcripts: Collection[str] | None,
    *,
    linked: bool,
) -> tuple[str, dict[str, Any]]:
    """A query for the coders' own codings, and its values."""
    where, values = ["c.decision_id is null"], dict[str, Any]()
    _narrow(where, values, "code_id", codes)
    _narrow(where, values, "coder_id", coders)
    if transcripts is not None:
        where.append("c.transcript_id in (select value from json_each(:transcripts))")
        values["transcripts"] = json.dumps(list(transcripts))
    if linked:
        where.append("c.id in (select coding_id from attribution)")
    return f"{select} from coding c where {' and '.join(where)} {_ORDER}", values


def _sharing(rows: Iterable[FullRow], strings: dict[str, str]) -> list[FullRow]:
    """Rows with one string for each transcript, code, polarity and coder: SQLite gives every row strings of its own.

    They are two thirds of what 200,000 rows hold, and sharing them takes no longer than letting go of them.
    """
    one = strings.setdefault
    return [
        (one(row[0], row[0]), one(row[1], row[1]), row[2], row[3], one(row[4], row[4]), row[5], one(row[6], row[6]))
        for row in rows
    ]


def _ids(database: Database) -> dict[str, str]:
    """The strings that all rows of a project share, there before the rows.

    Among very many rows, each string that is kept would hold on to the memory around it when they go.
    """
    ids = database.rows("select id from transcript union all select id from code union all select id from coder")
    return {id_: id_ for (id_,) in ids}


def packed_rows(database: Database) -> tuple[list[tuple[str, str, str]], dict[int, str]]:
    """The coders' own codings, one row for each transcript and code, and the coders' ids by number.

    Each coding is one number, which `domain.agreement.columns` takes apart: a third of the time of a row for each.
    """
    together = database.rows(
        f"select c.transcript_id, c.code_id, group_concat((c.start<<{END_BITS + CODER_BITS}) | "
        f"(c.\"end\"<<{CODER_BITS}) | (select k.rowid from coder k where k.id=c.coder_id), ' ') "
        "from coding c where c.decision_id is null group by c.transcript_id, c.code_id"
    )
    return together, dict(database.rows("select rowid, id from coder"))


def used_codes(database: Database, coders: Collection[str]) -> set[str]:
    """The codes (ids) that some coders put on anything."""
    found = database.rows(
        "select distinct code_id from coding where decision_id is null "
        "and coder_id in (select value from json_each(?))",
        (json.dumps(list(coders)),),
    )
    return {code for (code,) in found}


def who_coded(database: Database) -> set[str]:
    """The coders (ids) who put any code on anything."""
    found = database.rows(
        "select id from coder k where exists(select 1 from coding c where c.coder_id=k.id and c.decision_id is null)"
    )
    return {coder for (coder,) in found}


def settled_rows(database: Database, *, codes: Collection[str] | None = None) -> list[FullRow]:
    """The settled codings, in the same order."""
    where, values = ["c.decision_id is not null"], dict[str, Any]()
    _narrow(where, values, "code_id", codes)
    rows = database.each(f"{_FULL} from coding c where {' and '.join(where)} {_ORDER}", values)
    return _sharing(rows, _ids(database))


def decision_rows(database: Database) -> list[DecisionRow]:
    """What decisions cover: transcript, code, start, end."""
    return database.rows(f'select transcript_id, code_id, start, "end" from decision where {COVERING}')


def link_rows(database: Database) -> list[tuple[str, str, str]]:
    """All links: coding, feature, direction."""
    return database.rows("select coding_id, feature_id, direction from attribution")


def has_links(database: Database) -> bool:
    """Whether any coding is linked to a feature."""
    return bool(database.one("select exists(select 1 from attribution)")[0])


def memos_of(database: Database, codings: Collection[str] | None = None) -> dict[str, str]:
    """What was thought of all codings, or of some (ids), by the coding's id: its short memo, then memos about it."""
    where, values = ("", ()) if codings is None else (" and {} in (select value from json_each(?1))", (_list(codings),))
    found: dict[str, str] = {}
    for coding, memo in database.rows(
        f"select id, memo from coding where memo <> ''{where.format('id')} "
        f"union all select * from (select coding_id, body from memo where coding_id is not null"
        f"{where.format('coding_id')} order by written_at, id)",
        values,
    ):
        found[coding] = f"{found[coding]}\n{memo}" if coding in found else memo
    return found


def _list(ids: Collection[str]) -> str:
    return json.dumps(list(ids))


def _narrow(where: list[str], values: dict[str, Any], column: str, wanted: Collection[str] | None) -> None:
    if wanted is not None:
        # The index coding_passage holds all that a row needs, in the order wanted: for more than a few codes one pass
        # through it takes a third of the time of a search for each code and a sort. The plus sign keeps SQLite to it.
        plus = "+" if len(wanted) > _FEW else ""
        where.append(f"{plus}c.{column} in (select value from json_each(:{column}))")
        values[column] = json.dumps(list(wanted))
