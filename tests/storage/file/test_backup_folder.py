"""The folder of automatic backups: names, order, and which of them are good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.storage.file.backup_folder import folder, last_stamp, listed, made_at, name_for, newest_good
from qualcoder_lite.storage.file.backups import backup_now
from qualcoder_lite.storage.history.journal import Journal

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - the zone is given beside it
def test_a_name_tells_the_second_in_which_a_backup_was_made(moment: datetime) -> None:
    assert made_at(Path(name_for(moment))) == moment.replace(microsecond=0)


def test_names_are_in_utc_and_fit_every_file_system() -> None:
    moment = datetime(2026, 3, 2, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert name_for(moment) == "2026-03-01 23.30.00.qclite"


@pytest.mark.parametrize("name", ["mine.qclite", "2026-03-01.qclite", "2026-13-01 23.30.00.qclite"])
def test_other_names_are_no_backups(path: Path, name: str) -> None:
    folder(path).mkdir()
    (folder(path) / name).touch()
    assert made_at(folder(path) / name) is None
    assert listed(path) == []


def test_without_a_folder_there_are_no_backups(path: Path) -> None:
    assert listed(path) == []
    assert newest_good(path) is None


def test_the_newest_good_one_is_the_newest_that_can_be_read_from_end_to_end(database: Database) -> None:
    made = [backup_now(database, datetime(2026, 3, 1, n, tzinfo=UTC)) for n in range(4)]
    assert newest_good(database.path) == made[3]
    made[3].write_bytes(b"")
    whole = made[2].read_bytes()
    made[2].write_bytes(whole[: len(whole) // 2])
    assert newest_good(database.path) == made[1]


def test_the_last_stamp_tells_what_a_backup_holds(database: Database) -> None:
    backup = backup_now(database)
    assert last_stamp(backup) == database.one("select stamp from now")[0]
    with Journal(database).step("add-coder"):
        database.run("insert into coder(id, name) values('k', 'Kim')")
    assert last_stamp(backup) < database.one("select stamp from now")[0]
    backup.write_bytes(b"nothing to read")
    assert last_stamp(backup) == ""
