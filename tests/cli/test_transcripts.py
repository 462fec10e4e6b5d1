"""The commands import, transcripts, show."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from tests.cli.helpers import TALK, at, table

OTHER = "Moira: Do you choose?\n\nHamish: I do not. They choose for me.\n"

# import


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "hamish.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


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


# transcripts


def test_transcripts_lists_each_with_where_it_belongs(study):
    study.code("I feel safe now", "Feeling safe")
    study.do("done", "--coder", "Ailsa Brodie", "elsie")
    (one,) = study.ask("transcripts")
    assert one | {"id": ""} == {
        "id": "",
        "title": "elsie",
        "source": "elsie.txt",
        "site": "Fenmarsh",
        "participant": "Elsie",
        "client_group": "Older people",
        "date": None,
        "characters": len(TALK),
        "words": len(TALK.split()),
        "turns": 4,
        "speakers": 2,
        "codings": 1,
        "done": ["Ailsa Brodie"],
        "put_off": [],
        "distressing": [],
        "reflects": False,
    }
    assert "elsie" in study.do("transcripts").out


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_list_imports_the_files_that_lie_beside_it(study, tmp_path, kind):
    folder = tmp_path / "interviews" / "first round"
    folder.mkdir(parents=True)
    (folder / "hamish.txt").write_text(OTHER, encoding="utf-8")
    rows = [
        ["File", "Participant", "site", "Client Group", "date", "done", "role", "speakers", "title"],
        [
            "first round/hamish.txt",
            "Hamish",
            "Hallowby",
            "Mental health",
            "3/5/2024",
            "Ailsa; Bo",
            "Moira=interviewer",
            "",
            "",
        ],
    ]
    listing = folder.parent / f"list.{kind}"
    if kind == "csv":
        table(listing, *(",".join(row) for row in rows))
    else:
        workbook = openpyxl.Workbook()
        for row in rows:
            workbook.worksheets[0].append(row)
        workbook.save(listing)
    (report,) = study.ask("transcripts", "--from", listing)
    assert report["ok"] is True
    assert [speaker["role"] for speaker in report["speakers"]] == ["interviewer", "participant"]
    found = study.ask("transcripts")[1]
    wanted = {"participant": "Hamish", "site": "Hallowby", "client_group": "Mental health", "date": "2024-05-03"}
    assert {key: found[key] for key in wanted} == wanted
    assert found["done"] == ["Ailsa", "Bo"]


def test_a_list_that_names_a_file_which_is_not_there_imports_nothing(study, file):
    before = study.everything()
    listing = table(file.with_name("list.csv"), "file", "hamish.txt", "nowhere.txt")
    said = study("transcripts", "--from", listing).sentence
    assert "Row 3, column “file”, value “nowhere.txt”" in said
    assert study.everything() == before


def test_a_list_without_the_column_file_says_so(study, tmp_path):
    assert "Column “file”" in study("transcripts", "--from", table(tmp_path / "l.csv", "site", "Fenmarsh")).sentence


def test_a_list_with_a_bad_file_imports_the_others_and_exits_1(study, file):
    file.with_name("empty.txt").write_bytes(b"")
    answer = study("transcripts", "--from", table(file.with_name("l.csv"), "file", "empty.txt", "hamish.txt"), "--json")
    assert answer.code == 1
    assert [report["ok"] for report in answer.json] == [False, True]


# show


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
