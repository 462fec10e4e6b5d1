"""Automatic backups: when they are made, how many stay, and that whatever has a backup's name is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectDamagedError, StorageFullError, UserError
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.file import backups, opening
from qualcoder_lite.storage.file.backup_folder import folder, listed, made_at
from qualcoder_lite.storage.file.backups import backup_if_due, backup_now, copy_to
from tests.storage.helpers import new_coding, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """A project that makes no backup when it is closed: these tests count them."""
    opened = Project.open(path)
    yield opened
    opened._database.close()


def _minutes(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


# When


def test_the_first_backup_is_made_as_soon_as_there_is_work_to_lose(tmp_path: Path) -> None:
    path = tmp_path / "new.qclite"
    Project.create(path).close()
    assert listed(path) == []
    with Project.open(path) as project:
        project.coders.add("Kim")
    assert len(listed(path)) == 1


@pytest.mark.parametrize(("minutes", "due"), [(0, False), (14.9, False), (15, True), (600, True)])
def test_a_further_one_is_due_once_the_last_is_a_quarter_of_an_hour_old(
    project: Project, minutes: float, *, due: bool
) -> None:
    assert backup_if_due(project._database, NOON)
    project.coders.add("Kim")
    assert bool(backup_if_due(project._database, _minutes(minutes))) is due


def test_none_is_due_while_nothing_has_changed(project: Project) -> None:
    assert backup_if_due(project._database, NOON)
    assert backup_if_due(project._database, _minutes(600)) is None


@pytest.mark.parametrize("toggle", ["undo", "redo"])
def test_undoing_and_redoing_are_changes(project: Project, toggle: str) -> None:
    project.coders.add("Kim")
    if toggle == "redo":
        project.history.undo()
    assert backup_if_due(project._database, NOON)
    getattr(project.history, toggle)()
    assert backup_if_due(project._database, _minutes(20))


def test_a_change_that_came_too_soon_is_backed_up_later_even_if_nothing_else_changes(project: Project) -> None:
    assert backup_if_due(project._database, NOON)
    project.coders.add("Kim")
    assert backup_if_due(project._database, _minutes(1)) is None
    assert backup_if_due(project._database, _minutes(16))


def test_looking_makes_none(path: Path) -> None:
    with Project.look(path) as project:
        project.info()
        project.check()
    assert listed(path) == []


def test_opening_and_closing_without_a_change_makes_one_at_most(path: Path) -> None:
    for _ in range(3):
        Project.open(path).close()
    assert len(listed(path)) == 1


def test_a_last_backup_that_is_damaged_does_not_put_the_next_one_off(project: Project) -> None:
    first = backup_if_due(project._database, NOON)
    assert first is not None
    first.write_bytes(b"")
    assert backup_if_due(project._database, _minutes(20))


# How many


def test_the_ten_newest_stay(project: Project) -> None:
    made = [backup_now(project._database, _minutes(n)) for n in range(13)]
    assert listed(project.path) == made[:2:-1]
    assert not made[0].exists()


def test_their_total_size_is_limited_but_the_newest_always_stays(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = backup_now(project._database, NOON)
    monkeypatch.setattr(backups, "MOST_BYTES", first.stat().st_size * 2 + 100)
    made = [backup_now(project._database, _minutes(n)) for n in (1, 2)]
    assert listed(project.path) == made[::-1]
    monkeypatch.setattr(backups, "MOST_BYTES", 1)
    assert listed(project.path)[:1] == made[-1:]
    last = backup_now(project._database, _minutes(3))
    assert listed(project.path) == [last]


def test_two_in_the_same_second_get_names_of_their_own_in_order(project: Project) -> None:
    made = [backup_now(project._database, NOON) for _ in range(3)]
    assert listed(project.path) == made[::-1]
    assert [made_at(backup) for backup in made] == [NOON + timedelta(seconds=n) for n in range(3)]


def test_a_clock_that_goes_back_can_not_make_the_newest_look_old(project: Project) -> None:
    for n in range(10):
        backup_now(project._database, NOON + timedelta(days=365, minutes=n))
    newest = backup_now(project._database, NOON)
    assert listed(project.path)[0] == newest


def test_copies_of_a_program_that_was_killed_are_cleared_away(project: Project) -> None:
    backup_now(project._database, NOON)
    leftover = folder(project.path) / "2026-03-02 11.00.00.qclite.part"
    leftover.write_bytes(b"half")
    backup_now(project._database, _minutes(1))
    assert not leftover.exists()


def test_files_of_other_names_in_the_folder_are_left_alone(project: Project) -> None:
    folder(project.path).mkdir()
    mine = folder(project.path) / "before the big change.qclite"
    mine.write_bytes(b"mine")
    for n in range(12):
        backup_now(project._database, _minutes(n))
    assert mine.read_bytes() == b"mine"


# What


def test_a_backup_is_a_whole_project_that_opens_by_itself(project: Project, tmp_path: Path) -> None:
    project.codings.add(new_coding(3, 30))
    backup = backup_now(project._database)
    with Project.look(backup) as copy:
        assert rows(copy._database) == rows(project._database)
        assert copy.check() == []
    moved = backup.rename(tmp_path / "again.qclite")
    with Project.open(moved) as copy:
        assert copy.history.undo()


def test_a_copy_beside_a_writer_is_of_one_moment(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as writer, Project.look(path) as reader:
        writer.codings.add(new_coding(3, 30))
        reader.backup(tmp_path / "copy.qclite")
        with Project.look(tmp_path / "copy.qclite") as copy:
            assert rows(copy._database) == rows(reader._database)
            assert copy.check() == []


def test_a_damaged_project_is_not_copied_over_a_good_copy(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qclite"
    with Project.look(path) as project:
        project.backup(copy)
    good = copy.read_bytes()
    _damage(path)
    database = opening.for_reading(path)
    with pytest.raises(ProjectDamagedError, match=r"“study.qclite” is damaged"):
        copy_to(database, copy)
    database.close()
    assert copy.read_bytes() == good
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.qclite", "study.qclite"]


def _damage(path: Path) -> None:
    """Break the index of codings, which a project opens without."""
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("select rootpage from sqlite_master where name='coding_code'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_a_damaged_project_names_its_newest_good_backup_when_it_is_checked(path: Path) -> None:
    database = opening.for_writing(path)
    good, bad = backup_now(database, NOON), backup_now(database, _minutes(1))
    database.close()
    bad.write_bytes(bad.read_bytes()[:9000])
    _damage(path)
    with Project.look(path) as project:
        found = project.check()
    assert found[0].startswith("The file is damaged: ")
    assert found[-1] == f"The newest good backup is “{good}”."


# Where


def test_a_copy_into_a_folder_where_nothing_may_be_written_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"“.*gone/copy.qclite” can’t be written .*The project itself is untouched"):
        copy_to(project._database, tmp_path / "gone" / "copy.qclite")


def test_a_folder_in_the_place_of_a_copy_is_left_alone(project: Project, tmp_path: Path) -> None:
    (tmp_path / "copy.qclite").mkdir()
    with pytest.raises(UserError, match=r"can’t be written"):
        copy_to(project._database, tmp_path / "copy.qclite")
    assert not (tmp_path / "copy.qclite.part").exists()


def test_a_copy_over_a_project_that_is_open_elsewhere_is_refused(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.qclite"
    with Project.create(other) as opened:
        opened.coders.add("Kim")
        with pytest.raises(UserError, match=r"open in another program"):
            copy_to(project._database, other)
    with Project.look(other) as opened:
        assert opened.info().coders == ["Kim"]


def test_what_a_killed_program_left_of_a_copy_is_no_hindrance(project: Project, tmp_path: Path) -> None:
    (tmp_path / "copy.qclite.part").write_bytes(b"not a database at all" * 100)
    copy_to(project._database, tmp_path / "copy.qclite")
    with Project.look(tmp_path / "copy.qclite") as copy:
        assert copy.check() == []


def test_a_backup_folder_that_can_not_be_made_is_said_and_loses_no_work(path: Path) -> None:
    folder(path).write_bytes(b"a file in its place")
    with Project.open(path) as project:
        with pytest.raises(UserError, match=r"No backup can be made in .* \(File exists\)"):
            backup_now(project._database)
        project.coders.add("Kim")
    assert "No backup can be made" in project.notices[-1]
    with Project.look(path) as project:
        assert "Kim" in project.info().coders


def test_no_room_for_a_copy_is_said_and_no_half_copy_stays(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def cramped(place: Path) -> sqlite3.Connection:
        connection = real(place)
        connection.execute("pragma max_page_count=10")
        return connection

    monkeypatch.setattr(sqlite3, "connect", cramped)
    with pytest.raises(StorageFullError, match=r"There is no room for the copy .*The project itself is untouched"):
        copy_to(project._database, tmp_path / "copy.qclite")
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == []
