"""The command report."""

from __future__ import annotations

import docx
import pytest

from qualcoder_lite.service.project import Project


@pytest.mark.parametrize(
    ("stage", "name", "title"),
    [
        ("site", ["Hallowby"], "Hallowby: site report"),
        ("client-group", ["mental health"], "Mental health: client group report"),
        ("across", [], "Across all client groups"),
    ],
)
def test_a_report_is_written_and_the_project_knows_of_it(demonstration, tmp_path, stage, name, title):
    out = tmp_path / "report.docx"
    before = list(demonstration.everything()["export"])
    answer = demonstration.run("report", stage, demonstration.path, *name, "-o", out, "--large-print", "--plain")
    assert answer.code == 0
    assert answer.out.startswith(f"Wrote the report to “{out}”, with ")
    assert "1 person who said no to being quoted" in answer.err
    assert docx.Document(str(out)).paragraphs[0].text == title
    (export,) = [each for each in demonstration.everything()["export"] if each not in before]
    assert title in repr(export)


def test_a_report_says_of_how_many_quotes_no_consent_is_recorded(shown, tmp_path):
    said = shown.run("report", "site", shown.path, "Fenmarsh", "-o", tmp_path / "out.docx").err
    assert "for whom no consent to be quoted is recorded yet." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["site", "Hallowbee"], "Hallowby"),
        (["client-group", "Mental helth"], "Mental health"),
        (["site"], "Say which site"),
    ],
)
def test_a_wrong_name_writes_nothing_and_offers_the_nearest(shown, tmp_path, arguments, said):
    stage, *name = arguments
    assert said in shown.run("report", stage, shown.path, *name, "-o", tmp_path / "out.docx").sentence
    assert not list(tmp_path.glob("*.docx"))


def test_without_codings_no_document_is_written(study, tmp_path):
    said = study.run("report", "site", study.path, "Fenmarsh", "-o", tmp_path / "out.docx").sentence
    assert "Nothing that was said at Fenmarsh is coded with an outcome yet" in said
    assert not list(tmp_path.glob("*.docx"))


def test_a_report_is_a_word_document(shown, tmp_path):
    assert ".docx" in shown.run("report", "across", shown.path, "-o", tmp_path / "out.pdf").sentence


def test_nobody_is_quoted_more_often_on_one_outcome_than_is_asked_for(shown, tmp_path):
    shown.do("report across", "-o", tmp_path / "once.docx", "--per-person", "1")
    with Project.look(shown.path) as project:
        once = project.reports.make("across", per_person=1)
        for outcome in once.outcomes:
            people = [quote.participant or quote.transcript for quote in outcome.quotes]
            assert len(people) == len(set(people))


def test_a_table_that_the_report_does_not_have_is_refused(shown, tmp_path):
    out = tmp_path / "table.docx"
    refused = shown.run("report", "site", shown.path, "Fenmarsh", "-o", out, "--table")
    assert "Only a report across all groups" in refused.sentence
    assert not out.exists()


# chart


def test_the_chart_is_written_and_the_project_knows_of_it(study, tmp_path):
    out = tmp_path / "chart.docx"
    assert "no file was written" in study("chart", "-o", out).sentence
    with Project.open(study.path) as project:
        grid = project.chart.grid()
        project.chart.write(grid, 0, 0, "She feels safe.", coder="Ailsa Brodie")
    assert study.do("chart", "-o", out).out == f"Wrote the chart to “{out}”, with 1 summary.\n"
    assert len(study.everything()["export"]) == len(study.everything()["export_transcript"]) == 1
    assert "not as “.csv”" in study("chart", "-o", tmp_path / "chart.csv").sentence
