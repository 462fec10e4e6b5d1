"""What is kept of transcripts goes as soon as something that it was counted from is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.cross_reference import Heard
from qualcoder_lite.domain.cross_reference.hearing import Counted, heard
from qualcoder_lite.storage.cross_reference import hearing
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

ELSIE = "(select id from transcript where title = 'Elsie')"
HAROLD = "(select id from transcript where title = 'Harold')"
HERS = f"(select id from coding where transcript_id = {ELSIE} limit 1)"
CODE = "(select id from code limit 1)"

OF_ELSIE = {
    "a coding": f'insert into coding(id, transcript_id, code_id, coder_id, start, "end") '
    f"select 'new', {ELSIE}, {CODE}, id, 1, 5 from coder limit 1",
    "a changed coding": f"update coding set polarity = 'mixed' where transcript_id = {ELSIE}",
    "a coding that is gone": f"delete from coding where id = {HERS}",
    "a link": f"insert into attribution(id, coding_id, feature_id, direction) values('new', {HERS}, {CODE}, 'helped')",
    "a changed link": f"update attribution set direction = 'hindered' where coding_id in "
    f"(select id from coding where transcript_id = {ELSIE})",
    "a link that is gone": f"delete from attribution where coding_id in "
    f"(select id from coding where transcript_id = {ELSIE})",
    "a decision": f'insert into decision(id, transcript_id, code_id, start, "end", decided_at) '
    f"values('new', {ELSIE}, {CODE}, 1, 5, '')",
    "other turns": f"update turn_list set ends = starts where id = {ELSIE}",
    "another text": f"update transcript set text_id = (select text_id from transcript where title = 'Harold') "
    f"where id = {ELSIE}",
}
OF_ALL = {
    "a code in another group": "update code set group_id = (select max(id) from code_group)",
    "a group in another codebook": "update code_group set codebook_id = (select max(id) from codebook)",
    "another kind of codebook": "update codebook set kind = 'other'",
}
OF_NONE = {
    "a name": "update code set name = name || '!'",
    "a done mark": "delete from done",
    "a title": "update transcript set title = title || '!'",
}


@pytest.fixture
def kept(database: Database) -> Database:
    transcripts = [id_ for (id_,) in database.rows("select id from transcript")]
    for lens in ("sites", "passages"):
        hearing.keep(database, lens, dict.fromkeys(transcripts, Heard()))
    assert hearing.unheard(database, "sites") == []
    return database


def unheard_after(database: Database, statement: str) -> list[str]:
    titles = dict(database.rows("select id, title from transcript"))
    with Journal(database).step("by-hand"):
        database.run(statement)
    gone = hearing.unheard(database, "sites")
    assert set(gone) == set(hearing.unheard(database, "passages"))
    return sorted(titles[id_] for id_ in gone)


@pytest.mark.parametrize("statement", OF_ELSIE.values(), ids=OF_ELSIE)
def test_what_is_written_of_a_transcript_lets_go_of_that_one(kept: Database, statement: str) -> None:
    assert unheard_after(kept, statement) == ["Elsie"]


@pytest.mark.parametrize("statement", OF_ALL.values(), ids=OF_ALL)
def test_what_makes_a_code_an_outcome_lets_go_of_all(kept: Database, statement: str) -> None:
    assert unheard_after(kept, statement) == ["Elsie", "Harold"]


@pytest.mark.parametrize("statement", OF_NONE.values(), ids=OF_NONE)
def test_what_nothing_was_counted_from_lets_go_of_none(kept: Database, statement: str) -> None:
    assert unheard_after(kept, statement) == []


def test_undo_and_redo_let_go_too(kept: Database) -> None:
    unheard_after(kept, OF_ELSIE["a link that is gone"])
    for again in (Journal(kept).undo, Journal(kept).redo):
        hearing.keep(kept, "sites", dict.fromkeys(hearing.unheard(kept, "sites"), Heard()))
        again()
        assert len(hearing.unheard(kept, "sites")) == 1


def test_what_is_kept_comes_back_as_it_was_heard(kept: Database) -> None:
    transcript = kept.one(f"select {ELSIE}")[0]
    counts = {("o1", "f1"): Counted(1, 0, 2, 0, helped=1), ("o1", "f2"): Counted(0, 0, 0, 3)}
    said = heard(counts, spoken=["f2", "f1"])
    hearing.keep(kept, "attributions", {transcript: said})
    assert hearing.kept(kept, "attributions")[transcript] == said


def test_a_transcript_that_is_deleted_takes_what_was_heard_of_it_along(kept: Database) -> None:
    with Journal(kept).step("by-hand"):
        kept.run(f"delete from transcript where id = {HAROLD}")
    assert len(hearing.kept(kept, "sites")) == 1
