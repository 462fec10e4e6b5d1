"""What the journal and merging ask of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.storage.people.free_text import columns
from qualcoder_lite.storage.schema.tables import MIGRATIONS, TABLES, statements

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database


@pytest.mark.parametrize("table", TABLES)
def test_journalled_columns_hold_text_and_whole_numbers_alone(database: Database, table: str) -> None:
    assert {kind for _, _, kind, *_ in database.rows(f"pragma table_info({table})")} <= {"TEXT", "INTEGER"}


@pytest.mark.parametrize("table", TABLES)
def test_columns_that_merge_as_one_are_columns_of_the_table(database: Database, table: str) -> None:
    columns = {name for _, name, *_ in database.rows(f"pragma table_info({table})")}
    together = [column for group in TABLES[table].values() for column in group]
    assert len(together) == len(set(together))
    assert set(together) <= columns - {"id"}


def test_all_that_a_coding_says_merges_as_one(database: Database) -> None:
    columns = {name for _, name, *_ in database.rows("pragma table_info(coding)")}
    assert {*TABLES["coding"]["all"]} == columns - {"id"}


@pytest.mark.parametrize("table", TABLES)
def test_every_reference_is_found_without_reading_the_whole_table(database: Database, table: str) -> None:
    """Deleting a parent looks for its children: by the first column of some index, or it takes seconds."""
    small = {"codebook_change", "memo", "decision", "question"}
    indexed = {
        database.one(f"pragma index_info({index})")[2] for _, index, *_ in database.rows(f"pragma index_list({table})")
    }
    found = database.rows(f"pragma foreign_key_list({table})")
    references = {column for _, _, parent, column, *_ in found if parent in TABLES}  # texts are never deleted
    assert table in small or references <= indexed


def test_names_are_not_unique_so_that_copies_can_be_merged(database: Database) -> None:
    for table in TABLES:
        for _, index, unique, origin, _ in database.rows(f"pragma index_list({table})"):
            assert not unique or origin == "pk", index


def test_the_first_schema_is_made_in_whole_statements() -> None:
    assert all(statement.startswith(("create ", "insert ")) for statement in statements())
    assert len(set(MIGRATIONS)) == len(MIGRATIONS)


def test_where_people_write_words_is_told_from_what_the_program_writes(database: Database) -> None:
    """A new text column is looked through for names, unless it is named among those of ids, times and fixed values."""
    places = {name for names in columns(database).values() for name in names}
    assert not {name for name in places if name.endswith(("_at", "_id"))}
    assert {"body", "memo", "note", "label", "wording", "file"} <= places
