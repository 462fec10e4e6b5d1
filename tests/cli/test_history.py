"""The commands undo, redo, history."""

from __future__ import annotations

import re

import pytest

from tests.cli.helpers import at, contents, table


def test_history_says_who_did_what_newest_first(study):
    study.code("They come when I ring.", "Responsiveness", "Ailsa Brodie")
    steps = study.ask("history")
    assert [list(step) for step in steps] == [["step", "when", "coder", "what", "undone"]] * 3
    assert [step["what"] for step in steps] == [
        "put Responsiveness on ‘They come when I ring.’",
        "imported “elsie”",
        "made the project with 44 codes",
    ]
    assert steps[0]["coder"] == "Ailsa Brodie"
    assert [step["undone"] for step in steps] == [False] * 3
    assert steps[0]["step"] > steps[1]["step"] > steps[2]["step"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", steps[0]["when"])


def test_history_in_words_is_a_line_a_step_with_its_time(study):
    study.code("They come when I ring.", "Responsiveness", "Ailsa Brodie")
    lines = study.do("history").out.splitlines()
    assert re.fullmatch(
        r"\d\d \w{3} \d{4} \d\d:\d\d  Ailsa Brodie put Responsiveness on ‘They come when I ring\.’", lines[0]
    )
    assert len(lines) == 3


def test_every_kind_of_step_reads_as_words(study, tmp_path):
    first, second, third = (study.code(words, "Choice") for words in ("I feel safe now", "The bus", "I sit at home"))
    study.do("recode", first, "--polarity", "mixed")
    study.do("recode", first, "--code", "Feeling safe")
    study.do("recode", first, "--end", at("I feel")[-1])
    study.do("uncode", first)
    study.do("uncode", second, third)
    study.do("done", "--coder", "Ailsa Brodie", "elsie")
    study.do("done", "--coder", "Ailsa Brodie", "elsie", "--not")
    study.do("sites", "--from", table(tmp_path / "sites.csv", "site,country", "Fenmarsh,England", "Hallowby,Wales"))
    study.do("participants", "--from", table(tmp_path / "people.csv", "participant,respondent", "Elsie,service user"))
    study.do("codebook rename", "Choice", "Having choices", "--why", "People say it so", "--coder", "Ailsa Brodie")
    study.do("codebook add", "joint-working")
    assert [step["what"] for step in reversed(study.ask("history"))][5:] == [
        "marked Having choices as mixed on ‘I feel safe now’",
        "changed Having choices to Feeling safe on ‘I feel safe now’",
        "moved the edges of Feeling safe to ‘I feel’",
        "took Feeling safe off ‘I feel’",
        "took 2 codings off",
        "declared “elsie” done",
        "declared “elsie” not done yet",
        "took in 2 sites from “sites.csv”",
        "took in 1 participant from “people.csv”",
        "renamed “Choice” to “Having choices”",
        "added the codebook “Factors in joint working” with 26 codes",
    ]


def test_a_long_passage_is_shortened_between_words(study):
    study.do("code", "--transcript", "elsie", "--start", 0, "--end", 150, "--code", "Choice", "--coder", "AB")
    what = study.ask("history")[0]["what"]
    assert what == "put Choice on ‘Do they come when you ring? They come when I …’"


def test_undo_and_redo_say_what_they_did_and_each_is_a_process_of_its_own(study):
    coding = study.code("I feel safe now", "Feeling safe", "Ailsa Brodie")
    after = study.nouns()
    assert study.do("undo").out == "Undone: Ailsa Brodie put Feeling safe on ‘I feel safe now’.\n"
    assert study.codings() == []
    assert [step["undone"] for step in study.ask("history")] == [True, False, False]
    assert study.do("redo").out == "Done again: Ailsa Brodie put Feeling safe on ‘I feel safe now’.\n"
    assert study.codings()[0]["id"] == coding
    assert study.nouns() == after


def test_an_import_is_undone_and_done_again_in_words_that_name_it(study):
    assert study.do("undo").out == "Undone: imported “elsie”.\n"
    assert study.ask("transcripts") == []
    assert study.do("redo").out == "Done again: imported “elsie”.\n"
    assert study.ask("transcripts")[0]["title"] == "elsie"


def test_several_steps_are_undone_and_redone_at_once(study):
    before = study.nouns()
    for words in ("I feel safe now", "The bus", "I sit at home"):
        study.code(words, "Choice")
    after = study.nouns()
    assert len(study.do("undo", 3).out.splitlines()) == 3
    assert study.nouns() == before
    assert len(study.do("redo", 3).out.splitlines()) == 3
    assert study.nouns() == after


def test_more_steps_than_there_are_ends_with_a_word_and_keeps_the_project(study):
    study.code("I feel safe now", "Choice")
    assert study.do("undo", 99).out.splitlines()[-1] == "There is nothing more to undo."
    assert study.ask("info")["codes"] == 44
    assert study.do("undo").out == "There is nothing more to undo.\n"
    assert study.do("redo", 99).out.splitlines()[-1] == "There is nothing more to redo."
    assert len(study.codings()) == 1


@pytest.mark.parametrize("n", [0, -1, "many", 1.5])
def test_undo_of_no_number_of_steps_is_wrong_usage(study, n):
    before = study.everything()
    assert study("undo", n).code == 2
    assert study("redo", n).code == 2
    assert study.everything() == before


def test_a_new_step_after_an_undo_ends_what_could_be_redone(study):
    study.code("I feel safe now", "Choice")
    study.do("undo")
    study.code("The bus", "Choice")
    assert study.do("redo").out == "There is nothing more to redo.\n"


def test_everything_is_undone_to_the_empty_project_and_redone_to_the_last_row(demonstration, run, tmp_path):
    full, steps = demonstration.nouns(), len(demonstration.ask("history")) - 1
    demonstration.do("undo", steps)
    run("new", tmp_path / "empty.qclite", "--title", demonstration.ask("info")["title"])
    empty, undone = contents(tmp_path / "empty.qclite", full), demonstration.nouns()
    assert {noun: rows for noun, rows in undone.items() if noun != "project"} == {
        noun: rows for noun, rows in empty.items() if noun != "project"
    }
    assert demonstration.do("undo").out == "There is nothing more to undo.\n"
    demonstration.do("redo", steps)
    assert demonstration.nouns() == full
    assert demonstration.ask("check") == {"ok": True, "problems": []}
