"""Extracts of a project: which, by whom, in what order, and what is held back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import docx
import openpyxl
import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.layout import ExtractsLayout, Split
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import asked, put

ORDER = ExtractsOrder(study=ProjectDetails("A study"), date=date(2026, 3, 3))

KITCHEN = """\
Interviewer: How is it?

Harold: It is quiet here.

Harold's wife: He means lonely.

Support worker: We come on Mondays.

Neighbour: So do I.
"""


def test_extracts_come_by_code_then_transcript_then_place(demonstration):
    found = demonstration.extracts.all()
    codes = [code.name for book in demonstration.codebooks.all() for code in book.codes]
    titles = [each.transcript.title for each in demonstration.transcripts.overview()]
    places = [(codes.index(each.code), titles.index(each.title), each.start) for each in found]
    assert places == sorted(places)


def test_ids_are_the_same_each_time_and_the_smallest_of_their_codings(demonstration):
    first, second = demonstration.extracts.all(), demonstration.extracts.all()
    assert first == second
    assert all(each.id == min(each.codings) for each in first)
    assert len({each.id for each in first}) == len(first)


def test_passages_that_only_touch_stay_two(study):
    put(study, "They come when ")
    put(study, "I ring. I feel", coder="Dennis")
    assert [each.text for each in study.extracts.all()] == ["They come when", "I ring. I feel"]


def speakers(study, tmp_path, respondent: str = "service user"):
    """Who each speaker of a talk in company is said to be."""
    (tmp_path / "p.csv").write_text(f"participant,respondent\nHarold,{respondent}\n")
    study.participants.import_table(tmp_path / "p.csv")
    (tmp_path / "kitchen.txt").write_text(KITCHEN)
    from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole

    roles = {"Harold's wife": SpeakerRole.CARER, "Neighbour": SpeakerRole.OTHER, "Harold": SpeakerRole.PARTICIPANT}
    study.transcripts.import_file(
        tmp_path / "kitchen.txt", ImportOptions(participant="Harold", reading=ReadingChoices(roles=roles))
    )
    new = asked("I feel safe now")
    for words in (
        "How is it?",
        "It is quiet",
        "He means lonely",
        "We come",
        "So do I",
        "quiet here.\n\nHarold's wife: He",
    ):
        start = KITCHEN.index(words)
        study.codings.add(
            type(new)(transcript="kitchen", start=start, end=start + len(words), code="Choice", coder=words)
        )
    found = study.extracts.all(Scope(coders=("We come",)))
    assert [each.speaker for each in found] == ["Support worker"]
    return {
        words: study.extracts.all(Scope(coders=(words,)))[0].respondent
        for words in (
            "How is it?",
            "It is quiet",
            "He means lonely",
            "We come",
            "So do I",
            "quiet here.\n\nHarold's wife: He",
        )
    }


def test_somebody_elses_words_are_not_told_as_the_participants(study, tmp_path):
    assert list(speakers(study, tmp_path).values()) == [
        "interviewer",
        "service user",
        "carer",
        "support worker",
        None,
        "service user",
    ]


def test_a_carer_who_is_the_participant_is_told_as_that(study, tmp_path):
    assert speakers(study, tmp_path, "unpaid carer")["He means lonely"] == "unpaid carer"


def test_who_said_no_is_withheld_and_counted_by_person(demonstration):
    found = demonstration.extracts.retrieve()
    assert {each.participant for each in found.withheld} == {"P07"}
    assert found.withheld_people == 1
    assert "P07" not in {each.participant for each in found.extracts}
    assert len(found.extracts) + len(found.withheld) == len(demonstration.extracts.all())


def test_it_is_said_of_how_many_no_consent_is_recorded(demonstration, tmp_path):
    found = demonstration.extracts.retrieve()
    unasked = [each for each in found.extracts if each.participant == "Winifred"]
    assert unasked
    said = f"{len(unasked)} extracts are of 1 person for whom no consent to be quoted is recorded yet."
    assert found.unasked == said
    for name in ("a.html", "a.docx", "a.xlsx"):
        demonstration.extracts.write(tmp_path / name, ORDER)
    assert said in (tmp_path / "a.html").read_text("utf-8")
    assert any(said in each.text for each in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    cells = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)
    assert ("Consent", said) in [row[:2] for row in cells]


def test_each_quote_is_marked_for_which_no_consent_is_recorded(demonstration, tmp_path):
    unasked = [each for each in demonstration.extracts.retrieve().extracts if each.not_asked]
    mark = "consent to be quoted not recorded"
    for name in ("a.html", "a.docx"):
        demonstration.extracts.write(tmp_path / name, ORDER)
    assert (tmp_path / "a.html").read_text("utf-8").count(mark) == len(unasked) > 0
    marked = [each for each in docx.Document(str(tmp_path / "a.docx")).paragraphs if each.text.endswith(mark)]
    assert len(marked) == len(unasked)


def test_the_warnings_count_those_whom_a_reader_knows_it_to_be_about(demonstration):
    usual = {
        each.attribution: each.people for each in demonstration.extracts.retrieve(template="({respondent})").narrow
    }
    assert "(service user)" not in usual
    of_site = demonstration.extracts.retrieve(Scope(sites=("Fenmarsh",)), template="({respondent})").narrow
    assert any(each.sentence.startswith("“(unpaid carer)” fits only 1 person of those in scope") for each in of_site)
    assert usual["(unpaid carer)"] == 2
    split = ExtractsLayout(split=Split.SITE)
    by_site = demonstration.extracts.retrieve(template="({respondent})", layout=split).narrow
    assert any(each.sentence.startswith("“(unpaid carer)” under “Fenmarsh” fits only 1") for each in by_site)


def test_the_warnings_look_at_every_code_not_at_those_in_scope(demonstration):
    narrow = demonstration.extracts.retrieve(Scope(sites=("Fenmarsh",), codes=("Choice",))).narrow
    everybody = demonstration.extracts.retrieve().narrow
    assert narrow
    assert {each.attribution: each.people for each in narrow}.items() <= {
        each.attribution: each.people for each in everybody
    }.items()


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".html", ".csv", ".json", ".CSV"])
def test_writing_says_what_was_written(demonstration, tmp_path, ending):
    found = demonstration.extracts.write(tmp_path / f"e{ending}", ORDER, Scope(codes=("Choice",)))
    assert len(found.extracts) > 5
    assert (tmp_path / f"e{ending}").stat().st_size > 1000


def test_a_table_begins_with_the_mark_that_excel_needs_unless_it_is_to_do_without(demonstration, tmp_path):
    for order, begins in ((ORDER, b"\xef\xbb\xbfid,"), (replace(ORDER, byte_order_mark=False), b"id,")):
        demonstration.extracts.write(tmp_path / "e.csv", order, Scope(codes=("Choice",)))
        assert (tmp_path / "e.csv").read_bytes().startswith(begins)


def test_a_workbook_knows_the_day_of_an_interview(demonstration, tmp_path):
    demonstration.extracts.write(tmp_path / "e.xlsx", ORDER, Scope(codes=("Choice",)))
    sheet = openpyxl.load_workbook(tmp_path / "e.xlsx")["Choice"]
    dates = [row[8] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert dates
    assert all(isinstance(day, datetime) for day in dates)


def test_the_document_has_study_day_who_and_scope(demonstration, tmp_path):
    layout = ExtractsLayout(split=Split.SITE, before=True, after=True)
    order = ExtractsOrder(study=ProjectDetails("Four valleys"), date=date(2026, 3, 3), who="Ailsa", layout=layout)
    demonstration.extracts.write(tmp_path / "e.docx", order, Scope(codes=("safety",)))
    text = [paragraph.text for paragraph in docx.Document(str(tmp_path / "e.docx")).paragraphs]
    for line in ("Four valleys", "Scope\tCodes: Feeling safe.", "Date\t3 March 2026", "Exported by\tAilsa"):
        assert line in text


def test_progress_is_told_from_nothing_to_all(demonstration, tmp_path):
    told: list[tuple[int, int]] = []
    demonstration.extracts.write(tmp_path / "e.docx", ORDER, progress=lambda done, of: told.append((done, of)))
    shares = [done / of for done, of in told if of]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_nothing_is_written_where_nothing_is_in_scope_or_the_ending_is_unknown(study, tmp_path):
    put(study, "I feel safe now")
    before = sorted(tmp_path.iterdir())
    for name, scope in (("e.docx", Scope(codes=("Choice",))), ("e.xls", Scope()), ("e", Scope())):
        with pytest.raises(UserError):
            study.extracts.write(tmp_path / name, ORDER, scope)
    assert sorted(tmp_path.iterdir()) == before


def test_a_speech_before_or_after_a_quote_is_cut_on_a_word(study, tmp_path):
    speech = " ".join(f"word{n}" for n in range(2000))
    (tmp_path / "long.txt").write_text(f"Moira: {speech}\n\nElsie: I said so.\n\nMoira: {speech}\n")
    study.transcripts.import_file(tmp_path / "long.txt", ImportOptions())
    start = len(f"Moira: {speech}\n\nElsie: ")
    new = asked("I feel safe now")
    study.codings.add(replace(new, transcript="long", start=start, end=start + 10))
    order = replace(ORDER, layout=ExtractsLayout(before=True, after=True))
    study.extracts.write(tmp_path / "e.docx", order)
    read = docx.Document(str(tmp_path / "e.docx")).paragraphs
    before, after = [p.text for p in read if p.style and p.style.name == "Context"]
    assert before.startswith("Before – Participant: […] word")
    assert before.endswith(" word1999")
    assert after.startswith("After – Participant: word0 word1 ")
    assert after.endswith(" […]")
    assert max(len(before), len(after)) < 650
