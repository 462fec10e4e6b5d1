"""Coded extracts as rows: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from qualcoder_lite.domain.extract import extract_dict
from qualcoder_lite.exporters.files import utf8, write_file
from qualcoder_lite.exporters.tables import write_csv

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.domain.extract import Extract

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


def write_extracts_csv(extracts: Iterable[Extract], target: BinaryIO | Path) -> None:
    """Write one row an extract; the caller has left out those that may not be quoted.

    Raises:
        UserError: the file can't be written there.
    """
    write_csv(map(extract_dict, extracts), EXTRACT_COLUMNS, target)


def write_extracts_json(extracts: Iterable[Extract], target: BinaryIO | Path) -> None:
    """Write a list of extracts as UTF-8 JSON; the caller has left out those that may not be quoted.

    Raises:
        UserError: the file can't be written there.
    """
    rows = [extract_dict(extract) for extract in extracts]
    write_file(target, utf8(json.dumps(rows, ensure_ascii=False, indent=2) + "\n"))
