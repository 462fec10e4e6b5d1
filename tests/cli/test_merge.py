"""Commands merge and cut: what coders did apart comes together, and a blind copy tells nothing of the others."""

from __future__ import annotations

import shutil

import pytest

from qualcoder_lite.service.project import Project
from qualcoder_lite.storage.schema.tables import TABLES
from tests.cli.helpers import Commands, contents


@pytest.fixture
def copies(run, study, tmp_path):
    """The project, and two copies of it in which Ailsa and Dennis coded apart; each gives the commands on itself."""

    def copy(name):
        return Commands(run, shutil.copyfile(study.path, tmp_path / f"{name}.qclite"))

    ailsa, dennis = copy("ailsa"), copy("dennis")
    ailsa.code("They come when I ring", "Reliability", "Ailsa Brodie", "--memo", "a memo of Ailsa's")
    ailsa.do("done", "elsie.txt", "--coder", "Ailsa Brodie")
    dennis.code("I feel safe now", "Feeling safe", "Dennis Okoro", "--helped", "Co-location")
    return study, ailsa, dennis


def test_what_two_coders_did_apart_comes_together_in_one_step_that_can_be_undone(copies):
    study, ailsa, dennis = copies
    before = study.everything()
    found = study.ask("merge", ailsa.path, dennis.path)
    assert (found["added"]["coding"], found["added"]["done"], found["added"]["attribution"]) == (2, 1, 1)
    assert found["conflicts"] == []
    assert set(found["added"]) == set(TABLES)
    assert {coding["coder"] for coding in study.codings()} == {"Ailsa Brodie", "Dennis Okoro"}
    assert study.ask("history")[0]["what"].startswith(
        "brought in 2 copies from Ailsa Brodie and Dennis Okoro: 2 codings"
    )
    study.do("undo")
    after = study.everything()
    assert {name: after[name] for name in (*TABLES, "clock", "parked", "seen")} == {
        name: before[name] for name in (*TABLES, "clock", "parked", "seen")
    }
    study.do("redo")
    assert len(study.codings()) == 2


def test_merging_again_or_one_by_one_in_another_order_gives_the_same(copies, run, tmp_path):
    study, ailsa, dennis = copies
    other = Commands(run, shutil.copyfile(study.path, tmp_path / "other.qclite"))
    study.do("merge", ailsa.path, dennis.path)
    other.do("merge", dennis.path)
    other.do("merge", ailsa.path)
    assert other.nouns() == study.nouns()
    once = study.everything()
    assert "nothing new" in study.do("merge", dennis.path, ailsa.path).out
    assert study.everything() == once


def test_a_dry_run_says_all_and_changes_nothing_even_while_a_window_has_the_project_open(copies):
    study, ailsa, dennis = copies
    before = study.path.read_bytes()
    said = study.do("merge", ailsa.path, dennis.path, "--dry-run").out
    assert "Ailsa Brodie: 1 coding and 1 done mark new." in said
    assert "Dennis Okoro: 1 coding new." in said
    assert "dry run" in said
    assert study.path.read_bytes() == before
    with Project.open(study.path):
        assert study.ask("merge", ailsa.path, "--dry-run")["added"]["coding"] == 1
        assert "open" in study("merge", ailsa.path).sentence


def test_a_backup_is_made_before_anything_is_written(copies):
    study, ailsa, _ = copies
    study.do("merge", ailsa.path)
    with Project.look(study.path) as project:
        before = project.backups()[-1]
    assert contents(before, ["coding"]) == {"coding": []}


def test_what_both_sides_changed_is_listed_with_both_values_and_what_is_kept(copies, run, tmp_path):
    study, ailsa, _ = copies
    study.do("merge", ailsa.path)
    later = Commands(run, shutil.copyfile(study.path, tmp_path / "later.qclite"))
    coding = study.codings()[0]["id"]
    study.do("recode", coding, "--polarity", "delivered")
    later.do("recode", coding, "--polarity", "not-delivered")
    found = study.ask("merge", later.path, "--dry-run")["conflicts"]
    assert len(found) == 1
    assert found[0]["about"] == "coding “Reliability” by Ailsa Brodie on “elsie”"
    assert found[0]["differences"] == [{"field": "delivered or not", "here": "delivered", "there": "not delivered"}]
    assert (found[0]["kept"], found[0]["rule"]) == ("there", "The later change is kept.")
    said = study.do("merge", later.path).out
    assert "here delivered; there not delivered" in said
    assert study.codings()[0]["polarity"] == "not_delivered"
    assert study.ask("merge", later.path)["conflicts"] == []


def test_a_deletion_against_a_change_is_listed_too(copies, run, tmp_path):
    study, ailsa, _ = copies
    study.do("merge", ailsa.path)
    later = Commands(run, shutil.copyfile(study.path, tmp_path / "later.qclite"))
    coding = study.codings()[0]["id"]
    study.do("recode", coding, "--polarity", "delivered")
    later.do("uncode", coding)
    (conflict,) = study.ask("merge", later.path)["conflicts"]
    assert conflict["differences"] == [{"field": "whole", "here": "a memo of Ailsa's", "there": "deleted"}]
    assert study.codings() == []


@pytest.mark.parametrize("command", [["merge"], ["merge", "--dry-run"]])
def test_what_can_not_be_brought_in_is_refused_in_a_sentence_and_nothing_is_written(copies, run, tmp_path, command):
    study, ailsa, _ = copies
    other = Commands(run, tmp_path / "another.qclite")
    run("new", other.path, "--title", "Another study")
    damaged = tmp_path / "damaged.qclite"
    whole = ailsa.path.read_bytes()
    damaged.write_bytes(whole[:50_000] + bytes(len(whole) - 50_000))
    before = study.everything()
    for path, words in (
        (other.path, "a copy of another project, “Another study”"),
        (study.path, "is this project itself"),
        (tmp_path / "gone.qclite", "There is no file"),
        (damaged, "“damaged.qclite” is damaged. Nothing was brought in: ask whoever sent it"),
    ):
        sentence = study(command[0], ailsa.path, path, *command[1:]).sentence
        assert words in sentence
        assert study.everything() == before


def test_every_copy_that_can_not_be_brought_in_is_named_at_once(copies, run, tmp_path):
    study, ailsa, _ = copies
    other = Commands(run, tmp_path / "another.qclite")
    run("new", other.path, "--title", "Another study")
    before = study.everything()
    sentence = study("merge", tmp_path / "gone.qclite", ailsa.path, other.path).sentence
    assert "There is no file" in sentence
    assert "“another.qclite” is a copy of another project" in sentence
    assert study.everything() == before


def test_a_copy_that_somebody_has_open_and_one_that_can_only_be_read_are_brought_in(copies, tmp_path):
    study, ailsa, dennis = copies
    folder = tmp_path / "stick"
    folder.mkdir()
    shutil.copyfile(dennis.path, folder / "dennis.qclite")
    (folder / "dennis.qclite").chmod(0o444)
    folder.chmod(0o555)
    try:
        with Project.open(ailsa.path):
            study.do("merge", ailsa.path, folder / "dennis.qclite")
    finally:
        folder.chmod(0o755)
    assert len(study.codings()) == 2


# Cut


def test_a_blind_copy_holds_no_byte_of_what_the_others_did_and_all_of_the_coders_own(copies, run, tmp_path):
    study, ailsa, dennis = copies
    dennis.code(
        "The bus stopped running", "Having things to do", "Dennis Okoro", "--memo", "Dennis wonders about buses"
    )
    study.do("merge", ailsa.path, dennis.path)
    study.do("undo")
    study.do("redo")
    out = tmp_path / "for-ailsa.qclite"
    assert "1 transcript" in study.do("cut", out, "--coder", "Ailsa Brodie").out
    data = out.read_bytes()
    for words in ("Dennis wonders", "Dennis Okoro"):
        assert words.encode() not in data
        assert words.encode("utf-16-le") not in data
    cut = Commands(run, out)
    assert cut.ask("check") == {"ok": True, "problems": []}
    assert {coding["coder"] for coding in cut.codings()} == {"Ailsa Brodie"}
    assert cut.ask("transcripts")[0]["done"] == ["Ailsa Brodie"]
    assert cut.ask("show", "elsie.txt")["text"] == study.ask("show", "elsie.txt")["text"]
    assert [step["what"] for step in cut.ask("history")] == ["cut this copy for Ailsa Brodie"]
    assert cut.do("undo").out == "There is nothing more to undo.\n"


def test_a_blind_copy_comes_back_with_new_work_and_takes_nothing_away(copies, run, tmp_path):
    study, ailsa, dennis = copies
    study.do("merge", ailsa.path, dennis.path)
    before = study.nouns()
    cut = Commands(run, tmp_path / "for-ailsa.qclite")
    study.do("cut", cut.path, "--coder", "Ailsa Brodie")
    assert "nothing new" in study.do("merge", cut.path).out
    assert study.nouns() == before
    mine = cut.codings()[0]["id"]
    cut.do("recode", mine, "--polarity", "mixed")
    cut.code("I sit at home", "Seeing people", "Ailsa Brodie")
    found = study.ask("merge", cut.path)
    assert (found["added"]["coding"], found["updated"]["coding"], sum(found["deleted"].values())) == (1, 1, 0)
    assert {coding["coder"] for coding in study.codings()} == {"Ailsa Brodie", "Dennis Okoro"}


def test_a_copy_for_a_coder_who_is_new_makes_them_in_the_project_so_that_both_know_one_and_the_same(
    copies, run, tmp_path
):
    study, _, _ = copies
    cut = Commands(run, tmp_path / "for-kim.qclite")
    assert "New coder “Kim Lee”" in study.do("cut", cut.path, "--coder", "Kim Lee").err
    cut.code("I feel safe now", "Feeling safe", "Kim Lee")
    assert study.ask("merge", cut.path)["added"]["coder"] == 0
    assert study.ask("info")["coders"] == ["Kim Lee"]


def test_a_copy_is_not_written_over_a_file(copies, tmp_path):
    study, ailsa, _ = copies
    before = ailsa.path.read_bytes()
    for out in (ailsa.path, tmp_path / "no folder" / "kim.qclite"):
        refused = study("cut", out, "--coder", "Kim")
        assert refused.sentence.startswith(f"There is {'a file' if out == ailsa.path else 'no folder'} “")
    assert ailsa.path.read_bytes() == before
    assert study.ask("info")["coders"] == []
