"""Putting an export on disk whole or not at all: written beside its place, then moved there in one stroke."""

from __future__ import annotations

import errno
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from qualcoder_lite.domain.errors import StorageFullError, UserError
from qualcoder_lite.translation import tr

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def write_file(target: BinaryIO | Path, data: bytes) -> None:
    """Write an export; whatever goes wrong, a file that stood there before is left as it was.

    Raises:
        UserError: there is no such folder, or nothing may be written there, or the file is open in another program.
        StorageFullError: the disk has no room left for it.
    """
    if not isinstance(target, Path):
        target.write(data)
        return
    try:
        _write(Path(os.path.realpath(target)), data)
    except OSError as error:
        raise _as_a_sentence(error, target) from error


def refuse_unwritable(target: Path) -> None:
    """Raise UserError where a file couldn't be written, before the work that it is to tell of is done."""
    place = Path(os.path.realpath(target))
    try:
        if place.is_file():
            with place.open("r+b"):
                return
        beside = place.with_name(f".{uuid4().hex}.part")
        beside.touch(exist_ok=False)
        beside.unlink()
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(place))
    except OSError as error:
        raise _as_a_sentence(error, target) from error


def utf8(text: str) -> bytes:
    """The text as UTF-8; half a character, which no file can hold, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATES.sub("\ufffd", text).encode()


def _write(place: Path, data: bytes) -> None:
    if place.exists() and not place.is_file():
        # A device such as /dev/stdout can't be replaced, only written to; a folder answers with its own error.
        place.write_bytes(data)
        return
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    beside = place.with_name(f".{uuid4().hex}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _as_a_sentence(error: OSError, target: Path) -> UserError:
    name, folder = target.name, target.absolute().parent
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageFullError(
            tr("There is no room left to write “{name}”; make some room or choose another place.", name=name)
        )
    if error.errno == errno.ENAMETOOLONG:
        sentence = tr("The name of the file is too long; choose a shorter one.")
    elif not folder.is_dir():
        sentence = tr(
            "There is no folder “{folder}” to write “{name}” into; make it first or choose another.",
            folder=folder,
            name=name,
        )
    elif target.is_dir():
        sentence = tr("“{target}” is a folder; give the name of a file to write.", target=target)
    elif error.errno == errno.EROFS or not os.access(folder, os.W_OK):
        sentence = tr(
            "Nothing may be written into “{folder}”; choose another place for “{name}”.", folder=folder, name=name
        )
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}:
        sentence = tr(
            "“{name}” is open in another program or may only be read; close it there or choose another place.",
            name=name,
        )
    else:
        sentence = tr(
            "“{name}” couldn’t be written ({reason}); choose another place or name.", name=name, reason=error.strerror
        )
    return UserError(sentence)
