"""Tables as CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, cast

from qualcoder_lite.exporters.files import utf8, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

#: What a spreadsheet takes for the start of a formula, with the full-width forms that some take for the same.
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


def cell(value: object) -> str:
    """A value as one cell of a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return str(value)
    text = "; ".join(map(str, cast("Sequence[object]", value))) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
