"""Reading a file's bytes, with a plain sentence for everything that can be wrong with the file."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from pathlib import Path

#: Bytes of the largest file that is read. Only pictures make a transcript larger.
LARGEST_FILE = 100_000_000

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"

WORD, EXCEL, OPEN_DOCUMENT = (
    tr_later("a Word document"),
    tr_later("an Excel workbook"),
    tr_later("an OpenDocument text"),
)
PDF, RICH_TEXT, OLDER_OFFICE = (
    tr_later("a PDF document"),
    tr_later("a rich text (RTF) document"),
    tr_later("an older Microsoft Office document"),
)

_PACKAGES = ((b"word/", WORD), (b"xl/", EXCEL), (b"content.xml", OPEN_DOCUMENT))
_MAGICS = (
    (b"%PDF", PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", tr_later("a picture")),
    (b"\xff\xd8\xff", tr_later("a picture")),
    (b"GIF8", tr_later("a picture")),
    (b"ID3\x03", tr_later("a sound recording")),
    (b"ID3\x04", tr_later("a sound recording")),
    (b"OggS", tr_later("a sound recording")),
    (b"RIFF", tr_later("a sound or video recording")),
    (b"SQLite format 3\x00", tr_later("a database")),
    (OLE_MAGIC, OLDER_OFFICE),
)


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableFileError: There is no such file, it is a folder, it may not be read, or it is too large.
    """
    try:
        details = path.stat()
        if stat.S_ISDIR(details.st_mode):
            raise UnreadableFileError(tr("“{name}” is a folder. Name the files in it instead.", name=path.name or path))
        if not stat.S_ISREG(details.st_mode):
            raise UnreadableFileError(tr("“{name}” is a device or a pipe, not a file.", name=path.name))
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError(tr("There is no file “{path}”. Check its name and folder.", path=path)) from error
    except PermissionError as error:
        raise UnreadableFileError(
            tr("“{name}” may not be read. Ask its owner for permission, or work on a copy.", name=path.name)
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(
            tr("“{name}” could not be read from where it is kept. Try a copy of it.", name=path.name)
        ) from error
    return within_limit(data, path.name)


def within_limit(data: bytes, name: str) -> bytes:
    """The same bytes, unless there are too many of them to be a transcript or a table."""
    if len(data) > LARGEST_FILE:
        raise UnreadableFileError(
            tr(
                "“{name}” is larger than {most} MB. Save a copy without its pictures and recordings.",
                name=name,
                most=LARGEST_FILE // 1_000_000,
            )
        )
    return data


def kind_of(data: bytes) -> str | None:
    """What a file is, by its first bytes, as a sentence says it through `tr`; None if they tell nothing."""
    if data.startswith(ZIP_MAGIC):
        return next(
            (kind for part, kind in _PACKAGES if part in data[:100_000] or part in data[-100_000:]),
            tr_later("a zip archive"),
        )
    return next((kind for magic, kind in _MAGICS if data.startswith(magic)), None)
