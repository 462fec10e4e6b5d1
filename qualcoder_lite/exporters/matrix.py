"""The matrix of outcomes by features as rows: one a cell, or in the sites lens one a cell and state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.exporters.discussion import DISCUSSION_COLUMNS, discussion_rows, table_rows
from qualcoder_lite.exporters.tables import Sheet, write_csv, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

_TALLY = ("people", "passages", "delivered", "not_delivered", "mixed", "not_stated")
_MARKS = ("published", "published_2011")
_LINKS = ("helped", "hindered", "people_helped", "people_hindered", "verdict")

_OUT_OF = ("feature", "state", "people", "people_done", "sites")
_WIDE = {"outcome": 32, "feature": 32, "here": 48, "verdict": 14, "what_we_say": 48}

_TOTALS = {
    "people": "People",
    "people_done": "People with a transcript declared done",
    "people_without_participant": "Transcripts without a participant, each counted as a person",
    "transcripts_without_site": "Transcripts without a site",
    "people_at_several_sites": "People interviewed at more than one site, counted at each",
}

#: The columns of the CSV. `state` is filled in the sites lens only, the last five in the attributions lens only.
MATRIX_COLUMNS = ("outcome", "feature", "state", *_TALLY, *_MARKS, *_LINKS)


def matrix_rows(matrix: Mapping[str, Any]) -> list[dict[str, object]]:
    """A matrix, in the form of the command line's JSON, as rows with all of `MATRIX_COLUMNS`.

    What a lens doesn't count is None there; so is a verdict or a published mark that says nothing.
    """
    rows: list[dict[str, object]] = []
    for outcome, cells in zip(matrix["rows"], matrix["cells"], strict=True):
        for feature, found in zip(matrix["columns"], cells, strict=True):
            for state, tally in _tallies(matrix["lens"], found):
                row: dict[str, object] = {"outcome": outcome, "feature": feature, "state": state}
                row |= {column: tally.get(column) for column in _TALLY}
                row |= {column: found.get(column) for column in (*_MARKS, *_LINKS)}
                rows.append(row)
    return rows


def write_matrix_csv(matrix: Mapping[str, Any], target: BinaryIO | Path) -> None:
    """Write the matrix as CSV.

    Raises:
        UserError: the file can't be written there.
    """
    write_csv(matrix_rows(matrix), MATRIX_COLUMNS, target)


def write_matrix_xlsx(matrix: Mapping[str, Any], target: BinaryIO | Path) -> None:
    """Write the matrix as an Excel workbook: the rows of the CSV, a table to discuss, and what all is out of.

    Raises:
        UserError: the file can't be written there.
    """
    write_workbook(matrix_sheets(matrix), target)


def matrix_table(matrix: Mapping[str, Any]) -> Sheet:
    """The table that the CSV is."""
    return Sheet("", MATRIX_COLUMNS, matrix_rows(matrix))


def matrix_sheets(matrix: Mapping[str, Any]) -> list[Sheet]:
    """The sheets of the workbook."""
    out_of = matrix["denominators"]
    totals = [{"counted": words, "number": out_of.get(key, 0)} for key, words in _TOTALS.items()]
    return [
        Sheet(f"Matrix, lens {matrix['lens']}", MATRIX_COLUMNS, matrix_rows(matrix), {"outcome": 38, "feature": 38}),
        Sheet("To discuss", DISCUSSION_COLUMNS, table_rows(discussion_rows(matrix)), _WIDE),
        Sheet("Out of", ("counted", "number"), totals, {"counted": 60}),
        Sheet("Out of, by feature", _OUT_OF, _denominators(matrix), {"feature": 38}),
    ]


def _denominators(matrix: Mapping[str, Any]) -> list[dict[str, object]]:
    """The people whom each feature's counts are out of: in the sites lens by state, with how many sites that is."""
    rows: list[dict[str, object]] = []
    for feature, found in matrix["denominators"].get("features", {}).items():
        by_state: list[tuple[str | None, Any]] = [(None, found)] if "people" in found else list(found.items())
        for state, of_state in by_state:
            row: dict[str, object] = {"feature": feature, "state": state}
            rows.append(row | {column: of_state.get(column) for column in _OUT_OF[2:]})
    return rows


def _tallies(lens: str, found: Mapping[str, Any]) -> list[tuple[str | None, Mapping[str, Any]]]:
    if lens == "sites":
        return [(state.value, found[state.value]) for state in FeatureState]
    return [(None, found)]
