# pyright: reportUnknownMemberType=false, reportMissingTypeStubs=false
"""Tables as CSV that a spreadsheet opens safely, and as Excel workbooks."""

from __future__ import annotations

import csv
import io
import math
import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.days_in_words import short_day
from qualcoder_lite.domain.paper import Beginning, FirstRows
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.exporters.files import utf8, write_file
from qualcoder_lite.exporters.workbook_cells import Cells, Link, Look, Texts, filled, is_number, plain, up_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from xlsxwriter.workbook import Workbook

    from qualcoder_lite.domain.progress import Progress

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME, _USUAL_WIDTH = 31, 16
_A4 = 9  # as a workbook numbers it
_READ_ON_PAPER = 185  # characters side by side on a sheet on its side, at two thirds of their size
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


class Sheet(NamedTuple):
    """A sheet of a workbook: its name, its columns, and rows by column. `widths` are in characters, as far as given.

    Where the columns are called something else by those who read the sheet, `headings` says so. What they or the sheet
    are called can't spoil the file, in whatever language that is. Columns of `figures` have their heading at the right.

    Each column can be filtered, unless the sheet is one to be read from top to bottom. Its rows are written one after
    another: an iterable that makes them on the way takes no memory for all of them.
    """

    name: str
    columns: Sequence[str]
    rows: Iterable[Mapping[str, object]]
    widths: Mapping[str, int] = {}
    filtered: bool = True
    headings: Mapping[str, str] = {}
    figures: Collection[str] = ()

    @property
    def head(self) -> list[str]:
        """What stands over the columns."""
        return [self.headings.get(column, column) for column in self.columns]


def write_workbook(sheets: Sequence[Sheet], target: BinaryIO | Path, progress: Progress = unwatched) -> None:
    """Write several sheets as one Excel workbook, the heading of each kept in sight.

    Numbers, dates and durations are written as such; all else is text, and never run as a formula. A text longer than a
    cell holds is cut there, and says so.

    Raises:
        UserError: the file can't be written there.
    """
    from xlsxwriter import Workbook

    package = io.BytesIO()
    book = Workbook(package, {"in_memory": True})
    texts = Texts()
    filled_sheets: list[Cells] = []
    for number, (name, sheet) in enumerate(zip(sheet_names(each.name for each in sheets), sheets, strict=True)):
        progress(number, 2 * len(sheets))  # making the file of them takes about as long again
        widths = [_width(sheet, column) for column in sheet.columns]
        cells = Cells(sheet.columns, sheet.head, texts, widths, sheet.figures)
        cells.add(sheet.rows)
        _add_sheet(book, name, sheet, cells)
        filled_sheets.append(cells)
    _show_looks(book)
    book.close()
    whole = filled(package, filled_sheets, texts)
    progress(1, 1)  # the last moment to stop: what stands written is there to stay
    write_file(target, whole)


def beginning(sheets: Sequence[Sheet], *, sheets_shown: int = 3, rows_shown: int = 6) -> Beginning:
    """How a workbook of these sheets, or a CSV of the only one, begins."""
    return Beginning(
        tables=[_first_rows(sheet, rows_shown) for sheet in sheets[:sheets_shown]],
        more_tables=max(len(sheets) - sheets_shown, 0),
    )


def _first_rows(sheet: Sheet, most: int) -> FirstRows:
    found = list(islice(sheet.rows, most + 1))
    rows = [[_shown(row.get(column)) for column in sheet.columns] for row in found[:most]]
    return FirstRows(columns=sheet.head, rows=rows, name=sheet.name, goes_on=len(found) > most)


def _shown(value: object) -> str:
    """A value as a spreadsheet shows it."""
    if isinstance(value, date):
        return short_day(value)
    if isinstance(value, timedelta):
        return str(value)
    return value.words if isinstance(value, Link) else plain(value)


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that sheets of one workbook may have, like what is wanted, and no two of them alike."""
    taken = {"history"}  # Excel keeps this one for itself
    names: list[str] = []
    for name in wanted:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip("'") or "Sheet"
        tried, number = up_to(_LONGEST_NAME, plain).strip(" '"), 2
        while tried.casefold() in taken:
            ending = f" ({number})"
            tried, number = up_to(_LONGEST_NAME - len(ending), plain).strip(" '") + ending, number + 1
        taken.add(tried.casefold())
        names.append(tried)
    return names


def _add_sheet(book: Workbook, name: str, sheet: Sheet, cells: Cells) -> None:
    """Add a sheet to the package, all but its cells."""
    made = book.add_worksheet(name)
    made.freeze_panes(1, 0)
    made.set_landscape()
    made.set_paper(_A4)
    made.repeat_rows(0)  # on paper, each page says what its rows and columns are
    made.repeat_columns("A:A")
    made.fit_to_pages(_pages_beside([_width(sheet, column) for column in sheet.columns]), 0)
    for number, column in enumerate(sheet.columns):
        made.set_column(number, number, _width(sheet, column))
        made.write_string(0, number, column)
    for row, number, link in cells.links:
        target = link.sheet.replace("'", "''")
        made.write_url(row, number, f"internal:'{target}'!A1")
    if sheet.filtered and cells.last > 1:
        made.autofilter(0, 0, cells.last - 1, len(sheet.columns) - 1)


def _pages_beside(widths: Sequence[int]) -> int:
    """On how many sheets of paper side by side so many characters can be read; the first column is on each."""
    first, *others = widths
    return max(1, math.ceil(sum(others) / max(_READ_ON_PAPER - first, 1)))


def _width(sheet: Sheet, column: str) -> int:
    return sheet.widths.get(column, _USUAL_WIDTH)


def _show_looks(book: Workbook) -> None:
    """Use each format once in the order of `Look`. Texts wrap and stand at the top, because passages are long."""
    looks = {
        Look.HEAD: book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        Look.TEXT: book.add_format({"text_wrap": True, "valign": "top"}),
        Look.NUMBER: book.add_format({"valign": "top"}),
        Look.DAY: book.add_format({"valign": "top", "num_format": "d mmm yyyy", "align": "left"}),
        Look.TIME: book.add_format({"valign": "top", "num_format": "[h]:mm:ss", "align": "left"}),
        Look.LINK: book.add_format({"font_color": "#0563C1", "underline": 1, "text_wrap": True, "valign": "top"}),
        Look.FIGURE_HEAD: book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "align": "right"}
        ),
    }
    first = book.worksheets()[0]
    for number, look in enumerate(Look):
        first.write_blank(1, number, None, looks[look])


def cell(value: object) -> str:
    """A value as one cell of a table."""
    text = plain(value)
    return f"'{text}" if not is_number(value) and text.startswith(_FORMULA_STARTS) else text
