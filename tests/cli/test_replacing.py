"""The command that replaces names everywhere, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def test_a_dry_run_lists_the_places_and_changes_nothing(study):
    before = study.everything()
    places = study.ask("replace", "day centre", "[club]", "--dry-run")
    assert [(place["words"], place["new"]) for place in places] == [("day centre", "[club]")]
    assert study.do("replace", "day centre", "[club]", "--dry-run").out.endswith("1 place. Nothing was changed.\n")
    assert study.everything() == before


def test_without_a_yes_it_is_wrong_usage(study):
    assert study("replace", "Moira", "Nell").code == 2
    assert b"Moira" in study.path.read_bytes()


def test_a_name_is_replaced_for_good_and_codings_stay_on_their_words(study):
    study.code("I sit at home", "Feeling safe")
    done = study.ask("replace", "Moira", "[the researcher]", "--yes")
    assert done["transcripts"] == 1
    assert done["places"] > 1
    shown = study.ask("show", "elsie")
    (coding,) = shown["codings"]
    assert shown["text"][coding["start"] : coding["end"]] == "I sit at home"
    assert "[the researcher]: And the day centre?" in shown["text"]
    assert b"Moira" not in study.path.read_bytes()
    assert study.do("undo").out == "There is nothing more to undo.\n"


def test_the_key_keeps_who_is_who_and_opens_with_its_passphrase_alone(study, tmp_path, monkeypatch: pytest.MonkeyPatch):
    key = tmp_path / "study.key"
    monkeypatch.setenv("QUALCODER_LITE_PASSPHRASE", "seven quiet herons")
    study.do("replace", "day centre", "[club]", "--key", key, "--yes")
    assert key.exists()
    assert b"day centre" not in key.read_bytes()
    monkeypatch.setenv("QUALCODER_LITE_PASSPHRASE", "another one")
    assert study("replace", "Moira", "Nell", "--key", key, "--yes").sentence
    assert b"Moira" in study.path.read_bytes()


def test_other_spellings_of_the_name_are_told_of(study):
    answer = study.do("replace", "moira", "nell", "--dry-run")
    assert "also written “Moira”: not replaced" in answer.err
    assert "also written" not in study.do("replace", "Moira", "Nell", "--yes").err


def test_a_key_tells_who_is_who_to_whoever_has_its_passphrase(study, run, tmp_path, monkeypatch):
    key = tmp_path / "study.qckey"
    monkeypatch.setenv("QUALCODER_LITE_PASSPHRASE", "seven quiet herons")
    study.do("replace", "Moira", "[the researcher]", "--key", key, "--yes")
    assert run("key", key).out == "Moira → [the researcher]\n"
    assert run("key", key, "--json").json == [{"name": "Moira", "pseudonym": "[the researcher]"}]
    monkeypatch.setenv("QUALCODER_LITE_PASSPHRASE", "another one")
    assert "This passphrase doesn’t open" in run("key", key).sentence
    assert "There is no key" in run("key", tmp_path / "none.qckey").sentence


def test_what_stands_nowhere_is_a_mistake(study):
    assert "no place left" in study("replace", "Zsuzsanna", "Winifred", "--yes").sentence


def test_where_nobody_can_be_asked_for_the_passphrase_that_is_said(study, tmp_path, monkeypatch):
    monkeypatch.delenv("QUALCODER_LITE_PASSPHRASE", raising=False)
    answer = study("replace", "Elsie", "Winifred", "--key", tmp_path / "names.qckey", "--yes")
    assert answer.code == 2
    assert "Set QUALCODER_LITE_PASSPHRASE" in answer.err
    assert not (tmp_path / "names.qckey").exists()
