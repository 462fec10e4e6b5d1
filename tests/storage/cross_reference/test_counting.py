"""Codings as plain rows: the order and the choice that counting relies on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


@pytest.fixture
def settled(database: Database) -> str:
    """The id of a coding that came of a decision; the others are the coders' own."""
    transcript, code, coder = (
        database.one("select transcript_id, code_id, coder_id from coding order by id")[n] for n in range(3)
    )
    with Journal(database).step("settle"):
        database.run(
            'insert into decision(id, transcript_id, code_id, start, "end", decided_at) values(?, ?, ?, 0, 60, ?)',
            ("decision", transcript, code, "2026-03-02"),
        )
        database.run(
            'insert into coding(id, transcript_id, code_id, coder_id, start, "end", decision_id) '
            "values('settled', ?, ?, ?, 0, 44, 'decision')",
            (transcript, code, coder),
        )
    return "settled"


def test_rows_come_by_transcript_code_start_and_end(database: Database) -> None:
    rows = counting.coded_rows(database)
    assert len(rows) == 6
    assert rows == sorted(rows, key=lambda row: row[:4])
    assert counting.lean_rows(database) == [row[:5] for row in rows]


def test_rows_share_the_strings_that_stand_in_many(database: Database) -> None:
    rows = counting.coded_rows(database)
    for column in (0, 1, 4, 6):
        assert len({id(row[column]) for row in rows}) == len({row[column] for row in rows}) < len(rows)


def test_settled_codings_and_the_coders_own_are_kept_apart(database: Database, settled: str) -> None:
    assert settled not in {row[5] for row in counting.coded_rows(database)}
    assert [row[5] for row in counting.settled_rows(database)] == [settled]
    assert [row[2:] for row in counting.decision_rows(database)] == [(0, 60)]


@pytest.mark.parametrize("more", [0, 10])
def test_rows_are_narrowed_to_codes_and_coders(database: Database, more: int) -> None:
    """With a few codes SQLite searches for each, with many it goes through the whole index: the rows are the same."""
    every = counting.coded_rows(database)
    others = [row[0] for row in database.rows("select id from code where id not in (select code_id from coding)")]
    code, coder = every[0][1], every[0][6]
    found = counting.coded_rows(database, codes={code, *others[:more]}, coders={coder})
    assert found == [row for row in every if row[6] == coder]
    assert counting.coded_rows(database, codes=set(others[: more + 1])) == []


def test_linked_rows_are_those_with_a_link(database: Database) -> None:
    linked = {coding for coding, _, _ in counting.link_rows(database)}
    assert {row[5] for row in counting.coded_rows(database, linked=True)} == linked
    assert 0 < len(linked) < 6


def test_memos_are_those_that_say_something(database: Database) -> None:
    every = [row[5] for row in counting.coded_rows(database)]
    assert list(counting.memos_of(database, every).values()) == ["come back to this"]
    assert counting.memos_of(database) == counting.memos_of(database, every)
    assert counting.memos_of(database, []) == {}
