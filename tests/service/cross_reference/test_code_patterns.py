"""Frequencies and codes that come together, of a project."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import openpyxl
import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project


def cell(found, row: str, column: str) -> tuple[int, int]:
    names = [code.name for code in found.codes]
    return found.cells[names.index(row)][names.index(column)]


def test_codes_of_the_demonstration_are_counted_by_what_is_known_of_people(demonstration: Project):
    known = demonstration.patterns.known_of_people()
    assert known[:4] == ["site", "client_group", "respondent", "support_worker_present"]
    found = demonstration.patterns.frequencies("Client group")
    assert found.values == ("Intellectual disability", "Mental health", "Older people")
    assert sum(found.people) == 14
    safe = [code.name for code in found.codes].index("Feeling safe")
    listed = demonstration.extracts.listed(Scope(codes=("Feeling safe",)))
    assert found.totals[safe].passages == len(listed)


def test_what_nobody_knows_of_people_is_refused_with_what_there_is(demonstration: Project):
    with pytest.raises(UserError, match="Nothing is known of people as “shoe size”. It can be “site”, "):
        demonstration.patterns.frequencies("shoe size")


def test_codes_of_two_coders_on_the_same_words_do_not_come_together(study: Project):
    put(study, "I feel safe now", "Feeling safe", "AB")
    put(study, "I feel safe now", "Choice", "CD")
    put(study, "They come when I ring", "Responsiveness", "AB")
    ours, theirs = study.patterns.co_occurrence("turn")
    assert (ours.coder, theirs.coder) == ("AB", "CD")
    assert cell(ours, "Feeling safe", "Responsiveness") == (1, 1)
    assert cell(ours, "Feeling safe", "Choice") == (0, 0)
    assert cell(theirs, "Choice", "Choice") == (1, 1)


def test_many_passages_beside_a_single_one_are_many_along_its_row_alone(study: Project):
    put(study, "They come", "Responsiveness")
    put(study, "I ring", "Responsiveness")
    put(study, "They come when I ring", "Feeling safe")
    [found] = study.patterns.co_occurrence()
    assert cell(found, "Responsiveness", "Feeling safe") == (1, 2)
    assert cell(found, "Feeling safe", "Responsiveness") == (1, 1)


def test_a_project_without_codings_has_nothing_together_and_frequencies_of_nothing(study: Project):
    assert study.patterns.co_occurrence() == []
    assert {total.passages for total in study.patterns.frequencies("site").totals} == {0}


def test_both_tables_are_written_as_csv_and_as_a_workbook(study: Project, tmp_path: Path):
    put(study, "They come when I ring", "Responsiveness")
    put(study, "I ring", "Feeling safe")
    study.patterns.write(tmp_path / "f.csv", study.patterns.frequencies("site"))
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        everybody, safe, *_ = csv.DictReader(file)
    assert (everybody["code"], everybody["Fenmarsh: people"]) == ("everybody interviewed", "1")
    assert (safe["code"], safe["passages"], safe["Fenmarsh: passages"]) == ("Feeling safe", "1", "1")
    study.patterns.write(tmp_path / "t.xlsx", study.patterns.co_occurrence())
    [sheet] = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets
    rows = list(sheet.values)
    assert rows[0] == ("coder", "code", "near", "people", "passages")
    assert ("Ailsa Brodie", "Feeling safe", "Responsiveness", 1, 1) in rows
    with pytest.raises(UserError, match=r"written as .csv or .xlsx, not as “.pdf”"):
        study.patterns.write(tmp_path / "f.pdf", study.patterns.frequencies("site"))


# The quotes behind the numbers


@pytest.mark.parametrize("near", ["overlap", "turn", 1])
def test_the_extracts_of_two_codes_together_are_those_that_are_counted(demonstration: Project, near):
    scope = Scope(coders=("Dennis Okoro",), settled=False)
    [found] = demonstration.patterns.co_occurrence(near, scope)
    outcomes = [code.name for code in found.codes[:15]]
    pairs = [(row, column) for row in outcomes[:5] for column in outcomes]
    assert any(cell(found, *pair)[0] for pair in pairs if pair[0] != pair[1])
    for row, column in pairs:
        listed = list(demonstration.patterns.extracts_together(row, column, near, scope))
        people = {extract.participant or extract.transcript for extract in listed}
        assert (len(people), len(listed)) == cell(found, row, column)
        assert {extract.code for extract in listed} <= {row}


def test_codes_together_are_listed_for_one_coder_alone(demonstration: Project):
    with pytest.raises(UserError, match="Choose whose codings"):
        demonstration.patterns.extracts_together("Choice", "Listened to", "turn", Scope(settled=False))


@pytest.mark.parametrize("by", ["respondent", "client group"])
def test_the_extracts_of_a_frequency_are_those_that_are_counted(demonstration: Project, by):
    scope = Scope(coders=("Ailsa Brodie",))
    found = demonstration.patterns.frequencies(by, scope)
    for code, cells in list(zip(found.codes, found.cells, strict=True))[:6]:
        for value, counted in zip(found.values, cells, strict=True):
            listed = demonstration.patterns.extracts_of(code.id, by, value, scope)
            assert len(listed) == counted.passages
