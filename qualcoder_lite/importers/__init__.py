"""Reading transcripts and tables: bytes in, domain objects out; no dialog, no database.

To read a further format, write a module with `read(data, name) -> FileText` and name it in `_READERS`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from qualcoder_lite.domain.errors import UnreadableFileError, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qualcoder_lite.domain.transcript import SpeakerRole, TranscriptText
    from qualcoder_lite.importers.file_text import FileText

# Readers are imported when a file of their kind is read, so that a command which reads none doesn't wait for them.
_READERS = {
    ".txt": "plain_text",
    ".text": "plain_text",
    ".md": "plain_text",
    ".markdown": "plain_text",
    ".docx": "word",
}

#: Characters and lines of the longest transcript that is read; an hour's talk has about 60,000 characters.
LONGEST_TRANSCRIPT = 2_000_000
MOST_LINES = 100_000


class _Reader(Protocol):
    """What a module that reads a format offers."""

    def read(self, data: bytes, name: str) -> FileText:
        """The words of a file in reading order."""
        ...


def supported_endings() -> tuple[str, ...]:
    """The file name endings that can be read as transcripts, lower case, with their dot."""
    return tuple(_READERS)


def read_transcript(
    path: Path, *, find_speakers: bool = True, roles: Mapping[str, SpeakerRole] | None = None
) -> TranscriptText:
    """Read a file as a transcript.

    Args:
        path: The file.
        find_speakers: Whether to look for speakers' labels and make turns of them.
        roles: Roles of speakers that are known, by label; case and spacing don't matter.

    Raises:
        UnreadableFileError: The file is missing, empty, damaged, or of a kind that isn't read.
    """
    from qualcoder_lite.importers.files import read_file

    return read_transcript_bytes(read_file(path), path.name, find_speakers=find_speakers, roles=roles)


def read_transcript_bytes(
    data: bytes, name: str, *, find_speakers: bool = True, roles: Mapping[str, SpeakerRole] | None = None
) -> TranscriptText:
    """Read the content of a file as a transcript; `name` is the file's name, with the ending that says its kind.

    Raises:
        UnreadableFileError: The content is empty, damaged, or of a kind that isn't read.
    """
    from qualcoder_lite.domain.transcript import TranscriptText, canonical
    from qualcoder_lite.importers.speakers import FoundTurns, find_turns

    content = _reader(name).read(_checked(data, name), name)
    text = canonical(content.text)
    if not text.strip():
        raise UnreadableFileError(f"“{name}” has no words in it.")
    if len(text) > LONGEST_TRANSCRIPT or text.count("\n") > MOST_LINES:
        raise UnreadableFileError(
            f"“{name}” is too long for one transcript (more than {LONGEST_TRANSCRIPT:,} characters or "
            f"{MOST_LINES:,} lines). Split it."
        )
    found = find_turns(text, roles, content.metadata) if find_speakers else FoundTurns((), ())
    return TranscriptText(
        title=" ".join(canonical(content.title).split()) or _stem(name),
        text=text,
        speakers=found.speakers,
        turns=found.turns,
        metadata={canonical(key): canonical(value) for key, value in content.metadata.items()},
        guesses=content.guesses + found.guesses,
    )


def _reader(name: str) -> _Reader:
    """The reader for a file's ending."""
    if name.startswith("~$"):
        raise UnreadableFileError(f"“{name}” is a note that Word keeps while a document is open, not the document.")
    ending = _ending(name)
    if ending in _READERS:
        return cast("_Reader", importlib.import_module(f"{__name__}.{_READERS[ending]}"))
    if ending == ".doc":
        raise UnreadableFileError(f"“{name}” is an older Word document. Open it in Word and save it as .docx.")
    raise UnreadableFileError(
        f"“{name}” is not of a kind that can be read. Files that can be read end in {listed(supported_endings())}."
    )


def _checked(data: bytes, name: str) -> bytes:
    from qualcoder_lite.importers.files import within_limit

    if not data:
        raise UnreadableFileError(f"“{name}” is empty.")
    return within_limit(data, name)


def _ending(name: str) -> str:
    _, dot, ending = name.rpartition(".")
    return (dot + ending).lower()


def _stem(name: str) -> str:
    return name[: -len(_ending(name))] or name
