"""What can be said of a file before it is opened: whether it is a project, and what its place allows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import NotAProjectError, ReadOnlyProjectError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x51434C54  # "QCLT" in the file's header
_HEADER = b"SQLite format 3\x00"
_ID_AT = 68  # where SQLite keeps the application id, four bytes, big endian


def refuse_foreign(path: Path) -> None:
    """Raise NotAProjectError unless the file's header is that of a project."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NotAProjectError(
            tr("There is no file “{path}”. See whether its name is spelt right.", path=path)
        ) from None
    except OSError as fault:
        raise NotAProjectError(tr("“{path}” can’t be read ({why}).", path=path, why=fault.strerror)) from fault
    if not header.startswith(_HEADER):
        raise NotAProjectError(
            tr("“{name}” is not a project of QualCoder Lite. Projects end in “.qclite”.", name=path.name)
        )
    if int.from_bytes(header[_ID_AT : _ID_AT + 4], "big") != APPLICATION_ID:
        raise NotAProjectError(
            tr("“{name}” is a file of another program, not a project of QualCoder Lite.", name=path.name)
        )


def writable(place: Path) -> bool:
    """Whether a file or folder is marked as writable and may be written to: marks count for an administrator too."""
    return bool(place.stat().st_mode & 0o222) and os.access(place, os.W_OK)


def read_only(path: Path) -> ReadOnlyProjectError:
    """The sentence for a file that can only be looked at."""
    return ReadOnlyProjectError(
        tr(
            "“{name}” or its folder can’t be written to, so it can only be looked at. To change it, copy it to "
            "a folder where you may write, and open the copy.",
            name=path.name,
        )
    )


def not_shared(path: Path) -> str:
    """The sentence for a place where only one program at a time can read a file."""
    return tr(
        "“{name}” lies in a place that can’t share files between programs, such as a network "
        "folder. You can work as usual, but nobody can look at it meanwhile. Better keep it on "
        "this computer’s own disk.",
        name=path.name,
    )


def less_sure(path: Path) -> str:
    """The sentence for a place where SQLite's write-ahead log can't work."""
    return tr(
        "“{name}” lies in a place where saving is slower and less sure than on this computer’s "
        "own disk. Better move it there.",
        name=path.name,
    )
