"""The commands matrix and extracts."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pytest

from qualcoder_lite.service.project import Project
from tests.cli.helpers import TALK, at, contents, read_csv, table

if TYPE_CHECKING:
    from pathlib import Path

TALLY = ["people", "passages", "delivered", "not_delivered", "mixed", "not_stated"]
MARKS = ["published", "published_2011"]
LINKS = ["helped", "hindered", "people_helped", "people_hindered"]
EXTRACT = [
    *("id", "codings", "transcript", "title", "start", "end", "text", "code", "group", "coders", "polarity", "site"),
    *("client_group", "respondent", "participant", "speaker", "turn", "memo"),
]


def cells(matrix: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for row in matrix["cells"] for cell in row]


def cell(matrix: dict[str, Any], outcome: str, feature: str) -> dict[str, Any]:
    return matrix["cells"][matrix["rows"].index(outcome)][matrix["columns"].index(feature)]


# matrix


def test_the_matrix_through_attributions(shown):
    matrix = shown.ask("matrix", "--lens", "attributions")
    assert matrix["lens"] == "attributions"
    assert (len(matrix["rows"]), len(matrix["columns"])) == (15, 29)
    assert matrix["rows"][0] == "Feeling safe"
    for found in cells(matrix):
        assert list(found) == [*TALLY, *LINKS, *MARKS, "verdict"]
        assert sum(found[name] for name in TALLY[2:]) == found["passages"]
        assert found["people_helped"] <= found["people"] <= found["passages"]
        assert found["verdict"] in (None, "silent", "differs", "unclear", "supports", "extends")
    assert Counter(found["published"] for found in cells(matrix)) == {True: 17, False: 12 * 4 - 17, None: 15 * 29 - 48}
    assert {found["verdict"] for found in cells(matrix)} > {"supports", "extends"}


def test_the_matrix_says_who_is_placed_nowhere_and_leaves_interviewers_words_out_on_request(study):
    question = TALK.index("Do they come")
    study.do(
        *("code", "--transcript", "elsie.txt", "--start", question, "--end", question + 12),
        *("--code", "Responsiveness", "--coder", "Ailsa Brodie"),
    )
    placed = study.do("matrix", "--lens", "sites").out
    assert "Responsiveness\n   " in placed
    left_out = study.do("matrix", "--lens", "sites", "--without-interviewers").out
    assert "Responsiveness\n   nobody" in left_out
    places = study.ask("matrix", "--lens", "sites")["denominators"]
    assert ("without a site" in placed) == bool(places["transcripts_without_site"])


def test_the_matrix_in_words_says_of_how_many_and_what_was_published(shown):
    matrix = shown.ask("matrix", "--lens", "attributions")
    out_of = matrix["denominators"]["features"]["Co-location"]["people"]
    words = shown.do("matrix", "--lens", "attributions").out
    safe = words[words.index("Feeling safe") :].split("\n\n")[0]
    assert (
        f"Co-location: 2 of {out_of} people, 2 passages (2 delivered), few people; helped 2 people"
        " – supports the study of 2013" in safe
    )
    assert "Specialist partnership: nobody – silent: in Table 3 of 2013, said by nobody here" in safe
    assert "Co-location of staff (absent): 3 of 4 people," in shown.do("matrix", "--lens", "sites").out


def test_the_matrix_of_some_respondents(shown):
    some = shown.ask("matrix", "--lens", "sites", "--respondent", "unpaid carer")["denominators"]
    assert 0 < some["people"] < 14
    assert "unpaid-carer" in shown("matrix", "--lens", "sites", "--respondent", "neighbour").err


def test_the_matrix_is_written_as_a_workbook(shown, tmp_path):
    shown.do("matrix", "--lens", "attributions", "-o", tmp_path / "matrix.xlsx")
    assert openpyxl.load_workbook(tmp_path / "matrix.xlsx").sheetnames == [
        "Matrix, lens attributions",
        "To discuss",
        "Out of",
        "Out of, by feature",
    ]


def test_the_matrix_through_passages(shown):
    matrix = shown.ask("matrix", "--lens", "passages")
    assert len(matrix["columns"]) == 29
    assert all(list(found) == [*TALLY, *MARKS] for found in cells(matrix))
    people = matrix["denominators"]
    assert {"people", "people_done", "features"} <= set(people)
    assert (people["people"], people["people_done"]) == (14, 11)
    assert set(people["features"]) == set(matrix["columns"])
    assert set(people["features"]["Co-location"]) == {"people", "people_done"}


def test_the_matrix_through_sites(shown):
    matrix = shown.ask("matrix", "--lens", "sites")
    assert len(matrix["columns"]) == 17
    for found in cells(matrix):
        assert list(found) == ["present", "partial", "absent", "unknown", *MARKS]
        assert all(list(found[state]) == TALLY for state in ("present", "partial", "absent", "unknown"))
    counted = matrix["denominators"]["features"]["Co-location of staff"]
    assert set(counted["present"]) == {"people", "people_done", "sites"}
    assert sum(counted[state]["sites"] for state in counted) == 4
    assert sum(counted[state]["people"] for state in counted) == 14
    assert cell(matrix, "Feeling safe", "Co-location of staff")["published"] is True
    assert cell(matrix, "Feeling safe", "Joint management")["published"] is None


def test_two_coders_on_the_same_words_make_one_passage_of_one_person(study):
    study.code("I feel safe now", "Feeling safe", "Ailsa", "--polarity", "delivered", "--helped", "Co-location")
    study.code(
        "I ring. I feel safe now", "Feeling safe", "Dennis", "--polarity", "not-delivered", "--hindered", "Co-location"
    )
    found = cell(study.ask("matrix", "--lens", "attributions"), "Feeling safe", "Co-location")
    assert {name: found[name] for name in (*TALLY, *LINKS)} == {
        "people": 1,
        "passages": 1,
        "delivered": 0,
        "not_delivered": 0,
        "mixed": 1,
        "not_stated": 0,
        "helped": 1,
        "hindered": 1,
        "people_helped": 1,
        "people_hindered": 1,
    }
    assert found["verdict"] == "unclear"
    ailsa = study.ask("matrix", "--lens", "attributions", "--coder", "AILSA")
    assert cell(ailsa, "Feeling safe", "Co-location")["delivered"] == 1
    assert cell(ailsa, "Feeling safe", "Co-location")["verdict"] == "supports"


@pytest.mark.parametrize(("near", "passages"), [("overlap", 0), ("turn", 0), ("0", 0), ("1", 0), ("2", 1), ("99", 1)])
def test_near_says_how_close_a_feature_must_be(study, near, passages):
    study.code("I feel safe now", "Feeling safe")
    study.code("The bus stopped running", "Poor access to transport")
    found = study.ask("matrix", "--lens", "passages", "--near", near)
    assert cell(found, "Feeling safe", "Poor access to transport")["passages"] == passages


def test_the_usual_nearness_is_one_turn_in_common(study):
    study.code("They come when I ring", "Responsiveness")
    study.code("I feel safe now", "Co-location")
    assert study.ask("matrix", "--lens", "passages") == study.ask("matrix", "--lens", "passages", "--near", "turn")
    found = study.ask("matrix", "--lens", "passages")
    assert cell(found, "Responsiveness", "Co-location")["passages"] == 1


@pytest.mark.parametrize("near", ["nearby", "-1", "1.5", ""])
def test_a_nearness_that_is_none_is_wrong_usage(shown, near):
    assert shown("matrix", "--lens", "passages", "--near", near).code == 2


def test_filters_narrow_the_matrix_and_its_people(shown):
    whole = sum(found["passages"] for found in cells(shown.ask("matrix", "--lens", "attributions")))
    for filters, people in (
        (["--site", "fenmarsh"], 4),
        (["--site", "Fenmarsh", "--site", "hallowby"], 7),
        (["--client_group", "older PEOPLE"], 5),
        (["--client-group", "Older people", "--site", "Fenmarsh"], 4),
    ):
        narrowed = shown.ask("matrix", "--lens", "attributions", *filters)
        assert narrowed["denominators"]["people"] == people
        assert 0 < sum(found["passages"] for found in cells(narrowed)) < whole


@pytest.mark.parametrize(
    ("option", "name", "told"),
    [
        ("--site", "Fenmash", "“Fenmarsh”"),
        ("--coder", "Ailsa Brody", "“Ailsa Brodie”"),
        ("--client-group", "Older", "“Older people”"),
    ],
)
@pytest.mark.parametrize("command", ["matrix", "extracts"])
def test_an_unknown_name_in_a_filter_is_refused_with_the_nearest(shown, tmp_path, command, option, name, told):
    what = ["--lens", "sites"] if command == "matrix" else ["-o", tmp_path / "e.csv"]
    assert told in shown(command, *what, option, name).sentence
    assert not list(tmp_path.iterdir())


def test_the_matrix_goes_to_a_table_one_row_a_cell(shown, tmp_path):
    answer = shown.do("matrix", "--lens", "attributions", "-o", tmp_path / "m.csv", "--json")
    rows = read_csv(tmp_path / "m.csv")
    assert len(rows) == 15 * 29
    for row, found in zip(rows, cells(answer.json), strict=True):
        assert (int(row["people"]), row["verdict"]) == (found["people"], found["verdict"] or "")
    shown.do("matrix", "--lens", "sites", "-o", tmp_path / "s.csv")
    assert len(read_csv(tmp_path / "s.csv")) == 15 * 17 * 4


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_the_matrix_goes_to_word_with_its_scope(shown, tmp_path, lens):
    answer = shown.do("matrix", "--lens", lens, "--site", "FENMARSH", "-o", tmp_path / "m.docx")
    assert answer.out == ""
    assert "m.docx" in answer.err
    document = docx.Document(str(tmp_path / "m.docx"))
    assert len(document.tables) >= 3
    assert any("Sites: Fenmarsh." in paragraph.text for paragraph in document.paragraphs)


def test_the_matrix_in_words_leaves_out_what_nobody_said(study):
    study.code("I feel safe now", "Feeling safe", "AB", "--polarity", "delivered", "--helped", "Co-location")
    said = study.do("matrix", "--lens", "attributions").out
    assert "1 person, 0 of them with a transcript declared done." in said
    assert (
        "Feeling safe\n   Co-location: 1 of 1 person, 1 passage (1 delivered), few people; helped 1 person"
        " – supports the study of 2013\n" in said
    )
    assert "Living life as you want\n   nobody" in said
    assert "Choice\n   Co-location: nobody – silent: in Table 3 of 2013, said by nobody here\n" in said


@pytest.mark.parametrize("options", [[], ["--lens", "people"], ["--lens"]])
def test_a_matrix_without_a_lens_is_wrong_usage(shown, options):
    assert shown("matrix", *options).code == 2


@pytest.mark.parametrize("name", ["m.pdf", "m", "nowhere/m.csv", "nowhere/m.docx"])
def test_a_matrix_that_cannot_be_written_says_why(shown, tmp_path, name):
    assert shown("matrix", "--lens", "sites", "-o", tmp_path / name).sentence
    assert not list(tmp_path.iterdir())


def test_a_project_without_outcomes_has_a_matrix_without_rows(run, tmp_path):
    run("new", tmp_path / "a.qclite", "--codebook", "joint-working")
    for lens in ("sites", "passages", "attributions"):
        assert run("matrix", tmp_path / "a.qclite", "--lens", lens, "--json").json["cells"] == []
        assert run("matrix", tmp_path / "a.qclite", "--lens", lens, "-o", tmp_path / f"{lens}.docx").code == 0


def settle(study, coding: str) -> None:
    """Settle a coding, as a later command will: a decision covers its passage, and the settled coding is delivered."""
    with closing(sqlite3.connect(study.path, isolation_level=None)) as project:
        project.execute("begin")
        project.execute("insert into step(id, verb, at) values(900, 'settle', '2026-01-01T00:00:00.000+00:00')")
        project.execute("update now set step=900, stamp='~'")
        project.execute(
            'insert into decision(id, transcript_id, code_id, start, "end", decided_at) '
            "select 'd1', transcript_id, code_id, start, \"end\", '2026-01-01' from coding where id=?",
            (coding,),
        )
        project.execute(
            'insert into coding(id, transcript_id, code_id, coder_id, start, "end", polarity, decision_id) '
            "select 's1', transcript_id, code_id, coder_id, start, \"end\", 'delivered', 'd1' from coding where id=?",
            (coding,),
        )
        project.execute("update now set step=null")
        project.execute("commit")


def test_settled_codings_stand_in_for_the_coders_own_once_there_are_any(study, tmp_path):
    coding = study.code("I feel safe now", "Feeling safe", "Ailsa", "--polarity", "not-delivered")
    settle(study, coding)
    out = tmp_path / "e.json"
    for options, polarity in (
        ([], "delivered"),
        (["--settled"], "delivered"),
        (["--no-settled"], "not_delivered"),
        (["--no_settled"], "not_delivered"),
    ):
        study.do("extracts", "-o", out, *options)
        (extract,) = json.loads(out.read_text(encoding="utf-8"))
        assert extract["polarity"] == polarity
    assert [each["settled"] for each in study.codings()].count(True) == 1
    assert [each["settled"] for each in study.ask("show", "elsie", "--as", "Ailsa")["codings"]] == [False]


# extracts


def extracts(project, tmp_path, *options: object) -> list[dict[str, Any]]:
    project.do("extracts", "-o", tmp_path / "e.json", *options)
    return json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))


def test_an_extract_is_one_passage_united_over_the_coders(study, tmp_path):
    first = study.code("I feel safe now. 🙂", "Feeling safe", "Dennis", "--polarity", "delivered", "--memo", "Bold.")
    second = study.code("They come when I ring. I feel safe now", "Feeling safe", "Ailsa")
    people = table(tmp_path / "p.csv", "participant,respondent", "Elsie,service user")
    study.do("participants", "--from", people)
    (extract,) = extracts(study, tmp_path)
    assert list(extract) == EXTRACT
    _, start, _, end = at("They come when I ring. I feel safe now. 🙂")
    assert extract | {"transcript": ""} == {
        "id": min(first, second),
        "codings": sorted([first, second]),
        "transcript": "",
        "title": "elsie",
        "start": start,
        "end": end,
        "text": "They come when I ring. I feel safe now. 🙂",
        "code": "Feeling safe",
        "group": "Quality of life",
        "coders": ["Ailsa", "Dennis"],
        "polarity": "delivered",
        "site": "Fenmarsh",
        "client_group": "Older people",
        "respondent": "service user",
        "participant": "Elsie",
        "speaker": "Elsie",
        "turn": 2,
        "memo": "Bold.",
    }


def test_an_extract_over_two_turns_leaves_the_labels_out(study, tmp_path):
    study.code("safe now. 🙂\n\nMoira: And the day centre?", "Choice")
    (extract,) = extracts(study, tmp_path)
    assert extract["text"] == "safe now. 🙂\nAnd the day centre?"
    assert extract["speaker"] == "Elsie, Moira"


def test_extracts_come_as_json_and_as_a_table_that_say_the_same(shown, tmp_path):
    found = extracts(shown, tmp_path)
    answer = shown.do("extracts", "-o", tmp_path / "e.csv")
    assert answer.out == f"Wrote {len(found)} extracts to “{tmp_path}/e.csv”.\n"
    rows = read_csv(tmp_path / "e.csv")
    assert [list(row) for row in rows] == [EXTRACT] * len(found)
    for row, extract in zip(rows, found, strict=True):
        assert (row["id"], row["code"], row["polarity"]) == (extract["id"], extract["code"], extract["polarity"])
        assert row["text"].removeprefix("'") == extract["text"]
        assert row["coders"] == "; ".join(extract["coders"])


def test_extracts_are_slices_of_the_stored_text_without_the_labels(shown, tmp_path):
    texts = {one["id"]: shown.ask("show", one["id"])["text"] for one in shown.ask("transcripts")}
    for extract in extracts(shown, tmp_path):
        stored = texts[extract["transcript"]][extract["start"] : extract["end"]]
        for line in extract["text"].splitlines():
            assert line in stored


def test_each_filter_of_extracts_narrows_them(shown, tmp_path):
    everything = extracts(shown, tmp_path)
    for options, key, allowed in (
        (["--code", "safety"], "code", {"Feeling safe"}),
        (["--code", "Feeling safe", "--code", "Choice"], "code", {"Feeling safe", "Choice"}),
        (["--site", "FENMARSH", "--site", "Hallowby"], "site", {"Fenmarsh", "Hallowby"}),
        (["--client-group", "mental health"], "client_group", {"Mental health"}),
        (["--respondent", "unpaid-carer"], "respondent", {"unpaid carer"}),
        (["--polarity", "not-delivered", "--polarity", "mixed"], "polarity", {"not_delivered", "mixed"}),
    ):
        found = extracts(shown, tmp_path, *options)
        assert {extract[key] for extract in found} == allowed
        assert len(found) == sum(extract[key] in allowed for extract in everything)
    assert {tuple(extract["coders"]) for extract in extracts(shown, tmp_path, "--coder", "dennis okoro")} == {
        ("Dennis Okoro",)
    }


def test_names_that_are_no_unicode_are_written_down_with_the_file(demonstration, tmp_path):
    """On Linux a file's name, and whatever is typed, may be bytes that are no text: they come in as lone surrogates."""
    out = tmp_path / "caf\udce9.docx"
    assert demonstration("extracts", "-o", str(out), "--by", "Ren\udce9").code == 0
    assert out.is_file()
    with Project.open(tmp_path / "demonstration.qclite") as project:
        files = [export.file for export in project.exports.all() if export.coder == "Ren\ufffd"]
    assert files == [str(tmp_path / "caf\ufffd.docx")]


def test_nothing_in_scope_writes_no_file(study, tmp_path):
    assert "No file was written" in study("extracts", "-o", tmp_path / "e.docx").sentence
    assert not (tmp_path / "e.docx").exists()


def no_to_quotes(study, tmp_path) -> None:
    study.do("participants", "--from", table(tmp_path / "p.csv", "participant,quote_consent", "Elsie,no"))


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "csv", "json"])
def test_who_said_no_to_being_quoted_is_left_out_and_counted(shown, tmp_path, ending):
    out = tmp_path / f"e.{ending}"
    answer = shown.do("extracts", "-o", out)
    assert "27 extracts of 1 person who said no to being quoted." in answer.err
    if ending == "docx":
        assert any(
            "27 passages of 1 person who does not want" in each.text for each in docx.Document(str(out)).paragraphs
        )
    elif ending == "xlsx":
        assert "P07" not in {str(row[6]) for row in openpyxl.load_workbook(out)["Choice"].iter_rows(values_only=True)}
    else:
        # A word of its own: the made-up ids of quotes may have these letters in them.
        assert not re.search(r"\bP07\b", out.read_text(encoding="utf-8-sig"))
    with Project.look(shown.path) as project:
        export = project.exports.all()[0]
    assert (export.file, export.format, export.extracts) == (str(out), ending, 409)
    assert export.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()


def test_where_everybody_said_no_no_file_is_written(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    no_to_quotes(study, tmp_path)
    assert "don’t want to be quoted" in study("extracts", "-o", tmp_path / "e.csv").sentence
    assert not (tmp_path / "e.csv").exists()


def test_an_attribution_that_fits_few_people_is_warned_of(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    answer = study.do("extracts", "-o", tmp_path / "e.docx")
    assert "Please check: “(Fenmarsh)” fits only 1 person of the project" in answer.err
    assert any("fits only 1 person" in each.text for each in docx.Document(str(tmp_path / "e.docx")).paragraphs)


def test_a_template_that_tells_nothing_of_people_is_not_warned_of(shown, tmp_path):
    answer = shown.do("extracts", "-o", tmp_path / "e.csv", "--template", "[{pseudonym}]")
    assert "Please check" not in answer.err


def styles(path: Path) -> list[tuple[str, str]]:
    return [((each.style and each.style.name) or "", each.text) for each in docx.Document(str(path)).paragraphs]


def test_word_has_the_quoted_words_alone_in_quote_and_the_attribution_after(shown, tmp_path):
    found = extracts(shown, tmp_path, "--code", "Feeling safe", "--site", "Hallowby")
    shown.do("extracts", "-o", tmp_path / "e.docx", "--code", "Feeling safe", "--site", "Hallowby", "--by", "Ailsa B.")
    read = styles(tmp_path / "e.docx")
    quotes = [text for style, text in read if style == "Quote"]
    assert quotes == [line for extract in found for line in extract["text"].split("\n") if line.strip()]
    for (style, _), (following, text) in pairwise(read):
        if style == "Quote":
            assert following in ("Quote", "Attribution")
        if following == "Attribution":
            assert text.endswith("Hallowby)")
    assert ("Heading 1", "Quality of life") in read
    assert ("Heading 2", "Feeling safe") in read
    assert any("Ailsa B." in text for style, text in read)


def test_word_takes_a_template_context_and_headings_by_site(shown, tmp_path):
    options = ["--template", "{client_group}: {pseudonym}", "--context", 1, "--group-by", "code,site"]
    shown.do("extracts", "-o", tmp_path / "e.docx", "--code", "Responsiveness", *options)
    read = styles(tmp_path / "e.docx")
    assert ("Heading 3", "Fenmarsh") in read
    assert ("Attribution", "older people: Elsie") in read
    context = [text for style, text in read if style == "Context"]
    assert any(text.startswith("Before – Interviewer: ") for text in context)
    assert any(text.startswith("After – ") for text in context)
    assert not any("Moira:" in text for text in context)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--template", "{name}"], "{name}"),
        (["--template", "{site"], "curly bracket"),
        (["--template", "   "], "empty"),
        (["--code", "Feeling save"], "“Feeling safe”"),
    ],
)
def test_what_extracts_cannot_do_is_told_and_nothing_written(shown, tmp_path, options, told):
    assert told in shown("extracts", "-o", tmp_path / "e.docx", *options).sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["e.pdf", "e", "nowhere/e.docx", "nowhere/e.csv", "nowhere/e.json"])
def test_extracts_that_cannot_be_written_say_why(shown, tmp_path, name):
    assert shown("extracts", "-o", tmp_path / name).sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-o", "e.csv", "--context", "2"],
        ["-o", "e.csv", "--polarity", "good"],
        ["-o", "e.csv", "--group-by", "coder"],
    ],
)
def test_wrong_usage_of_extracts(shown, options):
    assert shown("extracts", *options).code == 2


def test_names_with_quotes_emoji_and_control_characters_reach_table_and_document(study, tmp_path):
    coder, site, participant = 'O\'Brien "Bo" 🙂\x07', "=cmd|' /C calc'!A0", "Zoë <b>&amp;</b>\x1b[31m"
    memo = 'First line\nsecond; "third", \x0bfourth \x00'.replace("\x00", "")
    (tmp_path / "talk.txt").write_text(TALK.replace("honest", "h\x08onest 👩‍👩‍👧"), encoding="utf-8")
    study.do("import", tmp_path / "talk.txt", "--site", site, "--participant", participant)
    study.do("codebook rename", "Choice", 'Who "chooses"? 🙂 & <me>', "--why", 'A; "b"\n🙂')
    place = ["--transcript", "talk", "--start", 0, "--end", len(TALK)]
    study.do("code", *place, "--code", "Choice", "--coder", coder, "--memo", memo)
    (extract,) = extracts(study, tmp_path)
    assert extract["code"] == 'Who "chooses"? 🙂 & <me>'
    assert (extract["coders"], extract["site"]) == ([coder], site)
    assert (extract["participant"], extract["memo"]) == (participant, memo.replace("\x0b", "\n"))
    study.do("extracts", "-o", tmp_path / "e.csv")
    (row,) = read_csv(tmp_path / "e.csv")
    assert row["site"] == f"'{site}"
    assert row["participant"] == participant
    study.do("extracts", "-o", tmp_path / "e.docx", "--template", "({pseudonym}, {site})")
    read = styles(tmp_path / "e.docx")
    assert any(style == "Heading 2" and text == 'Who "chooses"? 🙂 & <me>' for style, text in read)
    assert any(style == "Attribution" and "Zoë <b>&amp;</b>" in text and site in text for style, text in read)
    for lens in ("sites", "attributions"):
        study.do("matrix", "--lens", lens, "-o", tmp_path / "m.docx")
    assert site in study.do("sites").out


def test_extracts_without_consent_are_left_out_or_marked_and_counted(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    study.do("participants", "--from", table(tmp_path / "p.csv", "participant,quote_consent", "Elsie,no", "Tom,yes"))
    assert study("extracts", "-o", tmp_path / "none.csv").sentence
    marked = study.do("extracts", "-o", tmp_path / "all.csv", "--without-consent", "mark")
    assert marked.err.splitlines()[0] == "Marked: 1 extract of 1 person who said no to being quoted."
    assert [row["may_quote"] for row in read_csv(tmp_path / "all.csv")] == ["no"]
    study.do("extracts", "-o", tmp_path / "all.docx", "--without-consent", "mark")
    said = [paragraph.text for paragraph in docx.Document(str(tmp_path / "all.docx")).paragraphs]
    assert "Not to be quoted: this person said no to it." in said
    counted = "1 passage of 1 person who does not want to be quoted."
    assert f"{counted} Each is marked: take it out before you publish." in said


def test_the_project_knows_which_files_hold_whose_words(study, tmp_path):
    study.code("I feel safe now", "Feeling safe")
    before = study.nouns()
    study.do("extracts", "-o", tmp_path / "e.csv", "--code", "Feeling safe", "--by", "Ailsa")
    assert study.nouns() == before
    (row,) = contents(study.path, ["export"])["export"]
    assert row[2:6] == ("Ailsa", str(tmp_path / "e.csv"), "csv", '["Codes: Feeling safe"]')
    assert study.ask("withdraw", "Elsie", "--dry-run")["exports"] == [str(tmp_path / "e.csv")]


def test_extracts_are_narrowed_by_speakers_memos_and_what_is_coded_near(study, tmp_path):
    study.code("I feel safe now", "Feeling safe", "Ailsa", "--memo", "smiles")
    study.code("They come when I ring", "Responsiveness", "Ailsa")

    def found(*options: str) -> list[str]:
        study.do("extracts", "-o", tmp_path / "out.json", *options)
        return [extract["code"] for extract in json.loads((tmp_path / "out.json").read_text())]

    assert found("--with", "Responsiveness", "--code", "Feeling safe") == ["Feeling safe"]
    assert found("--memo") == ["Feeling safe"]
    assert found("--mix", "Choice or (Feeling safe and near Responsiveness)") == ["Feeling safe"]
    assert found("--mix", "not Choice and not within 1 of Reliability and not Feeling safe") == ["Responsiveness"]
    assert "brackets" in study("extracts", "-o", tmp_path / "none.json", "--mix", "Choice or Trust and Safety").sentence
    assert found("--with", "Responsiveness", "--without", "Feeling safe", "--near", "overlap") == ["Responsiveness"]
    assert found("--speaker-role", "participant") == ["Feeling safe", "Responsiveness"]
    assert "No coded passage" in study("extracts", "-o", tmp_path / "none.json", "--unsure").sentence


def test_a_matrix_of_a_project_that_lacks_something_says_what_and_how_to_go_on(run, tmp_path):
    study = tmp_path / "study.qclite"
    run("new", study)
    answer = run("matrix", study, "--lens", "sites")
    assert answer.code == 0
    assert answer.err.startswith("There are no transcripts yet. Bring some in: qualcoder-lite import")
    (tmp_path / "talk.txt").write_text("Elsie: I feel safe now.", encoding="utf-8")
    run("import", study, tmp_path / "talk.txt")
    assert "Nothing is coded yet." in run("matrix", study, "--lens", "passages").err
    run(*("code", study, "--transcript", "talk", "--start", 7, "--end", 22, "--code", "Feeling safe", "--coder", "AB"))
    assert "No site is recorded yet" in run("matrix", study, "--lens", "sites").err
    assert "that a feature helped or hindered" in run("matrix", study, "--lens", "attributions").err
    found = run("matrix", study, "--lens", "passages")
    assert "Counted: codings of AB." in found.out
    assert not found.err


@pytest.mark.parametrize("word", ["codebook", "CODEBOOK"])
def test_an_appendix_is_left_out_by_its_name_however_it_is_written(study, tmp_path, word):
    study.code("I feel safe now", "Feeling safe")
    study.do("extracts", "-o", tmp_path / "all.docx")
    study.do("extracts", "-o", tmp_path / "less.docx", "--leave-out", word)
    everything, less = (
        {text.partition(": ")[2] for _, text in styles(tmp_path / name) if text.startswith("Appendix ")}
        for name in ("all.docx", "less.docx")
    )
    assert less < everything
    assert len(everything) == len(less) + 1
