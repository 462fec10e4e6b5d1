"""The matrix as rows: one a cell, in the sites lens one a cell and state."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from qualcoder_lite.exporters.discussion import DISCUSSION_COLUMNS
from qualcoder_lite.exporters.matrix import MATRIX_COLUMNS, matrix_rows, write_matrix_csv, write_matrix_xlsx


def test_every_row_has_all_the_columns(matrix):
    for lens in ("sites", "passages", "attributions"):
        assert all(tuple(row) == MATRIX_COLUMNS for row in matrix_rows(matrix(lens)))


def test_a_cell_is_a_row_in_the_order_of_the_matrix(matrix):
    rows = matrix_rows(matrix("passages"))
    assert [(row["outcome"], row["feature"]) for row in rows[:3]] == [
        ("Feeling safe", "Co-location"),
        ("Feeling safe", "Key worker"),
        ("Feeling safe", "Low staffing"),
    ]
    assert len(rows) == 9
    assert (rows[0]["people"], rows[0]["passages"], rows[0]["state"], rows[0]["verdict"]) == (2, 4, None, None)


def test_the_sites_lens_has_a_row_a_state(matrix):
    rows = matrix_rows(matrix("sites"))
    assert [row["state"] for row in rows[:4]] == ["present", "partial", "absent", "unknown"]
    assert (rows[0]["people"], rows[2]["people"], rows[0]["published"]) == (2, 0, True)


def test_the_attributions_lens_has_its_links_and_verdict(matrix):
    row = matrix_rows(matrix("attributions"))[0]
    assert [row[key] for key in ("helped", "hindered", "people_helped", "people_hindered", "verdict")] == [
        3,
        1,
        2,
        1,
        "supports",
    ]


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_the_csv_is_as_the_golden_one(matrix, lens, golden):
    stream = io.BytesIO()
    write_matrix_csv(matrix(lens), stream)
    text = stream.getvalue().decode()
    assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""))}) == 1
    golden(f"matrix_{lens}.csv", text)


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_the_workbook_has_the_same_rows_with_numbers_as_numbers_and_what_they_are_out_of(matrix, lens):
    found, stream = matrix(lens), io.BytesIO()
    write_matrix_xlsx(found, stream)
    cells, _, out_of, _ = openpyxl.load_workbook(stream).worksheets
    rows = [dict(zip(MATRIX_COLUMNS, row, strict=True)) for row in cells.iter_rows(min_row=2, values_only=True)]
    wanted = matrix_rows(found)
    assert [[row[column] for column in ("outcome", "feature", "people", "not_stated")] for row in rows] == [
        [row[column] for column in ("outcome", "feature", "people", "not_stated")] for row in wanted
    ]
    assert isinstance(rows[0]["passages"], int)
    assert rows[0]["published"] == "yes"
    assert out_of["A2"].value == "People"
    assert out_of["B2"].value == found["denominators"]["people"]


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_the_workbook_tells_what_each_feature_is_out_of(matrix, lens):
    found, stream = matrix(lens), io.BytesIO()
    write_matrix_xlsx(found, stream)
    sheet = openpyxl.load_workbook(stream)["Out of, by feature"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == ("feature", "state", "people", "people_done", "sites")
    features = found["denominators"]["features"]
    for feature, state, people, people_done, sites in rows:
        counted = features[feature][state] if lens == "sites" else features[feature]
        assert (people, people_done) == (counted["people"], counted["people_done"])
        assert sites == (counted["sites"] if lens == "sites" else None)
    assert {str(row[0]) for row in rows} == set(features)


def test_the_workbook_has_a_table_to_discuss_with_a_column_to_fill_in(matrix):
    stream = io.BytesIO()
    write_matrix_xlsx(matrix("attributions"), stream)
    head, *rows = openpyxl.load_workbook(stream)["To discuss"].iter_rows(values_only=True)
    assert head == DISCUSSION_COLUMNS
    assert next(row[2] for row in rows if row[0] == "Feeling safe") == "yes"
    assert not any(row[-1] for row in rows)
