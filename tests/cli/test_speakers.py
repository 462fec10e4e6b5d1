"""The command speakers, and the options of import that say who speaks."""

from __future__ import annotations

import textwrap

import pytest

TALK = "Interviewer: Well?\n\nAnna: I go.\n\nTransport: It fails.\n\nint: Does it?\n\nTransport: It does.\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "anna.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


def who(report):
    return [(one["label"], one["turns"]) for one in report]


MENDED = ("--not-speaker", "Transport", "--same", "int=Interviewer", "--role", "Anna=carer")


def test_speakers_are_listed(study, file):
    study.do("import", file)
    assert who(study.ask("speakers", "anna")) == [("Interviewer", 1), ("Anna", 1), ("Transport", 2), ("int", 1)]
    assert "Transport (participant, 2 turns)" in study.do("speakers", "anna").out


def test_speakers_are_read_again_and_that_can_be_undone(study, file):
    study.do("import", file)
    before = study.ask("show", "anna")
    assert who(study.ask("speakers", "anna", *MENDED)) == [("Interviewer", 2), ("Anna", 1)]
    assert study.ask("show", "anna")["text"] == TALK
    study.do("undo")
    assert study.ask("show", "anna") == before


def test_a_label_that_opens_no_line_is_a_mistake_and_nothing_is_changed(study, file):
    study.do("import", file)
    before = study.everything()
    for options in (
        ("--role", "Nope=carer"),
        ("--speaker", "Nope"),
        ("--not-speaker", "Nope"),
        ("--same", "Nope=Anna"),
    ):
        assert "No line begins with the label “Nope”" in study("speakers", "anna", *options).sentence
    assert study.everything() == before


def test_two_labels_are_shown_as_the_one_that_was_named_last(study, file):
    study.do("import", file)
    assert who(study.ask("speakers", "anna", "--same", "Interviewer=Anna")) == [
        ("Anna", 2),
        ("Transport", 2),
        ("int", 1),
    ]


def test_the_same_options_hold_for_import(study, file):
    (report,) = study.ask("import", file, *MENDED)
    assert [(one["label"], one["role"], one["turns"]) for one in report["speakers"]] == [
        ("Interviewer", "interviewer", 2),
        ("Anna", "carer", 1),
    ]
    assert report["warnings"] == []


def test_what_is_no_pair_of_labels_is_wrong_usage(study, file):
    assert study("import", file, "--same", "int").code == 2


def test_an_encoding_can_be_chosen_and_an_unknown_one_is_refused(study, tmp_path):
    path = tmp_path / "cafe.txt"
    path.write_bytes("Anna: caf\u00e9 na\u00efve".encode("mac_roman"))
    study.do("import", path, "--encoding", "mac_roman")
    assert study.ask("show", "cafe")["text"] == "Anna: caf\u00e9 na\u00efve"
    said = study("import", path, "--encoding", "klingon", "--again")
    assert (said.code, "There is no encoding “klingon”" in said.err) == (1, True)


def test_lines_of_a_fixed_width_are_joined_unless_they_are_to_be_kept(study, tmp_path):
    path = tmp_path / "wrapped.txt"
    words = "Anna: " + "and then the bus came round by the bridge and we all got on it " * 6
    path.write_text(textwrap.fill(words, 60), encoding="utf-8")
    study.do("import", path)
    assert study.ask("show", "wrapped")["text"] == words.strip() + "\n"
    study.do("import", path, "--keep-lines", "--again")
    assert study.ask("show", "wrapped (2)")["text"] == textwrap.fill(words, 60)


def test_a_table_with_a_transcript_in_each_row_gives_as_many(study, tmp_path):
    path = tmp_path / "all.csv"
    words = "It was a long road and we went on it every day. " * 6
    path.write_text(
        f'participant,site,date,transcript\nHamish,Hallowby,3/5/2024,"I: Well?\nHamish: {words}"\n'
        f'Isobel,Hallowby,,"I: And you?\nIsobel: {words}"\n',
        encoding="utf-8",
    )
    report = study.ask("import", path)
    assert [(one["ok"], one["title"], one["turns"]) for one in report] == [(True, "Hamish", 2), (True, "Isobel", 2)]
    listed = study.ask("transcripts")[-2:]
    assert [(one["participant"], one["site"], one["date"]) for one in listed] == [
        ("Hamish", "Hallowby", "2024-05-03"),
        ("Isobel", "Hallowby", None),
    ]
    again = study("import", path, "--json")
    assert (again.code, [one["ok"] for one in again.json]) == (1, [False, False])
