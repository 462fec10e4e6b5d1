"""Agreement over rounds, and what the project answers to reporting guidelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.service.agreement.files import rests_on
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.agreement.reporting_guidelines import NOT_KNOWN, answers
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.codebook.codes import CodeEdit
from tests.service.agreement.test_disagreements import AILSA, DENNIS, coded, compared
from tests.service.agreement.test_meetings import DAY
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

__all__ = ["coded"]  # the fixture


@pytest.fixture
def rounds(coded: Project) -> Project:
    """Two closed rounds; before the second a definition is changed and the coders come to agree on it."""
    for name in ("Round 1", "Round 2"):
        coded.rounds.open(NewRound(name=name, transcripts=["elsie"], coders=[AILSA, DENNIS]))
        coded.rounds.close(name)
        if name == "Round 1":
            coded.codes.edit("Choice", CodeEdit(definition="Whether people could choose."), why="unclear", coder=AILSA)
            put(coded, "I sit at home, to be honest.", "Choice", AILSA)
    return coded


def test_each_round_has_its_figures_and_what_was_redefined_is_marked(rounds: Project) -> None:
    found = rounds.agreement.trend()
    assert [each.name for each in found.rounds] == ["Round 1", "Round 2"]
    assert found.rounds[0].in_words.startswith("1 transcript, 2 coders, closed 20")
    of = {row.name: row.points for row in found.rows}
    first, second = of["Choice"]
    assert (second.alpha, first.changed, second.changed) == (1.0, False, True)
    assert first.alpha is not None
    assert first.alpha < 1
    assert second.in_words == "1.00, redefined"
    assert not any(point.changed for point in of["Feeling safe"])
    assert (
        of["Mean of all codes"][0].alpha == rounds.agreement.measure(AgreementAsked(round="Round 1")).figures.mean_alpha
    )


@pytest.mark.parametrize(
    "edit",
    [
        CodeEdit(when_to_use="Only where it is said."),
        CodeEdit(when_not_to_use="Where it is only wished for."),
        CodeEdit(question="Do you feel safe?"),
        CodeEdit(example="I lock the door."),
    ],
)
def test_whatever_tells_when_to_use_a_code_redefines_it(rounds: Project, edit: CodeEdit) -> None:
    rounds.codes.edit("Feeling safe", edit, why="unclear", coder=AILSA)
    rounds.rounds.open(NewRound(name="Round 3", transcripts=["elsie"], coders=[AILSA, DENNIS]))
    of = {row.name: row.points for row in rounds.agreement.trend().rows}
    assert [point.changed for point in of["Feeling safe"]] == [False, False, True]


def test_a_round_asked_for_by_its_id_is_told_of_by_its_name(rounds: Project) -> None:
    first = rounds.rounds.all()[0]
    measured = rounds.agreement.measure(AgreementAsked(round=first.id))
    assert ("Round", first.name) in rests_on(measured)
    assert measured == rounds.agreement.measure(AgreementAsked(round=first.name))


def test_a_round_with_nothing_to_compare_is_left_out(rounds: Project) -> None:
    rounds.coders.add("Ceri Prosser")
    rounds.rounds.open(NewRound(name="Round 3", transcripts=["elsie"], coders=["Ceri Prosser", AILSA]))
    assert [each.name for each in rounds.agreement.trend().rounds] == ["Round 1", "Round 2"]


def test_the_rounds_are_in_the_report(rounds: Project, tmp_path: Path) -> None:
    report = rounds.agreement.measure()
    rounds.agreement.write(tmp_path / "agreement.docx", report, on=DAY)
    rounds.agreement.write(tmp_path / "agreement.xlsx", report, on=DAY)
    tables = docx.Document(str(tmp_path / "agreement.docx")).tables
    (trend,) = [table for table in tables if table.rows[0].cells[1].text == "Round 1"]
    cells = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in trend.rows}
    assert cells["Choice"][1] == "1.00, redefined"
    sheet = openpyxl.load_workbook(tmp_path / "agreement.xlsx")["Rounds"]
    assert [cell.value for cell in sheet[2]][:2] == ["Mean of all codes", "Round 1"]


def test_what_the_project_knows_is_answered_and_what_it_does_not_know_is_said(rounds: Project) -> None:
    place = compared(rounds).differing[0]
    rounds.disagreements.settle(place, Outcome.BOTH, coder=AILSA)
    rounds.meetings.begin("2026-06-03", [AILSA], coder=AILSA)
    found = {(a.guideline, a.item): a.answer for a in answers(rounds._session, rounds.agreement.measure())}
    assert found["COREQ", 24].startswith("2 coders (2 without a role)")
    assert found["COREQ", 10] == NOT_KNOWN
    assert found["SRQR", 15].startswith(
        "2 rounds of blind double coding, 1 disagreement discussed, 1 of them settled, each with who, when and why, "
        f"1 meeting with minutes and an audit trail of {len(rounds.history.entries())} steps"
    )
    assert "1 person in 1 transcript at 1 site." in found["SRQR", 12]
