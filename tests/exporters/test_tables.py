"""CSV that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.exporters.tables import write_csv


def written(rows: list[dict[str, object]], *columns: str) -> bytes:
    stream = io.BytesIO()
    write_csv(rows, columns, stream)
    return stream.getvalue()


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_starts_with_a_byte_order_mark_and_its_columns():
    assert written([{"a": 1, "b": "é"}], "a", "b") == "\ufeffa,b\r\n1,é\r\n".encode()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (["AB", "CD"], "AB; CD"),
        ((), ""),
        (-3, "-3"),
        (0.5, "0.5"),
        ("plain, with a comma", "plain, with a comma"),
        ("two\nlines", "two\nlines"),
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("- no", "'- no"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        (["=1", "b"], "'=1; b"),
        ("a=1", "a=1"),
    ],
)
def test_a_value_is_written_as_a_cell(value, cell):
    assert read(written([{"a": value, "b": "end"}], "a", "b"))[1] == [cell, "end"]


def test_a_column_that_a_row_lacks_is_blank():
    assert read(written([{"a": "x"}], "a", "b"))[1] == ["x", ""]


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_text_can_run_as_a_formula_and_all_of_it_is_there(values):
    columns = [f"c{n}" for n in range(len(values))]
    cells = read(written([dict(zip(columns, values, strict=True))], *columns))[1]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    kept = [value.encode("utf-8", "replace").decode() for value in values]
    assert [cell.removeprefix("'") for cell in cells] == [value.removeprefix("'") for value in kept]
