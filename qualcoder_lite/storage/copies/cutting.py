"""Cutting a blind copy for one coder: what the others did isn't in the file, not even in a free page of it.

What is left out is absent there, not deleted: it has no clock, so that bringing the copy back takes nothing away.
What a table holds decides what of it comes along, and a table that isn't named here is left out.
"""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import StorageFullError, UserError
from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.copies.merge import copies, parking
from qualcoder_lite.storage.file.faults import in_words, is_full
from qualcoder_lite.storage.file.private_folder import PrivateFolder
from qualcoder_lite.storage.history import triggers
from qualcoder_lite.storage.history.shape import references
from qualcoder_lite.storage.schema.tables import TABLES
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from qualcoder_lite.storage.file.database import Database

#: What everybody works with.
SHARED = frozenset(
    {
        "project",
        "codebook",
        "code_group",
        "code",
        "codebook_change",
        "question",
        "register_feature",
        "site",
        "register_entry",
        "attribute_kind",
        "joined",
        "round",
        "export_preset",
    }
)
#: What hangs on a transcript, or on the person who was interviewed, and comes along with them.
OF_TRANSCRIPTS = frozenset(
    {
        "transcript",
        "speaker",
        "turn_list",
        "offset_map",
        "not_asked",
        "participant",
        "attribute",
        "consent",
        "attribution",
        "round_transcript",
    }
)
#: What somebody did, and comes along if it was this coder.
OF_CODERS = frozenset({"coding", "memo", "done", "transcript_mark", "round_coder", "star", "summary"})
#: What is left out on purpose: decisions, meetings and snapshots say what others coded; targets and records of consent
#: are the lead's.
LEFT_OUT = frozenset({"decision", "meeting", "meeting_item", "snapshot", "sampling_target", "consent_record"})

_NEVER = ("change", "step", "export_transcript", "export", "cleaning")  # history, and what left the project


def check_place(target: Path) -> None:
    """Raises UserError where a copy can't be written to `target`: its folder isn't there, or a file is."""
    folder = target.absolute().parent
    if not folder.is_dir():
        raise UserError(tr("There is no folder “{folder}”. Make it first, or choose another.", folder=folder))
    if target.exists():
        raise UserError(tr("There is a file “{path}” already. Choose another name, or remove it first.", path=target))


def cut(project: Database, target: Path, coder: str, transcripts: Collection[str]) -> None:
    """Write a copy with some transcripts (ids) and one coder's (id) own work alone.

    Raises UserError where it can't be written or a file is there already, StorageFullError.
    """
    check_place(target)
    beside = target.with_name(target.name + ".part")
    with (
        PrivateFolder() as folder,
        closing(copies.copied(project, Path(folder, "cut.qclite"))) as copy,
    ):
        triggers.drop(copy)
        search_index.drop_triggers(copy)
        parking.make_ready(copy)
        copy.run(f"create temp table {parking.TOUCHED}")
        parking.unpark(copy)
        _take_out(copy, coder, transcripts)
        _forget(copy, coder)
        triggers.make(copy)
        search_index.make_triggers(copy)
        _write_out(copy, beside, target)


def _take_out(copy: Database, coder: str, transcripts: Collection[str]) -> None:
    chosen = (json.dumps(sorted(transcripts)),)
    kept = "in (select value from json_each(?))"
    for table in TABLES:
        if table == "coder":
            _remove(copy, table, "id<>?", (coder,))
        elif table == "transcript":
            _remove(copy, table, f"id not {kept}", chosen)
        elif table in OF_CODERS:
            # What was settled belongs to nobody; what has no coder may be anybody's.
            settled = "decision_id is not null or " if table == "coding" else ""
            _remove(copy, table, f"{settled}coder_id is not ?", (coder,))
        elif table not in SHARED | OF_TRANSCRIPTS:
            _remove(copy, table, "1", ())
    with_transcripts = "select participant_id from transcript where participant_id is not null"
    _remove(copy, "participant", f"id not in ({with_transcripts})", ())
    _remove_orphans(copy)
    copy.run("delete from text where id not in (select text_id from transcript)")


def _remove(copy: Database, table: str, which: str, values: tuple[str, ...]) -> bool:
    """Take rows out with their clocks, as if they had never been there; whether there were any."""
    found = json.dumps([row for (row,) in copy.rows(f"select id from {table} where {which}", values)])
    chosen = "in (select value from json_each(?))"
    copy.run(f"delete from clock where tbl=? and row {chosen}", (table, found))
    copy.run(f"delete from {table} where id {chosen}", (found,))
    return found != "[]"


def _remove_orphans(copy: Database) -> None:
    """What hangs on something taken out goes too; what merely names it keeps its id aside, for the way back."""
    required = [
        (table, f'"{each.column}" is not null and "{each.column}" not in (select id from {each.parent})')
        for table in TABLES
        for each in references(copy, table)
        if not each.loose
    ]
    while sum(_remove(copy, table, dangling, ()) for table, dangling in required):
        pass  # what was taken out may have been a parent itself
    parking.park(copy)


def _forget(copy: Database, coder: str) -> None:
    """The history begins with the cut: that can't be undone, and nothing before it can be seen."""
    for table in _NEVER:
        copy.run(f"delete from {table}")
    # Clocks of what is long gone would still tell how much the others did.
    for table in TABLES:
        copy.run(
            f"delete from clock where tbl=? and row not in (select id from {table}) and stamp<>'~withdrawn'", (table,)
        )
    copy.run(
        "insert into step(verb, facts, coder, at, state) values('cut', ?, '', ?, 'final')",
        (json.dumps({"coder": coder}), datetime.now(UTC).isoformat(timespec="milliseconds")),
    )
    search_index.rebuild(copy)


def _write_out(copy: Database, beside: Path, target: Path) -> None:
    """Write the copy anew: what was taken out is in free pages still."""
    try:
        beside.unlink(missing_ok=True)
        with in_words(target):
            copy.connection.execute("vacuum into ?", (str(beside),))
        beside.rename(target)
    except OSError as fault:
        if is_full(fault):
            raise StorageFullError(
                tr("There is no room for “{path}”: its disk is full. Make room there.", path=target)
            ) from fault
        raise UserError(
            tr("“{path}” can’t be written ({why}). Choose another name.", path=target, why=fault.strerror)
        ) from fault
    finally:
        beside.unlink(missing_ok=True)
