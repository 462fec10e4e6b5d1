"""The journal's promise: whatever is done can be taken back and done again, row for row."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ReadOnlyProjectError
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import opening
from qualcoder_lite.storage.history import records
from qualcoder_lite.storage.history.journal import Journal
from qualcoder_lite.storage.schema.tables import TABLES
from tests.storage.helpers import clocks, new_coding, rows

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.storage.file.database import Database

_MAKE_CODER = "insert into coder(id, name) values(?, ?)"


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database)


def _id(database: Database, table: str, where: str = "1") -> str:
    return database.one(f"select id from {table} where {where} order by id")[0]


# Steps


def test_a_step_is_taken_back_and_done_again(database: Database, journal: Journal) -> None:
    before = rows(database)
    with journal.step("add-coder", coder="Kim"):
        database.run(_MAKE_CODER, ("k", "Kim"))
    after = rows(database)
    assert after["coder"]["k"][1] == "Kim"
    journal.undo()
    assert rows(database) == before
    journal.redo()
    assert rows(database) == after


def test_a_step_that_changes_nothing_leaves_no_trace(database: Database, journal: Journal) -> None:
    history, stamp = records.read(database), database.one("select stamp from now")
    with journal.step("nothing") as step:
        database.run("update coding set memo=memo")
        database.run("delete from coder where id='nobody'")
    assert not step.changes
    assert records.read(database) == history
    assert database.one("select stamp from now") == stamp


def test_a_step_that_changes_nothing_leaves_what_was_undone_to_be_redone(database: Database, journal: Journal) -> None:
    with journal.step("add-coder"):
        database.run(_MAKE_CODER, ("k", "Kim"))
    journal.undo()
    with journal.step("nothing"):
        database.run("update coding set memo=memo")
    assert journal.redo().of("coder") == {"k"}


def test_a_fault_inside_a_step_rolls_all_of_it_back(database: Database, journal: Journal) -> None:
    before, history = rows(database), records.read(database)

    def broken() -> None:
        with journal.step("broken"):
            database.run(_MAKE_CODER, ("k", "Kim"))
            database.run("delete from transcript")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert rows(database) == before
    assert records.read(database) == history
    assert not database.connection.in_transaction


def test_a_refused_row_rolls_back_what_was_written_before_it(database: Database, journal: Journal) -> None:
    before = rows(database)

    def half() -> None:
        with journal.step("half"):
            database.run(_MAKE_CODER, ("k", "Kim"))
            database.run("delete from coder")  # codings refer to them

    with pytest.raises(sqlite3.IntegrityError):
        half()
    assert rows(database) == before


def test_a_step_inside_a_step_is_refused_and_rolls_both_back(database: Database, journal: Journal) -> None:
    before = rows(database)

    def nested() -> None:
        with journal.step("outer"):
            database.run(_MAKE_CODER, ("k", "Kim"))
            with journal.step("inner"):
                pytest.fail("it must not begin")

    with pytest.raises(sqlite3.OperationalError):
        nested()
    assert rows(database) == before


@pytest.mark.parametrize("table", TABLES)
def test_writing_outside_a_step_fails(database: Database, table: str) -> None:
    before = rows(database)
    database.run("pragma foreign_keys=off")  # which would refuse most of it first
    columns = {
        name: 1 if kind == "INTEGER" else "x" for _, name, kind, *_ in database.rows(f"pragma table_info({table})")
    }
    if table in ("coding", "decision"):
        columns["end"] = 2
    with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL constraint failed: change\.step"):
        database.insert(table, [list(columns.values())], list(columns))
    if before[table]:
        with pytest.raises(sqlite3.IntegrityError, match=r"NOT NULL constraint failed: change\.step"):
            database.run(f"delete from {table}")
    assert rows(database) == before


def test_nothing_can_be_written_through_a_project_that_is_looked_at(path: Path) -> None:
    database = opening.for_reading(path)
    with pytest.raises(ReadOnlyProjectError, match=r"open for reading only"), Journal(database).step("add-coder"):
        pytest.fail("the step must not begin")
    database.close()


def test_a_new_step_cuts_off_what_was_undone(database: Database, journal: Journal) -> None:
    for name in ("Kim", "Lou"):
        with journal.step("add-coder", coder=name):
            database.run(_MAKE_CODER, (name, name))
    journal.undo()
    with journal.step("add-coder", coder="Max"):
        database.run(_MAKE_CODER, ("Max", "Max"))
    assert records.to_redo(database) is None
    assert not journal.redo()
    assert [(record.coder, record.state) for record in records.read(database, 3)] == [
        ("Max", "done"),
        ("Lou", "cut"),
        ("Kim", "done"),
    ]
    assert journal.undo().of("coder") == {"Max"}
    assert journal.undo().of("coder") == {"Kim"}


def test_steps_are_redone_in_the_order_in_which_they_were_done(database: Database, journal: Journal) -> None:
    for name in ("Kim", "Lou"):
        with journal.step("add-coder"):
            database.run(_MAKE_CODER, (name, name))
    journal.undo()
    journal.undo()
    assert journal.redo().of("coder") == {"Kim"}
    assert journal.redo().of("coder") == {"Lou"}


def test_a_final_step_can_not_be_undone_nor_anything_before_it(database: Database, journal: Journal) -> None:
    with journal.step("withdraw", final=True):
        database.run("delete from participant where name='Elsie'")
    after = rows(database)
    assert records.to_undo(database) is None
    assert not journal.undo()
    assert rows(database) == after
    assert records.read(database, 1)[0].state == "final"


def test_making_the_project_can_not_be_undone(project: Project) -> None:
    while project.history.undo():
        pass
    assert [entry.what for entry in project.history.entries() if not entry.undone] == ["made the project with 44 codes"]
    assert project.check() == []


def test_steps_survive_closing(path: Path) -> None:
    with Project.open(path) as project:
        before = rows(project._database)
        project.codings.add(new_coding(3, 30))
        after = rows(project._database)
    with Project.open(path) as project:
        project.history.undo()
        assert rows(project._database) == before
    with Project.open(path) as project:
        project.history.redo()
        assert rows(project._database) == after


# What a step touched


def test_changes_name_all_that_a_cascade_took(database: Database, journal: Journal) -> None:
    transcript = _id(database, "transcript", "title='Elsie'")
    codings = {row[0] for row in database.rows("select id from coding where transcript_id=?", (transcript,))}
    links = {
        row[0]
        for row in database.rows(
            "select a.id from attribution a join coding c on c.id=a.coding_id where c.transcript_id=?", (transcript,)
        )
    }
    assert codings
    assert links
    with journal.step("delete-transcript") as step:
        database.run("delete from transcript where id=?", (transcript,))
    assert step.changes.of("transcript") == {transcript}
    assert step.changes.of("turn_list") == {transcript}
    assert step.changes.of("coding") == codings
    assert step.changes.of("attribution") == links
    assert len(step.changes.of("speaker")) == 2
    assert len(step.changes.of("done")) == 1
    undone = journal.undo()
    assert undone == step.changes


def test_references_that_a_deletion_set_to_null_come_back(database: Database, journal: Journal) -> None:
    before = rows(database)
    site = _id(database, "site")
    with journal.step("delete-site") as step:
        database.run("delete from site where id=?", (site,))
    assert database.one("select count(*) from transcript where site_id is null")[0] == 2
    assert len(step.changes.of("transcript")) == 2
    journal.undo()
    assert rows(database) == before


def test_a_row_made_changed_and_deleted_in_one_step_is_gone_after_redo_too(
    database: Database, journal: Journal
) -> None:
    before = rows(database)
    with journal.step("to-and-fro"):
        database.run(_MAKE_CODER, ("k", "Kim"))
        database.run("update coder set name='Lou' where id='k'")
        database.run("delete from coder where id='k'")
        database.run("update coding set memo='first'")
        database.run("update coding set memo='second'")
    after = rows(database)
    for _ in range(3):
        journal.undo()
        assert rows(database) == before
        journal.redo()
        assert rows(database) == after


@pytest.mark.parametrize(
    "text", ["", "it's “so”", 'a "b" \\ c', "tab\tline\nfeed\r", "nul\0bell\7", "🙂 é İ", "{}", "null"]
)
def test_awkward_text_comes_back_letter_by_letter(database: Database, journal: Journal, text: str) -> None:
    coding = _id(database, "coding")
    with journal.step("memo"):
        database.run("update coding set memo=? where id=?", (text, coding))
    with journal.step("memo"):
        database.run("update coding set memo='other' where id=?", (coding,))
    journal.undo()
    assert database.one("select memo from coding where id=?", (coding,))[0] == text


@pytest.mark.parametrize("number", [0, -1, 2**53 + 1, 2**63 - 1, -(2**63)])
def test_whole_numbers_come_back_exactly(database: Database, journal: Journal, number: int) -> None:
    with journal.step("years"):
        database.run("update site set years=?", (number,))
    with journal.step("years"):
        database.run("update site set years=7")
    journal.undo()
    assert database.one("select years from site")[0] == number


def test_twenty_thousand_rows_are_one_step_that_is_undone_and_redone(database: Database, journal: Journal) -> None:
    before = rows(database)
    transcript, code, coder = (_id(database, table) for table in ("transcript", "code", "coder"))
    with journal.step("code-many") as step:
        database.insert(
            "coding",
            ((f"coding {n}", transcript, code, coder, n, n + 5) for n in range(20_000)),
            ("id", "transcript_id", "code_id", "coder_id", "start", "end"),
        )
    assert len(step.changes.of("coding")) == 20_000
    after = rows(database)
    assert len(journal.undo().of("coding")) == 20_000
    assert rows(database) == before
    journal.redo()
    assert rows(database) == after


# What the history keeps


def test_titles_and_facts_hold_no_words_of_transcripts_or_memos(project: Project) -> None:
    coding = project.codings.of_transcript("Elsie")[0]
    project.codings.add(new_coding(100, 140, memo="Barry next door"))
    project.codings.remove([coding.id])
    project.history.undo()
    kept = json.dumps([[record.verb, record.facts, record.coder] for record in records.read(project._database)])
    words = {word for word in project.transcripts.text(coding.transcript).split() if len(word) > 5}
    assert words
    assert not [word for word in [*words, "Barry", "corridor"] if word in kept]


def test_a_step_remembers_who_and_when_in_utc(database: Database, journal: Journal) -> None:
    with journal.step("add-coder", {"count": 1}, coder="Ailsa Brodie") as step:
        database.run(_MAKE_CODER, ("k", "Kim"))
        step.facts["more"] = "told"
    record = records.of_step(database, step.id)
    assert record is not None
    assert (record.verb, record.facts, record.coder) == ("add-coder", {"count": 1, "more": "told"}, "Ailsa Brodie")
    assert record.at.endswith("+00:00")


# Clocks, which merging goes by


def test_every_live_row_has_a_life_stamp(database: Database) -> None:
    alive = {row for row, (_, dead) in clocks(database).items() if not dead}
    assert alive == {(table, id_) for table, found in rows(database).items() for id_ in found}


def test_a_row_dies_and_lives_again_with_ever_later_stamps(database: Database, journal: Journal) -> None:
    coding = ("coding", _id(database, "coding"))
    made = clocks(database)[coding]
    with journal.step("uncode"):
        database.run("delete from coding where id=?", coding[1:])
    died = clocks(database)[coding]
    journal.undo()
    returned = clocks(database)[coding]
    journal.redo()
    died_again = clocks(database)[coding]
    assert [made[1], died[1], returned[1], died_again[1]] == [0, 1, 0, 1]
    assert made[0] < died[0] < returned[0] < died_again[0]


def test_stamps_grow_though_the_wall_clock_goes_back(database: Database) -> None:
    stamps = [database.one("select stamp from now")[0]]
    for n, seconds in enumerate((4_000_000_000.0, 1.0, 4_000_000_000.0, 0.0)):
        with Journal(database, wall=lambda now=seconds: now).step("add-coder"):
            database.run(_MAKE_CODER, (f"k{n}", "Kim"))
        stamps.append(database.one("select stamp from now")[0])
    assert stamps == sorted(set(stamps))


def test_two_openings_never_share_a_node(path: Path) -> None:
    for name in ("Kim", "Lou"):
        with Project.open(path) as project:
            project.coders.add(name)
    with Project.look(path) as project:
        stamps = [stamp for stamp, _ in clocks(project._database).values()]
    assert len({stamp.split(".")[1] for stamp in stamps}) == 3


def test_an_edit_stamps_its_own_group_of_columns_alone(database: Database, journal: Journal) -> None:
    code, coding = _id(database, "code"), _id(database, "coding")
    with journal.step("edit"):
        database.run("update code set name='Another' where id=?", (code,))
        database.run("update coding set memo='Another', sure=0 where id=?", (coding,))
    groups = database.rows("select row, grp from clock where grp<>'' and stamp=(select stamp from now) order by grp")
    assert groups == [(coding, "all"), (code, "name")]


def test_the_edits_of_a_former_life_count_no_more(database: Database, journal: Journal) -> None:
    code = _id(database, "code", "id not in (select code_id from coding)")
    with journal.step("edit"):
        database.run("update code set name='Another' where id=?", (code,))
    with journal.step("delete"):
        database.run("delete from code where id=?", (code,))
    journal.undo()
    assert database.rows("select grp from clock where tbl='code' and row=?", (code,)) == [("",)]
