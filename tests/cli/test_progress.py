"""The commands progress, mark and schedule, and the filter that a mark makes."""

from __future__ import annotations

import pytest

from tests.cli.helpers import table

AILSA = "Ailsa Brodie"


def test_progress_goes_from_not_started_to_done(study):
    study.code("I feel safe now", "Feeling safe")
    study.code("I sit at home", "Feeling safe", "Ben Okoro")
    study.do("done", "--coder", AILSA, "elsie.txt")
    stages = {each["coder"]: (each["stage"], each["codings"]) for each in study.ask("progress")}
    assert stages == {AILSA: ("done", 1), "Ben Okoro": ("in_progress", 1)}
    (mine,) = study.ask("progress", "--coder", "ailsa brodie")
    assert mine["done_at"]
    assert "done" in study.do("progress").out
    assert "nobody" in study("progress", "--coder", "nobody").sentence


@pytest.mark.parametrize(("what", "key"), [("distressing", "distressing"), ("put-off", "put_off")])
def test_a_coders_own_mark_is_listed_with_the_transcript(study, what, key):
    assert study("mark", "--as", what, "elsie.txt").code == 2
    study.do("mark", "--as", what, "--coder", AILSA, "elsie.txt")
    assert study.ask("transcripts")[0][key] == [AILSA]
    study.do("mark", "--as", what, "--coder", AILSA, "--not", "elsie.txt")
    assert study.ask("transcripts")[0][key] == []


def test_people_who_reflect_can_be_counted_alone(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    assert study.ask("matrix", "--lens", "sites", "--reflecting")["denominators"]["people"] == 0
    study.do("mark", "--as", "reflects", "elsie.txt")
    assert study.ask("transcripts")[0]["reflects"] is True
    assert study.ask("matrix", "--lens", "sites", "--reflecting")["denominators"]["people"] == 1
    study.do("extracts", "-o", tmp_path / "some.csv", "--reflecting")


def test_a_schedule_is_taken_in_and_listed(study, tmp_path):
    asked = table(tmp_path / "s.csv", "question,outcome,not_asked", "Safe?,Feeling safe,elsie.txt", "What changed?,,")
    study.do("schedule", "--from", asked)
    found = [(each["question"], each["outcome"], each["not_asked"]) for each in study.ask("schedule")]
    assert found == [("Safe?", "Feeling safe", ["elsie"]), ("What changed?", None, [])]
    assert "(open)" in study.do("schedule").out
    study.do("undo")
    assert study.ask("schedule") == []
