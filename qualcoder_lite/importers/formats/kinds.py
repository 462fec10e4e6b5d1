"""Which reader a file wants: told by what is in it, checked against what its name says."""

from __future__ import annotations

import re
from typing import NamedTuple

from qualcoder_lite.domain.errors import UnreadableFileError, listed
from qualcoder_lite.importers.files import (
    EXCEL,
    OLDER_OFFICE,
    OPEN_DOCUMENT,
    PDF,
    RICH_TEXT,
    WORD,
    kind_of,
)
from qualcoder_lite.translation import tr, tr_later


class Kind(NamedTuple):
    """A kind of file: the module that reads it, and whether it is text in some encoding."""

    reader: str
    is_text: bool = False


_TEXT = Kind("plain_text", is_text=True)
_PAGE = Kind("web_page", is_text=True)
_SUBTITLES = Kind("subtitles", is_text=True)
_TABLE = Kind("turn_tables", is_text=True)
_WORD, _RICH, _OPEN = Kind("word"), Kind("rich_text"), Kind("open_document")
_PORTABLE, _BOOK = Kind("portable_document"), Kind("turn_tables")

_KINDS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    ".md": _TEXT,
    ".markdown": _TEXT,
    ".docx": _WORD,
    ".odt": _OPEN,
    ".rtf": _RICH,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".pdf": _PORTABLE,
    ".vtt": _SUBTITLES,
    ".srt": _SUBTITLES,
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".xlsx": _BOOK,
    ".json": Kind("recognised_speech", is_text=True),
}
# What files of other names hold, when they hold what their first bytes say: endings are rightly used of several kinds.
_USUAL = {WORD: ".docx", EXCEL: ".xlsx", OPEN_DOCUMENT: ".odt", PDF: ".pdf", RICH_TEXT: ".rtf"}
_IN_DOC = {RICH_TEXT: _RICH, WORD: _WORD}
_PAGE_HELD, _TEXT_HELD = tr_later("a web page"), tr_later("plain text")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)", re.IGNORECASE)
_TAG, _NO_TEXT = re.compile(rb"<[a-zA-Z!/]"), re.compile(rb"[\x00-\x08\x0e-\x1f]")
# Documents written in letters: a PDF or rich text after a few other bytes, Word's XML, a whole page in one file.
_IN_LETTERS = re.compile(rb"\A.{0,1000}?(?:%PDF-|\{\\rtf)|\A\W{0,9}(?:\?xml|MIME-Version)", re.DOTALL | re.IGNORECASE)
_LOOKED_AT = 4_000  # bytes of a file, which tell whether it is text
_OLDER = {
    ".doc": (tr_later("an older Word document"), tr_later("Open it in Word or LibreOffice and save it as .docx.")),
    ".xls": (tr_later("an older Excel workbook"), tr_later("Open it in Excel or LibreOffice and save it as .xlsx.")),
}
_RECORDINGS = (".mp3", ".mp4", ".m4a", ".wav", ".wma", ".ogg", ".mov", ".avi", ".aac", ".flac")


def endings() -> tuple[str, ...]:
    """The file name endings that can be read as transcripts, lower case, with their dot."""
    return tuple(_KINDS)


def kind_for(data: bytes, name: str) -> Kind:
    """The kind of a file.

    Raises:
        UnreadableFileError: It can't be read, or holds something else than its name says; with what to do about it.
    """
    if name.startswith("~$"):
        raise UnreadableFileError(
            tr("“{name}” is a note that Word keeps while a document is open, not the document.", name=name)
        )
    ending = ending_of(name)
    held = kind_of(data)
    if ending == ".doc":
        return _kind_of_doc(data, name, held)
    if ending not in _KINDS:
        raise _unknown(name, ending)
    if held in _USUAL and held != _held_by(ending):
        raise _lying(name, ending, held, _USUAL[held])
    if held == OLDER_OFFICE and _KINDS[ending] not in (_WORD, _OPEN, _BOOK):  # those say more of what it is
        what, mend = _OLDER[".doc"]
        raise UnreadableFileError(
            tr(
                "“{name}” is {kind}, not {other} that its name says. {mend}",
                name=name,
                kind=tr(what),
                other=_said(ending),
                mend=tr(mend),
            )
        )
    if held is not None and _KINDS[ending] in (_PORTABLE, _RICH) and held not in _USUAL:
        raise UnreadableFileError(
            tr("“{name}” is {kind}, not {other} that its name says.", name=name, kind=tr(held), other=_said(ending))
        )
    if held is None:
        _refuse_other_text(data, name, ending)
    return _KINDS[ending]


def ending_of(name: str) -> str:
    """The ending of a file's name, lower case, with its dot; the whole name if it has none."""
    _, dot, ending = name.rpartition(".")
    return (dot + ending).lower()


def _refuse_other_text(data: bytes, name: str, ending: str) -> None:
    """Refuse a web page or plain text that is called something else; subtitles and tables are plain text too."""
    kind = _KINDS[ending]
    if kind != _PAGE and _MARKUP.match(data[:_LOOKED_AT]):
        raise _lying(name, ending, _PAGE_HELD, ".html")
    if _is_text(data) and (not kind.is_text or (kind == _PAGE and not _TAG.search(data))):
        raise _lying(name, ending, _TEXT_HELD, ".txt")


def _is_text(data: bytes) -> bool:
    """Whether a file is plain text: neither made of other bytes, nor a document that is written in letters."""
    start = data[:_LOOKED_AT]
    return bool(data.strip()) and not _NO_TEXT.search(start) and not _IN_LETTERS.search(start)


def _lying(name: str, ending: str, held: str, usual: str) -> UnreadableFileError:
    return UnreadableFileError(
        tr(
            "“{name}” is {kind}, not {other} that its name says. "
            "Give it a name that ends in {ending}, and import it again.",
            name=name,
            kind=tr(held),
            other=_said(ending),
            ending=usual,
        )
    )


def _kind_of_doc(data: bytes, name: str, held: str | None) -> Kind:
    """The kind of a file called .doc: Word opens much under that name, and so many things are called so."""
    if held in _IN_DOC:
        return _IN_DOC[held]
    if _MARKUP.match(data[:1_000]):
        return _PAGE
    if held is None and _is_text(data):
        raise _lying(name, ".docx", _TEXT_HELD, ".txt")
    if held == OLDER_OFFICE or held is None:
        raise _older(name, ".doc")
    if held in _USUAL:
        raise _lying(name, ".docx", held, _USUAL[held])
    raise UnreadableFileError(
        tr("“{name}” is {kind}, not {other} that its name says.", name=name, kind=tr(held), other=_said(".docx"))
    )


def _older(name: str, ending: str) -> UnreadableFileError:
    what, mend = _OLDER[ending]
    return UnreadableFileError(tr("“{name}” is {kind}. {mend}", name=name, kind=tr(what), mend=tr(mend)))


def _unknown(name: str, ending: str) -> UnreadableFileError:
    if ending in _OLDER:
        return _older(name, ending)
    if ending in _RECORDINGS:
        return UnreadableFileError(
            tr("“{name}” is a recording. Have it written down first, and import the transcript.", name=name)
        )
    return UnreadableFileError(
        tr(
            "“{name}” is not of a kind that can be read. Files that can be read end in {endings}.",
            name=name,
            endings=listed(endings()),
        )
    )


def _held_by(ending: str) -> str | None:
    return next((held for held, usual in _USUAL.items() if usual == ending), None)


def _said(ending: str) -> str:
    kinds = {
        ".docx": tr_later("the Word document"),
        ".odt": tr_later("the OpenDocument text"),
        ".rtf": tr_later("the rich text"),
        ".pdf": tr_later("the PDF document"),
        ".xlsx": tr_later("the Excel workbook"),
        ".html": tr_later("the web page"),
        ".htm": tr_later("the web page"),
        ".xhtml": tr_later("the web page"),
        ".csv": tr_later("the table"),
        ".tsv": tr_later("the table"),
        ".vtt": tr_later("the subtitles"),
        ".srt": tr_later("the subtitles"),
        ".json": tr_later("the JSON"),
    }
    return tr(kinds.get(ending, tr_later("the plain text")))
