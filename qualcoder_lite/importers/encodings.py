"""From bytes to text: which encoding a text file was saved in.

A byte-order mark tells; else it is UTF-8 if it is valid as such; else UTF-16 if its NUL bytes fall where UTF-16 puts
them; else one of the two older Western encodings, Windows-1252 or Mac Roman, whichever makes the likelier letters.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from qualcoder_lite.domain.errors import UnreadableFileError, listed
from qualcoder_lite.importers.files import kind_of
from qualcoder_lite.translation import tr, tr_later

#: Bytes of the largest text file that is read; an hour's talk has about 60,000.
LARGEST_TEXT = 25_000_000

_MARKS = (  # UTF-32 before UTF-16, whose little-endian mark it begins with
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": tr_later("Windows-1252 (Western European)"),
    "latin-1": tr_later("Latin-1 (ISO 8859-1)"),
    "mac_roman": tr_later("Mac Roman (older Macintosh)"),
}
_DAMAGED = "utf-8-damaged"
_WHOLE_TO_DAMAGED = 10
_BETWEEN = frozenset(range(0x80, 0xA0))  # bytes that Windows-1252 has most characters of its own for
_NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")  # those of them that it has none for
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_MOST_CONTROL = 0.02  # of all characters; bytes that are not text make ten in a hundred
_SAMPLE = 200_000  # bytes that the two Western encodings are compared on, counted in those beyond ASCII
_BEYOND_ASCII = re.compile(rb"[^\x80-\xff]?[\x80-\xff]+[^\x80-\xff]?")

_QUOTES = frozenset("‘’“”…")
_DASHES = frozenset("–—")
_NEVER_INSIDE = frozenset("•°©®™½¼¾»«¿¡§")  # signs that don't stand between two letters
_SIGNS = frozenset("£€°½¼¾·•©®™«»¿¡\xa0§")


#: The encodings that a person may choose where the guess is wrong: what Python calls each, and what it is called.
ENCODINGS = {
    "utf-8": tr_later("UTF-8 (today’s usual one)"),
    "utf-16": "UTF-16",
    "cp1252": tr_later("Windows-1252 (Western European)"),
    "latin-1": tr_later("Latin-1 (ISO 8859-1)"),
    "mac_roman": tr_later("Mac Roman (older Macintosh)"),
}


class Decoded(NamedTuple):
    """A file's text; a sentence about its encoding, and that one's name, where it had to be guessed (else empty)."""

    text: str
    guess: str
    encoding: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file.

    Raises:
        UnreadableFileError: The bytes are too many, or not text in any encoding that is known here.
    """
    if len(data) > LARGEST_TEXT:
        raise UnreadableFileError(
            tr(
                "“{name}” is larger than {most} MB. Split it into smaller ones.",
                name=name,
                most=LARGEST_TEXT // 1_000_000,
            )
        )
    kind = kind_of(data)
    if kind is not None:
        raise UnreadableFileError(
            tr("“{name}” is {kind}, not the plain text that its name says.", name=name, kind=tr(kind))
        )
    text, encoding = _decoded(data, name)
    if len(_CONTROL.findall(text)) > max(1, len(text) * _MOST_CONTROL):
        raise _not_text(name)
    if encoding == _DAMAGED:
        return Decoded(
            text, tr("A few characters of the file are damaged; each stands as “\ufffd” in the text."), "utf-8"
        )
    if encoding not in _SAID:
        return Decoded(text, "")
    return Decoded(
        text,
        tr(
            "The file is not saved as UTF-8; it was read as {encoding}. "
            "Check its accented letters, quotation marks and pound signs.",
            encoding=tr(_SAID[encoding]),
        ),
        "utf-16" if encoding.startswith("utf-16") else encoding,
    )


def recoded(data: bytes, encoding: str) -> bytes:
    """A file's bytes as UTF-8 with its mark, read in an encoding that a person chose; for what can't be read, U+FFFD.

    Raises:
        UnreadableFileError: No encoding has that name.
    """
    try:
        return data.decode(encoding, errors="replace").encode("utf-8-sig", errors="replace")
    except LookupError as error:
        raise UnreadableFileError(
            tr(
                "There is no encoding “{encoding}”. Those that can be chosen are {encodings}.",
                encoding=encoding,
                encodings=listed(ENCODINGS),
            )
        ) from error


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text and the encoding it was read in."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is not None:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            raise UnreadableFileError(
                tr(
                    "“{name}” is damaged: it breaks off or changes its encoding part way. Save it again as UTF-8.",
                    name=name,
                )
            ) from error
    encoding = _utf16_by_nuls(data) or "utf-8"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        replaced = data.decode("utf-8", errors="replace")
        if _is_hardly_damaged(replaced):
            return replaced, _DAMAGED
        encoding = _western(data)
        return data.decode(encoding, errors="replace"), encoding


def _is_hardly_damaged(text: str) -> bool:
    """Whether what was read as UTF-8 has far more characters beyond ASCII that are whole than that are not."""
    damaged = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) >= damaged * _WHOLE_TO_DAMAGED


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without its mark: in Western text every other byte is NUL, in others at least blanks' and digits' are."""
    pairs = len(data) // 2
    if not pairs or len(data) % 2 or b"\x00" not in data:
        return None
    in_high_byte_first, in_low_byte_first = data[0::2].count(0), data[1::2].count(0)
    most, least = max(in_high_byte_first, in_low_byte_first), min(in_high_byte_first, in_low_byte_first)
    if most < pairs * 0.12 or least > most * 0.05:
        return None
    return "utf-16-le" if in_low_byte_first > in_high_byte_first else "utf-16-be"


def _western(data: bytes) -> str:
    """Windows-1252 or Mac Roman: the one whose reading is likelier, Windows-1252 if they are even."""
    pieces: list[bytes] = []
    size = 0
    for match in _BEYOND_ASCII.finditer(data):
        pieces.append(match.group())
        size += len(pieces[-1])
        if size > _SAMPLE:
            break
    sample = b"\n".join(pieces)
    between = _BETWEEN.intersection(data)
    western = "latin-1" if between and between <= _NOT_WINDOWS else "cp1252"
    windows, mac = (_likelihood(sample.decode(encoding, errors="replace")) for encoding in (western, "mac_roman"))
    return "mac_roman" if mac > windows else western


def _likelihood(text: str) -> int:
    """How likely the characters beyond ASCII are where they stand; higher is likelier."""
    padded = f" {text} "
    return sum(
        _weight(padded[at - 1], padded[at], padded[at + 1]) for at in range(1, len(padded) - 1) if padded[at] > "\x7f"
    )


def _weight(before: str, char: str, after: str) -> int:
    if char in _QUOTES or char in _SIGNS:
        inside = char in _NEVER_INSIDE and before.isalpha() and after.isalpha()
        return -3 if inside else 3
    if char in _DASHES:
        return 1 if before.isalpha() and after.isalpha() else 3
    if char == "\ufffd":
        return -5
    if not char.isalpha():
        return -1
    if char.isupper():
        return -3 if before.islower() or (after.islower() and before.isalpha()) else 1
    return -3 if after.isupper() else 1


def _not_text(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        tr("“{name}” is not text: it holds bytes that no text has. Open it and save it as text.", name=name)
    )
