"""The text of a Word document, gathered as one string of escaped XML in reading order.

Adding paragraphs one by one through python-docx looks the style up anew each time and is a hundred times slower.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.exporters.word.columns import roomy
from qualcoder_lite.exporters.word.styles import BODY_SIZE, TABLE_STYLE
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: How many levels of headings the contents list.
CONTENTS_LEVELS = 2

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_STRONG_DIRECTIONS = {"L": False, "R": True, "AL": True}
_BREAKS = re.compile("([\t\n])")
_BREAK_XML = {"\t": "<w:tab/>", "\n": "<w:br/>"}
# The most characters of a paragraph that its style may hold to the one after it: about half a page of speech.
_MOST_HELD_TO_THE_NEXT = 2_000
# Bookmarks are numbered apart from the headings', which come first.
_FIRST_MARK = 1_000_000
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Cell(NamedTuple):
    """A table's cell: (style, text) for each paragraph in it, and how many columns it spans."""

    paragraphs: Sequence[tuple[str, str]]
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose first row repeats on each page. `widths` in twips; `summary` is what a screen reader says of it."""

    title: str
    summary: str
    widths: Sequence[int]
    header: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]


def spread(name: str, columns: Sequence[int], widest: int) -> list[tuple[str, list[int]]]:
    """Columns over as few tables as hold them, `widest` in each, of about equal width; with each table's name."""
    count = ceil(len(columns) / widest)
    size = ceil(len(columns) / count)
    parts = [list(columns[start : start + size]) for start in range(0, len(columns), size)]
    if count == 1:
        return [(name, parts[0])]
    return [
        (tr("{table}, part {number} of {count}", table=name, number=number, count=count), part)
        for number, part in enumerate(parts, 1)
    ]


class Body:
    """The text of a document in reading order.

    `smallest` is the size in points that none of it is smaller than, where that is larger than the usual size.
    """

    def __init__(self, smallest: float = BODY_SIZE) -> None:
        self._smallest = smallest
        self._parts: list[str] = []
        self._headings: list[tuple[int, str, str]] = []
        self._contents_at: int | None = None
        self._marks = 0

    def paragraph(self, style: str, text: str, *, label: str = "", mark: str = "") -> None:
        """Add a paragraph; a label stands before the text, in bold; `mark` names a bookmark around it."""
        lead = f'<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>{_text(label)}</w:r>' if label else ""
        self._parts.append(self._paragraph(style, canonical(text), lead, mark))

    def speech(self, style: str, text: str, mark: Callable[[int], str] = lambda _number: "") -> None:
        """Add spoken words: a paragraph for each paragraph of speech, the words and their spacing as they are.

        `mark` names a bookmark around each paragraph by its number from 1, or none.
        """
        number = 0
        lines = text.split("\n")
        if not all(map(str.isprintable, lines)):  # rarely anything in them is to be replaced, which takes long
            lines = allowed(canonical(text)).split("\n")
        for line in lines:
            if line and not line.isspace():
                number += 1
                self._parts.append(self._paragraph(style, line, mark=mark(number)))

    def _paragraph(self, style: str, text: str, lead: str = "", mark: str = "") -> str:
        """A paragraph with a bookmark around its runs, where one is named."""
        if not mark:
            return paragraph(style, text, lead)
        self._marks += 1
        number = _FIRST_MARK + self._marks
        opening = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{lead}'
        return paragraph(style, text, opening, f'<w:bookmarkEnd w:id="{number}"/>')

    def heading(self, level: int, text: str) -> None:
        """Add a heading; those of the first levels are listed in the contents."""
        if level > CONTENTS_LEVELS:
            self._parts.append(paragraph(f"Heading{level}", text))
            return
        number = len(self._headings) + 1
        anchor = f"_Toc{number:09}"
        self._headings.append((level, anchor, text))
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>'
        self._parts.append(paragraph(f"Heading{level}", text, mark, f'<w:bookmarkEnd w:id="{number}"/>'))

    def contents(self) -> None:
        """Add the contents: a field that Word can update, filled in already with links to the headings."""
        self._contents_at = len(self._parts)
        self._parts.append("")

    def table(self, table: Table) -> None:
        """Add a table under its title."""
        self.paragraph("Caption", table.title)
        widths = roomy(table.widths, (table.header, *table.rows), self._smallest)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = [_row(table.header, widths, header=True)]
        rows += [_row(row, widths) for row in table.rows]
        self._parts.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{_attribute(table.title)}"/>'
            f'<w:tblDescription w:val="{_attribute(table.summary)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(rows)}</w:tbl>"
        )

    def beginning(self, most: int) -> list[str]:
        """The elements of the first parts, as XML: a paragraph, a table, or all of the contents each."""
        first = self._parts[:most]
        if self._contents_at is not None and self._contents_at < most:
            first[self._contents_at] = _contents(self._headings)
        return first

    def xml(self) -> bytes:
        """The elements of the body, one after another; whoever puts them somewhere declares the prefix `w`."""
        parts = list(self._parts)
        if self._contents_at is not None:
            parts[self._contents_at] = _contents(self._headings)
        return "".join(parts).encode()


def paragraph(style: str, text: str, before: str = "", after: str = "") -> str:
    """A paragraph's element; `before` and `after` are runs, already XML, around the text."""
    # One that is longer than a page would, held to the next, leave the page before it nearly empty in LibreOffice.
    free = '<w:keepNext w:val="0"/>' if len(text) > _MOST_HELD_TO_THE_NEXT else ""
    if not text.isascii() and _reads_right_to_left(text):
        direction, run = "<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>"
    else:
        direction = run = ""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/>{free}{direction}</w:pPr>'
    return f"<w:p>{kind}{before}<w:r>{run}{_text(text)}</w:r>{after}</w:p>"


def _text(text: str) -> str:
    if text and text.isprintable():  # nearly every text: there is neither a break in it nor anything forbidden
        return f'<w:t xml:space="preserve">{_without_markup(text)}</w:t>'
    clean = _escaped(text)
    if not clean:
        return '<w:t xml:space="preserve"/>'
    if "\t" not in clean and "\n" not in clean:
        return f'<w:t xml:space="preserve">{clean}</w:t>'
    pieces = (
        _BREAK_XML.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in _BREAKS.split(clean) if piece
    )
    return "".join(pieces)


def allowed(text: str) -> str:
    """Text that XML can hold: what it forbids, lone surrogates too, becomes U+FFFD."""
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)


def _escaped(text: str) -> str:
    return _without_markup(allowed(text))


def _without_markup(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")


def _reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is read from right to left."""
    if not _RIGHT_TO_LEFT.search(text):
        return False
    directions = (_STRONG_DIRECTIONS.get(unicodedata.bidirectional(character)) for character in text)
    return next((direction for direction in directions if direction is not None), False)


def _row(cells: Sequence[Cell], widths: Sequence[int], *, header: bool = False) -> str:
    parts: list[str] = []
    column = 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        text = "".join(paragraph(style, words) for style, words in cell.paragraphs) or paragraph("TableText", "")
        parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{text}</w:tc>')
    repeats = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(parts)}</w:tr>"


def field(instruction: str, shown: str) -> str:
    """A field's runs: what Word is to work out, and what stands there until it does (XML)."""
    return _field_opening(instruction) + shown + _FIELD_END


def _field_opening(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _contents(headings: Sequence[tuple[int, str, str]]) -> str:
    opening = _field_opening(rf'TOC \o "1-{CONTENTS_LEVELS}" \h \z \u')
    if not headings:
        return f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{opening}{_FIELD_END}</w:p>'
    entries: list[str] = []
    for number, (level, anchor, text) in enumerate(headings, 1):
        link = f'<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r>{_text(text)}</w:r></w:hyperlink>'
        first = opening if number == 1 else ""
        last = _FIELD_END if number == len(headings) else ""
        entries.append(f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{first}{link}{last}</w:p>')
    return "".join(entries)
