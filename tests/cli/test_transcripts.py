"""The command transcripts."""

from __future__ import annotations

import openpyxl
import pytest

from tests.cli.helpers import OTHER, TALK, table


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
