"""The parts of a Word document's package: which is the text, and what it refers to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.packages import read_part
from qualcoder_lite.importers.xml_parts import parse_part
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

PROGRAM = "Word"
#: The two namespaces that the elements of a text have: the usual one, and that of the strict format.
WORD_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)

_LARGEST_PART = 64_000_000  # bytes of XML
_LARGEST_RELATIONS = 4_000_000
_USUAL_PART = "word/document.xml"


def main_part(package: zipfile.ZipFile, name: str) -> str:
    """Which part is the document's text; the package's relationships say so.

    Raises:
        UnreadableFileError: There is none.
    """
    targets = [target for kind, target in _relations(package, "_rels/.rels", name) if kind == "officeDocument"]
    part = targets[-1].lstrip("/") if targets else _USUAL_PART
    part = part if part in package.NameToInfo else _USUAL_PART
    if part not in package.NameToInfo:
        raise UnreadableFileError(
            tr(
                "“{name}” is a zip archive without a document in it, not a Word document. Save it from Word again.",
                name=name,
            )
        )
    return part


def related_part(package: zipfile.ZipFile, part: str, kind: str, name: str) -> str:
    """The part of a kind, such as "comments", that another part refers to; empty where there is none."""
    folder, file = posixpath.split(part)
    for found, target in _relations(package, posixpath.join(folder, "_rels", f"{file}.rels"), name):
        whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if found == kind and whole in package.NameToInfo:
            return whole
    return ""


def read_word_part(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    """A part's XML. UnreadableFileError where it is damaged, protected or longer than any document."""
    return read_part(package, part, _LARGEST_PART, name, PROGRAM)


def _relations(package: zipfile.ZipFile, part: str, name: str) -> Iterator[tuple[str, str]]:
    """(last word of the kind, target) of each relationship that a part states."""
    if part not in package.NameToInfo:
        return
    for relationship in parse_part(read_part(package, part, _LARGEST_RELATIONS, name, PROGRAM), name, PROGRAM):
        kind = relationship.get("Type").rpartition("/")[2]
        if kind and relationship.get("TargetMode") != "External":
            yield kind, relationship.get("Target")
