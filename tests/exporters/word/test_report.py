"""Reports as Word documents, reopened and read as a colleague's program would."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.cross_reference import Tally, Verdict
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.domain.reports.report import (
    Asked,
    FeatureReport,
    FindingReport,
    Heard,
    LinkReport,
    OutcomeReport,
    RegisterReport,
    Report,
    Stage,
)
from qualcoder_lite.domain.reports.told import Likeness, Told
from qualcoder_lite.exporters.word.report import ReportDocument, write_report_document

D, N = Polarity.DELIVERED, Polarity.NOT_DELIVERED


@pytest.fixture
def site(extracts) -> Report:
    def outcome(name: str, group: str, told: Told, *numbers: int, asked: Asked) -> OutcomeReport:
        return OutcomeReport(
            name=name,
            group=group,
            question="",
            told=told,
            by_part=(),
            asked=asked,
            likeness=None,
            quotes=[extracts[number] for number in numbers],
        )

    return Report(
        stage=Stage.SITE,
        name="Fenmarsh",
        heard=Heard("Fenmarsh", 5, 4),
        without_participant=1,
        transcripts=6,
        parts=(),
        sites=(Heard("Fenmarsh", 5, 4),),
        client_groups=(Heard("Older people", 4, 3), Heard("", 1, 1)),
        respondents=(Heard("service user", 5, 4),),
        facts=(("Country", "England"),),
        outcomes=(
            outcome(
                "Feeling safe",
                "Quality of life",
                Told(Tally.of(3, 3, 1, 0, 0), {D: 2, N: 1}),
                1,
                2,
                asked=Asked(4, 1, 0),
            ),
            outcome("Seeing people", "Quality of life", Told(), asked=Asked(5, 0, 0)),
            outcome("Choice", "Process", Told(Tally.of(1, 1, 0, 0, 0), {D: 1}), 0, asked=Asked(0, 1, 4)),
        ),
        features=(
            FeatureReport(
                name="Key worker",
                group="Features of service",
                helped=2,
                hindered=0,
                outcomes_helped=("Feeling safe", "Choice"),
                outcomes_hindered=(),
            ),
        ),
        findings=(),
        notes=(),
        register=(
            RegisterReport(
                feature="Co-location of staff",
                sites={
                    FeatureState.PRESENT: ["Fenmarsh"],
                    FeatureState.PARTIAL: [],
                    FeatureState.ABSENT: [],
                    FeatureState.UNKNOWN: [],
                },
                evidence=("One office since 2019.", "Web site, March"),
            ),
        ),
        withheld_passages=3,
        withheld_people=1,
        per_person=2,
        quoted=(2, 1, 0),
        warnings=("“(unpaid carer, Fenmarsh)” fits only 1 person of the project; “(unpaid carer)” would fit 7.",),
        settled=True,
    )


@pytest.fixture
def across(site) -> Report:
    """The same people as two client groups, with the layout of Table 3."""
    parts = (Heard("Older people", 4, 4), Heard("", 1, 0))
    safe, seeing, choice = site.outcomes
    outcomes = (
        replace(
            safe,
            by_part=(Told(Tally.of(2, 2, 0, 0, 0), {D: 2}), Told(Tally.of(1, 1, 1, 0, 0), {N: 1})),
            likeness=Likeness.DIFFERS,
        ),
        replace(seeing, by_part=(Told(), Told()), likeness=Likeness.SILENT),
        replace(choice, by_part=(Told(Tally.of(1, 1, 0, 0, 0), {D: 1}), Told()), likeness=Likeness.SOME_SILENT),
    )
    key = LinkReport(feature="Key worker", helped=3, hindered=0, published=None, verdict=None)
    together = LinkReport(feature="Co-location", helped=1, hindered=0, published=True, verdict=Verdict.SUPPORTS)
    return replace(
        site,
        stage=Stage.ACROSS,
        name="",
        parts=parts,
        facts=(),
        outcomes=outcomes,
        findings=[
            FindingReport(outcome=outcomes[0], service=[key], partnership=[together], quote=safe.quotes[0]),
            FindingReport(outcome=outcomes[1], service=[], partnership=[]),
        ],
        notes=("Choice, Co-location: Said in a remark only.",),
    )


def document(report: Report, **choices: bool) -> ReportDocument:
    return ReportDocument(report=report, study=ProjectDetails("A study"), date=dt.date(2026, 3, 3), who="AB", **choices)


def reopened(report: Report, **choices: bool):
    stream = io.BytesIO()
    write_report_document(document(report, **choices), stream)
    return Document(io.BytesIO(stream.getvalue()))


def of(style: str, report: Report, **choices: bool) -> list[str]:
    return [p.text for p in reopened(report, **choices).paragraphs if p.style and p.style.name == style]


def table(report: Report, number: int, **choices: bool) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in reopened(report, **choices).tables[number].rows]


def test_the_chapters_of_a_site_report(site):
    assert of("Heading 1", site) == [
        "Who was heard",
        "Outcomes",
        "Features that helped and hindered",
        "Site register",
        "How this report was made",
    ]
    assert of("Heading 2", site) == ["Silences", "Feeling safe", "Choice"]


def test_an_outcome_is_told_in_people_then_passages_then_who_was_asked(site):
    assert of("Counts", site)[0] == (
        "3 of 5 people, in 4 passages. Delivered for 2 people and not delivered for 1 person. "
        "Asked of 4 people; unprompted from 1 person."
    )


def test_a_silence_says_whether_it_was_asked_and_that_somebody_is_unread(site):
    assert of("Code Entry", site) == ["Seeing people. Asked of 5 people."]
    assert of("Warning", site)[1] == (
        "1 person not yet read to the end: what they are silent on here they may still speak of."
    )


def test_quotes_are_word_for_word_and_attributed(site, extracts):
    assert of("Quote", site) == [extracts[1].text, extracts[2].text, *extracts[0].text.split("\n")]
    assert of("Attribution", site) == [
        "(service user, Camden)",
        "(service user, Alder Bay)",
        "(unpaid carer, Fenmarsh)",
    ]


def test_quotes_of_people_who_were_not_asked_are_counted_on_the_first_page_and_marked(site):
    assert "Consent" not in " ".join(of("Facts", site))
    unasked = [replace(quote, not_asked=True) for quote in site.outcomes[0].quotes]
    report = replace(site, outcomes=[replace(site.outcomes[0], quotes=unasked), *site.outcomes[1:]])
    assert f"Consent\t{len(unasked)} quotes of 2 people for whom no consent to be quoted is recorded yet" in of(
        "Facts", report
    )
    marked = [details for details in of("Details", report) if details.endswith("consent to be quoted not recorded")]
    assert len(marked) == len(unasked)
    plain = [details for details in of("Details", report, plain=True) if "may quote this" in details]
    assert len(plain) == len(unasked)


def test_the_register_of_a_site_comes_with_its_evidence(site):
    assert table(site, 3)[1] == ["Co-location of staff", "Present", "One office since 2019.\nWeb site, March"]


def test_who_is_over_quoted_or_not_heard_is_said_without_a_name(site):
    assert "Nobody is quoted more than twice; 1 person who could be is not quoted." in of("Normal", site)


def test_groups_stand_side_by_side_and_what_differs_is_named(across):
    rows = table(across, 1)
    assert rows[0] == ["Outcome", "Everybody\n5 people", "Older people\n4 people", "Not recorded\n1 person"]
    assert rows[2] == [
        "Feeling safe",
        "3 of 5\n2 delivered\n1 not delivered",
        "2 of 4 †\n2 delivered",
        "1 of 1 †\n1 not delivered",
    ]
    assert of("Heading 2", across)[3:] == ["Divergent", "Spoken of in some only"]
    assert "Choice. Nobody: Not recorded (not all read yet)." in of("Code Entry", across)


def test_the_layout_of_table_3_has_its_four_columns_and_the_published_marks(across, extracts):
    rows = table(across, 3)
    assert rows[0] == ["Outcome", "Experience", "Features of service", "Features of partnership"]
    assert rows[1] == [
        "Feeling safe",
        "3 of 5 people.\nDelivered for 2 people and not delivered for 1 person.\n"
        f"“{extracts[1].text}” (service user, Camden)",
        "Key worker (helped: 3 people)",
        "● Co-location (helped: 1 person †; supports)",
    ]
    assert rows[2] == ["Seeing people", "–", "–", "–"]


@pytest.mark.parametrize("plain", [False, True])
def test_large_print_has_nothing_below_16_points_and_leaves_out_no_word(across, plain):
    large = reopened(across, large_print=True, plain=plain)
    sizes = [int(size.get(qn("w:val"))) for size in large.styles.element.iter(qn("w:sz"))]
    assert min(sizes) >= 32
    text = "\n".join(paragraph.text for paragraph in large.paragraphs)
    for words in ("Key worker", "● Co-location", "Said in a remark only."):
        assert words in text


def test_in_large_print_the_register_has_a_line_for_each_state_and_no_narrow_columns(across):
    states = {**across.register[0].sites, FeatureState.ABSENT: ["Auchterlaw", "Kestrel Bay"]}
    report = replace(across, register=(replace(across.register[0], sites=states),))
    rows = [[cell.text for cell in row.cells] for row in reopened(report, large_print=True).tables[-1].rows]
    assert rows == [
        ["Feature", "Recorded as"],
        ["Co-location of staff", "Present: Fenmarsh\nAbsent: Auchterlaw and Kestrel Bay"],
    ]


def test_plain_words_change_everything_but_the_quotes(site):
    assert of("Heading 1", site, plain=True)[:2] == ["Who we listened to", "What people told us"]
    assert of("Counts", site, plain=True)[0] == (
        "3 of 5 people. It happened for 2 people. It did not happen for 1 person. We asked 4 people about this."
    )
    assert of("Quote", site, plain=True) == of("Quote", site)
    everything = "\n".join(paragraph.text for paragraph in reopened(site, plain=True).paragraphs)
    assert "easy read" not in everything.casefold()


@pytest.mark.parametrize("stage", ["site", "across"])
def test_every_table_repeats_its_first_row_and_fits_the_page(request, stage):
    opened = reopened(request.getfixturevalue(stage))
    section = opened.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for each in opened.tables:
        assert each.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert sum(column.width or 0 for column in each.columns) <= room + 1000


@pytest.mark.parametrize("stage", ["site", "across"])
@pytest.mark.parametrize("plain", [False, True], ids=["normal", "plain"])
def test_the_document_is_as_the_golden_one(request, stage, plain, tmp_path, part, golden):
    report = request.getfixturevalue(stage)
    write_report_document(document(report, plain=plain, large_print=plain), tmp_path / "out.docx")
    kind = "plain_" if plain else ""
    golden(f"word_report/{kind}{stage}.xml", part(tmp_path / "out.docx", "word/document.xml"))
