"""Code frequencies and codes that come together, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.frequencies import Frequencies

#: A row for each pair of codes that come together. `coder` is empty for what was settled.
PAIR_COLUMNS = ("coder", "code", "near", "people", "passages")

_UNKNOWN = "not known"


def frequency_columns(found: Frequencies) -> list[str]:
    """The columns of `frequency_rows`: for each value how many people, then in how many passages."""
    values = [value or _UNKNOWN for value in found.values]
    return [
        "coder",
        "group",
        "code",
        "people",
        "passages",
        *(f"{value}: {what}" for value in values for what in ("people", "passages")),
    ]


def frequency_rows(found: Frequencies) -> list[dict[str, object]]:
    """A row for what the columns are out of, then one a code; `coder` is empty for several coders' or settled ones."""
    columns = frequency_columns(found)
    everybody: list[object] = [count for people in found.people for count in (people, None)]
    rows = [dict(zip(columns, [found.coder, "", "everybody interviewed", None, None, *everybody], strict=True))]
    for code, total, cells in zip(found.codes, found.totals, found.cells, strict=True):
        counts = [count for cell in cells for count in cell]
        rows.append(dict(zip(columns, [found.coder, code.group, code.name, *total, *counts], strict=True)))
    return rows


def pair_rows(found: Iterable[CoOccurrence]) -> list[dict[str, object]]:
    """The pairs that come together at all, in the order of the codes; a code by itself stands beside itself."""
    return [
        {
            "coder": table.coder,
            "code": row.name,
            "near": column.name,
            "people": cell.people,
            "passages": cell.passages,
        }
        for table in found
        for row, cells in zip(table.codes, table.cells, strict=True)
        for column, cell in zip(table.codes, cells, strict=True)
        if cell.passages
    ]
