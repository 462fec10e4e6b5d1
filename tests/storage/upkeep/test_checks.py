"""Looking a project over: each rule finds what was done to a file by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectDamagedError
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import opening
from qualcoder_lite.storage.upkeep.checks import problems, refuse_damaged

if TYPE_CHECKING:
    from pathlib import Path


def _done_by_hand(path: Path, *statements: str) -> None:
    """What another program could do to the file: the journal's triggers off, then on again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("begin")
        triggers = raw.execute("select name, sql from sqlite_master where type='trigger'").fetchall()
        for name, _ in triggers:
            raw.execute(f"drop trigger {name}")
        for statement in statements:
            raw.execute(statement)
        for _, sql in triggers:
            raw.execute(sql)
        raw.execute("commit")


def _problems(path: Path) -> list[str]:
    with Project.look(path) as project:
        return project.check()


def test_a_project_in_good_order_has_no_problems(path: Path) -> None:
    assert _problems(path) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "update coding set \"end\"=1000000 where memo='come back to this'",
            "1 coding reaches beyond the end of its transcript.",
        ),
        ("delete from turn_list", "2 transcripts have lost their turns."),
        ("update turn_list set ends=substr(ends, 1, 9)", "2 transcripts have lost their turns."),
        ("update turn_list set starts='[1]'", "2 transcripts have lost their turns."),
        ("update attribution set direction='sideways'", "4 links say neither helped nor hindered."),
        ("update coding set polarity='maybe'", "6 codings have a polarity that this version doesn’t know."),
        ("update step set state='odd' where verb='code'", "6 steps of the history can’t be read."),
        ("update now set step=(select max(id) from step)", "A step was left open."),
        ("drop trigger journal_coding_update", "The journal’s trigger “journal_coding_update” is missing."),
        (
            "update text set body=replace(body, 'lunch', 'chess') where length(body) < 1000",
            "The text of “Elsie” is not the one that was imported.",
        ),
        (
            "update transcript set characters=characters+1 where title='Elsie'",
            "The text of “Elsie” is not the one that was imported.",
        ),
        (
            "delete from participant where name='Elsie'",
            "A row of “transcript” refers to a row of “participant” that isn’t there.",
        ),
    ],
)
def test_what_was_done_by_hand_is_found(path: Path, statement: str, found: str) -> None:
    if statement.startswith("drop trigger"):
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute(statement)
    else:
        _done_by_hand(path, statement)
    assert _problems(path) == [found]


def test_a_project_that_is_only_looked_over_stays_as_it_is(path: Path) -> None:
    _done_by_hand(path, "delete from turn_list")
    before = path.read_bytes()
    _problems(path)
    assert path.read_bytes() == before


def _break_an_index(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("select rootpage from sqlite_master where name='coding_code'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_damage_is_told_and_nothing_else_is_looked_for(path: Path) -> None:
    _done_by_hand(path, "delete from turn_list")
    _break_an_index(path)
    database = opening.for_reading(path)
    *found, advice = problems(database)
    assert found
    assert all(sentence.startswith("The file is damaged: ") and "\n" not in sentence for sentence in found)
    assert "backup" in advice
    with pytest.raises(ProjectDamagedError, match=r"“study.qclite” is damaged"):
        refuse_damaged(database)
    database.close()


def test_an_index_that_leaves_rows_out_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("pragma writable_schema=on")
        raw.execute(
            "update sqlite_master set sql='create index coding_coder on coding(start)' where name='coding_coder'"
        )
    assert any("coding_coder" in sentence for sentence in _problems(path))


def test_a_fault_in_a_damaged_project_is_told_as_damage(path: Path) -> None:
    _break_an_index(path)
    with pytest.raises(ProjectDamagedError), Project.look(path):
        raise KeyError


def test_a_fault_in_a_sound_project_stays_a_fault(path: Path) -> None:
    with pytest.raises(KeyError), Project.look(path):
        raise KeyError
