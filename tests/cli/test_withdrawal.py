"""The command that takes a participant out for good."""

from __future__ import annotations

import docx


def test_a_dry_run_says_what_would_go_and_changes_nothing(study):
    before = study.everything()
    shown = study.do("withdraw", "Elsie", "--dry-run")
    assert "1 transcript" in shown.out
    assert shown.out.endswith("Nothing was changed.\n")
    asked = study.ask("withdraw", "Elsie", "--dry-run")
    assert (asked["participant"], len(asked["transcripts"])) == ("Elsie", 1)
    assert study.everything() == before


def test_a_participant_goes_with_everything_and_a_certificate_is_written(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    target = tmp_path / "certificate.docx"
    study.do("withdraw", "Elsie", "--certificate", target)
    assert study.ask("participants") == []
    assert study.ask("transcripts") == []
    assert "Elsie" in "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert b"Elsie" not in study.path.read_bytes()
    assert study.do("check").out.endswith("is in good order.\n")
    assert study.do("undo").out == "There is nothing more to undo.\n"


def test_a_certificate_that_could_not_be_written_stops_it_first(study, tmp_path):
    for target in (tmp_path / "nowhere" / "certificate.docx", tmp_path / "certificate.pdf"):
        assert study("withdraw", "Elsie", "--certificate", target).sentence
    assert len(study.ask("participants")) == 1


def test_a_name_nobody_has_is_a_mistake(study):
    assert "Elsie" in study("withdraw", "Elspeth").sentence
