"""Text files, plain or Markdown: the front matter becomes metadata, all else stays as it stands, markup included.

Transcripts are published with front matter under either ending, so both are read alike.
"""

from __future__ import annotations

import re

from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.importers.formats import front_matter, subtitles, wrapped_lines
from qualcoder_lite.translation import tr

_VOICE = re.compile(r"^[^\S\n]*(?:>>+[^\S\n]*)?<v[ .][^<>\n]{1,100}>", re.MULTILINE)


def read(data: bytes, name: str, *, join_lines: bool = True) -> FileText:
    """The text of a text file without its front matter, whose fields become the metadata.

    Args:
        data: The file's bytes.
        name: Its name.
        join_lines: Whether lines that were broken at a fixed width are put back into paragraphs.

    Raises:
        UnreadableFileError: The file is not text.
    """
    text, guess, encoding = decode(data, name)
    guesses = [guess] if guess else []
    if subtitles.is_subtitles(text):
        guesses.append(tr("The file holds subtitles, and was read as such."))
        return subtitles.read_text(text, name, guesses=tuple(guesses), encoding=encoding)
    fields, rest, is_kept = front_matter.split(text)
    if is_kept:
        guesses.append(
            tr("The lines between “---” at the top are not fields that can be read; they were kept as text.")
        )
    if _VOICE.search(rest):
        rest = rest.replace("</v>", "")  # ends what <v Lee> begins, and is no speech
    whole = wrapped_lines.unwrapped(canonical(rest)) if join_lines else None
    if whole is not None:
        guesses.append(tr("Its lines were broken at a fixed width; they were put back into paragraphs."))
    return FileText(
        text=rest if whole is None else whole,
        title=fields.get("title", ""),
        metadata=fields,
        guesses=tuple(guesses),
        encoding=encoding,
        lines_joined=whole is not None,
    )
