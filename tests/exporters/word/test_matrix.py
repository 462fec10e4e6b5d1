"""The matrix as a Word document."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.exporters.word.document import LANDSCAPE_WIDTH
from qualcoder_lite.exporters.word.matrix import WIDEST, MatrixDocument, write_matrix_document

GROUPS = {"Feeling safe": "Quality of life", "Seeing people": "Quality of life", "Choice": "Process"}
FEATURES = {"Co-location": "Partnership", "Key worker": "Service", "Low staffing": "Barriers"}


@pytest.fixture
def ordered(matrix):
    def through(lens: str) -> MatrixDocument:
        return MatrixDocument(
            title="Outcomes by features",
            study=ProjectDetails("A study of partnership"),
            date=dt.date(2026, 3, 3),
            who="AB",
            matrix=matrix(lens),
            outcome_groups=GROUPS,
            feature_groups=FEATURES,
            scope=("Codings of AB and CD.",),
        )

    return through


def reopened(document: MatrixDocument):
    stream = io.BytesIO()
    write_matrix_document(document, stream)
    return Document(io.BytesIO(stream.getvalue()))


def text_of(document: MatrixDocument) -> str:
    return "\n".join(p.text for p in reopened(document).paragraphs)


def cells(document: MatrixDocument, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in reopened(document).tables[table].rows]


def test_a_cell_counts_people_then_passages_then_how_they_divide(ordered):
    assert cells(ordered("passages"))[3][1] == "6 people\n9 passages: 4 delivered, 2 mixed, 3 not stated"


def test_one_or_two_people_are_flagged_and_the_published_marks_are_signs(ordered):
    assert cells(ordered("passages"))[2][1] == (
        "2 people †\n4 passages: 2 delivered, 1 not delivered, 1 not stated\n● ◆"
    )


def test_an_empty_cell_is_a_dash_but_keeps_its_mark(ordered):
    table = cells(ordered("passages"))
    assert table[5][:2] == ["Choice", "●"]
    assert cells(ordered("passages"), 1)[2][1] == "–"


def test_outcomes_stand_under_their_group_over_the_whole_width(ordered):
    assert [row[0] for row in cells(ordered("passages"))] == [
        "Outcome",
        "Quality of life",
        "Feeling safe",
        "Seeing people",
        "Process",
        "Choice",
    ]


def test_the_published_features_come_first_and_the_others_by_group(ordered):
    captions = [p.text for p in reopened(ordered("passages")).paragraphs if p.style and p.style.name == "Caption"]
    assert captions == [
        "Table 1. The features that the study found to matter",
        "Table 2. Service",
        "Table 3. Published beside yours, to discuss",
    ]


def test_a_feature_without_a_count_is_named_instead_of_shown(ordered):
    assert "No passage in scope bears on these: Low staffing." in text_of(ordered("passages"))


def test_many_features_are_spread_over_tables_of_about_equal_width(ordered):
    document = ordered("passages")
    names = [f"Feature {n}" for n in range(WIDEST + 2)]
    wide = {**document.matrix, "columns": names, "cells": [[row[1]] * len(names) for row in document.matrix["cells"]]}
    tables = reopened(replace(document, matrix=wide, feature_groups=dict.fromkeys(names, "Service"))).tables
    assert [len(table.columns) - 1 for table in tables] == [4, 3]


def test_every_table_repeats_its_first_row_and_fits_the_page(ordered):
    document = reopened(ordered("attributions"))
    room = Cm(LANDSCAPE_WIDTH)
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert sum(column.width or 0 for column in table.columns) <= room
    assert document.sections[0].orientation.name == "LANDSCAPE"


def test_the_attributions_lens_says_who_it_helped_and_the_verdict(ordered):
    assert cells(ordered("attributions"))[2][1].split("\n")[2:5] == [
        "helped: 2 people †, 3 codings",
        "hindered: 1 person †, 1 coding",
        "supports",
    ]
    assert "not in Table 3" in cells(ordered("attributions"))[3][1]


@pytest.mark.parametrize("lens", ["sites", "passages"])
def test_verdicts_are_of_the_attributions_lens_only(ordered, lens):
    assert "not in Table 3" not in text_of(ordered(lens))


def test_the_sites_lens_sets_each_state_beside_its_denominator(ordered):
    table = cells(ordered("sites"))
    assert table[0][1] == "Co-location\nPresent: 2 sites, 9 people\nAbsent: 1 site, 3 people"
    assert table[2][1].split("\n")[:3] == [
        "Present: 2 of 9 people †",
        "4 passages: 2 delivered, 1 not delivered, 1 not stated",
        "Absent: 0 of 3 people",
    ]


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_it_says_what_is_in_scope_how_it_counts_and_that_nearness_is_no_cause(ordered, lens):
    text = text_of(ordered(lens))
    for words in (
        "Codings of AB and CD. 12 people in scope. Declared done: 11 people; not read to the end: 1",
        "1 transcript without a participant, counted as a person each.",
        "A feature near an outcome is not its cause.",
        "Small counts may identify people",
        "A person is a participant.",
        "● Choice, Co-location: Said in a remark only.",
        "3 March 2026",
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("near", "words"),
    [
        ("turn", "touch the same turn"),
        ("overlap", "share words"),
        (0, "touch the same turn"),
        (1, "at most 1 turn apart"),
        (3, "at most 3 turns apart"),
    ],
)
def test_the_passages_lens_says_what_close_means(ordered, near, words):
    document = ordered("passages")
    assert words in text_of(replace(document, matrix={**document.matrix, "near": near}))


def test_a_matrix_from_the_command_lines_contract_alone_is_enough(ordered):
    document = ordered("passages")
    bare = {key: document.matrix[key] for key in ("lens", "rows", "columns", "cells")}
    bare["denominators"] = {"people": 12, "people_done": 12, "features": {}}
    text = text_of(MatrixDocument(title="T", study=ProjectDetails("S"), date=dt.date(2026, 1, 1), who="", matrix=bare))
    assert "12 people in scope." in text
    assert "Declared done" not in text


@pytest.mark.parametrize("lens", ["sites", "passages", "attributions"])
def test_the_document_is_as_the_golden_one(ordered, lens, tmp_path, part, golden):
    write_matrix_document(ordered(lens), tmp_path / "out.docx")
    golden(f"word_matrix/{lens}.xml", part(tmp_path / "out.docx", "word/document.xml"))


def test_the_last_table_sets_published_beside_yours_and_leaves_room_to_write(ordered):
    *_, last = reopened(ordered("attributions")).tables
    head, *rows = [[cell.text for cell in row.cells] for row in last.rows]
    assert head == ["Outcome", "Feature", "Published", "Here", "Verdict", "What we say"]
    assert rows[0][:2] == ["Feeling safe", "Co-location"]
    assert rows[0][4] == "supports"
    assert not any(row[-1] for row in rows)
    *_, by_site = reopened(ordered("sites")).tables
    assert "Verdict" not in [cell.text for cell in by_site.rows[0].cells]
