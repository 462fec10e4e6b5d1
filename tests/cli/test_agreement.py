"""The command agreement: its JSON, its words, its files, and published values through it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest

from qualcoder_lite.service.project import Project
from tests.cli.helpers import read_csv, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.helpers import Answer, Commands

DATA = Path(__file__).parents[1] / "data" / "agreement_values.json"
ENTRIES = [
    entry
    for entry in json.loads(DATA.read_text("utf-8"))["entries"]
    if "length" in entry["data"] or len(entry["data"].get("table", ())) == 2
]
KEYS = {"bp": "brennan_prediger", "po": "agreement"}


def passages_of(data: dict[str, Any]) -> tuple[int, dict[str, list[list[int]]]]:
    """How many units there are, and which stretches of them two coders put a code on."""
    if "length" in data:
        return data["length"], {"A": data["A"], "B": data["B"]}
    (neither, only_b), (only_a, both) = data["table"]
    a, b = [[0, both + only_a]], [[0, both], [both + only_a, both + only_a + only_b]]
    return neither + only_b + only_a + both, {"A": a, "B": b}


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_published_values_come_out_of_a_project(
    run: Callable[..., Answer], study: Commands, tmp_path: Path, entry: dict[str, Any]
) -> None:
    length, coded = passages_of(entry["data"])
    (tmp_path / "long.txt").write_text("x" * length, encoding="utf-8")
    study.do("import", tmp_path / "long.txt", "--done", "A", "--done", "B", "--speakers", "none")
    rows = [f"long.txt,{s},{e},Choice,{coder}" for coder, spans in coded.items() for s, e in spans if s < e]
    if rows:
        study.do("code", "--from", table(tmp_path / "codings.csv", "transcript,start,end,code,coder", *rows))
    found = study.ask("agreement", "--unit", "character", "--codes", "Choice")
    (code,) = found["codes"]
    values = {**code, "kappa": code["kappa"]["A|B"]}
    for name, expected in entry["expected"].items():
        value = values[KEYS.get(name, name)]
        assert value is None if expected is None else value == pytest.approx(expected, abs=entry["tolerance"]), name


def test_the_json_has_what_the_contract_says(shown: Commands) -> None:
    found = shown.ask("agreement")
    assert (found["unit"], found["scope"], found["transcripts"]) == ("turn", "done", 8)
    assert found["coders"] == ["Ailsa Brodie", "Dennis Okoro"]
    assert set(found["overall"]) == {"mean_alpha", "pooled_kappa", "codes_left_out"}
    for code in found["codes"]:
        assert {"code", "alpha", "ci", "kappa", "agreement", "dice", "prevalence", "passages", "note"} <= set(code)
        assert set(code["kappa"]) == {"Ailsa Brodie|Dennis Okoro"}
        assert set(code["passages"]) == set(found["coders"])
        assert (code["alpha"] is None) == (code["prevalence"] in (0, 1))
        assert code["alpha"] is not None or code["note"]
    left_out = [code for code in found["codes"] if code["alpha"] is None]
    assert found["overall"]["codes_left_out"] == len(left_out) > 0


def test_the_order_of_coders_changes_nothing_and_options_narrow_it(shown: Commands) -> None:
    one = shown.ask("agreement", "--coders", "Ailsa Brodie,Dennis Okoro", "--codes", "Choice,Feeling safe")
    other = shown.ask(
        "agreement", "--coders", "Dennis Okoro", "--coders", "Ailsa Brodie", "--codes", "Feeling safe,Choice"
    )
    assert one == other
    assert [code["code"] for code in one["codes"]] == ["Feeling safe", "Choice"]
    units = {u: shown.ask("agreement", "--unit", u)["units"] for u in ("character", "sentence", "paragraph", "turn")}
    assert units["character"] > units["sentence"] > units["paragraph"] >= units["turn"] > 8
    assert shown.ask("agreement", "--unit", "transcript")["units"] == 8
    assert shown.ask("agreement", "--all-turns")["units"] > units["turn"]
    assert shown.ask("agreement", "--scope", "all")["transcripts"] >= 8


def test_a_code_made_after_a_transcript_was_done_was_not_looked_for_there(study: Commands) -> None:
    study.code("I feel safe now", "Choice")
    study.do("done", "elsie.txt", "--coder", "Ailsa Brodie")
    study.do("done", "elsie.txt", "--coder", "Dennis Okoro")
    before = study.ask("agreement", "--codes", "Choice")
    assert before["transcripts"] == 1
    with Project.open(study.path) as project:
        project.codes.add("Being known", why="it came up", coder="Ailsa Brodie")
    study.code("The bus stopped", "Being known")
    (code,) = study.ask("agreement", "--codes", "Being known")["codes"]
    assert (code["alpha"], code["transcripts"]) == (None, 0)
    assert "No transcript can be compared" in code["note"]
    assert study.ask("agreement", "--codes", "Choice") == before


def test_people_read_words(shown: Commands) -> None:
    lines = shown.do("agreement").out.splitlines()
    assert lines[0] == "Ailsa Brodie, Dennis Okoro: 8 transcripts compared."
    assert not [line for line in lines if line.startswith("Sufficient staff")]
    assert [line for line in lines if re.fullmatch(r"Nobody used the other \d+ codes\.", line)]
    assert "Mean alpha" in lines[-1]


def test_a_code_that_nobody_used_is_told_where_it_is_asked_for_by_name(shown: Commands) -> None:
    lines = shown.do("agreement", "--codes", "Sufficient staff").out.splitlines()
    assert [line for line in lines if line.startswith("Sufficient staff") and "n/a" in line and "Unused" in line]


def test_one_coder_alone_is_a_mistake_to_mend(study: Commands) -> None:
    study.code("I feel safe now", "Choice")
    assert "at least two coders" in study("agreement").sentence
    assert "no coder “Nobody”" in study("agreement", "--coders", "Nobody").sentence
    assert "no one round “Round 9”" in study("agreement", "--round", "Round 9").sentence


def test_the_report_is_written_as_a_table_a_workbook_and_a_document(shown: Commands, tmp_path: Path) -> None:
    found = shown.ask("agreement")
    for ending in ("csv", "xlsx", "docx"):
        assert "Wrote the agreement" in shown.do("agreement", "-o", tmp_path / f"agreement.{ending}").err
    rows = read_csv(tmp_path / "agreement.csv")
    assert [row["code"] for row in rows] == [code["code"] for code in found["codes"]]
    assert float(rows[0]["alpha"]) == pytest.approx(found["codes"][0]["alpha"])
    book = openpyxl.load_workbook(tmp_path / "agreement.xlsx")
    assert book.sheetnames == ["About", "Codes", "Disagreements", "Notes by code"]
    assert book["Disagreements"].max_row > 20
    document = docx.Document(str(tmp_path / "agreement.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in ("Krippendorff's alpha", "8 of 14 transcripts (57%)", "outcomes-framework version", "both: "):
        assert said in text
    assert len(document.tables) == 2
    assert "written as" in shown("agreement", "-o", tmp_path / "agreement.pdf").sentence
