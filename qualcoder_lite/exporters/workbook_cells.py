# pyright: reportMissingTypeStubs=false
"""The cells of a workbook as XML, put into a package that was made without them.

XlsxWriter makes the package: sheets, widths, looks, filters, links. A call of it for each cell took four fifths of the
time of 20,000 rows, so the cells themselves are put together here.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from enum import IntEnum
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeGuard, cast

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.exporters.package import with_parts
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a workbook can't hold
_READS_AS_CHARACTER = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # "_x0041_" stands for "A" in a workbook
_LONGEST, _CUT = 32_767, tr_later(" … (cut here: a cell of Excel holds no more)")
_MOST_ROWS = 1_048_576
_LINE, _HIGHEST, _FULL = 15, 409, 1.15  # points; and how many characters' room a character takes with what stays empty
_DAY_0 = date(1899, 12, 30)  # from which a workbook counts days
_CELLS = re.compile(rb"<sheetData/>|<sheetData>.*</sheetData>", re.DOTALL)
_EXTENT = re.compile(rb'<dimension ref="[^"]*"/>')
_PATTERN = re.compile(rb'<c r="[A-Z]2" s="([0-9]+)"/>')
_TEXTS_PART = "xl/sharedStrings.xml"
_TEXTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="{count}">{texts}</sst>'
)


class Look(IntEnum):
    """How a cell looks, by the number of its format: a package numbers them in the order of their first use."""

    HEAD = 1
    TEXT = 2
    NUMBER = 3
    DAY = 4
    TIME = 5
    LINK = 6
    FIGURE_HEAD = 7


class Link(NamedTuple):
    """A cell that leads to a sheet of the same workbook."""

    words: str
    sheet: str


class Texts:
    """The texts of a workbook, each once: cells say its number."""

    def __init__(self) -> None:
        """There are none yet."""
        numbers = count()
        self._cells: defaultdict[str, str] = defaultdict(lambda: f'" t="s"><v>{next(numbers)}</v></c>')
        #: How a cell with a text ends, after its place and its look. The text is taken in if it is new.
        self.cell = self._cells.__getitem__

    def xml(self) -> bytes:
        """The part of the package that holds them. Whatever a text looks like, it stays one."""
        return _TEXTS.format(count=len(self._cells), texts="".join(map(_text_xml, self._cells))).encode()


class Cells:
    """The cells of one sheet: a heading, then rows."""

    def __init__(
        self,
        columns: Sequence[str],
        headings: Sequence[str],
        texts: Texts,
        widths: Sequence[int] = (),
        figures: Collection[str] = (),
    ) -> None:
        """Begin with the names of the columns, what stands over them, and how many characters each is wide.

        Over `figures`, which stand at the right, so does the heading.
        """
        from xlsxwriter.utility import xl_col_to_name

        self._texts = texts
        self._columns = [(name, f'<c r="{xl_col_to_name(number)}') for number, name in enumerate(columns)]
        self._widths = widths or [_LONGEST] * len(columns)
        heading = [
            self._text_cell(f'{begin}1" s="{Look.FIGURE_HEAD if name in figures else Look.HEAD}', words)
            for words, (name, begin) in zip(headings, self._columns, strict=True)
            if words
        ]
        lines = max(map(_lines, headings, self._widths), default=1)
        self._rows = [f'<row r="1"{_height(lines)}>{"".join(heading)}</row>'] if heading else []
        self._last_column = xl_col_to_name(max(0, len(columns) - 1))
        #: The number of the last row, from 1.
        self.last = 1
        #: Where a cell leads to another sheet: row and column from 0.
        self.links: list[tuple[int, int, Link]] = []

    def add(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Add rows by column. UserError where a sheet of Excel holds no more."""
        cell_of, text, whole = self._texts.cell, f'" s="{Look.TEXT}', f'" s="{Look.NUMBER}"><v>'
        widths = self._widths
        for number, row in enumerate(rows, self.last + 1):
            if number > _MOST_ROWS:
                msg = tr("A sheet of Excel holds no more than {rows:,} rows. Write this table as CSV.", rows=_MOST_ROWS)
                raise UserError(msg)
            cells: list[str] = []
            place, value_of, lines = str(number), row.get, 1
            for at, (name, begin) in enumerate(self._columns):
                value = value_of(name)
                if value is None or value == "":
                    continue
                if type(value) is str:  # nearly all cells are words or whole numbers, so these come first
                    cells.append(f"{begin}{place}{text}{cell_of(value)}")
                    if len(value) * _FULL > widths[at]:
                        lines = max(lines, _lines(value, widths[at]))
                elif type(value) is int:
                    cells.append(f"{begin}{place}{whole}{value}</v></c>")
                else:
                    cells.append(self._cell(begin + place, value))
                    if isinstance(value, Link):
                        self.links.append((number - 1, at, value))
            self._rows.append(f'<row r="{number}"{_height(lines)}>{"".join(cells)}</row>')
            self.last = number

    def _cell(self, begin: str, value: object) -> str:
        if isinstance(value, Link):
            return self._text_cell(f'{begin}" s="{Look.LINK}', value.words)
        if is_number(value):
            if math.isfinite(value):
                shown = repr(float(value)) if isinstance(value, float) else str(int(value))
                return f'{begin}" s="{Look.NUMBER}"><v>{shown}</v></c>'
        elif isinstance(value, date):
            return f'{begin}" s="{Look.DAY}"><v>{(value - _DAY_0).days}</v></c>'
        elif isinstance(value, timedelta):
            return f'{begin}" s="{Look.TIME}"><v>{value / timedelta(days=1)!r}</v></c>'
        return self._text_cell(f'{begin}" s="{Look.TEXT}', plain(value))

    def _text_cell(self, begin: str, text: str) -> str:
        return begin + self._texts.cell(text)

    def put_into(self, sheet: bytes) -> bytes:
        """The part of the package that holds the sheet, with these cells in place of those there."""
        extent = f'<dimension ref="A1:{self._last_column}{self.last}"/>'.encode()
        cells = f"<sheetData>{''.join(self._rows)}</sheetData>".encode()
        return _CELLS.sub(lambda _: cells, _EXTENT.sub(extent, sheet, count=1), count=1)


def filled(package: io.BytesIO, sheets: Sequence[Cells], texts: Texts) -> bytes:
    """The package with its sheets' cells and texts put in; the second row of its first sheet shows each `Look`."""
    parts: dict[str, Callable[[bytes], bytes]] = {
        f"xl/worksheets/sheet{number}.xml": cells.put_into for number, cells in enumerate(sheets, 1)
    }
    with zipfile.ZipFile(package) as bare:
        looks = [int(look) for look in _PATTERN.findall(bare.read(next(iter(parts))))]
    if looks != list(Look):
        raise RuntimeError(f"The workbook numbers its formats otherwise: {looks}.")
    return with_parts(package, {**parts, _TEXTS_PART: lambda _: texts.xml()})


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, near enough: words leave the ends of lines empty."""
    return math.ceil(len(text) * _FULL / width) + text.count("\n")


def _height(lines: int) -> str:
    """How high a row with so many lines is, for programs that don't measure it themselves when they open the file."""
    return f' ht="{min(lines * _LINE, _HIGHEST)}"' if lines > 1 else ""


def _text_xml(text: str) -> str:
    text = _fitting(text)
    if "_x" in text:
        text = _READS_AS_CHARACTER.sub("_x005F_", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "_x000D_")
    return f'<si><t xml:space="preserve">{text}</t></si>'


def _fitting(text: str) -> str:
    """The text as a cell can hold it."""
    if not text.isprintable():
        text = _ILLEGAL.sub("\ufffd", text)
    if len(text) * 2 <= _LONGEST or len(text.encode("utf-16-le")) <= 2 * _LONGEST:
        return text
    cut = tr(_CUT)
    return up_to(_LONGEST - len(cut), text) + cut


def up_to(units: int, text: str) -> str:
    """The beginning of a text, in the units of UTF-16, which Excel counts; no character is cut in two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number; yes and no are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def plain(value: object) -> str:
    """A value in words: several are joined with "; "."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, cast("Sequence[object]", value))) if isinstance(value, (list, tuple)) else str(value)
