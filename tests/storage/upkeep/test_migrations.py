"""Bringing an older project up to date: backed up first, whole or not at all, with the journal intact."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectTooNewError, UserError
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import opening
from qualcoder_lite.storage.file.backup_folder import folder, listed
from qualcoder_lite.storage.file.database import Database
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.schema import tables
from qualcoder_lite.storage.upkeep import migrations
from tests.storage.helpers import new_coding, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database as UtilsDatabase

NEXT = "9999_next"
NOW = len(tables.MIGRATIONS)  # what the program knows today; the tests add one more
FIRST_SCHEMA = Path(__file__).parents[2] / "data" / "projects" / "first_schema.qclite"
if TYPE_CHECKING:
    Later = Callable[[Callable[[UtilsDatabase], None]], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Make this the next version of the program, which has one more migration: what it does is given."""

    def make(change: Callable[[UtilsDatabase], None]) -> None:
        monkeypatch.setitem(migrations.STEPS, NEXT, change)
        monkeypatch.setattr(tables, "MIGRATIONS", (*tables.MIGRATIONS, NEXT))

    return make


def _add_a_column(db: UtilsDatabase) -> None:
    db.conn.execute("alter table coding add column mood text not null default 'calm'")


def _make_tables_anew(db: UtilsDatabase) -> None:
    """What sqlite-utils does to a table of which a column is dropped or retyped."""
    for table in ("site", "transcript", "coding", "code"):
        db.table(table).transform()


def _break_off(db: UtilsDatabase) -> None:
    _add_a_column(db)
    raise ZeroDivisionError


def test_a_backup_comes_first_then_the_migration_then_new_triggers(path: Path, later: Later) -> None:
    later(_add_a_column)
    with Project.open(path) as project:
        assert project._database.applied == list(tables.MIGRATIONS)
        assert project.info().schema_version == NOW + 1
        [backup] = listed(path)
        before = Database(path, opening.for_reading(backup).connection)
        assert before.applied == list(tables.MIGRATIONS[:NOW])
        before.connection.close()
        assert project.check() == []
        project.codings.add(new_coding(3, 30))
        [image] = project._database.rows("select sql from sqlite_master where name='journal_coding_update'")
        assert "'mood'" in image[0]


def test_looking_at_an_older_project_brings_it_up_to_date_too(path: Path, later: Later) -> None:
    later(_add_a_column)
    with Project.look(path) as project:
        assert project.read_only
        assert project.info().schema_version == NOW + 1
        assert project.check() == []
    assert len(listed(path)) == 1


def test_opening_again_migrates_and_backs_up_no_more(path: Path, later: Later) -> None:
    later(_add_a_column)
    Project.open(path).close()
    made = listed(path)
    Project.open(path).close()
    assert listed(path) == made


def test_what_was_done_before_a_migration_is_undone_and_redone_after_it(path: Path, later: Later) -> None:
    with Project.open(path) as project:
        first = rows(project._database)["coding"]
        coding = next(iter(project.codings.add(new_coding(3, 30)).of("coding")))
        project.codings.recode(coding, end=25)
        project.codings.remove([coding])
    later(_add_a_column)
    with Project.open(path) as project:
        project.history.undo()
        assert rows(project._database)["coding"][coding][-1] == "calm"
        project.history.undo()
        project.history.undo()
        assert {id_: row[:-1] for id_, row in rows(project._database)["coding"].items()} == first
        for _ in range(2):
            project.history.redo()
        assert project.codings.get(coding).end == 25
        assert project.check() == []


def test_a_table_that_is_made_anew_takes_no_row_of_another_along(path: Path, later: Later) -> None:
    with Project.look(path) as project:
        before = rows(project._database)
    later(_make_tables_anew)
    with Project.open(path) as project:
        assert rows(project._database) == before
        assert project.check() == []
        assert project._database.one("pragma foreign_keys")[0] == 1
        project.codings.add(new_coding(3, 30))
        project.history.undo()
        assert rows(project._database) == before


def test_a_migration_that_breaks_off_changes_nothing_and_leaves_the_triggers(
    path: Path, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(_break_off)
    with pytest.raises(ZeroDivisionError):
        Project.open(path)
    monkeypatch.undo()
    with Project.open(path) as project:
        assert project._database.applied == list(tables.MIGRATIONS[:NOW])
        assert triggers.missing(project._database) == []
        assert project.check() == []


def test_without_a_backup_there_is_no_migration(path: Path, later: Later) -> None:
    folder(path).touch()
    later(_add_a_column)
    before = path.read_bytes()
    with pytest.raises(UserError, match=r"No backup can be made"):
        Project.open(path)
    assert len(path.read_bytes()) == len(before)
    assert not path.with_name("study.qclite-lock").exists()


def test_this_version_refuses_what_the_next_one_has_migrated(
    path: Path, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(_add_a_column)
    Project.open(path).close()
    monkeypatch.undo()
    with pytest.raises(ProjectTooNewError):
        Project.open(path)


def test_a_project_of_the_first_version_opens_with_all_that_was_in_it(tmp_path: Path) -> None:
    path = Path(shutil.copy(FIRST_SCHEMA, tmp_path / "first.qclite"))
    with Project.open(path) as project:
        assert project._database.applied == list(tables.MIGRATIONS)
        [overview] = project.transcripts.overview()
        [coding] = project.codings.of_transcript(overview.transcript.id)
        said = project.transcripts.text(overview.transcript.id)[coding.start : coding.end]
        assert said == " do, since Karen came. They"
        assert coding.memo == "Because of Karen"
        assert project.check() == []
        while project.history.next_undo():
            project.history.undo()
        assert project.info().transcripts == 0
        while project.history.next_redo():
            project.history.redo()
        assert project.codings.get(coding.id) == coding
