"""One open project: made, opened, looked at, closed, checked, backed up."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qualcoder_lite.domain.errors import (
    NotAProjectError,
    ProjectLockedError,
    ProjectTooNewError,
    ReadOnlyProjectError,
    UserError,
)
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.file import backups, opening
from qualcoder_lite.storage.schema.tables import MIGRATIONS
from tests.service.helpers import put

FIRST_SCHEMA = Path(__file__).parents[1] / "data" / "projects" / "first_schema.qclite"


def test_a_new_project_is_open_for_work_and_holds_nobody(tmp_path):
    with Project.create(tmp_path / "a.qclite", title="  Our \n study ") as project:
        info = project.info()
        assert not project.read_only
        assert (info.title, info.schema_version) == ("Our study", len(MIGRATIONS))
        assert (info.transcripts, info.participants, info.sites, info.codings, info.coders) == (0, 0, 0, 0, [])
        assert project.history.next_undo() is None
    assert [path.name for path in tmp_path.iterdir()] == ["a.qclite"]


def test_a_project_that_cannot_be_finished_is_not_left_half_made(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise UserError("No.")

    monkeypatch.setattr(codebooks, "add_register", fail)
    with pytest.raises(UserError, match="No"):
        Project.create(tmp_path / "a.qclite")
    assert not list(tmp_path.iterdir())


def test_two_projects_are_told_apart_and_a_copy_is_not(tmp_path):
    with Project.create(tmp_path / "a.qclite") as first, Project.create(tmp_path / "b.qclite") as second:
        assert first.uuid != second.uuid
        first.backup(tmp_path / "c.qclite")
        with Project.look(tmp_path / "c.qclite") as copy:
            assert copy.uuid == first.uuid


def test_a_project_that_is_looked_at_cannot_be_changed(study_file):
    with Project.look(study_file) as project:
        assert project.read_only
        with pytest.raises(ReadOnlyProjectError):
            put(project, "I feel safe now")
        with pytest.raises(ReadOnlyProjectError):
            project.history.undo()


def test_one_at_a_time_may_write(study):
    with pytest.raises(ProjectLockedError, match="has “study.qclite” open"):
        Project.open(study.path)
    with Project.look(study.path) as looking:
        assert looking.info() == study.info()


def test_what_is_looked_at_is_of_one_moment(study):
    with Project.look(study.path) as looking:
        put(study, "I feel safe now")
        assert looking.info().codings == 0
    with Project.look(study.path) as looking:
        assert looking.info().codings == 1


@pytest.mark.parametrize("way", [Project.open, Project.look])
def test_what_is_no_project_is_refused(tmp_path, way):
    (tmp_path / "a.txt").write_text("Elsie: They come when I ring.")
    for name in ("a.txt", "nowhere.qclite", "."):
        with pytest.raises(NotAProjectError):
            way(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("way", [Project.open, Project.look])
def test_a_project_of_a_newer_version_is_refused_and_left_as_it_is(study, way):
    path = study.path
    study._database.run(
        "insert into _sqlite_migrations(migration_set, name, applied_at) values('qualcoder_lite', '0099', '')"
    )
    study.close()
    before = path.read_bytes()
    with pytest.raises(ProjectTooNewError):
        way(path)
    assert path.read_bytes() == before


def test_work_is_backed_up_on_closing_but_making_a_project_is_not_worth_one(tmp_path):
    with Project.create(tmp_path / "a.qclite") as project:
        pass
    assert project.backups() == []
    with Project.open(tmp_path / "a.qclite") as project:
        project.coders.add("Ailsa")
    assert len(project.backups()) == 1
    with Project.open(tmp_path / "a.qclite") as project:
        project.coders.add("Dennis")
    assert len(project.backups()) == 1  # the last is younger than 15 minutes
    with Project.look(project.backups()[0]) as backup:
        assert backup.info().coders == ["Ailsa"]


def test_a_backup_that_cannot_be_made_loses_no_work_and_is_told(study):
    study.path.with_name("study.qclite-backups").write_text("in the way")
    put(study, "I feel safe now")
    study.close()
    assert any("No backup can be made" in notice for notice in study.notices)
    with Project.look(study.path) as project:
        assert project.info().codings == 1


def test_a_file_that_is_gone_refuses_work_and_what_is_open_can_be_copied_elsewhere(tmp_path):
    with Project.create(tmp_path / "study.qclite") as project:
        project.refuse_if_gone()
        project.path.unlink()
        with pytest.raises(UserError, match="no longer there"):
            project.refuse_if_gone()
        project.backup(tmp_path / "saved.qclite")
    with Project.look(tmp_path / "saved.qclite") as saved:
        assert saved.info().codes > 0


def test_a_sound_project_has_no_problems(study):
    put(study, "I feel safe now", helped=("Co-location",))
    assert study.check() == []


def test_damage_is_told_with_the_newest_good_backup(study, monkeypatch):
    study.coders.add("Ailsa")
    place = backups.backup_now(study._database, datetime.now(UTC) - timedelta(hours=1))
    monkeypatch.setattr("qualcoder_lite.storage.upkeep.checks.damage", lambda *_, **__: ["page 7 is torn"])
    assert study.check() == ["The file is damaged: page 7 is torn.", f"The newest good backup is “{place}”."]


def test_a_copy_of_an_older_version_with_later_work_is_refused_and_only_read(tmp_path):
    path, older = tmp_path / "a.qclite", tmp_path / "older.qclite"
    shutil.copyfile(FIRST_SCHEMA, path)
    shutil.copyfile(FIRST_SCHEMA, older)
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute("update now set stamp='9' || substr(stamp, 2)")
    before = older.read_bytes()
    with Project.open(path) as project, pytest.raises(UserError, match="holds later work"):
        project.backup(older)
    assert older.read_bytes() == before
    assert {each.name for each in tmp_path.iterdir()} == {"a.qclite", "a.qclite-backups", "older.qclite"}


def test_a_backup_is_no_place_of_the_projects_own(study, tmp_path):
    (tmp_path / "link.qclite").symlink_to(study.path)
    with pytest.raises(UserError, match="another name"):
        study.backup(tmp_path / "link.qclite")


def test_a_fault_in_the_middle_closes_the_project(study):
    with pytest.raises(ZeroDivisionError), Project.look(study.path) as project:
        _ = 1 / len(project.info().coders)
    study.close()
    with Project.open(study.path) as project:
        assert not project.read_only


def test_discarding_takes_the_file_away(tmp_path):
    Project.create(tmp_path / "a.qclite").discard()
    assert not list(tmp_path.iterdir())


def test_a_file_without_a_schema_is_no_project(tmp_path):
    opening.create(tmp_path / "a.qclite").close()
    with pytest.raises(UserError):
        Project.look(tmp_path / "a.qclite")
