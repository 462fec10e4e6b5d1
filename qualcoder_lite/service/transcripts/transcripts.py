"""Importing transcripts and looking at them."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError, UnreadableFileError, UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import ReadingChoices, canonical, count_words
from qualcoder_lite.service.coding import done
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.service.transcripts.days import day_stated, day_written
from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.transcripts import texts, turns
from qualcoder_lite.storage.transcripts import transcripts as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.transcript import Speaker, TranscriptText, Turn
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.storage.transcripts.transcripts import Transcript


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTranscript:
    """What an import made: the transcript, its speakers with their numbers of turns, and what to check."""

    file: str
    transcript: Transcript
    speakers: tuple[tuple[Speaker, int], ...]
    warnings: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class FailedImport:
    """A file that could not be imported, with the sentence that says why."""

    file: str
    error: UserError


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptOverview:
    """A transcript as a list shows it. `done` names the coders who declared it done."""

    transcript: Transcript
    placement: Placement
    speakers: int
    codings: int
    done: tuple[str, ...]


class Transcripts:
    """The transcripts of a project."""

    def __init__(self, session: Session) -> None:
        """Work on an open project."""
        self._session = session
        self._database = session.database

    # Looking

    def overview(self) -> list[TranscriptOverview]:
        """All transcripts in the order of import, with what a list shows of each."""
        speakers = turns.speaker_counts(self._database)
        coded = self._session.coding_counts()
        marks = self._session.visibility.done_marks()
        names = {coder.id: coder.name for coder in coders.read(self._database)}
        return [
            TranscriptOverview(
                transcript=placement.transcript,
                placement=placement,
                speakers=speakers[id_],
                codings=coded.get(id_, 0),
                done=tuple(sorted(names[coder] for coder in marks.get(id_, ()))),
            )
            for id_, placement in self._session.placements().items()
        ]

    def count(self) -> int:
        """How many there are."""
        return stored.totals(self._database)[0]

    def find(self, name: str) -> str:
        """The id of a transcript by its id, title or file name, or by its participant where that is the only one."""
        return self._session.directory.transcripts.find(name).id

    def title(self, transcript: str) -> str:
        """A transcript's title."""
        return self._session.directory.transcripts.by_id[transcript].name

    def text(self, transcript: str) -> str:
        """A transcript's text."""
        return texts.body(self._database, transcript)

    def turns(self, transcript: str) -> list[Turn]:
        """A transcript's turns in order."""
        return turns.of_transcript(self._database, transcript)

    def speakers(self, transcript: str) -> list[Speaker]:
        """A transcript's speakers, as its turns number them."""
        return turns.speakers(self._database, transcript)

    # Importing

    def import_files(self, files: Sequence[tuple[Path, ImportOptions]]) -> Iterator[ImportedTranscript | FailedImport]:
        """Import files one by one, each in a step of its own: one bad file does not stop the others.

        A table that has a whole transcript in each row gives as many results as it has rows.
        """
        for path, options in files:
            try:
                found = read_files(path, options)
            except UserError as fault:
                yield FailedImport(str(path), fault)
                continue
            for read in found:
                try:
                    yield self.store(read, placed(read, options))
                except UserError as fault:
                    yield FailedImport(str(path), fault)

    def import_file(self, path: Path, options: ImportOptions) -> ImportedTranscript:
        """Import one file with one transcript.

        Raises UserError where it can't be read, is in the project already, or contradicts it.
        """
        return self.store(read_file(path, options), options)

    def store(self, read: ReadFile, options: ImportOptions) -> ImportedTranscript:
        """Store a file that was read. Raises UserError where it is in the project already, or contradicts it."""
        path, text = read.path, read.text
        twin = stored.with_source_hash(self._database, read.source_hash)
        if twin is not None and not options.again:
            raise UserError(
                tr(
                    "“{name}” is in the project already, as “{twin}”. To have it there twice, say so with --again.",
                    name=path.name,
                    twin=twin,
                )
            )
        directory = self._session.directory
        title, warnings = self._free_title(one_line(options.title) or canonical(text.title))
        with self._session.step("import") as step:
            transcript = stored.Transcript(
                id=new_id(),
                title=title,
                source=canonical(path.name),
                source_hash=read.source_hash,
                imported_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
                date=options.date or day_stated(text.metadata.get("date", "")),
                site=directory.site(options.site) if options.site else None,
                participant=directory.participant(options.participant) if options.participant else None,
                client_group=one_line(options.client_group),
                metadata=text.metadata,
                characters=len(text.text),
                words=count_words(text.text),
                turns=len(text.turns),
            )
            step.facts["transcript"] = transcript.id
            stored.add(self._database, transcript, text.text, text.speakers, text.turns)
            search_index.index_missing(self._database, [transcript.id])
            refuse_contradictions(self._database, [transcript.id])
            for coder in options.done:
                done.mark(self._session, coder, [transcript.id])
        counts = Counter(turn.speaker for turn in text.turns)
        return ImportedTranscript(
            file=str(path),
            transcript=transcript,
            speakers=tuple((speaker, counts[n]) for n, speaker in enumerate(text.speakers)),
            warnings=(*warnings, *text.guesses),
            changes=step.changes,
        )

    def _free_title(self, wanted: str) -> tuple[str, list[str]]:
        """A title that no transcript has yet, and what to say if it had to be changed."""
        title, n = wanted, 1
        while self._session.directory.transcripts.has_name(title):
            n += 1
            title = f"{wanted} ({n})"
        return title, [] if n == 1 else [
            tr("There is a transcript “{wanted}” already, so this one is called “{title}”.", wanted=wanted, title=title)
        ]

    def read_list(self, path: Path) -> list[tuple[Path, ImportOptions]]:
        """The files that a table names, with what it says of each; paths are taken from the table's own folder."""
        files: list[tuple[Path, ImportOptions]] = []
        for row, name, options in said_of_files(path):
            file = path.parent / name
            if not os.path.isfile(file):  # noqa: PTH113 - unlike Path's, it takes an impossible name for no file
                raise TableError(
                    tr("there is no such file beside “{name}”.", name=path.name), row=row, column="file", value=name
                )
            files.append((file, options))
        return files


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
