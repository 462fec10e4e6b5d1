"""What left the project as files: facts about the world, so neither journalled nor undone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.storage.file.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A file that was written: where, when (an ISO time in UTC), by whom, and what is in it.

    `scope` says in sentences what was asked for; `sha256` is that of the file's bytes; `transcripts` are those whose
    words are in it, `people` how many people they are.
    """

    file: str
    format: str
    scope: Sequence[str] = ()
    sha256: str = ""
    extracts: int = 0
    people: int = 0
    coder: str = ""
    exported_at: str = ""
    transcripts: Sequence[str] = field(default_factory=tuple[str, ...])


def add(database: Database, export: Export) -> None:
    """Write down that a file was written. One transaction of its own.

    Names that are no Unicode, as a file's may be on Linux, are kept as far as they can be read: the file exists by now.
    """
    id_ = new_id()
    at = export.exported_at or datetime.now(UTC).isoformat(timespec="milliseconds")
    database.run("begin immediate")
    try:
        database.insert(
            "export",
            [
                (
                    id_,
                    at,
                    canonical(export.coder),
                    canonical(export.file),
                    export.format,
                    json.dumps([canonical(words) for words in export.scope], ensure_ascii=False),
                    export.sha256,
                    export.extracts,
                    export.people,
                )
            ],
            ("id", "exported_at", "coder", "file", "format", "scope", "sha256", "extracts", "people"),
        )
        database.insert(
            "export_transcript",
            ((id_, transcript) for transcript in export.transcripts),
            ("export_id", "transcript_id"),
        )
        database.run("commit")
    except BaseException:
        if database.connection.in_transaction:
            database.connection.rollback()
        raise


def read(database: Database, transcripts: Iterable[str] | None = None) -> list[Export]:
    """The files that were written, newest first: all, or those with words of these transcripts."""
    of_transcripts = (
        "id in (select export_id from export_transcript where transcript_id in (select value from json_each(?)))"
    )
    where, values = ("1", ()) if transcripts is None else (of_transcripts, (json.dumps(list(transcripts)),))
    held: dict[str, list[str]] = {}
    for id_, transcript in database.rows("select export_id, transcript_id from export_transcript"):
        held.setdefault(id_, []).append(transcript)
    return [
        Export(
            file=file,
            format=kind,
            scope=_sentences(scope),
            sha256=sha256,
            extracts=extracts,
            people=people,
            coder=coder,
            exported_at=at,
            transcripts=tuple(held.get(id_, ())),
        )
        for id_, at, coder, file, kind, scope, sha256, extracts, people in database.rows(
            "select id, exported_at, coder, file, format, scope, sha256, extracts, people from export "
            f"where {where} order by exported_at desc, rowid desc",
            values,
        )
    ]


def _sentences(stored: str) -> tuple[str, ...]:
    found: list[str] | dict[str, str] = json.loads(stored)  # the table's own default is an empty object
    return tuple(found)
