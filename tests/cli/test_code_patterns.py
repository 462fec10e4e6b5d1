"""The commands frequencies and co-occurrence."""

from __future__ import annotations

from tests.cli.helpers import read_csv


def test_frequencies_are_told_in_words_and_in_json(shown):
    assert "Feeling safe: " in shown("frequencies", "--by", "client-group").out
    found = shown("frequencies", "--by", "respondent", "--united", "--json").json
    assert found["by"] == "respondent"
    assert found["whose"] == "codings of Ailsa Brodie and Dennis Okoro; what several coded counts once"
    assert {value["value"] for value in found["values"]} == {"service user", "unpaid carer"}
    row = found["rows"][0]
    assert list(row) == ["code", "group", "people", "passages", "cells"]
    assert sum(cell["passages"] for cell in row["cells"]) == row["passages"]


def test_frequencies_of_several_coders_are_added_up_only_where_that_is_asked_for(shown, tmp_path):
    apart = shown("frequencies", "--json").json["tables"]
    assert [table["coder"] for table in apart] == ["Ailsa Brodie", "Dennis Okoro"]
    alone = shown("frequencies", "--coder", "Dennis Okoro", "--json").json
    assert alone["rows"] == apart[1]["rows"]
    assert alone["whose"] == "codings of Dennis Okoro"
    said = shown("frequencies").out
    assert said.startswith("By Ailsa Brodie\n   Feeling safe: ")
    assert "\nBy Dennis Okoro\n" in said
    assert shown("frequencies", "--united").out.startswith("Codings of Ailsa Brodie and Dennis Okoro; ")
    shown("frequencies", "-o", tmp_path / "often.csv")
    assert {row["coder"] for row in read_csv(tmp_path / "often.csv")} == {"Ailsa Brodie", "Dennis Okoro"}


def test_frequencies_by_something_unknown_are_a_sentence(shown):
    assert "shoe size" in shown("frequencies", "--by", "shoe size").sentence


def test_codes_that_come_together_are_told_for_each_coder(shown, tmp_path):
    found = shown("co-occurrence", "--near", "turn", "--json").json
    assert list(found) == ["near", "codes", "tables"]
    assert [table["coder"] for table in found["tables"]] == ["Ailsa Brodie", "Dennis Okoro"]
    assert len(found["tables"][0]["cells"]) == len(found["codes"])
    said = shown("co-occurrence", "--coder", "Dennis Okoro").out
    assert said.startswith("Dennis Okoro\n")
    assert "Ailsa" not in said
    shown("co-occurrence", "-o", tmp_path / "together.csv")
    assert {row["coder"] for row in read_csv(tmp_path / "together.csv")} == {"Ailsa Brodie", "Dennis Okoro"}


def test_frequencies_of_some_respondents_leave_the_others_out(shown):
    found = shown("frequencies", "--by", "respondent", "--respondent", "unpaid-carer", "--united", "--json").json
    assert [value["value"] for value in found["values"]] == ["unpaid carer"]
