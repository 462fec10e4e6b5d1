"""Reading transcripts and tables: bytes in, domain objects out; no dialog, no database.

To read a further format, write a module with `read(data, name) -> FileText` and name it in `kinds`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, cast

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.domain.transcript import ReadingChoices
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.transcript import TranscriptText
    from qualcoder_lite.importers.file_text import FileText

#: Characters and lines of the longest transcript that is read; an hour's talk has about 60,000 characters.
LONGEST_TRANSCRIPT = 2_000_000
MOST_LINES = 100_000

_GUESS_ALL = ReadingChoices()


def supported_endings() -> tuple[str, ...]:
    """The file name endings that can be read as transcripts, lower case, with their dot."""
    from qualcoder_lite.importers.formats.kinds import endings

    return endings()


def read_transcript(path: Path, choices: ReadingChoices = _GUESS_ALL) -> TranscriptText:
    """Read a file as a transcript.

    Args:
        path: The file.
        choices: What a person said of how it is to be read.

    Raises:
        UnreadableFileError: The file is missing, empty, damaged, holds several, or is of a kind that isn't read.
    """
    from qualcoder_lite.importers.files import read_file

    return read_transcript_bytes(read_file(path), path.name, choices)


def read_transcript_bytes(data: bytes, name: str, choices: ReadingChoices = _GUESS_ALL) -> TranscriptText:
    """Read the content of a file as a transcript; `name` is the file's name, with the ending that says its kind.

    Raises:
        UnreadableFileError: The content is empty, damaged, holds several, or is of a kind that isn't read.
    """
    first, *others = read_transcripts_bytes(data, name, choices)
    if others:
        raise UnreadableFileError(
            tr(
                "“{name}” holds {n:,} transcript, where one is wanted.",
                "“{name}” holds {n:,} transcripts, where one is wanted.",
                n=len(others) + 1,
                name=name,
            )
        )
    return first


def read_transcripts_bytes(data: bytes, name: str, choices: ReadingChoices = _GUESS_ALL) -> tuple[TranscriptText, ...]:
    """Read all transcripts that a file holds: one, or as many as a table of whole transcripts has rows.

    Raises:
        UnreadableFileError: The content is empty, damaged, or of a kind that isn't read.
    """
    from qualcoder_lite.importers.encodings import recoded
    from qualcoder_lite.importers.files import within_limit
    from qualcoder_lite.importers.formats.kinds import kind_for

    if not data:
        raise UnreadableFileError(tr("“{name}” is empty.", name=name))
    kind = kind_for(within_limit(data, name), name)
    if choices.encoding and kind.is_text:
        data = recoded(data, choices.encoding)
    # Readers are imported when a file of their kind is read, so that a command which reads none doesn't wait for them.
    reader: Any = importlib.import_module(f"{__name__}.formats.{kind.reader}")
    if kind.reader == "turn_tables":
        contents = cast("list[FileText]", reader.read_all(data, name))
    elif kind.reader == "plain_text":
        contents = [cast("FileText", reader.read(data, name, join_lines=choices.join_lines))]
    elif kind.reader == "portable_document":
        contents = [cast("FileText", reader.read(data, name, keep_edges=choices.keep_edges))]
    else:
        contents = [cast("FileText", reader.read(data, name))]
    if not any(content.text.strip() for content in contents):
        raise UnreadableFileError(tr("“{name}” has no words in it.", name=name))
    return tuple(_transcript(content, name, choices) for content in contents)


def _transcript(content: FileText, name: str, choices: ReadingChoices) -> TranscriptText:
    """A transcript of what a reader made of a file: canonical, with its speakers and turns."""
    from qualcoder_lite.domain.transcript import TranscriptText, canonical
    from qualcoder_lite.importers.formats.kinds import ending_of
    from qualcoder_lite.importers.speakers.turns import FoundTurns, find_turns

    text = canonical(content.text)
    if not text.strip():
        raise UnreadableFileError(tr("“{name}” has no words in it.", name=name))
    if len(text) > LONGEST_TRANSCRIPT or text.count("\n") > MOST_LINES:
        raise UnreadableFileError(
            tr(
                "“{name}” is too long for one transcript (more than {characters:,} characters or "
                "{lines:,} lines). Split it.",
                name=name,
                characters=LONGEST_TRANSCRIPT,
                lines=MOST_LINES,
            )
        )
    found = FoundTurns((), ())
    if choices.find_speakers:
        found = find_turns(text, choices, content.metadata, marks=content.marks, times=content.times)
    stem = name[: -len(ending_of(name))] or name
    return TranscriptText(
        title=" ".join(canonical(content.title).split()) or (f"{stem}, {content.part}" if content.part else stem),
        text=text,
        speakers=found.speakers,
        turns=found.turns,
        metadata={canonical(key): canonical(value) for key, value in content.metadata.items()},
        guesses=content.guesses + found.guesses,
        found=found.found,
        doubtful=found.doubtful,
        encoding=content.encoding,
        lines_joined=content.lines_joined,
        has_edges=content.has_edges,
        part=content.part,
    )
