"""Plain text files."""

from __future__ import annotations

from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.file_text import FileText


def read(data: bytes, name: str) -> FileText:
    """The text of a plain text file, as it stands.

    Raises:
        UnreadableFileError: The file is not text.
    """
    text, guess = decode(data, name)
    return FileText(text=text, guesses=(guess,) if guess else ())
