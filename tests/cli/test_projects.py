"""The commands new, info, check, backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_lite.service.project import Project
from tests.cli.helpers import contents

# new


def test_new_starts_with_the_outcomes_and_the_features(run, tmp_path):
    made = run("new", tmp_path / "a.qclite", "--title", "Partnership  at work")
    assert (made.code, made.err) == (0, "")
    info = run("info", tmp_path / "a.qclite", "--json").json
    assert info["title"] == "Partnership at work"
    assert info["codebooks"] == [{"name": "outcomes-framework", "version": 1}, {"name": "features", "version": 1}]
    assert info["codes"] == 44


@pytest.mark.parametrize("title", [[], ["--title", "   "]])
def test_a_project_without_a_title_is_called_as_its_file(run, tmp_path, title):
    run("new", tmp_path / "our study.qclite", *title)
    assert run("info", tmp_path / "our study.qclite", "--json").json["title"] == "our study"


def test_new_takes_the_codebooks_named_and_no_others(run, tmp_path):
    run("new", tmp_path / "a.qclite", "--codebook", "joint-working", "--codebook", "features")
    books = run("info", tmp_path / "a.qclite", "--json").json["codebooks"]
    assert [book["name"] for book in books] == ["joint-working", "features"]


def test_new_says_what_comes_next_in_a_line_that_can_be_typed(run, tmp_path):
    assert f"qualcoder-lite import '{tmp_path}/our study.qclite'" in run("new", tmp_path / "our study.qclite").out


def test_new_leaves_a_file_that_is_there_alone(run, tmp_path):
    there = tmp_path / "a.qclite"
    there.write_text("my shopping list")
    assert "already" in run("new", there).sentence
    assert there.read_text() == "my shopping list"
    assert list(tmp_path.iterdir()) == [there]


def test_a_name_that_no_file_can_have_is_told(run, study, tmp_path):
    long = tmp_path / ("x" * 300 + ".qclite")
    files = sorted(tmp_path.iterdir())
    for said in (run("new", long), study("backup", long), run("info", long), run("undo", long)):
        assert "too long" in said.sentence
    assert sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("name", ["notes.txt", "Interview 3.DOCX", "book.toml"])
def test_new_is_not_called_as_a_file_of_another_kind(run, tmp_path, name):
    said = run("new", tmp_path / name).sentence
    assert f"“{name}”" in said
    assert f"“{Path(name).stem}.qclite”" in said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["study", "study 2.1"])
def test_new_takes_a_name_without_the_ending_of_another_kind(run, tmp_path, name):
    assert run("new", tmp_path / name).code == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_new_in_a_folder_that_is_not_there_says_so(run, tmp_path):
    assert "There is no folder" in run("new", tmp_path / "nowhere" / "a.qclite").sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("codebook", ["outcome-framework", "", "x" * 300])
def test_new_with_a_codebook_that_is_not_there_leaves_no_file(run, tmp_path, codebook):
    assert "neither a codebook" in run("new", tmp_path / "a.qclite", "--codebook", codebook).sentence
    assert not list(tmp_path.iterdir())


def test_new_with_the_same_codebook_by_name_and_as_a_file_says_so(run, tmp_path):
    book = Path(__file__).parents[2] / "codebooks" / "features.toml"
    said = run("new", tmp_path / "a.qclite", "--codebook", "features", "--codebook", book).sentence
    assert "“features” already" in said
    assert not list(tmp_path.iterdir())


# info


def test_info_says_what_the_demonstration_holds(shown):
    info = shown.ask("info")
    assert list(info) == [
        "title",
        "uuid",
        "schema_version",
        "codebooks",
        "transcripts",
        "words",
        "turns",
        "participants",
        "sites",
        "codes",
        "codings",
        "coders",
    ]
    assert info["transcripts"] >= 12
    assert info["sites"] == 4
    assert info["codings"] >= 150
    assert info["coders"] == ["Ailsa Brodie", "Dennis Okoro"]


def test_info_in_words_holds_the_same_figures(shown):
    info, words = shown.ask("info"), shown.do("info").out
    assert info["title"] in words
    assert f"{info['transcripts']} transcripts" in words
    assert f"{info['words']:,} words" in words


def test_reading_a_project_changes_nothing_and_leaves_nothing_beside_it(study):
    before, files = study.everything(), sorted(study.path.parent.iterdir())
    for command in ("info", "transcripts", "codebook", "history", "sites", "participants", "check"):
        study.do(command)
    assert study.everything() == before
    assert sorted(study.path.parent.iterdir()) == files


# check


def test_check_of_a_sound_project_is_ok(study):
    assert study.ask("check") == {"ok": True, "problems": []}
    assert "good order" in study.do("check").out


def test_check_of_a_project_that_breaks_a_rule_says_which_and_exits_1(study):
    study.code("I feel safe now", "Feeling safe")
    with closing(sqlite3.connect(study.path, isolation_level=None)) as project:
        project.executescript('drop trigger journal_coding_update; update coding set "end"=99999')
    answer = study("check", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False
    assert any("beyond the end of its transcript" in problem for problem in answer.json["problems"])
    said = study("check")
    assert (said.code, said.out) == (1, "")
    assert "beyond the end of its transcript" in said.err


def test_check_of_a_damaged_file_names_the_newest_good_backup(demonstration):
    demonstration.do("done", "--coder", "Ailsa Brodie", "fenmarsh-winifred.docx")
    (backup,) = demonstration.path.with_name("demonstration.qclite-backups").iterdir()
    data = bytearray(demonstration.path.read_bytes())
    for page in range(20, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    demonstration.path.write_bytes(data)
    answer = demonstration("check", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False
    assert backup.name in " ".join(answer.json["problems"])


@pytest.mark.parametrize("content", [b"", b"not a project at all", b"SQLite format 3\x00" + bytes(200)])
def test_check_of_what_is_no_project_is_a_mistake(run, tmp_path, content):
    (tmp_path / "a.qclite").write_bytes(content)
    assert "a.qclite" in run("check", tmp_path / "a.qclite", "--json").sentence


# backup


def test_a_backup_is_the_whole_project_in_one_file(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    study.do("backup", tmp_path / "copy.qclite")
    assert contents(tmp_path / "copy.qclite") == study.everything()
    assert not list(tmp_path.glob("copy.qclite?*"))


def test_a_later_backup_takes_the_place_of_an_earlier_one(study, tmp_path):
    study.do("backup", tmp_path / "copy.qclite")
    study.code("I feel safe now", "Feeling safe")
    study.do("backup", tmp_path / "copy.qclite")
    assert contents(tmp_path / "copy.qclite") == study.everything()


def test_a_backup_takes_the_place_of_nothing_else(study, run, tmp_path):
    transcript = tmp_path / "interview.txt"
    transcript.write_text("Elsie: They come when I ring.")
    assert "is no copy of this project" in study("backup", transcript).sentence
    assert transcript.read_text() == "Elsie: They come when I ring."
    other = tmp_path / "other.qclite"
    run("new", other)
    before = other.read_bytes()
    assert "is no copy of this project" in study("backup", other).sentence
    assert other.read_bytes() == before


def test_a_backup_does_not_take_the_place_of_later_work(study, run, tmp_path):
    copy = tmp_path / "copy.qclite"
    study.do("backup", copy)
    study.code("I feel safe now", "Feeling safe")
    before = study.everything()
    assert "later work" in run("backup", copy, study.path).sentence
    assert study.everything() == before


def test_a_backup_under_the_projects_own_name_is_refused(study):
    assert "another name" in study("backup", study.path).sentence


def test_a_backup_into_a_folder_that_is_not_there_says_so(study, tmp_path):
    assert "There is no folder" in study("backup", tmp_path / "nowhere" / "copy.qclite").sentence


def test_a_backup_can_be_made_while_somebody_works(study, run, tmp_path):
    with Project.open(study.path) as working:
        working.coders.add("Dennis Okoro")
        study.do("backup", tmp_path / "copy.qclite")
    assert run("info", tmp_path / "copy.qclite", "--json").json["coders"] == ["Dennis Okoro"]


# details


def test_details_are_shown_and_changed_one_by_one(run, tmp_path):
    project = tmp_path / "a.qclite"
    run("new", project, "--title", "Four valleys")
    assert run("details", project).out.splitlines()[:2] == ["Title: Four valleys", "Led by: not said"]
    run("details", project, "--led-by", "Fenmarsh University", "--notice", "For the team alone.")
    said = run("details", project, "--title", "Five valleys", "--json").json
    assert said == {"title": "Five valleys", "led_by": "Fenmarsh University", "notice": "For the team alone."}
    assert "needs a title" in run("details", project, "--title", " ").sentence
