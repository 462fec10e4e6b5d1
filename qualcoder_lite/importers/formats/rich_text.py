"""Rich text (.rtf, and what older programs called .doc): the words, read by striprtf."""

from __future__ import annotations

import importlib
import re
from typing import Any

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.translation import tr

_MACINTOSH = re.compile(r"\\mac(?![a-z])|\\ansicpg10000")
_BAR = "\ue000"  # stands for a bar that was written, while striprtf's own bars mark the cells of tables
_FONTS = re.compile(r"\\fonttbl.{200000}", re.DOTALL)
_NOTES = re.compile(r"\\(?:footnote|annotation)(?![a-z])")
_PICTURE = re.compile(r"(?<=[}\s\d])[0-9a-f\r\n]{2000,}(?=\})", re.IGNORECASE)
_LONGEST = 6_000_000  # characters without pictures: a second and a half for each million


def read(data: bytes, name: str) -> FileText:
    """The text of a rich text document.

    Raises:
        UnreadableFileError: It isn't one, or is damaged.
    """
    source = data.decode("latin-1")
    if not source.startswith("{\\rtf"):
        raise UnreadableFileError(
            tr("“{name}” is no rich text document, whatever its name says. Save it as .rtf again.", name=name)
        )
    if "\\pict" in source:
        source = _PICTURE.sub("", source)  # pictures, written as digits
    if len(source) > _LONGEST or _FONTS.search(source):
        raise UnreadableFileError(
            tr("“{name}” is too large for a transcript. Save it as .docx and try that.", name=name)
        )
    text = _words(source, name)
    guesses: list[str] = []
    notes = len(_NOTES.findall(source))
    if notes:
        guesses.append(tr("Footnotes and comments were left out ({notes} in all).", notes=notes))
    if re.search(r"\\deleted(?![a-z0])", source):
        guesses.append(
            tr(
                "The document has tracked changes, and words that were deleted in them may stand in the text. "
                "To leave them out, accept the changes in Word and save it again."
            )
        )
    return FileText(text=text, guesses=tuple(guesses))


def _words(source: str, name: str) -> str:
    to_text: Any = importlib.import_module("striprtf.striprtf").rtf_to_text  # without types
    encoding = "cp1252"
    if _MACINTOSH.search(source, 0, 4_000):
        encoding, source = "mac_roman", source.replace("\\ansicpg10000", "")
    # Of a link striprtf writes the address behind the words, and looks for links in a way that takes a long line's
    # length squared; named otherwise, a field is only a group with words in it.
    source = source.replace("|", _BAR).replace("\\field", "\\fiel")
    try:
        text: str = to_text(source, encoding=encoding, errors="replace")
    except (ValueError, OverflowError, LookupError, IndexError, TypeError) as error:
        raise UnreadableFileError(
            tr("“{name}” is a damaged rich text document. Open it in Word, and save it as .docx.", name=name)
        ) from error
    rows = re.sub(r"\|(?=\n|\Z)", "", text).replace("|", "\t").replace(_BAR, "|")
    # Characters beyond the first 65,536 come as their two halves.
    return rows.replace("\xad", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
