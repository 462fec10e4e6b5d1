"""OpenDocument texts (LibreOffice's .odt): the words of the body in reading order, one line a paragraph.

As with Word: a table's cells are joined by tabs, tracked deletions are left out, headers and footers are page
furniture, and that footnotes and comments are left out is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.importers.formats.left_out import told_left_out
from qualcoder_lite.importers.packages import open_package, read_part
from qualcoder_lite.importers.xml_parts import parse_part
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.importers.xml_parts import Element

_PROGRAM = "LibreOffice"
_LARGEST_PART = 64_000_000  # bytes of XML
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000  # that one element may stand for

_OFFICE, _TEXT, _TABLE, _DRAW = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("office", "text", "table", "drawing")
)
_BODY = f"{_OFFICE}body"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SPACE, _COUNT, _TAB, _BREAK = f"{_TEXT}s", f"{_TEXT}c", f"{_TEXT}tab", f"{_TEXT}line-break"
_ROW, _CELLS = f"{_TABLE}table-row", frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_BOX = f"{_DRAW}text-box"
_NOTES = frozenset({f"{_TEXT}note", f"{_OFFICE}annotation"})
_LEFT_OUT = frozenset(
    f"{space}{name}"
    for space, name in (
        (_TEXT, "tracked-changes"),
        (_TEXT, "sequence-decls"),
        (_TEXT, "ruby-text"),
        (_OFFICE, "forms"),
        (_OFFICE, "annotation-end"),
    )
)
_CHANGE = frozenset({f"{_TEXT}change", f"{_TEXT}change-start"})


def read(data: bytes, name: str) -> FileText:
    """The text of an OpenDocument text.

    Raises:
        UnreadableFileError: It isn't one, is protected by a password, damaged, or not to be trusted.
    """
    with open_package(data, name, _PROGRAM) as package:
        if "content.xml" not in package.NameToInfo:
            raise UnreadableFileError(
                tr(
                    "“{name}” is a zip archive without a document in it. Save it from {program} again.",
                    name=name,
                    program=_PROGRAM,
                )
            )
        content = read_part(package, "content.xml", _LARGEST_PART, name, _PROGRAM)
        if "META-INF/manifest.xml" in package.NameToInfo:
            manifest = read_part(package, "META-INF/manifest.xml", 1_000_000, name, _PROGRAM)
            if b"encryption-data" in manifest:
                raise UnreadableFileError(
                    tr(
                        "“{name}” is protected by a password. Open it in {program} and save a copy without one.",
                        name=name,
                        program=_PROGRAM,
                    )
                )
    root = parse_part(content, name, _PROGRAM)
    bodies = [child for child in root if child.tag == _BODY]
    text = next((child for body in bodies for child in body if child.tag == f"{_OFFICE}text"), None)
    if text is None:
        raise UnreadableFileError(
            tr("“{name}” holds no text document. Save it as a text from {program}.", name=name, program=_PROGRAM)
        )
    reader = _Reader()
    return FileText(
        text="\n".join(reader.lines(text)), guesses=told_left_out(changes=reader.changes, notes=reader.notes)
    )


@dataclass
class _Reader:
    """Walks the body of one document, and remembers what was left out of its text."""

    notes: int = 0
    changes: int = 0
    _boxes: list[Element] = field(default_factory=list["Element"])

    def lines(self, container: Element) -> list[str]:
        """The lines of a body, a section, a list, a cell or a text box."""
        found: list[str] = []
        for child in container:
            if child.tag in _PARAGRAPHS:
                found += self._paragraph(child)
            elif child.tag == _ROW:
                found.append("\t".join(self._cell(cell) for cell in child if cell.tag in _CELLS).rstrip("\t"))
            elif child.tag in _CHANGE:
                self.changes += 1
            elif child.tag not in _LEFT_OUT:
                found += self.lines(child)
        return found

    def _cell(self, cell: Element) -> str:
        return "\n".join(self.lines(cell))

    def _paragraph(self, paragraph: Element) -> list[str]:
        """A paragraph's line, and after it those of the text boxes anchored in it."""
        words: list[str] = []
        outer, self._boxes = self._boxes, []
        self._words(paragraph, words)
        boxes, self._boxes = self._boxes, outer
        found = ["".join(words)]
        for box in boxes:
            found += self.lines(box)
        return found

    def _words(self, element: Element, words: list[str]) -> None:
        words.append(_one_line(element.text))
        for child in element:
            if child.tag == _SPACE:
                words.append(" " * _count(child))
            elif child.tag == _TAB:
                words.append("\t")
            elif child.tag == _BREAK:
                words.append("\n")
            elif child.tag == _BOX:
                self._boxes.append(child)
            elif child.tag in _NOTES:
                self.notes += 1
            elif child.tag in _CHANGE:
                self.changes += 1
            elif child.tag not in _LEFT_OUT:
                self._words(child, words)
            words.append(_one_line(child.tail))


def _one_line(text: str | None) -> str:
    """Written text: any blanks in the XML, line breaks too, stand for one."""
    return _BLANKS.sub(" ", text or "")


def _count(element: Element) -> int:
    count = element.get(_COUNT, "1")
    return min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() else 1
