"""The matrix of outcomes by features as rows: one a cell, or in the sites lens one a cell and state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.exporters.discussion import DISCUSSION_COLUMNS, VERDICT_KEYS, discussion_rows, marked, table_rows
from qualcoder_lite.exporters.tables import Sheet, write_csv, write_workbook
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import BinaryIO

# What columns are called in the CSV, where it is the same in every language, and marked for the workbook.
_PLACE = (tr_later("outcome"), tr_later("feature"), tr_later("state"))
_TALLY = (
    tr_later("people"),
    tr_later("passages"),
    tr_later("delivered"),
    tr_later("not_delivered"),
    tr_later("mixed"),
    tr_later("not_stated"),
)
_MARKS = (tr_later("published"), tr_later("published_2011"))
_LINKS = (
    tr_later("helped"),
    tr_later("hindered"),
    tr_later("people_helped"),
    tr_later("people_hindered"),
    tr_later("verdict"),
)

_TOTALS_COLUMNS = (tr_later("counted"), tr_later("number"))
_OUT_OF = ("feature", "state", tr_later("people"), tr_later("people_done"), tr_later("sites"))
_LENSES = {"sites": tr_later("sites"), "passages": tr_later("passages"), "attributions": tr_later("attributions")}
_STATES = {
    "present": tr_later("present"),
    "partial": tr_later("partial"),
    "absent": tr_later("absent"),
    "unknown": tr_later("unknown"),
}
_WIDE = {"outcome": 32, "feature": 32, "here": 48, "verdict": 14, "what_we_say": 48}

_TOTALS = {
    "people": tr_later("People"),
    "people_done": tr_later("People with a transcript declared done"),
    "people_without_participant": tr_later("Transcripts without a participant, each counted as a person"),
    "transcripts_without_site": tr_later("Transcripts without a site"),
    "people_at_several_sites": tr_later("People interviewed at more than one site, counted at each"),
}

#: The columns of the CSV. `state` is filled in the sites lens only, the last five in the attributions lens only.
MATRIX_COLUMNS = (*_PLACE, *_TALLY, *_MARKS, *_LINKS)


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
    totals = [{"counted": tr(words), "number": out_of.get(key, 0)} for key, words in _TOTALS.items()]
    counted = tr("Matrix, lens {lens}", lens=tr(_LENSES[matrix["lens"]]))
    rows = [_in_words(row) for row in matrix_rows(matrix)]
    by_feature = [_in_words(row) for row in _denominators(matrix)]
    sheets = [
        Sheet(counted, MATRIX_COLUMNS, rows, {"outcome": 38, "feature": 38}),
        Sheet(tr("To discuss"), DISCUSSION_COLUMNS, table_rows(discussion_rows(matrix)), _WIDE),
        Sheet(tr("Out of"), _TOTALS_COLUMNS, totals, {"counted": 60}),
        Sheet(tr("Out of, by feature"), _OUT_OF, by_feature, {"feature": 38}),
    ]
    return [sheet._replace(headings={column: tr(column) for column in sheet.columns}) for sheet in sheets]


def _in_words(row: dict[str, object]) -> dict[str, object]:
    """A row of the CSV as people read it: its keys and marks are words of their language."""
    said: dict[str, object] = {}
    for column, value in row.items():
        if column == "state":
            said[column] = tr(_STATES[str(value)]) if value else value
        elif column == "verdict":
            said[column] = tr(VERDICT_KEYS[str(value)]) if value else value
        else:
            said[column] = marked(value) if isinstance(value, bool) else value
    return said


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
