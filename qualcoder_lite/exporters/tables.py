"""Tables as CSV that a spreadsheet opens safely, and as Excel workbooks."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from qualcoder_lite.exporters.files import utf8, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from openpyxl import Workbook
    from openpyxl.cell import Cell

#: What a spreadsheet takes for the start of a formula, with the full-width forms that some take for the same.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a workbook can't hold
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str], target: BinaryIO | Path) -> None:
    """Write rows as CSV: UTF-8 with a byte-order mark, so that Excel reads accents, and commas between the cells.

    Several values in a cell are joined with "; ", yes and no are words, None is a blank cell. Text that a spreadsheet
    would run as a formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it, which marks it
    as text; numbers are written as they are.

    Raises:
        UserError: the file can't be written there.
    """
    gathered = io.StringIO()
    writer = csv.writer(gathered, lineterminator="\r\n")
    writer.writerow([cell(column) for column in columns])
    writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
    write_file(target, utf8("\ufeff" + gathered.getvalue()))


def write_xlsx(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], target: BinaryIO | Path, sheet: str
) -> None:
    """Write rows as a sheet of an Excel workbook, its heading kept in sight; every text stays text, never a formula.

    Raises:
        UserError: the file can't be written there.
    """
    write_workbook([Sheet(sheet, columns, rows)], target)


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its columns, and rows by column. `widths` are in characters, as far as given."""

    name: str
    columns: Sequence[str]
    rows: Iterable[Mapping[str, object]]
    widths: Mapping[str, int] = {}


def write_workbook(sheets: Iterable[Sheet], target: BinaryIO | Path) -> None:
    """Write several sheets as one Excel workbook, each as `write_xlsx` does.

    Raises:
        UserError: the file can't be written there.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for sheet in sheets:
        _fill(book, sheet)
    gathered = io.BytesIO()
    book.save(gathered)
    write_file(target, gathered.getvalue())


def _fill(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    made = book.create_sheet(sheet.name)
    made.freeze_panes = "A2"
    for number, column in enumerate(sheet.columns, 1):
        if column in sheet.widths:
            made.column_dimensions[get_column_letter(number)].width = sheet.widths[column]

    def filled(value: object, *, bold: bool = False) -> Cell:
        number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
        one = WriteOnlyCell(made, value=number)
        if number is None:
            one.value, one.data_type = _ILLEGAL.sub("\ufffd", _plain(value)), "s"  # else "=1" would be a formula
        if bold:
            one.font = Font(bold=True)
        return one

    made.append([filled(column, bold=True) for column in sheet.columns])
    for row in sheet.rows:
        made.append([filled(row.get(column)) for column in sheet.columns])


def cell(value: object) -> str:
    """A value as one cell of a table."""
    text = _plain(value)
    return f"'{text}" if not _is_number(value) and text.startswith(_FORMULA_STARTS) else text


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, cast("Sequence[object]", value))) if isinstance(value, (list, tuple)) else str(value)
