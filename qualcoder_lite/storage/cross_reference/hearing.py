"""Keeps what each transcript says through each lens, so that a matrix of a large project need not read every coding.

What is kept can always be counted again, so it is neither journalled nor merged. Triggers let go of a transcript's
part whenever something it was counted from is written, by an edit, an undo or a merge alike; what is missing is counted
when it is wanted. Counts and ids are kept, no words.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference import Heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.cross_reference import Hearing
    from qualcoder_lite.storage.file.database import Database

_PREFIX = "heard_"

# Table and event to the transcripts of which nothing kept is true any longer; `:side` is the row before or after.
_THEIR_OWN = ":side.transcript_id"
_OF_THE_CODING = "(select transcript_id from coding where id = :side.coding_id)"
_LET_GO = {
    "coding": _THEIR_OWN,
    "decision": _THEIR_OWN,
    "attribution": _OF_THE_CODING,
    "turn_list": ":side.id",
}
# What makes a code an outcome or a feature: when that changes, everything is counted again.
_KINDS = {"code": "group_id", "code_group": "codebook_id", "codebook": "kind"}


def drop_triggers(database: Database) -> None:
    """Take the triggers off, as a migration needs it."""
    found = database.rows("select name from sqlite_master where type='trigger' and name glob ?", (f"{_PREFIX}*",))
    for (name,) in found:
        database.run(f"drop trigger {name}")


def make_triggers(database: Database) -> None:
    """Make the triggers that let go of what is no longer true; run after every migration."""
    drop_triggers(database)
    for statement in _triggers():
        database.run(statement)


def _triggers() -> Iterator[str]:
    for table, transcript in _LET_GO.items():
        for event, side in (("insert", "new"), ("update", "new"), ("delete", "old")):
            yield (
                f"create trigger {_PREFIX}{table}_{event} after {event} on {table} begin "
                f"delete from heard where transcript_id = {transcript.replace(':side', side)}; end"
            )
    yield (
        f"create trigger {_PREFIX}text after update of text_id on transcript begin "
        "delete from heard where transcript_id = new.id; end"
    )
    for table, column in _KINDS.items():
        yield (
            f"create trigger {_PREFIX}{table} after update of {column} on {table} "
            f"when new.{column} is not old.{column} begin delete from heard; end"
        )


def kept(database: Database, lens: str) -> Hearing:
    """What is kept of a lens, by transcript."""
    found = database.rows("select transcript_id, said from heard where lens = ?", (lens,))
    return {transcript: Heard(*json.loads(said)) for transcript, said in found}


def unheard(database: Database, lens: str) -> list[str]:
    """The transcripts of which nothing is kept."""
    found = database.rows(
        "select id from transcript where id not in (select transcript_id from heard where lens = ?)", (lens,)
    )
    return [transcript for (transcript,) in found]


def keep(database: Database, lens: str, hearing: Hearing) -> None:
    """Keep what was heard of some transcripts."""
    rows = [(transcript, lens, json.dumps(heard, separators=(",", ":"))) for transcript, heard in hearing.items()]
    database.run("begin immediate")
    try:
        database.run_many("insert or replace into heard values(?, ?, ?)", rows)
        database.run("commit")
    except BaseException:
        if database.connection.in_transaction:
            database.connection.rollback()
        raise
