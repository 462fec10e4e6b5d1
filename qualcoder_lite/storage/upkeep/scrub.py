"""Taking words out of the project's file for good, once the step that deleted them is written.

The order matters, and each part is there because bytes were found without it. In the step's own transaction: rows go,
with their images, parked rows and unused texts, and the search index is written anew, since it keeps deleted terms
until its segments merge. Then, outside of it: VACUUM (free pages, and the slack within pages), the write-ahead log cut
to nothing, and the automatic backups replaced by a new one. What breaks off in between is finished when the project is
next opened: the step stands in `cleaning` until then.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import ProjectLockedError, StorageFullError, UserError
from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.file import backup_folder, backups
from qualcoder_lite.storage.file.faults import in_words
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from qualcoder_lite.storage.file.database import Database

_TIMES_ITS_SIZE = 2.5  # room that writing the file anew and a new backup need, in sizes of the file
_SPARE = 10_000_000  # bytes
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789") | frozenset(range(0x80, 0x100))
_FEW_ENOUGH = 80  # words looked for in whole files; each costs a look at every byte


def refuse_unfit(database: Database) -> None:
    """Raise UserError where the words couldn't be cleaned out afterwards: before anything is changed.

    ProjectLockedError where somebody is reading the file, StorageFullError where there is too little room.
    """
    if _checkpoint_is_kept_off(database):
        raise ProjectLockedError(
            tr(
                "“{name}” is being looked at by another window or program just now, which would keep the old "
                "words. Close it there, then do this again. Nothing was changed.",
                name=database.path.name,
            )
        )
    needed = database.path.stat().st_size * _TIMES_ITS_SIZE + _SPARE
    if shutil.disk_usage(database.path.parent).free < needed:
        raise StorageFullError(
            tr(
                "There is too little room beside “{name}” to write it anew: about {megabytes:,.0f} MB are needed. "
                "Make room, then do this again. Nothing was changed.",
                name=database.path.name,
                megabytes=needed / 1_000_000,
            )
        )


def within_step(database: Database, step: int) -> None:
    """What belongs to the step's own transaction, after its rows are deleted or changed."""
    # Nobody can go back beyond a final step, so nothing needs its images, and they hold what was to go.
    database.run("update change set before=null where step=?", (step,))
    # The images name texts too, of transcripts long gone: no step reaches those any more.
    database.run("delete from text where id not in (select text_id from transcript)")
    search_index.rebuild(database)
    database.run("insert or ignore into cleaning(step) values(?)", (step,))


def pending(database: Database) -> bool:
    """Whether a step's words still have to be cleaned out of the file."""
    return database.one("select count(*) from cleaning")[0] > 0


def finish(database: Database) -> list[str]:
    """Clean the file and its backups, after the step was committed. What couldn't be reached, in sentences.

    Raises UserError where the file itself couldn't be cleaned; it is tried again when the project is next opened.
    """
    try:
        with in_words(database.path):
            database.connection.execute("vacuum")
    except StorageFullError as fault:
        raise _not_yet(database, tr("its disk is full.")) from fault
    except UserError as fault:
        raise _not_yet(database, str(fault)) from fault
    if _checkpoint_is_kept_off(database):
        raise _not_yet(database, tr("another window or program is looking at it."))
    unreached = _renew_backups(database)
    if not unreached:
        database.run("delete from cleaning")
        _checkpoint_is_kept_off(database)
    return unreached


def finish_or_say(database: Database) -> list[str]:
    """The same right after the step, which is done whatever comes of it: what stands in the way is a sentence too."""
    try:
        return finish(database)
    except UserError as fault:
        return [str(fault)]


def left_in_files(database: Database, words: Collection[str]) -> list[str]:
    """Which of these words can still be read in the file, beside it, in its backups or in a search index.

    Looks at raw bytes (UTF-8, UTF-16, and as JSON writes them) for the longest of them, and into the index for all.
    """
    left = {word for word in words if search_index.knows_of_gone(database, word)}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_FEW_ENOUGH]
    for path in _files(database):
        data = path.read_bytes().lower()
        left.update(word for word in longest if any(_stands_in(data, form) for form in _as_bytes(word)))
    return sorted(left)


def names_in(database: Database) -> str:
    """The names of tables and columns, which stand in the file's bytes whatever is deleted from it."""
    return " ".join(sql for (sql,) in database.rows("select sql from sqlite_schema where sql is not null"))


def _as_bytes(word: str) -> set[bytes]:
    """A word in the forms in which a file may hold it."""
    wide = {word.lower().encode(encoding) for encoding in ("utf-16-le", "utf-16-be")}
    return {word.encode().lower(), json.dumps(word)[1:-1].encode().lower()} | wide


def _stands_in(data: bytes, form: bytes) -> bool:
    """Whether bytes stand in a file by themselves, and not as part of a longer word."""
    at = data.find(form)
    while at >= 0:
        around = data[max(0, at - 1) : at] + data[at + len(form) : at + len(form) + 1]
        if not any(byte in _LETTERS for byte in around):
            return True
        at = data.find(form, at + 1)
    return False


def backups_of(database: Database) -> int:
    """How many files there are in the folder of automatic backups."""
    return sum(path.is_file() for path in backup_folder.folder(database.path).glob("*"))


def _files(database: Database) -> list[Path]:
    beside = [database.path.with_name(database.path.name + ending) for ending in ("", "-wal", "-journal")]
    return [path for path in (*beside, *backup_folder.folder(database.path).glob("*")) if path.is_file()]


def _checkpoint_is_kept_off(database: Database) -> bool:
    """Cut the write-ahead log to nothing; whether a reader kept us from it."""
    return bool(database.one("pragma wal_checkpoint(truncate)")[0])


def _renew_backups(database: Database) -> list[str]:
    """Replace the automatic backups, which hold what was deleted, by a new one."""
    place = backup_folder.folder(database.path)
    old: Sequence[Path] = [path for path in place.glob("*") if path.is_file()] if place.is_dir() else []
    for path in old:
        with suppress(OSError):
            path.unlink()
    kept = [path for path in old if path.exists()]
    if old and not kept:
        try:
            backups.backup_now(database)
        except UserError as fault:
            database.notices.append(str(fault))
    return [tr("The backup “{path}” is in use and couldn’t be removed. Remove it by hand.", path=path) for path in kept]


def _not_yet(database: Database, why: str) -> UserError:
    return UserError(
        tr(
            "What you asked for is done, but the file “{name}” still has to be cleaned of the old words: {why} "
            "Close every other window that shows it, make room, and open it again: the cleaning is finished "
            "then.",
            name=database.path.name,
            why=why,
        )
    )
