"""The commands code, uncode, recode, done."""

from __future__ import annotations

import openpyxl
import pytest

from qualcoder_lite.service.project import Project
from tests.cli.helpers import TALK, at, read_csv, table

HEAD = "transcript,start,end,code,coder,polarity,helped,hindered,memo"


def span(words: str) -> str:
    """A passage as two cells of a table."""
    _, start, _, end = at(words)
    return f"{start},{end}"


def asked(words: str, code: str, coder: str = "Ailsa Brodie") -> list[object]:
    return ["--transcript", "elsie", *at(words), "--code", code, "--coder", coder]


# code, one passage


def test_code_puts_a_code_on_a_passage_and_says_so(study):
    said = study.do("code", *asked("I feel safe now", "Feeling safe"))
    (coding,) = study.codings()
    assert said.out == f"Put Feeling safe on ‘I feel safe now’. {coding['id']}\n"
    assert said.err == "New coder “Ailsa Brodie”.\n"


@pytest.mark.parametrize("name", ["Contact with other people", "seeing   PEOPLE", "Seeing people"])
def test_a_code_goes_by_its_name_and_its_aliases(study, name):
    study.code("I sit at home", name)
    assert study.codings()[0]["code"] == "Seeing people"


def test_a_code_goes_by_its_id(study):
    book = study.ask("codebook")[0]
    code = book["groups"][0]["codes"][1]
    study.code("I sit at home", code["id"])
    assert study.codings()[0]["code"] == code["name"]


def test_a_coder_named_by_id_or_otherwise_spelt_is_the_same_coder(study):
    study.code("I sit at home", "Choice", "Ailsa Brodie")
    with Project.look(study.path) as project:
        (ailsa,) = project.coders.all()
    study.code("I feel safe now", "Choice", ailsa.id)
    study.code("They come when I ring", "Choice", " ailsa  BRODIE")
    assert study.ask("info")["coders"] == ["Ailsa Brodie"]
    assert {step["coder"] for step in study.ask("history")[:3]} == {"Ailsa Brodie"}


@pytest.mark.parametrize("written", ["not-delivered", "not_delivered"])
def test_a_polarity_is_written_with_a_hyphen_or_an_underscore(study, written):
    study.code("The bus stopped running", "Seeing people", "Ailsa Brodie", "--polarity", written)
    assert study.codings()[0]["polarity"] == "not_delivered"


def test_an_unknown_code_is_refused_with_the_nearest_names(study):
    before = study.everything()
    assert "Did you mean “Feeling safe”" in study("code", *asked("I feel safe now", "Felling save", "Nobody")).sentence
    assert study.everything() == before


def test_an_unknown_code_like_no_other_is_refused_with_some_that_there_are(study):
    said = study("code", *asked("I feel safe now", "zzz")).sentence
    assert "“Feeling safe”" in said
    assert "41 more" in said


@pytest.mark.parametrize("option", ["--helped", "--hindered"])
def test_an_unknown_feature_is_refused(study, option):
    before = study.everything()
    said = study("code", *asked("I feel safe now", "Feeling safe"), option, "Co-locating").sentence
    assert "“Co-location”" in said
    assert study.everything() == before


def test_a_code_that_two_codebooks_have_must_be_named_by_its_id(study, tmp_path):
    book = study.ask("codebook")[1]
    study.do("codebook export", tmp_path / "f.toml", "--codebook", "features")
    text = (tmp_path / "f.toml").read_text(encoding="utf-8")
    (tmp_path / "f.toml").write_text(text.replace('"features"', '"our-features"', 1), encoding="utf-8")
    study.do("codebook import", tmp_path / "f.toml")
    said = study("code", *asked("I feel safe now", "Co-location")).sentence
    assert "2 codes that go by “Co-location”" in said
    code = next(code for group in book["groups"] for code in group["codes"] if code["name"] == "Co-location")
    assert code["id"] in said
    study.code("I feel safe now", code["id"])


@pytest.mark.parametrize(
    ("start", "end"), [(0, len(TALK) + 1), (5, 5), (9, 3), (-1, 4), (len(TALK), len(TALK) + 9), (10**30, 10**31)]
)
def test_a_passage_out_of_range_is_refused_with_the_range(study, start, end):
    before = study.everything()
    place = ["--transcript", "elsie", "--start", start, "--end", end]
    assert f"from 0 to {len(TALK)}" in study("code", *place, "--code", "Choice", "--coder", "AB").sentence
    assert study.everything() == before


def test_a_passage_of_blanks_alone_is_refused(study):
    before, blank = study.everything(), TALK.index("\n\n")
    place = ["--transcript", "elsie", "--start", blank, "--end", blank + 2]
    assert "only blanks" in study("code", *place, "--code", "Choice", "--coder", "AB").sentence
    assert study.everything() == before


def test_the_whole_text_can_be_a_passage(study):
    place = ["--transcript", "elsie", "--start", 0, "--end", len(TALK)]
    study.do("code", *place, "--code", "Choice", "--coder", "AB")
    assert study.codings()[0]["end"] == len(TALK)


def test_a_coding_without_all_that_it_needs_is_wrong_usage_that_names_what_is_missing(study):
    answer = study("code", "--transcript", "elsie", "--start", 0, "--end", 5)
    assert answer.code == 2
    assert "--code, --coder" in answer.err


def test_a_table_and_a_passage_at_once_are_wrong_usage(study, tmp_path):
    answer = study("code", "--from", table(tmp_path / "c.csv", HEAD), "--coder", "AB")
    assert answer.code == 2
    assert "--coder" in answer.err
    assert study("code", *asked("I feel safe now", "Choice"), "--done", "AB").code == 2


def test_the_same_again_changes_nothing(study):
    study.code("I feel safe now", "Feeling safe")
    before = study.everything()
    answer = study.do("code", *asked("I feel safe now", "Safety"))
    assert "already" in answer.out
    assert study.everything() == before


def test_the_same_passage_again_states_more_and_loses_nothing(study):
    full = ["--polarity", "delivered", "--helped", "Co-location", "--hindered", "Low staffing", "--memo", "One number."]
    coding = study.code("I feel safe now", "Feeling safe", "Ailsa Brodie", *full)
    study.do("code", *asked("I feel safe now", "Feeling safe"), "--helped", "Continuity of staff")
    (found,) = study.codings()
    assert found["id"] == coding
    assert (found["polarity"], found["memo"]) == ("delivered", "One number.")
    assert {(link["feature"], link["direction"]) for link in found["attributions"]} == {
        ("Continuity of staff", "helped"),
        ("Low staffing", "hindered"),
    }
    study.do("code", *asked("I feel safe now", "Feeling safe"), "--polarity", "mixed", "--memo", "Two numbers.")
    (found,) = study.codings()
    assert (found["polarity"], found["memo"]) == ("mixed", "Two numbers.")


def test_two_coders_may_code_the_same_words(study):
    first, second = (study.code("I feel safe now", "Feeling safe", coder) for coder in ("Ailsa Brodie", "Dennis Okoro"))
    assert {coding["id"] for coding in study.codings()} == {first, second}


# code, a table


def test_a_table_of_codings_is_taken_in_as_one_step(study, tmp_path):
    codings = table(
        tmp_path / "codings.csv",
        "Transcript, Start, End, Code, Coder, Polarity, Helped, Hindered, Memo",
        f"elsie,{span('I feel safe now')},Safety,Ailsa Brodie,not delivered,Co-location; Continuity of staff,,A memo",
        f"ELSIE.TXT,{span('I sit at home')},Choice,Dennis Okoro,,,Low staffing,",
    )
    answer = study.do("code", "--from", codings, "--done", "Ailsa Brodie", "--done", "Carol")
    assert "2 codings" in answer.out
    assert answer.err.splitlines() == [f"New coder “{name}”." for name in ("Ailsa Brodie", "Dennis Okoro", "Carol")]
    first, second = study.codings()
    assert (first["code"], first["polarity"], first["memo"]) == ("Feeling safe", "not_delivered", "A memo")
    assert [link["feature"] for link in first["attributions"]] == ["Co-location", "Continuity of staff"]
    assert second["attributions"] == [{"feature": "Low staffing", "direction": "hindered"}]
    assert study.ask("transcripts")[0]["done"] == ["Ailsa Brodie", "Carol"]
    what = study.ask("history")[0]["what"]
    assert what == "put 2 codings on passages in 1 transcript and declared 1 transcript done, from “codings.csv”"
    study.do("undo")
    assert study.codings() == []
    assert study.ask("info")["coders"] == []


def test_a_workbook_of_codings_is_taken_in_too(study, tmp_path):
    workbook = openpyxl.Workbook()
    _, start, _, end = at("I sit at home")
    for row in (HEAD.split(","), ["elsie", start, end, "Choice", "AB", "mixed", None, None, None]):
        workbook.worksheets[0].append(row)
    workbook.save(tmp_path / "c.xlsx")
    study.do("code", "--from", tmp_path / "c.xlsx")
    assert study.codings()[0]["polarity"] == "mixed"


def test_the_same_table_twice_changes_nothing(study, tmp_path):
    codings = table(
        tmp_path / "c.csv",
        HEAD,
        f"elsie,{span('I feel safe now')},Feeling safe,AB,delivered,Co-location,,A memo",
        f"elsie,{span('I sit at home')},Choice,AB,,,,",
    )
    study.do("code", "--from", codings, "--done", "AB")
    before = study.everything()
    answer = study.do("code", "--from", codings, "--done", "AB")
    assert "nothing was changed" in answer.out
    assert study.everything() == before


def test_a_table_without_memos_leaves_the_memos_that_are_there(study, tmp_path):
    study.code("I feel safe now", "Feeling safe", "AB", "--memo", "Think again.", "--polarity", "mixed")
    line = f"elsie,{span('I feel safe now')},Feeling safe,AB"
    study.do("code", "--from", table(tmp_path / "c.csv", "transcript,start,end,code,coder", line))
    assert (study.codings()[0]["memo"], study.codings()[0]["polarity"]) == ("Think again.", "mixed")


def test_only_what_a_table_changed_is_counted(study, tmp_path):
    study.code("I feel safe now", "Feeling safe", "AB")
    lines = [f"elsie,{span('I feel safe now')},Feeling safe,AB,,,,", f"elsie,{span('I sit at home')},Choice,AB,,,,"]
    assert "Put 1 coding on" in study.do("code", "--from", table(tmp_path / "c.csv", HEAD, *lines)).out


GOOD = f"elsie,{span('I feel safe now')},Feeling safe,Newcomer,delivered,,,"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"elsie,{span('I sit at home')},Chioce,AB,,,,", ["Row 3", "column “code”", "value “Chioce”", "“Choice”"]),
        (f"elsee,{span('I sit at home')},Choice,AB,,,,", ["Row 3", "column “transcript”", "value “elsee”", "“elsie”"]),
        ("elsie,0,9999,Choice,AB,,,,", ["Row 3", "9999", f"0 to {len(TALK)}"]),
        ("elsie,9,3,Choice,AB,,,,", ["Row 3", "column “end”", "value “3”"]),
        ("elsie,-3,9,Choice,AB,,,,", ["Row 3", "column “start”", "value “-3”"]),
        ("elsie,one,9,Choice,AB,,,,", ["Row 3", "column “start”", "value “one”"]),
        ("elsie,0,9,Choice,,,,,", ["Row 3", "column “coder”"]),
        (f"elsie,{span('I sit at home')},Choice,AB,perhaps,,,", ["Row 3", "column “polarity”", "value “perhaps”"]),
        (f"elsie,{span('I sit at home')},Choice,AB,,Colocate,,", ["Row 3", "column “helped”", "value “Colocate”"]),
        (f"elsie,{span('I sit at home')},Choice,AB,,,Colocate,", ["Row 3", "column “hindered”", "value “Colocate”"]),
    ],
)
def test_one_wrong_row_keeps_the_whole_table_out_and_is_named(study, tmp_path, row, told):
    before = study.everything()
    said = study("code", "--from", table(tmp_path / "c.csv", HEAD, GOOD, row), "--done", "Newcomer").sentence
    for part in told:
        assert part in said
    assert study.everything() == before


def test_a_table_without_a_needed_column_or_with_an_unknown_one_is_refused(study, tmp_path):
    before = study.everything()
    lacking = table(tmp_path / "c.csv", "transcript,start,end,code", "elsie,1,2,Choice")
    assert "Column “coder”" in study("code", "--from", lacking).sentence
    unknown = table(tmp_path / "c.csv", f"{HEAD},colour", f"{GOOD},red")
    assert "Column “colour”" in study("code", "--from", unknown).sentence
    assert study.everything() == before


def test_a_table_that_is_not_there_or_is_none_is_refused(study, tmp_path):
    assert "nowhere.csv" in study("code", "--from", tmp_path / "nowhere.csv").sentence
    (tmp_path / "c.xlsx").write_text("not a workbook")
    assert "c.xlsx" in study("code", "--from", tmp_path / "c.xlsx").sentence
    assert "study.qclite" in study("code", "--from", study.path).sentence


# uncode


def test_uncode_takes_all_codings_named_off_in_one_step(study):
    ids = [study.code(words, "Choice") for words in ("I feel safe now", "I sit at home", "The bus")]
    assert "Took 2 codings off" in study.do("uncode", ids[0], ids[2]).out
    assert [coding["id"] for coding in study.codings()] == [ids[1]]
    study.do("undo")
    assert {coding["id"] for coding in study.codings()} == set(ids)


def test_uncode_takes_none_off_where_one_is_unknown(study):
    coding = study.code("I feel safe now", "Choice")
    before = study.everything()
    assert "“nobody”" in study("uncode", coding, "nobody").sentence
    assert study.everything() == before


def test_uncode_takes_an_id_in_capitals_and_twice(study):
    coding = study.code("I feel safe now", "Choice")
    assert "Took Choice off ‘I feel safe now’." in study.do("uncode", coding, coding.upper()).out
    assert study.codings() == []


def test_uncode_names_nobody_for_codings_of_two_coders(study):
    ids = [study.code("I feel safe now", "Choice", coder) for coder in ("Ailsa", "Dennis")]
    study.do("uncode", *ids)
    assert study.ask("history")[0]["coder"] is None


# recode


def test_recode_changes_each_thing_and_leaves_the_rest(study):
    full = ["--polarity", "delivered", "--helped", "Co-location", "--memo", "A memo."]
    coding = study.code("I feel safe now", "Feeling safe", "Ailsa Brodie", *full)
    before = study.codings()[0]
    _, start, _, end = at("They come when I ring. I feel safe now.")
    for options, changed, said in (
        (["--start", start], {"start": start}, "Moved the edges of Feeling safe to ‘They come when I ring."),
        (["--end", end], {"end": end}, "Moved the edges of Feeling safe to ‘They come when I ring."),
        (["--polarity", "not_delivered"], {"polarity": "not_delivered"}, "Marked Feeling safe as not delivered on"),
        (["--code", "being responded to"], {"code": "Responsiveness"}, "Changed Feeling safe to Responsiveness on"),
    ):
        answer = study.do("recode", coding, *options)
        assert answer.out.startswith(said)
        before = before | changed
        assert study.codings() == [before]


def test_recode_to_what_it_is_already_changes_nothing(study):
    coding = study.code("I feel safe now", "Feeling safe", "AB", "--polarity", "mixed")
    before = study.everything()
    assert "nothing was changed" in study.do("recode", coding, "--polarity", "mixed", "--code", "safety").out
    assert "nothing was changed" in study.do("recode", coding).out
    assert study.everything() == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--start", 9999], f"0 to {len(TALK)}"),
        (["--end", 0], f"0 to {len(TALK)}"),
        (["--code", "Feeling save"], "“Feeling safe”"),
    ],
)
def test_recode_to_what_cannot_be_changes_nothing(study, options, told):
    coding = study.code("I feel safe now", "Feeling safe")
    before = study.everything()
    assert told in study("recode", coding, *options).sentence
    assert study.everything() == before


def test_recode_does_not_make_a_coders_coding_double(study):
    coding, other = study.code("I feel safe now", "Feeling safe"), study.code("I feel safe now", "Choice")
    before = study.everything()
    said = study("recode", coding, "--code", "Choice").sentence
    assert other in said
    assert study.everything() == before


def test_recode_of_a_coding_that_is_not_there_says_so(study):
    assert "no coding with the id “x”" in study("recode", "x", "--code", "Choice").sentence


# done


def test_done_declares_transcripts_and_takes_it_back(study):
    assert study.do("done", "--coder", "Ailsa", "elsie", "ELSIE.txt").out == "Declared “elsie” done.\n"
    assert study.ask("transcripts")[0]["done"] == ["Ailsa"]
    before = study.everything()
    assert "nothing was changed" in study.do("done", "--coder", "ailsa", "elsie").out
    assert study.everything() == before
    assert study.do("done", "elsie", "--not", "--coder", "AILSA").out == "Declared “elsie” not done yet.\n"
    assert study.ask("transcripts")[0]["done"] == []


def test_done_makes_a_coder_that_is_new_but_taking_it_back_does_not(study):
    before = study.everything()
    assert "no coder “Nobody”" in study("done", "--not", "--coder", "Nobody", "elsie").sentence
    assert study.everything() == before
    assert study.do("done", "--coder", "Nobody", "elsie").err == "New coder “Nobody”.\n"


def test_done_for_an_unknown_transcript_declares_none(study):
    before = study.everything()
    assert "“elsy”" in study("done", "--coder", "Ailsa", "elsie", "elsy").sentence
    assert study.everything() == before


# star


def test_star_marks_a_quote_that_extracts_then_writes_alone(study, tmp_path):
    safe = study.code("I feel safe now", "Feeling safe")
    study.code("I sit at home", "Choice")
    said = study.do("star", safe, "--by", "Ailsa Brodie")
    assert said.out == "Starred Feeling safe on ‘I feel safe now’.\n"
    study.do("extracts", "-o", tmp_path / "starred.csv", "--starred")
    assert [row["id"] for row in read_csv(tmp_path / "starred.csv")] == [safe]
    study.do("star", safe, "--off")
    assert "No coded passage is in scope" in study("extracts", "-o", tmp_path / "none.csv", "--starred").sentence
