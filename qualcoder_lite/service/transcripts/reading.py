"""Reading files as transcripts, and what is said of them when they are imported: all of it without a project."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.domain.transcript import ReadingChoices
from qualcoder_lite.service.transcripts.days import day_written
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.transcript import TranscriptText


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What is said of a file when it is imported. Names of site, participant and coders are made where unknown."""

    title: str = ""
    site: str = ""
    participant: str = ""
    client_group: str = ""
    date: str = ""
    done: tuple[str, ...] = ()
    again: bool = False
    reading: ReadingChoices = field(default_factory=ReadingChoices)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file read as a transcript, not stored yet: what a preview shows, and what `store` takes."""

    path: Path
    source_hash: str
    text: TranscriptText


def said_of_files(path: Path) -> list[tuple[int, str, ImportOptions]]:
    """What a table of transcripts says: the row, the file's name as written, and what is said of it.

    Raises:
        UnreadableFileError: The table can't be read.
        TableError: A column is missing or unknown, or a cell is wrong.
    """
    from qualcoder_lite.importers.tables.checked import read_transcript_list

    return [
        (
            row.row,
            row.file,
            ImportOptions(
                title=row.title or "",
                site=row.site or "",
                participant=row.participant or "",
                client_group=row.client_group or "",
                date=row.date or "",
                done=row.done,
                again=bool(row.again),
                reading=ReadingChoices(find_speakers=row.speakers != "none", roles=row.roles),
            ),
        )
        for row in read_transcript_list(path)
    ]


def read_file(path: Path, options: ImportOptions) -> ReadFile:
    """Read a file as one transcript, without any project. Raises UnreadableFileError where it isn't one."""
    first, *others = read_files(path, options)
    if others:
        raise UnreadableFileError(
            tr(
                "“{name}” holds {n:,} transcript, where one is wanted.",
                "“{name}” holds {n:,} transcripts, where one is wanted.",
                n=len(others) + 1,
                name=path.name,
            )
        )
    return first


def read_files(path: Path, options: ImportOptions) -> tuple[ReadFile, ...]:
    """Read the transcripts that a file holds: one, or those in the rows of a table.

    Raises:
        UnreadableFileError: It can't be read.
    """
    from qualcoder_lite.importers import read_transcripts_bytes
    from qualcoder_lite.importers.files import read_file as read_bytes

    data = read_bytes(path)
    digest = hashlib.sha256(data)
    return tuple(
        ReadFile(path, _hash_of(digest.hexdigest(), text.part), text)
        for text in read_transcripts_bytes(data, path.name, options.reading)
    )


def _hash_of(file_hash: str, part: str) -> str:
    """What tells whether a transcript is there already: its file's hash, and which of several in the file it is."""
    return hashlib.sha256(f"{file_hash} {part}".encode()).hexdigest() if part else file_hash


def placed(read: ReadFile, options: ImportOptions) -> ImportOptions:
    """The options for one of several transcripts in a table, with what its row says where the options say nothing."""
    if not read.text.part:
        return options
    about = read.text.metadata
    return replace(
        options,
        title="",
        site=options.site or about.get("site", ""),
        participant=options.participant or about.get("participant", ""),
        client_group=options.client_group or about.get("client_group", ""),
        date=options.date or day_written(about.get("date", "")),
    )
