"""SQLite's errors in words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from qualcoder_lite.domain.errors import (
    ProjectDamagedError,
    ProjectLockedError,
    ReadOnlyProjectError,
    StorageFullError,
    UserError,
)
from qualcoder_lite.storage.file.faults import in_words

PROJECT = Path("nowhere/study.qclite")


def _fault(code: int, message: str = "as SQLite says it") -> sqlite3.Error:
    fault = sqlite3.OperationalError(message)
    if code:
        fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize(
    ("code", "kind", "sentence"),
    [
        (sqlite3.SQLITE_FULL, StorageFullError, "Make room, then do it again."),
        (sqlite3.SQLITE_CORRUPT, ProjectDamagedError, "There is no automatic backup beside it"),
        (sqlite3.SQLITE_CORRUPT_INDEX, ProjectDamagedError, "The damaged file was left as it is."),
        (sqlite3.SQLITE_NOTADB, ProjectDamagedError, "is damaged: part of it can’t be read"),
        (sqlite3.SQLITE_BUSY, ProjectLockedError, "Wait a moment, then try again."),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProjectLockedError, "Wait a moment, then try again."),
        (sqlite3.SQLITE_READONLY, ReadOnlyProjectError, "Copy it to a folder where you may write"),
        (sqlite3.SQLITE_IOERR_READ, UserError, "See whether its disk or network folder is still there"),
        (sqlite3.SQLITE_CANTOPEN, UserError, "See whether its disk or network folder is still there"),
    ],
)
def test_what_can_go_wrong_with_a_file_is_a_sentence_that_names_it(
    code: int, kind: type[UserError], sentence: str
) -> None:
    with pytest.raises(kind) as told, in_words(PROJECT):
        raise _fault(code)
    assert "“study.qclite”" in str(told.value)
    assert sentence in str(told.value)
    assert "as SQLite says it" not in str(told.value)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR_READ])
def test_the_words_of_sqlite_are_kept_for_whoever_asks_for_details(code: int) -> None:
    with pytest.raises(UserError) as told, in_words(PROJECT):
        raise _fault(code)
    assert told.value.details == "as SQLite says it"


def test_text_that_can_not_be_decoded_is_damage_that_quotes_nothing() -> None:
    with pytest.raises(ProjectDamagedError) as told, in_words(PROJECT):
        raise _fault(0, "Could not decode to UTF-8 column 'body' with text 'I only ring'")
    assert "I only ring" not in f"{told.value} {told.value.details}"


@pytest.mark.parametrize("code", [0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE])
def test_faults_of_our_own_go_on_as_they_are(code: int) -> None:
    fault = _fault(code)
    with pytest.raises(sqlite3.OperationalError) as raised, in_words(PROJECT):
        raise fault
    assert raised.value is fault
