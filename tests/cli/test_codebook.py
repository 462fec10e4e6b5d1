"""The command codebook and its like: show, add, import, export, rename."""

from __future__ import annotations

import csv

import pytest

from qualcoder_lite.service.project import Project
from tests.cli.helpers import at, table


def codes(study) -> dict[str, dict]:
    return {code["name"]: code for book in study.ask("codebook") for group in book["groups"] for code in group["codes"]}


def test_codebook_shows_all_codes_with_their_groups_keys_and_aliases(study):
    shown = study.do("codebook").out
    assert "Outcomes framework (outcomes-framework, version 1)" in shown
    assert "Feeling safe (also: Safety)" in shown
    for name in codes(study):
        assert name in shown


def test_codebook_as_json_has_the_study_outcomes_in_their_groups(study):
    outcomes = study.ask("codebook")[0]
    assert (outcomes["name"], outcomes["version"], outcomes["kind"]) == ("outcomes-framework", 1, "outcomes")
    assert [(group["name"], len(group["codes"])) for group in outcomes["groups"]] == [
        ("Quality of life", 7),
        ("Process", 5),
        ("Change", 3),
    ]


def test_options_may_come_before_the_project(study, run):
    assert run("codebook", "--json", study.path).json == study.ask("codebook")
    assert run("codebook", "show", "--json", study.path).json == study.ask("codebook")


def test_rename_keeps_the_old_name_as_an_alias_that_tables_may_use(study, tmp_path):
    coding = study.code("I feel safe now", "Feeling safe")
    said = study.do("codebook rename", "feeling SAFE", "Safe  and sound", "--why", "People say it so")
    assert said.out == "Renamed “Feeling safe” to “Safe and sound”.\n"
    code = codes(study)["Safe and sound"]
    assert set(code["aliases"]) == {"Safety", "Feeling safe"}
    assert study.codings()[0]["code"] == "Safe and sound"
    _, start, _, end = at("I feel safe now")
    line = f"elsie,{start},{end},Feeling safe,Ailsa Brodie"
    answer = study.do("code", "--from", table(tmp_path / "c.csv", "transcript,start,end,code,coder", line))
    assert "nothing was changed" in answer.out
    assert [each["id"] for each in study.codings()] == [coding]


def test_rename_raises_the_version_and_keeps_the_reason(study):
    study.do("codebook rename", "Choice", "Having a say", "--why", "  As people say it ", "--coder", "Ailsa Brodie")
    outcomes = study.ask("codebook")[0]
    assert outcomes["version"] == 2
    (change,) = outcomes["changes"]
    assert (change["before"], change["after"], change["why"]) == ("Choice", "Having a say", "As people say it")
    assert (change["version"], change["what"]) == (2, "renamed")


def test_rename_makes_a_coder_that_is_new_and_says_so(study):
    assert study.do("codebook rename", "Choice", "A", "--why", "B", "--coder", "Carol").err == "New coder “Carol”.\n"


def test_rename_back_and_undo(study):
    before = study.nouns()
    study.do("codebook rename", "Choice", "Having a say", "--why", "Shorter")
    study.do("codebook rename", "Having a say", "Choice", "--why", "As in the paper")
    assert codes(study)["Choice"]["aliases"] == ["Having choices", "Having choice", "Having a say"]
    study.do("undo", 2)
    assert study.nouns() == before


@pytest.mark.parametrize(
    ("code", "new", "why", "told"),
    [
        ("Chioce", "A", "B", "“Choice”"),
        ("Choice", "feeling safe", "B", "“Feeling safe”"),
        ("Choice", "Safety", "B", "“Feeling safe”"),
        ("Choice", "Choice", "B", "already"),
        ("Choice", "  ", "B", "needs a name"),
        ("Choice", "A", "  ", "the reason why"),
    ],
)
def test_a_rename_that_cannot_be_changes_nothing(study, code, new, why, told):
    before = study.everything()
    assert told in study("codebook rename", code, new, "--why", why).sentence
    assert study.everything() == before


def test_a_rename_without_a_reason_is_wrong_usage(study):
    assert study("codebook rename", "Choice", "A").code == 2


def test_published_marks_still_meet_after_a_rename(demonstration):
    before = demonstration.ask("matrix", "--lens", "attributions")
    demonstration.do("codebook rename", "Responsiveness", "Somebody comes", "--why", "Plainer")
    demonstration.do("codebook rename", "Co-location", "Under one roof", "--why", "Plainer")
    after = demonstration.ask("matrix", "--lens", "attributions")
    assert after["cells"] == before["cells"]
    row, column = after["rows"].index("Somebody comes"), after["columns"].index("Under one roof")
    assert after["cells"][row][column]["published"] is True


@pytest.mark.parametrize("command", ["codebook add", "codebook import"])
def test_the_shipped_codebook_of_joint_working_can_be_added_once(study, command):
    said = study.do(command, "joint-working").out
    assert said == "Added the codebook “Factors in joint working” with 26 codes.\n"
    study.code("I sit at home", "Communication (hindering)")
    before = study.everything()
    assert "“joint-working” already" in study("codebook add", "joint-working").sentence
    assert study.everything() == before


OWN = """
name = "our-own"
title = "What we heard besides"
version = 1
kind = "other"
source = "Our own reading"

[[group]]
id = "themes"
name = "Themes"
key = "T"
colour = "change"

[[group.code]]
id = "pets"
name = "Pets & “company”"
key = "P"
"""


def test_a_codebook_of_ones_own_is_added_from_a_file(study, tmp_path):
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    study.do("codebook import", tmp_path / "own.toml")
    study.code("I sit at home", "pets & “company”")
    assert study.codings()[0]["code"] == "Pets & “company”"


def test_a_codebook_file_that_is_wrong_is_told_by_file_entry_and_field(study, tmp_path):
    (tmp_path / "own.toml").write_text(OWN.replace('key = "P"', "key = 7"), encoding="utf-8")
    before = study.everything()
    said = study("codebook import", tmp_path / "own.toml").sentence
    for part in ("own.toml", "Pets", "key"):
        assert part in said
    assert study.everything() == before


def test_a_copy_of_a_codebook_with_the_same_ids_under_another_name_is_refused(study, tmp_path):
    uuid = "5f0c8e0a-5a3f-4a0e-9d5e-0d7e5a1f8a11"
    own = OWN.replace('id = "pets"', f'id = "{uuid}"')
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (tmp_path / "copy.toml").write_text(own.replace("our-own", "our-copy"), encoding="utf-8")
    study.do("codebook import", tmp_path / "own.toml")
    before = study.everything()
    assert "the same ids as “our-own”" in study("codebook import", tmp_path / "copy.toml").sentence
    assert study.everything() == before


def test_codes_are_exported_to_a_table_and_to_a_file_that_reads_back(study, run, tmp_path):
    assert study.do("codebook export", tmp_path / "codes.csv").out.startswith("Wrote 44 codes")
    rows = list(csv.DictReader((tmp_path / "codes.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 44
    study.do("codebook export", tmp_path / "all.toml")
    run("new", tmp_path / "a.qclite", "--codebook", tmp_path / "all.toml")
    assert run("codebook", tmp_path / "a.qclite", "--json").json == study.ask("codebook")
    study.do("codebook export", tmp_path / "features.toml", "--codebook", "features")
    run("new", tmp_path / "b.qclite", "--codebook", tmp_path / "features.toml")
    read_back = run("codebook", tmp_path / "b.qclite", "--json").json
    assert read_back == study.ask("codebook")[1:]


@pytest.mark.parametrize("ending", ["qdc", "csv", "xlsx"])
def test_what_is_exported_changes_nothing_when_it_is_taken_in_again(study, run, tmp_path, ending):
    file = tmp_path / f"codes.{ending}"
    assert study.do("codebook export", file).out.startswith("Wrote 44 codes")
    before = study.ask("codebook")
    assert study.do("codebook import", file).out.count("nothing was changed") == 2
    assert study.ask("codebook") == before
    run("new", tmp_path / "b.qclite", "--codebook", file)
    there = [code["name"] for book in run("codebook", tmp_path / "b.qclite", "--json").json for code in all_codes(book)]
    assert there == [code["name"] for book in before for code in all_codes(book)]


def all_codes(book):
    return [code for group in book["groups"] for code in group["codes"]]


def test_a_table_that_was_worked_on_changes_what_it_speaks_of(study, tmp_path):
    (tmp_path / "ours.csv").write_text(
        "codebook,group,code,definition\noutcomes-framework,Process,Choice,Deciding for oneself.\n"
        "outcomes-framework,Process,Dignity,Being seen.\n",
        encoding="utf-8",
    )
    before = codes(study)
    study.do("codebook import", tmp_path / "ours.csv", "--why", "From the meeting")
    after = codes(study)
    assert after["Choice"] == {**before["Choice"], "definition": "Deciding for oneself."}
    assert after["Dignity"]["definition"] == "Being seen."
    assert {name: code for name, code in after.items() if name not in ("Choice", "Dignity")} == {
        name: code for name, code in before.items() if name != "Choice"
    }


def test_a_csv_can_do_without_its_mark(study, tmp_path):
    study.do("codebook export", tmp_path / "codes.csv", "--no-bom")
    assert (tmp_path / "codes.csv").read_bytes().startswith(b"codebook,")


@pytest.mark.parametrize(
    ("out", "options", "told"),
    [
        ("a.toml", ["--codebook", "nothing"], "no codebook “nothing”"),
        ("a.pdf", [], "not as “.pdf”"),
        ("nowhere/a.csv", [], "There is no folder"),
    ],
)
def test_an_export_that_cannot_be_says_why_and_writes_nothing(study, tmp_path, out, options, told):
    files = sorted(tmp_path.iterdir())
    assert told in study("codebook export", tmp_path / out, *options).sentence
    assert sorted(tmp_path.iterdir()) == files


def test_the_codebook_goes_to_excel_with_every_text_as_text(study, tmp_path):
    import openpyxl

    out = tmp_path / "codebook.xlsx"
    study.do("codebook rename", "Choice", "=Choosing", "--why", "As people say it")
    assert "Wrote 44 codes" in study.do("codebook export", out).out
    [sheet] = openpyxl.load_workbook(out).worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("codebook", "version", "group", "group_key", "code")
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=Choosing")
    assert (cell.data_type, sheet.freeze_panes) == ("s", "A2")


def test_the_codebook_goes_to_word_with_what_was_changed_and_why(study, tmp_path):
    import docx

    out = tmp_path / "codebook.docx"
    study.do("codebook rename", "Choice", "Having a say", "--why", "As people say it", "--coder", "Ailsa Brodie")
    study.do("codebook export", out)
    document = docx.Document(str(out))
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Outcomes framework (version 2)" in text
    assert "Having a say" in text
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "renamed “Choice” to “Having a say” (Outcomes framework)" in cells
    assert "As people say it" in cells


def test_a_codebook_that_was_edited_outside_is_brought_up_to_date(study, tmp_path):
    file = tmp_path / "outcomes.toml"
    study.do("codebook export", file, "--codebook", "outcomes-framework")
    assert "nothing was changed" in study.do("codebook import", file).out
    file.write_text(file.read_text(encoding="utf-8").replace('name = "Choice"', 'name = "Having a say"'), "utf-8")
    said = study.do("codebook import", file, "--why", "Plainer", "--coder", "Carol")
    assert said.out == "Brought the codebook “Outcomes framework” up to date from “outcomes.toml”.\n"
    assert said.err == "New coder “Carol”.\n"
    assert "Choice" in codes(study)["Having a say"]["aliases"]


def test_a_retired_code_is_marked_and_put_on_nothing_more(study):
    with Project.open(study.path) as project:
        project.codes.retire("Choice", why="Unused")
    assert "Choice (also: Having choices; Having choice)  [retired]" in study.do("codebook").out.replace(", ", "; ")
    assert codes(study)["Choice"]["retired"] is True
    asked = ["--transcript", "elsie.txt", *at("I feel safe now"), "--code", "Choice", "--coder", "Ailsa Brodie"]
    assert "“Choice” is retired" in study("code", *asked).sentence
