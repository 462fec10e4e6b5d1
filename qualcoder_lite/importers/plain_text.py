"""Text files, plain or Markdown: the front matter becomes metadata, all else stays as it stands, markup included.

Transcripts are published with front matter under either ending, so both are read alike.
"""

from __future__ import annotations

from qualcoder_lite.importers import front_matter
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.file_text import FileText


def read(data: bytes, name: str) -> FileText:
    """The text of a text file without its front matter, whose fields become the metadata.

    Raises:
        UnreadableFileError: The file is not text.
    """
    text, guess = decode(data, name)
    fields, rest, is_kept = front_matter.split(text)
    guesses = [guess] if guess else []
    if is_kept:
        guesses.append("The lines between “---” at the top are not fields that can be read; they were kept as text.")
    return FileText(text=rest, title=fields.get("title", ""), metadata=fields, guesses=tuple(guesses))
