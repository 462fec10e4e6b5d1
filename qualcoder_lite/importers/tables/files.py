"""Tables as they stand in CSV and Excel files: columns as written, every cell as plain text.

A cell that looks like a formula is text like any other; of a formula in Excel its last result is taken.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.errors import TableError, UnreadableFileError, listed
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.files import read_file
from qualcoder_lite.importers.packages import damaged, open_package, read_part, refuse_document_type, vast
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")

_MOST_ROWS = 250_000
_LONGEST_CELL = 2_000_000  # characters, where a cell may hold a whole transcript
_MOST_SHEET_ROWS = 100_000  # a workbook is read ten times slower
_COLUMNS_BEYOND = 20  # right of a sheet's last named column, looked through for cells that stand astray
_MOST_BLANK_ROWS = 1_000  # above the column names
_MOST_COLUMNS = 200
_LARGEST_WORKBOOK = 60_000_000  # bytes unpacked


_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


class Row(NamedTuple):
    """One filled row. `number` counts as a spreadsheet does, the header being row 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table's column names as written, and its filled rows, each as long as the header."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Read a CSV or Excel file (its first sheet).

    Raises:
        UnreadableFileError: The file is missing, damaged, or of another kind.
        TableError: A row is shorter or longer than the header, a column has no name or
            the name of another, or there are no rows.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableFileError(
            tr(
                "“{name}” is not a table that can be read. Tables that can be read end in {endings}.",
                name=path.name,
                endings=listed(ENDINGS),
            )
        )
    data = read_file(path)
    if not data:
        raise UnreadableFileError(tr("“{name}” is empty.", name=path.name))
    try:
        if ending == ".xlsx":
            return _table(_workbook_rows(data, path.name), path.name, _MOST_SHEET_ROWS)
        return _table(_split(canonical(decode(data, path.name).text), ending), path.name, _MOST_ROWS)
    except csv.Error as error:
        raise _not_closed(path.name) from error


def _not_closed(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        tr(
            "“{name}” can’t be read as a table: a quotation mark is opened and not closed, or a cell is vast.",
            name=name,
        )
    )


def _too_many_rows(most: int, *, at: int) -> TableError:
    return TableError(tr("the table has more rows than can be taken in ({most:,}); split it", most=most), row=at)


def rows_of(data: bytes, name: str) -> tuple[list[tuple[str, ...]], str]:
    """The bare rows of a table whose columns may have no names, and a sentence about its encoding if that was guessed.

    Raises:
        UnreadableFileError: It is damaged, or of another kind.
        TableError: It has more rows than can be taken in, or a formula that was never calculated.
    """
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        if name.lower().endswith(".xlsx"):
            return list(islice(_workbook_rows(data, name), _MOST_SHEET_ROWS)), ""
        decoded = decode(data, name)
        rows = list(islice(_split(canonical(decoded.text), name.lower()), _MOST_ROWS + 1))
    except csv.Error as error:
        raise _not_closed(name) from error
    finally:
        csv.field_size_limit(limit)
    if len(rows) > _MOST_ROWS:
        raise _too_many_rows(_MOST_ROWS, at=_MOST_ROWS)
    return rows, decoded.guess


@lru_cache(maxsize=1000)  # asked again for each cell
def column_key(name: str) -> str:
    """What the spellings of one column's name share: case, blanks, hyphens and underscores don't matter."""
    return "".join(char for char in folded(name) if char not in " _-")


def _table(rows: Iterable[tuple[str, ...]], name: str, most: int) -> Table:
    """Check the rows against the header, the first filled row."""
    columns: tuple[str, ...] | None = None
    found: list[Row] = []
    for number, cells in enumerate(rows, start=1):
        if number > most:
            raise _too_many_rows(most, at=number)
        if not any(cells):
            continue
        if columns is None:
            columns = _header(cells, number)
        else:
            found.append(Row(number, _fitted(cells, columns, number)))
    if columns is None:
        raise TableError(tr("“{name}” has nothing in it", name=name))
    if not found:
        raise TableError(tr("“{name}” has column names but no rows under them", name=name))
    return Table(columns, tuple(found))


def _header(cells: tuple[str, ...], number: int) -> tuple[str, ...]:
    columns = _trimmed(cells)
    if len(columns) > _MOST_COLUMNS:
        raise TableError(
            tr("the table has more columns than can be taken in ({most})", most=_MOST_COLUMNS),
            row=number,
        )
    seen: dict[str, str] = {}
    for place, column in enumerate(columns, start=1):
        key = column_key(column)
        if not key:
            raise TableError(tr("column {place} has no name", place=place), row=number)
        if key in seen:
            raise TableError(tr("this column is there twice; keep one of them"), row=number, column=column)
        seen[key] = column
    return columns


def _fitted(cells: tuple[str, ...], columns: tuple[str, ...], number: int) -> tuple[str, ...]:
    if len(cells) < len(columns):
        raise TableError(
            tr("the row ends before this column; add the missing separators"),
            row=number,
            column=columns[len(cells)],
        )
    if any(cells[len(columns) :]):
        extra = next(cell for cell in cells[len(columns) :] if cell)
        raise TableError(
            tr(
                "a cell stands to the right of the last column, “{column}”; "
                "put text that has separators in quotation marks",
                column=columns[-1],
            ),
            row=number,
            value=_short(extra),
        )
    return cells[: len(columns)]


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _short(value: str, longest: int = 40) -> str:
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def _split(text: str, name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a canonical text; `name` ends in “.tsv” where tabs part its cells."""
    delimiter = "\t" if name.endswith(".tsv") else _delimiter(text)
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
        yield tuple(cell.strip() for cell in cells)


def _delimiter(text: str) -> str:
    """The separator: whichever of comma, semicolon and tab the header has most of, outside quotation marks."""
    header = text.lstrip("\n").partition("\n")[0]
    outside = "".join(header.split('"')[::2])
    return max(",;\t", key=outside.count)


def _workbook_rows(data: bytes, name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a workbook's first sheet."""
    has_formulas = _check_workbook(data, name)
    try:
        if has_formulas:
            yield from _calculated_rows(data)
        else:
            yield from _sheet_rows(data)
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, OSError, EOFError) as error:
        raise damaged(name, "Excel") from error


def _check_workbook(data: bytes, name: str) -> bool:
    """Refuse a workbook that isn't one, or that isn't to be trusted; the answer is whether it has formulas."""
    has_formulas = False
    with open_package(data, name, "Excel") as package:
        if "xl/workbook.xml" not in package.NameToInfo:
            raise UnreadableFileError(
                tr("“{name}” is a zip archive without a workbook in it. Save it from Excel again.", name=name)
            )
        xml_parts = [part for part in package.infolist() if part.filename.endswith((".xml", ".rels"))]
        if sum(part.file_size for part in xml_parts) > _LARGEST_WORKBOOK:
            raise vast(name)
        for part in xml_parts:
            content = read_part(package, part.filename, _LARGEST_WORKBOOK, name, "Excel")
            refuse_document_type(content, name, "Excel")
            has_formulas = has_formulas or ("worksheets/" in part.filename and _FORMULA.search(content) is not None)
    return has_formulas


def _calculated_rows(data: bytes) -> Iterator[tuple[str, ...]]:
    """The rows with the saved results of formulas; one that was never calculated is an error, not a blank."""
    pairs = zip(_sheet_rows(data), _sheet_rows(data, results=False), strict=True)
    for number, (results, written) in enumerate(pairs, start=1):
        for result, formula in zip(results, written, strict=True):
            if formula and not result:
                raise TableError(
                    tr("the formula’s result is not saved in the file; open it in Excel and save it"),
                    row=number,
                    value=formula,
                )
        yield results


def _sheet_rows(data: bytes, *, results: bool = True) -> Iterator[tuple[str, ...]]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # remarks on styles and drop-downs that it doesn't keep; nothing is saved here
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=results)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its size is not to be trusted
        for values in islice(_filled_in(sheet), _MOST_SHEET_ROWS + 1):
            yield tuple(["" if value is None else _as_text(value) for value in values])
        workbook.close()


def _filled_in(sheet: ReadOnlyWorksheet) -> Iterator[tuple[object, ...]]:
    """The values of a sheet's rows, all of the first filled one, of those below only some columns beyond its last."""
    top = islice(sheet.iter_rows(max_col=_MOST_COLUMNS + 1, values_only=True), _MOST_BLANK_ROWS)
    for number, values in enumerate(top, start=1):
        yield values
        last = max((place for place, value in enumerate(values, start=1) if value not in (None, "")), default=0)
        if last:
            yield from sheet.iter_rows(min_row=number + 1, max_col=last + _COLUMNS_BEYOND, values_only=True)
            return


def _as_text(value: object) -> str:
    """A cell as it reads: no “.0” after a whole number, dates as year-month-day."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip()
