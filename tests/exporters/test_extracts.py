"""Extracts as rows, for a spreadsheet and for a program."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from qualcoder_lite.domain.extracts.extract import extract_dict
from qualcoder_lite.exporters.extracts import EXTRACT_COLUMNS, write_extracts_csv, write_extracts_json


def test_the_columns_are_the_keys_of_the_json(extracts):
    assert tuple(extract_dict(extracts[0])) == EXTRACT_COLUMNS


def test_csv_has_a_row_an_extract_with_lists_joined(extracts):
    stream = io.BytesIO()
    write_extracts_csv(extracts, stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [extract.text for extract in extracts]
    assert (rows[0]["coders"], rows[0]["polarity"], rows[3]["site"]) == ("AB; CD", "delivered", "")


def test_json_is_the_list_of_extracts_with_accents_as_they_are(extracts, tmp_path):
    spoken = replace(extracts[0], text="Ça va 🙂 \ud83d")
    write_extracts_json([spoken], tmp_path / "out.json")
    written = (tmp_path / "out.json").read_text("utf-8")
    assert "Ça va 🙂" in written
    assert json.loads(written) == [extract_dict(replace(spoken, text="Ça va 🙂 \ufffd"))]


def test_the_files_are_as_the_golden_ones(extracts, tmp_path, golden):
    write_extracts_csv(extracts, tmp_path / "out.csv")
    write_extracts_json(extracts, tmp_path / "out.json")
    golden("extracts.csv", (tmp_path / "out.csv").read_bytes().decode())
    golden("extracts.json", (tmp_path / "out.json").read_bytes().decode())
