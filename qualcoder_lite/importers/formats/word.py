"""Word documents: the words of the body in reading order, one line a paragraph, a table's cells joined by tabs.

Tracked insertions are kept and deletions left out, as if the changes were accepted. Headers and footers are page
furniture and not read; footnotes, endnotes and comments are left out, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qualcoder_lite.importers.file_text import FileText
from qualcoder_lite.importers.formats.left_out import told_left_out
from qualcoder_lite.importers.packages import damaged, open_package
from qualcoder_lite.importers.word_parts import PROGRAM, WORD_NAMESPACES, main_part, read_word_part
from qualcoder_lite.importers.xml_parts import parse_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.importers.xml_parts import Element

_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_WRITTEN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEFT_OUT = frozenset({"pPr", "rPr", "sdtPr", "tblPr", "del", "moveFrom", "delText", "instrText", "rt", "softHyphen"})
_NOTES = frozenset({"footnoteReference", "endnoteReference", "commentReference"})
_STRUCTURE = ("document", "body", "p", "tbl", "tr", "tc", "sdt", "t", "sym", "ins", "moveTo", "txbxContent")
_NAMES = {
    **{
        f"{{{space}}}{name}": name
        for space in WORD_NAMESPACES
        for name in (*_WRITTEN, *_LEFT_OUT, *_NOTES, *_STRUCTURE)
    },
    **{f"{{{space}}}t": "t" for space in _MATHS},
    f"{{{_COMPATIBILITY}}}AlternateContent": "AlternateContent",
}


def read(data: bytes, name: str) -> FileText:
    """The text of a Word document.

    Raises:
        UnreadableFileError: It isn't one, is protected by a password, damaged, or not to be trusted.
    """
    with open_package(data, name, PROGRAM) as package:
        root = parse_part(read_word_part(package, main_part(package, name), name), name, PROGRAM)
    if _NAMES.get(root.tag) != "document":
        raise damaged(name, PROGRAM)
    reader = _Reader()
    lines = reader.lines(root)
    return FileText(text="\n".join(lines), guesses=told_left_out(changes=reader.changes, notes=reader.notes))


@dataclass
class _Reader:
    """Walks the body of one document, and remembers what was left out of its text."""

    notes: int = 0
    changes: int = 0

    def lines(self, container: Element) -> list[str]:
        """The lines of a body, a cell or a text box."""
        story = _Story()
        self._blocks(container, story)
        return story.lines

    def _blocks(self, container: Element, story: _Story) -> None:
        for element in container:
            kind = _NAMES.get(element.tag)
            if kind == "p":
                self._paragraph(element, story)
            elif kind == "tbl":
                for row in self._inside(element, "tr"):
                    story.add(self._row(row))
            elif kind == "AlternateContent":
                self._first_with_words(element, story)
            elif kind not in _LEFT_OUT:
                self._blocks(element, story)

    def _paragraph(self, paragraph: Element, story: _Story) -> None:
        words: list[str] = []
        boxes: list[Element] = []
        self._words(paragraph, words, boxes)
        story.add("".join(words), goes_on=_mark_is_deleted(paragraph))
        for box in boxes:
            story.lines += self.lines(box)

    def _words(self, element: Element, words: list[str], boxes: list[Element]) -> None:
        """Collect the words under an element, and the text boxes anchored there, which follow the paragraph."""
        for child in element:
            kind = _NAMES.get(child.tag)
            if kind == "t":
                words.append((child.text or "").replace("\n", " "))
            elif kind in _WRITTEN:
                words.append(_WRITTEN[kind])
            elif kind in _LEFT_OUT or kind in _NOTES:
                self.changes += kind in {"del", "moveFrom"}
                self.notes += kind in _NOTES
            elif kind == "sym":
                words.append(_symbol(child))
            elif kind == "txbxContent":
                boxes.append(child)
            elif kind == "AlternateContent":
                self._first_words(child, words, boxes)
            elif len(child):
                self.changes += kind in {"ins", "moveTo"}
                self._words(child, words, boxes)

    def _first_words(self, element: Element, words: list[str], boxes: list[Element]) -> None:
        """The words of one of the versions that were written for newer and older programs."""
        found = len(words) + len(boxes)
        for version in element:
            self._words(version, words, boxes)
            if len(words) + len(boxes) > found:
                return

    def _first_with_words(self, element: Element, story: _Story) -> None:
        """The same for versions of whole paragraphs."""
        for version in element:
            found = self.lines(version)
            if found:
                story.lines += found
                return

    def _row(self, row: Element) -> str:
        """A row as one line (a cell's further paragraphs make further lines)."""
        return "\t".join("\n".join(self.lines(cell)) for cell in self._inside(row, "tc")).rstrip("\t")

    def _inside(self, element: Element, wanted: str) -> Iterator[Element]:
        """The rows of a table or the cells of a row, wherever content controls and tracked changes wrap them."""
        for child in element:
            kind = _NAMES.get(child.tag)
            if kind == wanted:
                if wanted == "tr" and _row_is_deleted(child):
                    self.changes += 1
                else:
                    yield child
            elif kind not in _LEFT_OUT:
                yield from self._inside(child, wanted)


@dataclass
class _Story:
    """Lines as they come; a paragraph whose mark was deleted goes on in the next one."""

    lines: list[str] = field(default_factory=list[str])
    goes_on: bool = False

    def add(self, line: str, *, goes_on: bool = False) -> None:
        if self.goes_on and self.lines:
            self.lines[-1] += line
        else:
            self.lines.append(line)
        self.goes_on = goes_on


def _mark_is_deleted(paragraph: Element) -> bool:
    return any(_has(properties, "rPr", "del") for properties in _named(paragraph, "pPr"))


def _row_is_deleted(row: Element) -> bool:
    return any(_NAMES.get(mark.tag) == "del" for child in row if child.tag.endswith("}trPr") for mark in child)


def _has(element: Element, outer: str, inner: str) -> bool:
    return any(True for child in _named(element, outer) for _ in _named(child, inner))


def _named(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _NAMES.get(child.tag) == name)


def _symbol(element: Element) -> str:
    """A character given by its number; those of a symbol font's private range mean nothing outside that font."""
    number = next((value for key, value in element.items() if key.endswith("}char")), "")
    try:
        char = chr(int(number, 16))
    except (ValueError, OverflowError):
        return ""
    return char if char.isprintable() else ""
