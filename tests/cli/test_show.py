"""The command show."""

from __future__ import annotations

import pytest

from tests.cli.helpers import OTHER, TALK, at


def test_show_tells_turns_and_codings(study):
    said = ["--polarity", "delivered", "--memo", "One number only."]
    links = ["--helped", "Co-location", "--hindered", "Low staffing"]
    coding = study.code("They come when I ring.", "Responsiveness", "Ailsa Brodie", *said, *links)
    shown = study.ask("show", "elsie")
    assert list(shown) == ["id", "title", "text", "turns", "codings"]
    start = TALK.index("Elsie")
    assert shown["turns"][1] == {
        "start": start,
        "speech": start + len("Elsie: "),
        "end": TALK.index("\n\nMoira: And"),
        "speaker": "Elsie",
        "role": "participant",
        "timestamp": None,
    }
    begin, end = at("They come when I ring.")[1::2]
    assert shown["codings"] == [
        {
            "id": coding,
            "start": begin,
            "end": end,
            "code": "Responsiveness",
            "coder": "Ailsa Brodie",
            "settled": False,
            "polarity": "delivered",
            "sure": True,
            "attributions": [
                {"feature": "Co-location", "direction": "helped"},
                {"feature": "Low staffing", "direction": "hindered"},
            ],
            "memo": "One number only.",
        }
    ]


def test_show_as_a_coder_tells_that_coders_own_codings(study):
    study.code("I feel safe now", "Feeling safe", "Ailsa Brodie")
    own = study.code("I feel safe now", "Feeling safe", "Dennis Okoro")
    assert [coding["id"] for coding in study.ask("show", "elsie", "--as", "dennis  okoro")["codings"]] == [own]
    assert "Did you mean “Dennis Okoro”" in study("show", "elsie", "--as", "Denis Okoro").sentence


@pytest.mark.parametrize("name", ["elsie", "ELSIE.TXT", "  Elsie "])
def test_show_finds_a_transcript_by_title_and_file_name(study, name):
    assert study.ask("show", name)["title"] == "elsie"


def test_show_finds_a_transcript_by_its_id_in_capitals_too(study):
    id_ = study.ask("transcripts")[0]["id"]
    assert study.ask("show", id_.upper())["id"] == id_


def test_two_transcripts_from_files_of_one_name_are_told_apart_by_id(study, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talk.txt").write_text(f"{OTHER}{folder}")
        study.do("import", tmp_path / folder / "talk.txt")
    said = study("show", "talk.txt").sentence
    assert "2 transcripts" in said
    for one in study.ask("transcripts")[1:]:
        assert one["id"] in said


def test_show_in_words_gives_the_positions_that_code_takes(study):
    coding = study.code("I feel safe now", "Feeling safe")
    shown = study.do("show", "elsie").out
    begin, end = at("I feel safe now")[1::2]
    assert f"Feeling safe (not stated) by Ailsa Brodie on {begin}–{end}, {coding}" in shown
    assert shown.count(coding) == 1


def test_a_table_says_more_of_transcripts_that_are_there(study, file, tmp_path):
    study.do("import", file)
    table = tmp_path / "who.csv"
    table.write_text("transcript,title,participant,site\nhamish.txt,Hamish at home,P9,Fenmarsh\n", encoding="utf-8")
    answer = study("transcripts", "--update", table)
    assert (answer.code, answer.out.strip()) == (0, "1 transcript changed.")
    assert "New participant “P9”." in answer.err
    (found,) = [one for one in study.ask("transcripts") if one["title"] == "Hamish at home"]
    assert (found["source"], found["participant"], found["site"]) == ("hamish.txt", "P9", "Fenmarsh")
    table.write_text("transcript,mood\nhamish.txt,good\n", encoding="utf-8")
    assert "mood" in study("transcripts", "--update", table).sentence
    assert study("transcripts", "--update", table, "--from", table).code == 2


def test_where_nobody_is_found_to_speak_the_next_line_to_type_is_said(run, tmp_path):
    project, letter = tmp_path / "our study.qclite", tmp_path / "a letter.txt"
    run("new", project)
    letter.write_text("Dear all,\n\nthe bus has stopped running.\n", encoding="utf-8")
    said = run("import", project, letter).out
    assert f"qualcoder-lite speakers '{project}' 'a letter' --speaker NAME" in said
    assert "No speakers" not in run("import", project, letter, "--again", "--speakers", "none").out
