"""The journal's triggers: that each table has its own, and what happens where they are gone."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite import storage
from qualcoder_lite.domain.transcript_mark import Mark
from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.coding import marks
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.schema.tables import BOOKKEEPING, TABLES
from tests.storage.helpers import new_coding

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

STORAGE = Path(str(storage.__file__)).parent


def test_a_trigger_that_is_gone_from_any_table_is_noticed_and_made_again(database: Database) -> None:
    assert triggers.missing(database) == []
    gone: list[str] = []
    database.run("begin")
    for table in TABLES:
        for event in ("insert", "update", "delete"):
            gone.append(f"journal_{table}_{event}")
            database.run(f"drop trigger {gone[-1]}")
            assert triggers.missing(database) == sorted(gone)
    triggers.make(database)
    assert triggers.missing(database) == []


def test_a_row_that_may_be_there_already_is_not_written_outside_a_step_either(database: Database) -> None:
    transcript, coder = (database.one(f"select id from {table}")[0] for table in ("transcript", "coder"))
    with pytest.raises(sqlite3.IntegrityError):
        marks.put(database, Mark.REFLECTS, [transcript], coder, "2026-06-03")
    assert marks.read(database) == []


def test_no_journalled_row_is_inserted_so_that_the_trigger_is_ignored_with_it() -> None:
    sources = [path.read_text(encoding="utf-8") for path in STORAGE.rglob("*.py")]
    written = {table for source in sources for table in re.findall(r"insert or \w+ into (\w+)", source)}
    assert "text" in written  # which isn't journalled
    assert written & set(TABLES) == set()


def test_every_table_is_journalled_or_known_not_to_be(database: Database) -> None:
    found = {name for (name,) in database.rows("select name from sqlite_master where type='table'")}
    tables = {name for name in found if not name.startswith("search_")}  # the index follows from the transcripts
    unjournalled = {
        "cleaning",
        "heard",
        "text",
        "export",
        "export_transcript",
        "step",
        "change",
        "now",
        "_sqlite_migrations",
    }
    assert tables - {"sqlite_sequence"} == {*TABLES, *BOOKKEEPING, *unjournalled}


def test_a_project_without_its_triggers_gets_them_back_when_it_is_opened(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("drop trigger journal_coding_insert")
    raw.close()
    with Project.look(path) as project:
        assert project.check() == ["The journal’s trigger “journal_coding_insert” is missing."]
    with Project.open(path) as project:
        assert project.check() == []
        coding = project.codings.add(new_coding(3, 30))
        assert project.history.undo() == coding
