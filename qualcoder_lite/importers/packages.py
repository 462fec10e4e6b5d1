"""Opening the zip packages that Word and Excel files are, without trusting what they say of themselves."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.files import OLE_MAGIC, kind_of
from qualcoder_lite.translation import tr

#: What the zip library raises for a package that is cut short, overwritten or packed in a way that isn't allowed here.
PACKAGE_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)

_MOST_PARTS = 20_000
_MOST_UNPACKED = 2_000_000_000  # bytes in all, as the package declares them; nothing is unpacked to find out
_SUSPECT_SIZE, _SUSPECT_RATIO = 20_000_000, 200  # a part both that large and packed that tightly is not writing
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def open_package(data: bytes, name: str, program: str) -> zipfile.ZipFile:
    """The package that a file is; `program` is “Word” or “Excel”, for the sentences.

    Raises:
        UnreadableFileError: It isn't one, is protected by a password, damaged, or would unpack to something vast.
    """
    if data.startswith(OLE_MAGIC):
        if _ENCRYPTED_PACKAGE in data:
            raise UnreadableFileError(
                tr(
                    "“{name}” is protected by a password. Open it in {program} and save a copy without one.",
                    name=name,
                    program=program,
                )
            )
        raise UnreadableFileError(
            tr(
                "“{name}” holds an older {program} document. Open it in {program} and save it in today’s format.",
                name=name,
                program=program,
            )
        )
    if data.count(_DIRECTORY_ENTRY) > _MOST_PARTS:
        raise vast(name)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except PACKAGE_FAULTS as error:
        kind = kind_of(data)
        if kind is None:
            raise UnreadableFileError(
                tr(
                    "“{name}” is no {program} document, whatever its name says. Save it from {program} again.",
                    name=name,
                    program=program,
                )
            ) from error
        if data.startswith(b"PK"):
            raise damaged(name, program) from error
        raise UnreadableFileError(
            tr(
                "“{name}” is {kind}, not the {program} document that its name says.",
                name=name,
                kind=tr(kind),
                program=program,
            )
        ) from error
    parts = package.infolist()
    if sum(part.file_size for part in parts) > _MOST_UNPACKED or any(map(_is_suspect, parts)):
        raise vast(name)
    return package


def read_part(package: zipfile.ZipFile, part: str, limit: int, name: str, program: str) -> bytes:
    """One part of a package, unpacked, of at most `limit` bytes.

    Raises:
        KeyError: There is no such part.
        UnreadableFileError: It is larger than the limit, damaged, or protected.
    """
    info = package.getinfo(part)
    if info.flag_bits & 1:
        raise UnreadableFileError(tr("“{name}” is protected by a password. Save a copy without one.", name=name))
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise damaged(name, program)
    if info.file_size > limit:
        raise vast(name)
    try:
        with package.open(info) as stream:
            content = stream.read(limit + 1)
    except PACKAGE_FAULTS as error:
        raise damaged(name, program) from error
    if len(content) > limit:
        raise vast(name)
    return content


def refuse_document_type(xml: bytes, name: str, program: str) -> None:
    """Refuse XML that brings its own document type: no office program writes one, and entities hide in it.

    Raises:
        UnreadableFileError: It has one.
    """
    if _DOCUMENT_TYPE.search(xml.replace(b"\x00", b"")):  # without its NUL bytes, UTF-16 shows its ASCII characters
        raise UnreadableFileError(
            tr(
                "“{name}” was refused: it holds instructions to fetch other files, which {program} documents "
                "never have.",
                name=name,
                program=program,
            )
        )


def damaged(name: str, program: str) -> UnreadableFileError:
    """The error for a package whose parts cannot be read."""
    return UnreadableFileError(
        tr(
            "“{name}” is a damaged {program} document. Open it in {program}, let it be repaired, and save a copy.",
            name=name,
            program=program,
        )
    )


def _is_suspect(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SUSPECT_SIZE and part.file_size > part.compress_size * _SUSPECT_RATIO


def vast(name: str) -> UnreadableFileError:
    """The error for a package that would unpack to more than any document or table holds."""
    return UnreadableFileError(
        tr(
            "“{name}” was refused: it would unpack to far more than a document holds. Save a copy of it and try that.",
            name=name,
        )
    )
