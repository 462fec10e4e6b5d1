"""Coded extracts as rows: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extracts.extract import extract_dict
from qualcoder_lite.exporters.files import utf8, write_file
from qualcoder_lite.exporters.tables import Sheet, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.extracts.extract import Extract

#: The columns of the CSV, which are the keys of the JSON, in their stable order.
EXTRACT_COLUMNS = (
    "id",
    "codings",
    "transcript",
    "title",
    "start",
    "end",
    "text",
    "code",
    "group",
    "coders",
    "polarity",
    "site",
    "client_group",
    "respondent",
    "participant",
    "speaker",
    "turn",
    "memo",
)

# Where extracts that may not be quoted are among them, each says whether it is one.
_MAY_QUOTE = "may_quote"


def write_extracts_csv(
    extracts: Iterable[Extract], target: BinaryIO | Path, *, marked: bool = False, byte_order_mark: bool = True
) -> None:
    """Write one row an extract; the caller has left out those that may not be quoted, or wants them `marked`.

    Raises:
        UserError: the file can't be written there.
    """
    table = extracts_table(extracts, marked=marked)
    write_csv(table.rows, table.columns, target, mark=byte_order_mark)


def extracts_table(extracts: Iterable[Extract], *, marked: bool = False) -> Sheet:
    """The table that the CSV is."""
    columns = (*EXTRACT_COLUMNS, _MAY_QUOTE) if marked else EXTRACT_COLUMNS
    return Sheet("", columns, (_row(extract, marked=marked) for extract in extracts))


def write_extracts_json(extracts: Iterable[Extract], target: BinaryIO | Path, *, marked: bool = False) -> None:
    """Write a list of extracts as UTF-8 JSON; the caller has left out those that may not be quoted, or wants marks.

    Raises:
        UserError: the file can't be written there.
    """
    rows = [_row(extract, marked=marked) for extract in extracts]
    write_file(target, utf8(json.dumps(rows, ensure_ascii=False, indent=2) + "\n"))


def _row(extract: Extract, *, marked: bool) -> dict[str, object]:
    return extract_dict(extract) | ({_MAY_QUOTE: extract.may_quote} if marked else {})
