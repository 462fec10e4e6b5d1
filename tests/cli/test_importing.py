"""The command import."""

from __future__ import annotations

import docx
import pytest

from tests.cli.helpers import OTHER, table


def test_import_reports_the_transcript_with_its_speakers(study, file):
    (report,) = study.ask("import", file, "--role", "Moira=interviewer", "--role", "hamish=carer")
    assert list(report) == ["file", "ok", "transcript", "title", "words", "turns", "speakers", "warnings"]
    assert (report["file"], report["ok"], report["title"]) == (str(file), True, "hamish")
    assert (report["words"], report["turns"]) == (len(OTHER.split()), 2)
    assert report["speakers"] == [
        {"label": "Moira", "role": "interviewer", "turns": 1},
        {"label": "Hamish", "role": "carer", "turns": 1},
    ]
    assert report["transcript"] in {one["id"] for one in study.ask("transcripts")}


def test_import_makes_site_participant_and_coders_that_are_new_and_says_so(study, file):
    said = study.do("import", file, "--site", "Hallowby", "--participant", "Hamish", "--done", "Ailsa", "--done", "Bo")
    made = ["site “Hallowby”", "participant “Hamish”", "coder “Ailsa”", "coder “Bo”"]
    assert said.err.splitlines() == [f"New {name}." for name in made]
    assert study.ask("transcripts")[1]["done"] == ["Ailsa", "Bo"]


def test_import_knows_names_again_whatever_their_case_and_spacing(study, file):
    said = study.do("import", file, "--site", " FENMARSH ", "--participant", "elsie")
    assert said.err == ""
    placed = study.ask("transcripts")[1]
    assert (placed["site"], placed["participant"], placed["client_group"]) == ("Fenmarsh", "Elsie", None)
    assert study.ask("info")["sites"] == 1


def test_one_bad_file_does_not_stop_the_others(study, file, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    answer = study("import", tmp_path / "nowhere.txt", file, empty, "--json")
    assert answer.code == 1
    assert [report["ok"] for report in answer.json] == [False, True, False]
    assert list(answer.json[0]) == ["file", "ok", "error"]
    assert "nowhere.txt" in answer.json[0]["error"]
    assert [one["title"] for one in study.ask("transcripts")] == ["elsie", "hamish"]


def test_without_json_the_errors_are_told_beside_the_answer(study, file, tmp_path):
    answer = study("import", tmp_path / "nowhere.txt", file)
    assert answer.code == 1
    assert answer.out.startswith("“hamish”: ")
    assert "nowhere.txt" in answer.err


@pytest.mark.parametrize("name", ["talk.pdf", "talk.doc", "talk", "x" * 300 + ".txt"])
def test_what_cannot_be_read_is_refused_by_its_name(study, tmp_path, name):
    before = study.everything()
    if len(name) < 200:
        (tmp_path / name).write_text(OTHER)
    assert name in study("import", tmp_path / name).sentence
    assert study.everything() == before


def test_a_folder_is_no_transcript(study, tmp_path):
    assert "is a folder" in study("import", tmp_path).sentence


@pytest.mark.parametrize("content", [b"", b"   \n \n", b"\x00\x01\x02\xff\xfe\x00binary\x00" * 20])
def test_a_file_without_words_is_refused(study, tmp_path, content):
    before = study.everything()
    (tmp_path / "talk.txt").write_bytes(content)
    assert "talk.txt" in study("import", tmp_path / "talk.txt").sentence
    assert study.everything() == before


def test_a_file_twice_is_refused_unless_again_is_said(study, file):
    study.do("import", file)
    renamed = file.with_name("copy.txt")
    renamed.write_bytes(file.read_bytes())
    assert "in the project already, as “hamish”" in study("import", renamed).sentence
    assert study.ask("info")["transcripts"] == 2
    (report,) = study.ask("import", renamed, "--again")
    assert report["title"] == "copy"
    (report,) = study.ask("import", file, "--again")
    assert report["title"] == "hamish (2)"
    assert "“hamish” already" in " ".join(report["warnings"])


def test_a_file_whose_import_was_undone_can_be_imported_again(study, file):
    study.do("import", file)
    study.do("undo")
    study.do("import", file)
    assert study.ask("info")["transcripts"] == 2


def test_speakers_none_keeps_the_text_and_makes_no_turns(study, file):
    (report,) = study.ask("import", file, "--speakers", "none")
    assert (report["turns"], report["speakers"]) == (0, [])
    shown = study.ask("show", "hamish.txt")
    assert (shown["text"], shown["turns"]) == (OTHER, [])


def test_front_matter_becomes_metadata_and_is_no_text(study, tmp_path):
    talk = tmp_path / "talk.md"
    talk.write_text(f"---\ntitle: A talk about choice\ndate: 2024-05-03\nroom: kitchen\n---\n{OTHER}", encoding="utf-8")
    (report,) = study.ask("import", talk)
    assert report["title"] == "A talk about choice"
    shown = study.ask("show", report["transcript"])
    assert "kitchen" not in shown["text"]
    assert shown["text"].startswith("Moira:")
    assert study.ask("transcripts")[1]["date"] == "2024-05-03"


def test_a_date_in_words_is_not_cut_short(study, tmp_path):
    talk = tmp_path / "talk.md"
    talk.write_text(f"---\ndate: Tuesday the 3rd of October\n---\n{OTHER}", encoding="utf-8")
    study.do("import", talk)
    assert study.ask("transcripts")[1]["date"] is None


@pytest.mark.parametrize("role", ["Moira", "Moira=", "Moira=chair", "=interviewer=x"])
def test_a_role_that_is_none_is_wrong_usage(study, file, role):
    assert study("import", file, "--role", role).code == 2
    assert study.ask("info")["transcripts"] == 1


def test_a_role_for_somebody_who_does_not_speak_is_pointed_out(study, file):
    (report,) = study.ask("import", file, "--role", "Maura=interviewer")
    assert any("Maura" in warning for warning in report["warnings"])


def test_two_sites_that_contradict_each_other_are_refused(study, file):
    study.do("participants", "--from", table(file.with_name("p.csv"), "participant,site", "Hamish,Fenmarsh"))
    before = study.everything()
    said = study("import", file, "--participant", "Hamish", "--site", "Hallowby").sentence
    assert "Hallowby" in said
    assert "Fenmarsh" in said
    assert study.everything() == before


def test_two_client_groups_that_contradict_each_other_are_refused(study, file):
    study.do("sites", "--from", table(file.with_name("s.csv"), "site,client_group", "Hallowby,Mental health"))
    before = study.everything()
    said = study("import", file, "--client-group", "Older people", "--site", "Hallowby").sentence
    assert "contradict each other" in said
    assert study.everything() == before
    study.do("import", file, "--client-group", "mental  HEALTH", "--site", "Hallowby")


@pytest.mark.parametrize("option", ["--site", "--participant", "--done"])
def test_a_blank_name_makes_nothing(study, file, option):
    before = study.everything()
    said = study("import", file, option, "  ").sentence
    assert "needs a name" in said
    assert study.everything() == before


def test_a_blank_client_group_is_none(study, file):
    study.do("import", file, "--client-group", "   ")
    assert study.ask("transcripts")[1]["client_group"] is None


def test_positions_count_characters_of_the_stored_text(study):
    coding = study.code("I feel safe now. 🙂", "Feeling safe")
    (found,) = study.codings()
    assert found["id"] == coding
    assert study.ask("show", "elsie")["text"][found["start"] : found["end"]] == "I feel safe now. 🙂"


def test_a_word_document_is_read_with_its_tables(study, tmp_path):
    document = docx.Document()
    document.add_paragraph("Moira: What is it like?")
    document.add_table(1, 1).cell(0, 0).text = "Elsie: It is quiet."
    document.save(str(tmp_path / "talk.docx"))
    (report,) = study.ask("import", tmp_path / "talk.docx")
    assert report["turns"] == 2
