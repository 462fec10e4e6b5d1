"""The command report."""

from __future__ import annotations

import docx
import pytest


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
