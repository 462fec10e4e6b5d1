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
from tests.cli.helpers import Commands, read_csv, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.helpers import Answer

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


PASSAGES = json.loads(DATA.read_text("utf-8"))["passages"]


@pytest.fixture
def books(run: Callable[..., Answer], tmp_path: Path) -> Commands:
    """A project with one group of codes, and nothing coded."""
    book = ["name = 'marks'", "title = 'Marks'", "version = 1", "kind = 'other'", "source = 'Published examples'"]
    book += ["[[group]]", "id = 'marks'", "name = 'Marks'", "key = 'A'", "colour = 'themes'"]
    for name in "12ck":
        book += ["[[group.code]]", f"id = 'code-{name}'", f"name = '{name}'"]
    (tmp_path / "book.toml").write_text("\n".join(book), encoding="utf-8")
    made = Commands(run, tmp_path / "marks.qclite")
    made.do("new", "--codebook", tmp_path / "book.toml")
    return made


@pytest.mark.parametrize("entry", PASSAGES, ids=[entry["id"] for entry in PASSAGES])
def test_published_values_for_passages_come_out_of_a_project(
    books: Commands, tmp_path: Path, entry: dict[str, Any]
) -> None:
    coders = [f"Coder {n}" for n in range(len(entry["coders"]))]
    (tmp_path / "long.txt").write_text("x" * entry["length"], encoding="utf-8")
    done = [part for coder in coders for part in ("--done", coder)]
    books.do("import", tmp_path / "long.txt", "--speakers", "none", *done)
    rows = [
        f"long.txt,{start},{end},{code},{coder}"
        for coder, passages in zip(coders, entry["coders"], strict=True)
        for code, start, end in passages
    ]
    books.do("code", "--from", table(tmp_path / "codings.csv", "transcript,start,end,code,coder", *rows))
    asked = ["--about", "passages", "--definition", entry["definition"], "--exclusive", "Marks"]
    found = books.ask("agreement", *asked)["further"]
    figures: dict[str, Any] = {f"code {each['code']}": each for each in found["codes"]}
    figures["together"] = found["together"]
    names = {"u-alpha": "u", "|u-alpha": "where", "cu-alpha": "which"}
    for each in found["exclusive"]["figures"] if found["exclusive"] else ():
        name: str = each["figure"]
        figures[names.get(name) or name.replace("(k)u-alpha of", "which of")] = each
    for name, expected in entry["expected"].items():
        assert figures[name]["alpha"] == pytest.approx(expected, abs=entry["tolerance"]), name


COUNTED = [
    entry
    for entry in json.loads(DATA.read_text("utf-8"))["entries"]
    if any(name.startswith("alpha_") for name in entry["expected"])
]


@pytest.mark.parametrize("entry", COUNTED, ids=[entry["id"] for entry in COUNTED])
def test_published_values_for_numbers_come_out_of_passages_counted(
    books: Commands, tmp_path: Path, entry: dict[str, Any]
) -> None:
    columns = entry["data"]["cols"]
    names = [f"talk{n}.txt" for n in range(len(columns[0]))]
    for name in names:
        (tmp_path / name).write_text(f"{name[4:-4]:>3}xxxxxxxxxx", encoding="utf-8")
    rows = [
        [name, ";".join(f"Coder {n}" for n, number in enumerate(judged) if number is not None)]
        for name, judged in zip(names, zip(*columns, strict=True), strict=True)
    ]
    books.do("transcripts", "--from", table(tmp_path / "files.csv", "file,done", *(",".join(row) for row in rows)))
    codings = [
        f"{name},{3 + 2 * n},{4 + 2 * n},c,Coder {coder}"
        for coder, column in enumerate(columns)
        for name, number in zip(names, column, strict=True)
        for n in range(number or 0)
    ]
    books.do("code", "--from", table(tmp_path / "codings.csv", "transcript,start,end,code,coder", *codings))
    for metric in ("nominal", "ordinal", "interval", "ratio"):
        expected = entry["expected"].get("alpha" if metric == "nominal" else f"alpha_{metric}")
        if expected is not None:
            found = books.ask("agreement", "--about", "counts", "--metric", metric, "--codes", "c")["further"]
            assert found["codes"][0]["alpha"] == pytest.approx(expected, abs=entry["tolerance"])


def test_whether_it_was_delivered_is_asked_per_outcome_with_the_reason_where_there_is_no_figure(
    shown: Commands,
) -> None:
    found = shown.ask("agreement", "--about", "delivered")["further"]
    assert (found["coefficient"], found["source"]) == ("alpha (ordinal)", "Krippendorff 2011")
    assert len(found["codes"]) == 15
    for each in found["codes"]:
        assert each["alpha"] is not None or each["note"]
    lines = shown.do("agreement", "--about", "delivered").out.splitlines()
    assert "Delivered, mixed or not delivered: alpha (ordinal) (Krippendorff 2011)." in lines


def test_codes_that_exclude_each_other_are_told_or_why_they_do_not(shown: Commands) -> None:
    asked = ("agreement", "--about", "passages", "--exclusive")
    family = shown.ask(*asked, "Process")["further"]["exclusive"]
    assert "codes that exclude each other" in family["note"]
    assert {each["alpha"] for each in family["figures"]} == {None}
    assert "no one group of codes “Nobody”" in shown(*asked, "Nobody").sentence
    assert "Fewer than two codes" in shown(*asked, "Process", "--codes", "Choice").sentence


@pytest.mark.parametrize("about", ["passages", "delivered", "counts"])
def test_another_question_is_in_every_file(shown: Commands, tmp_path: Path, about: str) -> None:
    found = shown.ask("agreement", "--about", about)["further"]
    for ending in ("csv", "xlsx", "docx"):
        shown.do("agreement", "--about", about, "-o", tmp_path / f"agreement.{ending}")
    rows = read_csv(tmp_path / "agreement.csv")
    assert rows[0]["figure"] == f"{found['coefficient']} of {found['codes'][0]['code']}"
    assert float(rows[0]["alpha"]) == pytest.approx(found["codes"][0]["alpha"])
    assert openpyxl.load_workbook(tmp_path / "agreement.xlsx")["Another question"].max_row == len(found["codes"]) + 1
    document = docx.Document(str(tmp_path / "agreement.docx"))
    assert any(found["question"].lower() in paragraph.text for paragraph in document.paragraphs)
    assert any(found["source"] in paragraph.text for paragraph in document.paragraphs)
    assert len(document.tables) == 4


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
    assert lines[:4] == [
        "Coders: Ailsa Brodie, Dennis Okoro.",
        "Transcripts: 8, declared done by two of them.",
        "Unit: speaker’s turn, 221 in all; coded if any part of it is.",
        "Doesn’t count: what interviewers say, labels and blanks.",
    ]
    everything = shown.do("agreement", "--scope", "all", "--all-turns").out
    assert "coded at all by two of them" in everything
    assert "Doesn’t count: labels and blanks." in everything
    passages = shown.do("agreement", "--about", "passages").out
    assert passages.index("Unit: speaker’s turn") < passages.index("Unit: character (blanks left out)")
    assert "n/a for Sufficient staff" in passages
    assert "no transcript to compare" in shown.do("agreement", "--compare", "settled").out
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
    assert book.sheetnames == ["About", "Codes", "Disagreements", "Notes by code", "COREQ and SRQR"]
    assert book["Disagreements"].max_row > 20
    document = docx.Document(str(tmp_path / "agreement.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for said in ("Krippendorff’s alpha", "8 of 14 transcripts (57%)", "outcomes-framework version", "both: "):
        assert said in text
    assert len(document.tables) == 3
    answers = {row.cells[0].text: row.cells[2].text for row in document.tables[-1].rows}
    assert answers["COREQ 24"].startswith("2 coders (1 user-researcher and 1 academic lead). 8 of 14 transcripts (57%)")
    assert answers["COREQ 27"].startswith("QualCoder Lite")
    assert answers["SRQR 9"] == "Not known to the program."
    assert "written as" in shown("agreement", "-o", tmp_path / "agreement.pdf").sentence


def test_word_names_coders_by_initials_and_pairs_that_have_something_in_common(study: Commands, tmp_path: Path) -> None:
    coders = ("Ailsa Brodie", "Ceri Prosser", "Dennis Okoro")
    for coder in coders:
        study.code("I feel safe now", "Choice", coder)

    def kappas() -> list[str]:
        study.do("agreement", "--codes", "Choice", "-o", tmp_path / "agreement.docx")
        document = docx.Document(str(tmp_path / "agreement.docx"))
        said = [paragraph.text for paragraph in document.paragraphs]
        assert "AB: Ailsa Brodie, CP: Ceri Prosser, DO: Dennis Okoro." in said
        assert any(line.startswith("Ailsa Brodie and Dennis Okoro: both: 1") for line in said)
        assert any("Ceri Prosser and" in line for line in said) == (len(done) == len(coders))
        return document.tables[0].rows[1].cells[2].text.splitlines()

    done = ["Ailsa Brodie", "Dennis Okoro"]
    for coder in done:
        study.do("done", "elsie.txt", "--coder", coder)
    assert kappas() == ["1.00"]
    study.do("done", "elsie.txt", "--coder", "Ceri Prosser")
    done.append("Ceri Prosser")
    assert kappas() == ["AB and CP: 1.00", "AB and DO: 1.00", "CP and DO: 1.00"]


def test_the_methods_paragraph_tells_rounds_and_the_codebooks_they_were_coded_with(
    demonstration: Commands, tmp_path: Path
) -> None:
    both = ["--coder", "Ailsa Brodie", "--coder", "Dennis Okoro"]
    demonstration.do("rounds open", "Pilot", *both, "--draw", 3, "--seed", 7)
    demonstration.do("rounds close", "Pilot")
    demonstration.do("codebook rename", "Choice", "Choice and control", "--why", "clearer")
    demonstration.do("rounds open", "Later", "--again", *both[:2], "--transcript", "Elsie, Fenmarsh")
    demonstration.do("rounds open", "Main", *both, "--transcript", "Elsie, Fenmarsh")

    def methods(*options: str) -> str:
        demonstration.do("agreement", *options, "-o", tmp_path / "agreement.xlsx")
        about = openpyxl.load_workbook(tmp_path / "agreement.xlsx")["About"]
        return " ".join(str(said) for what, said in about.iter_rows(values_only=True) if what == "Methods")

    of_one, of_all = methods("--round", "Pilot"), methods()
    assert "Codebooks: outcomes-framework version 1" in of_one
    assert "They are those of the round “Pilot” (3 transcripts drawn at random, seed 7; 2 coders; opened" in of_one
    assert "Codebooks: outcomes-framework version 2" in of_all
    assert "“Main” (1 transcript chosen by hand; 2 coders; opened" in of_all
    assert "“Later” (1 transcript chosen by hand; one coder, who coded them again; opened" in of_all
    assert "still open)" in of_all
