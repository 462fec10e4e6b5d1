# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
"""Tables as CSV that a spreadsheet opens safely, and as Excel workbooks."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.exporters.files import utf8, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from qualcoder_lite.domain.progress import Progress

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what a workbook can't hold
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST, _CUT = 32_767, " … (cut here: a cell of Excel holds no more)"
_LONGEST_NAME, _USUAL_WIDTH = 31, 16
_DAY_0 = date(1899, 12, 30)  # from which a workbook counts days
#: What a spreadsheet takes for the start of a formula, with the full-width forms that some take for the same.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], target: BinaryIO | Path, *, mark: bool = True
) -> None:
    """Write rows as CSV: UTF-8 and commas between the cells.

    By the byte-order mark at the beginning Excel knows UTF-8; other programs may be easier to please without (`mark`).

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
    write_file(target, utf8(("\ufeff" if mark else "") + gathered.getvalue()))


def write_xlsx(
    rows: Iterable[Mapping[str, object]], columns: Sequence[str], target: BinaryIO | Path, sheet: str
) -> None:
    """Write rows as a sheet of an Excel workbook, its heading kept in sight; every text stays text, never a formula.

    Raises:
        UserError: the file can't be written there.
    """
    write_workbook([Sheet(sheet, columns, rows)], target)


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its columns, and rows by column. `widths` are in characters, as far as given.

    Each column can be filtered, unless the sheet is one to be read from top to bottom. Its rows are written one after
    another: an iterable that makes them on the way takes no memory for all of them.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Mapping[str, object]]
    widths: Mapping[str, int] = {}
    filtered: bool = True


class Link(NamedTuple):
    """A cell that leads to a sheet of the same workbook."""

    words: str
    sheet: str


def write_workbook(sheets: Sequence[Sheet], target: BinaryIO | Path, progress: Progress = unwatched) -> None:
    """Write several sheets as one Excel workbook, the heading of each kept in sight.

    Numbers, dates and durations are written as such; all else is text, and never run as a formula. A text longer than a
    cell holds is cut there, and says so.

    Raises:
        UserError: the file can't be written there.
    """
    from xlsxwriter import Workbook

    gathered = io.BytesIO()
    book = Workbook(gathered, {"in_memory": True})
    formats = _Formats(book)
    for number, sheet in enumerate(sheets):
        progress(number, 2 * len(sheets))  # making the file of them takes about as long again
        _fill(book, sheet, formats)
    book.close()
    progress(1, 1)  # the last moment to stop: what stands written is there to stay
    write_file(target, gathered.getvalue())


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that sheets of one workbook may have, like what is wanted, and no two of them alike."""
    taken = {"history"}  # Excel keeps this one for itself
    names: list[str] = []
    for name in wanted:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip("'") or "Sheet"
        tried, number = _up_to(_LONGEST_NAME, plain).strip(" '"), 2
        while tried.casefold() in taken:
            ending = f" ({number})"
            tried, number = _up_to(_LONGEST_NAME - len(ending), plain).strip(" '") + ending, number + 1
        taken.add(tried.casefold())
        names.append(tried)
    return names


class _Formats:
    """How cells look. Texts wrap and stand at the top, because passages are long."""

    def __init__(self, book: Workbook) -> None:
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.number = book.add_format({"valign": "top"})
        self.day = book.add_format({"valign": "top", "num_format": "d mmm yyyy", "align": "left"})
        self.time = book.add_format({"valign": "top", "num_format": "[h]:mm:ss", "align": "left"})


def _fill(book: Workbook, sheet: Sheet, formats: _Formats) -> None:
    made = book.add_worksheet(sheet.name)
    made.freeze_panes(1, 0)
    for number, column in enumerate(sheet.columns):
        made.set_column(number, number, sheet.widths.get(column, _USUAL_WIDTH))
        made.write_string(0, number, _cut(column), formats.head)
    last = 0
    columns = list(enumerate(sheet.columns))
    for last, row in enumerate(sheet.rows, 1):
        for number, column in columns:
            value = row.get(column)
            if value is not None and value != "":
                _put(made, last, number, value, formats)
    if sheet.filtered and last:
        made.autofilter(0, 0, last, len(sheet.columns) - 1)


def _put(made: Worksheet, row: int, column: int, value: object, formats: _Formats) -> None:
    if isinstance(value, str):  # most cells, so they come first
        made.write_string(row, column, _cut(value), formats.text)
    elif _is_number(value):
        made.write_number(row, column, cast("float", value), formats.number)
    elif isinstance(value, date):
        made.write_number(row, column, (value - _DAY_0).days, formats.day)
    elif isinstance(value, timedelta):
        made.write_number(row, column, value / timedelta(days=1), formats.time)
    elif isinstance(value, Link):
        target = value.sheet.replace("'", "''")
        made.write_url(row, column, f"internal:'{target}'!A1", string=_cut(value.words))
    else:
        made.write_string(row, column, _cut(_plain(value)), formats.text)


def _cut(text: str) -> str:
    """The text as a cell can hold it."""
    text = _ILLEGAL.sub("\ufffd", text)
    return (
        text
        if len(text) * 2 <= _LONGEST or len(text.encode("utf-16-le")) <= 2 * _LONGEST
        else _up_to(_LONGEST - len(_CUT), text) + _CUT
    )


def _up_to(units: int, text: str) -> str:
    """The beginning of a text, in the units of UTF-16, which Excel counts; no character is cut in two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


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
