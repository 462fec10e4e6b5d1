"""Codings as they are stored: what goes in comes out, links and marks with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.coding import Attribution, Coding, Direction, Polarity
from qualcoder_lite.domain.names import natural_id
from qualcoder_lite.storage.coding import codings, done
from qualcoder_lite.storage.cross_reference import counting
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


@pytest.fixture
def coding(database: Database) -> Coding:
    """A coding with all that one can say, not stored yet."""
    transcript, coder = (database.one(f"select id from {table} order by id")[0] for table in ("transcript", "coder"))
    safe, joint, near = (row[0] for row in database.rows("select id from code order by id limit 3"))
    return Coding(
        id="new",
        transcript=transcript,
        code=safe,
        coder=coder,
        start=5,
        end=9,
        polarity=Polarity.MIXED,
        sure=False,
        memo="it's “so” 🙂",
        attributions=(Attribution(joint, Direction.HELPED), Attribution(near, Direction.HINDERED)),
    )


def _added(database: Database, *new: Coding) -> None:
    with Journal(database).step("code"):
        codings.add(database, new)


def test_a_coding_comes_back_as_it_was_stored(database: Database, coding: Coding) -> None:
    _added(database, coding)
    assert codings.by_id(database, ["new", "not there"]) == {"new": coding}
    assert codings.of_transcripts(database, [coding.transcript])["new"] == coding


@pytest.mark.parametrize(
    "other",
    [
        {"start": 0, "end": 4},
        {"polarity": Polarity.NOT_STATED, "sure": True, "memo": ""},
        {"attributions": ()},
    ],
)
def test_an_update_brings_all_of_it_to_what_is_given(
    database: Database, coding: Coding, other: dict[str, object]
) -> None:
    _added(database, coding)
    changed = replace(coding, **other)
    with Journal(database).step("recode"):
        codings.update(database, [changed])
    assert codings.by_id(database, ["new"]) == {"new": changed}


def test_an_update_leaves_a_link_that_stays_untouched(database: Database, coding: Coding) -> None:
    _added(database, coding)
    kept, dropped = coding.attributions
    added = Attribution(kept.feature, Direction.HINDERED)
    with Journal(database).step("recode") as step:
        codings.update(database, [replace(coding, attributions=(kept, added))])
    assert codings.by_id(database, ["new"])["new"].attributions == (kept, added)
    gone_and_new = {natural_id("attribution", "new", link.feature, link.direction) for link in (dropped, added)}
    assert step.changes.of("attribution") == gone_and_new


def test_a_removed_coding_takes_its_links_along(database: Database, coding: Coding) -> None:
    links = len(counting.link_rows(database))
    _added(database, coding)
    with Journal(database).step("uncode"):
        codings.remove(database, ["new"])
    assert codings.by_id(database, ["new"]) == {}
    assert len(counting.link_rows(database)) == links


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (5, 5), (9, 5)])
def test_a_stretch_that_is_none_is_not_stored(database: Database, coding: Coding, start: int, end: int) -> None:
    import sqlite3

    with pytest.raises(sqlite3.IntegrityError):
        _added(database, replace(coding, start=start, end=end))
    assert codings.by_id(database, ["new"]) == {}


def test_codings_come_in_order_of_position(database: Database, coding: Coding) -> None:
    _added(database, *(replace(coding, id=str(n), start=n, end=n + 3, attributions=()) for n in (9, 2, 30, 4)))
    found = codings.of_transcripts(database, [coding.transcript]).values()
    places = [(one.start, one.end) for one in found]
    assert places == sorted(places)


def test_alike_are_a_coders_own_on_the_very_same_passage(database: Database, coding: Coding) -> None:
    same = replace(coding, id="same", memo="another", attributions=())
    longer = replace(coding, id="longer", end=10, attributions=())
    _added(database, coding, longer)
    assert codings.alike(database, [same]) == {"new": coding}


def test_counts_are_by_transcript(database: Database, coding: Coding) -> None:
    before = codings.counts(database)
    _added(database, coding)
    assert codings.counts(database) - before == {coding.transcript: 1}
    assert codings.count(database) == before.total() + 1


def test_a_done_mark_that_is_there_stays_as_it_was(database: Database, coding: Coding) -> None:
    with Journal(database).step("done"):
        done.mark(database, coding.coder, [coding.transcript], "2026-03-02", "{}")
    first = database.rows("select * from done order by id")
    with Journal(database).step("done") as again:
        done.mark(database, coding.coder, [coding.transcript], "2027-03-02", '{"features": 2}')
    assert not again.changes
    assert database.rows("select * from done order by id") == first
    with Journal(database).step("not-done"):
        done.unmark(database, coding.coder, [coding.transcript])
    assert coding.coder not in done.coders_of(database).get(coding.transcript, [])
