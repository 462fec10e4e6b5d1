"""Code frequencies and codes that come together, as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.kept_words import in_language
from qualcoder_lite.exporters.tables import Sheet
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.retrieval.frequencies import Frequencies

# What columns are called in the CSV, where it is the same in every language, and marked for the workbook.
_COLUMNS = (tr_later("coder"), tr_later("group"), tr_later("code"), tr_later("people"), tr_later("passages"))
_PAIR_COLUMNS = (tr_later("coder"), tr_later("code"), tr_later("near"), tr_later("people"), tr_later("passages"))
_UNKNOWN = tr_later("not known")
_EVERYBODY = tr_later("everybody interviewed")


def frequencies_table(found: Sequence[Frequencies], *, for_people: bool) -> Sheet:
    """A row for each code and coder, its columns for each value how many people, then in how many passages.

    Only `for_people` is any of it in the language that is spoken.
    """
    everybody = tr(_EVERYBODY) if for_people else _EVERYBODY
    headings = {column: tr(column) for column in _COLUMNS}
    for value in found[0].values:
        known = in_language(value) or tr(_UNKNOWN)
        headings[_column(value, "people")] = tr("{value}: people", value=known)
        headings[_column(value, "passages")] = tr("{value}: passages", value=known)
    rows = [row for table in found for row in _frequency_rows(table, list(headings), everybody)]
    return Sheet(tr("Code frequencies"), list(headings), rows, headings=headings)


def pairs_table(found: Iterable[CoOccurrence]) -> Sheet:
    """A row for each pair of codes that come together. `coder` is empty for what was settled."""
    headings = {column: tr(column) for column in _PAIR_COLUMNS}
    return Sheet(tr("Codes together"), _PAIR_COLUMNS, _pair_rows(found), headings=headings)


def _column(value: str, what: str) -> str:
    return f"{value or _UNKNOWN}: {what}"


def _frequency_rows(found: Frequencies, columns: Sequence[str], everybody: str) -> list[dict[str, object]]:
    """A row for what the columns are out of, then one a code; `coder` is empty for several coders' or settled ones."""
    out_of: list[object] = [count for people in found.people for count in (people, None)]
    rows = [dict(zip(columns, [found.coder, "", everybody, None, None, *out_of], strict=True))]
    for code, total, cells in zip(found.codes, found.totals, found.cells, strict=True):
        counts = [count for cell in cells for count in cell]
        rows.append(dict(zip(columns, [found.coder, code.group, code.name, *total, *counts], strict=True)))
    return rows


def _pair_rows(found: Iterable[CoOccurrence]) -> list[dict[str, object]]:
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
