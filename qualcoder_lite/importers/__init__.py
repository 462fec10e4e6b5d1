"""Reading transcripts and tables: bytes in, domain objects out; no dialog, no database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from qualcoder_lite.domain.transcript import SpeakerRole, TranscriptText


def supported_endings() -> tuple[str, ...]:
    """The file name endings that can be read as transcripts, lower case, with their dot."""
    return (".txt", ".md", ".docx")


def read_transcript(
    path: Path, *, find_speakers: bool = True, roles: Mapping[str, SpeakerRole] | None = None
) -> TranscriptText:
    """Read a file as a transcript.

    Raises:
        UnreadableFileError: The file is missing, empty, damaged, or of a kind that isn't read.
    """
    raise NotImplementedError


def read_transcript_bytes(
    data: bytes, name: str, *, find_speakers: bool = True, roles: Mapping[str, SpeakerRole] | None = None
) -> TranscriptText:
    """Read the content of a file as a transcript; `name` is the file's name, with the ending that says its kind.

    Raises:
        UnreadableFileError: The content is empty, damaged, or of a kind that isn't read.
    """
    raise NotImplementedError
