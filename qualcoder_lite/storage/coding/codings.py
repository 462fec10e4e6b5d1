"""Codings with their links to features, coders' own and those that decisions settled."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.coding import Attribution, Coding, Direction, Polarity
from qualcoder_lite.domain.names import natural_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database

_COLUMNS = (
    "id",
    "transcript_id",
    "code_id",
    "coder_id",
    "start",
    "end",
    "polarity",
    "sure",
    "memo",
    "decision_id",
)
_SELECT = "select " + ", ".join(f'c."{column}"' for column in _COLUMNS) + " from coding c "


# Writing


def add(database: Database, codings: Sequence[Coding]) -> None:
    """Insert codings with their links."""
    database.insert("coding", (_values(coding) for coding in codings), _COLUMNS)
    _add_links(database, codings)


def update(database: Database, codings: Sequence[Coding]) -> None:
    """Bring codings, and their links, to what is given."""
    sets = ", ".join(f'"{column}"=?' for column in _COLUMNS[1:])
    database.run_many(
        f"update coding set {sets} where id=?", ((*values[1:], values[0]) for values in map(_values, codings))
    )
    kept = json.dumps([_link_id(coding, link) for coding in codings for link in coding.attributions])
    database.run(
        "delete from attribution where coding_id in (select value from json_each(?)) "
        "and id not in (select value from json_each(?))",
        (json.dumps([coding.id for coding in codings]), kept),
    )
    _add_links(database, codings)


def remove(database: Database, codings: Iterable[str]) -> None:
    """Delete codings; their links go with them."""
    database.run("delete from coding where id in (select value from json_each(?))", (json.dumps(list(codings)),))


def _values(coding: Coding) -> tuple[Any, ...]:
    return (
        coding.id,
        coding.transcript,
        coding.code,
        coding.coder,
        coding.start,
        coding.end,
        coding.polarity,
        int(coding.sure),
        coding.memo,
        coding.decision,
    )


def _add_links(database: Database, codings: Iterable[Coding]) -> None:
    database.run_many(
        "insert into attribution(id, coding_id, feature_id, direction) values(?, ?, ?, ?) on conflict do nothing",
        (
            (_link_id(coding, link), coding.id, link.feature, link.direction)
            for coding in codings
            for link in coding.attributions
        ),
    )


def _link_id(coding: Coding, link: Attribution) -> str:
    return natural_id("attribution", coding.id, link.feature, link.direction)


# Reading


def by_id(database: Database, ids: Iterable[str]) -> dict[str, Coding]:
    """The codings with these ids, as far as they are there."""
    return _codings(database, "c.id in (select value from json_each(?))", list(ids))


def of_transcripts(database: Database, transcripts: Iterable[str]) -> dict[str, Coding]:
    """The codings of some transcripts, in order of position."""
    return _codings(database, "c.transcript_id in (select value from json_each(?))", list(transcripts))


def of_codes(database: Database, codes: Iterable[str]) -> dict[str, Coding]:
    """The codings with some codes (ids), settled ones among them, in order of transcript and position."""
    return _codings(database, "c.code_id in (select value from json_each(?))", list(codes))


def of_coder(database: Database, coder: str) -> dict[str, Coding]:
    """All codings of one coder (an id)."""
    return _codings(database, "c.coder_id in (select value from json_each(?))", [coder])


def alike(database: Database, codings: Iterable[Coding]) -> dict[str, Coding]:
    """The coders' own codings that have transcript, code, coder, start and end in common with one of these."""
    places = [(coding.transcript, coding.code, coding.start, coding.end, coding.coder) for coding in codings]
    return _codings(
        database,
        "c.decision_id is null and c.id in ("
        "select x.id from json_each(?) k join coding x on x.transcript_id=json_extract(k.value, '$[0]') "
        "and x.code_id=json_extract(k.value, '$[1]') and x.start=json_extract(k.value, '$[2]') "
        "and x.\"end\"=json_extract(k.value, '$[3]') and x.coder_id=json_extract(k.value, '$[4]'))",
        places,
    )


def _codings(database: Database, where: str, wanted: Sequence[Any]) -> dict[str, Coding]:
    value = (json.dumps(wanted),)
    links: dict[str, list[Attribution]] = {}
    for coding, feature, direction in database.rows(
        "select a.coding_id, a.feature_id, a.direction from coding c join attribution a on a.coding_id=c.id "
        f"where {where} order by a.rowid",
        value,
    ):
        links.setdefault(coding, []).append(Attribution(feature, Direction(direction)))
    return {
        row[0]: Coding(
            id=row[0],
            transcript=row[1],
            code=row[2],
            coder=row[3],
            start=row[4],
            end=row[5],
            polarity=Polarity(row[6]),
            sure=bool(row[7]),
            memo=row[8],
            decision=row[9],
            attributions=tuple(links.get(row[0], ())),
        )
        for row in database.rows(f'{_SELECT} where {where} order by c.transcript_id, c.start, c."end", c.id', value)
    }


def count(database: Database) -> int:
    """How many codings there are in the project."""
    return database.one("select count(*) from coding")[0]


def counts(database: Database) -> Counter[str]:
    """How many codings each transcript has."""
    return Counter(dict(database.rows("select transcript_id, count(*) from coding group by transcript_id")))


def reached(database: Database, coder: str | None = None) -> dict[str, tuple[int, int]]:
    """How many codings each transcript has, and where the furthest of them ends; of all coders, or one (an id)."""
    return {
        transcript: (codings, end)
        for transcript, codings, end in database.rows(
            'select transcript_id, count(*), max("end") from coding '
            "where decision_id is null and (?1 is null or coder_id=?1) group by transcript_id",
            (coder,),
        )
    }


def unsure(database: Database) -> set[str]:
    """The codings (ids) that somebody marked "not sure"."""
    return {coding for (coding,) in database.rows("select id from coding where sure=0")}


def settled_and_most(database: Database) -> tuple[int, int]:
    """How many codings are settled ones, and how many the coder has who has most."""
    (settled,) = database.one("select count(*) from coding where decision_id is not null")
    own = "select count(*) as n from coding where decision_id is null group by coder_id"
    (most,) = database.one(f"select coalesce(max(n), 0) from ({own})")
    return settled, most


def coders_by_transcript(database: Database) -> dict[str, set[str]]:
    """The coders (ids) who have codings of their own in each transcript."""
    coders: dict[str, set[str]] = {}
    for transcript, coder in database.rows(
        "select distinct transcript_id, coder_id from coding where decision_id is null"
    ):
        coders.setdefault(transcript, set()).add(coder)
    return coders
