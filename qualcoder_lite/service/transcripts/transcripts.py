"""Importing transcripts and looking at them."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.domain.transcript import canonical, count_words
from qualcoder_lite.service.coding import done
from qualcoder_lite.service.directory import one_line
from qualcoder_lite.service.placement import refuse_contradictions
from qualcoder_lite.service.transcripts.days import day_stated
from qualcoder_lite.service.transcripts.reading import placed, read_file, read_files, said_of_files
from qualcoder_lite.storage import search_index
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.transcripts import texts, turns
from qualcoder_lite.storage.transcripts import transcripts as stored
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.transcript import Speaker, Turn
    from qualcoder_lite.service.placement import Placement
    from qualcoder_lite.service.session import Session
    from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile
    from qualcoder_lite.storage.transcripts.transcripts import Transcript


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
        marks = self._session.done_marks()
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
                    "“{name}” is in the project already, as “{twin}”. To have it there twice, tick it in the window’s "
                    "list of files, or say --again on the command line.",
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
