"""Where a coding is used is told by the cells that count it, and by all else that hangs on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.project_details import ProjectDetails
from qualcoder_lite.service.agreement.report import AgreementAsked
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.extracts.order import ExtractsOrder
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

_COLUMNS = 8
AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


def _cells_by_looking(project: Project, coding: str, outcomes: list[str]) -> set[tuple[str, str, str, str]]:
    """The cells whose quotes hold a coding, found by opening every one of the first columns."""
    found: set[tuple[str, str, str, str]] = set()
    for lens in Lens:
        matrix = project.findings.matrix(lens)
        for outcome in (row for row in matrix.rows if row.name in outcomes):
            for feature in matrix.columns[:_COLUMNS]:
                for state in FeatureState if lens is Lens.SITES else (FeatureState.PRESENT,):
                    extracts = project.findings.extracts(lens, outcome.id, feature.id, state=state)
                    if any(coding in extract.codings for extract in extracts):
                        found.add((lens, outcome.name, feature.name, state))
    return found


def test_the_cells_of_an_outcomes_coding_are_those_whose_quotes_hold_it(demonstration: Project) -> None:
    usages = [
        demonstration.where_used.of([coding.id])
        for overview in demonstration.transcripts.overview()[:4]
        for coding in demonstration.codings.of_transcript(overview.transcript.id)
        if coding.attributions
    ]
    near = [each for each in usages if any(cell.lens is Lens.PASSAGES for cell in each.cells)]
    usage = next(
        each for each in near if any(c.feature == "Co-location" for c in each.cells if c.lens is not Lens.SITES)
    )
    first = {(lens, each.name) for lens in Lens for each in demonstration.findings.matrix(lens).columns[:_COLUMNS]}
    told = {(c.lens, c.outcome, c.feature, c.state) for c in usage.cells if (c.lens, c.feature) in first}
    assert {lens for lens, *_ in told} == set(Lens)
    assert told == _cells_by_looking(demonstration, usage.codings[0].id, [usage.code])


def test_a_feature_is_used_in_the_cells_of_the_outcomes_beside_it(demonstration: Project) -> None:
    transcript, names = demonstration.transcripts.overview()[0].transcript.id, demonstration.codebooks.names()
    codings = demonstration.codings.of_transcript(transcript)
    turns = demonstration.transcripts.turns(transcript)
    outcomes = {row.name for row in demonstration.findings.matrix("sites").rows}
    features = [coding for coding in codings if names[coding.code] not in outcomes]
    assert features
    for feature in features:
        touched = [turn for turn in turns if turn.start < feature.end and feature.start < turn.end]
        beside = {
            names[each.code]
            for each in codings
            if names[each.code] in outcomes and any(t.start < each.end and each.start < t.end for t in touched)
        }
        cells = demonstration.where_used.of([feature.id]).cells
        assert {cell.outcome for cell in cells} == beside
        assert {cell.lens for cell in cells} <= {Lens.PASSAGES}


def test_a_coding_that_gave_way_to_a_decision_counts_nowhere_and_says_so(study: Project) -> None:
    mine = put(study, "They come when I ring.", "Responsiveness", AILSA)
    put(study, "I feel safe now.", "Feeling safe", DENNIS)
    for coder in (AILSA, DENNIS):
        study.codings.declare_done(coder, ["elsie"])
    before = study.where_used.of([mine])
    assert before.cells
    assert not before.overruled
    ids = {coder.name: coder.id for coder in study.coders.all()}
    material = study.agreement.material(AgreementAsked(coders=(AILSA, DENNIS)))
    compared = study.disagreements.compared(material, ids[AILSA], ids[DENNIS])
    place = next(each for each in compared.places if each.seen.sides[0].code == before.codings[0].code)
    study.disagreements.settle(place, Outcome.ONE, take=ids[DENNIS], why="Nobody asked for help.", coder=AILSA)
    after = study.where_used.of([mine])
    assert after.overruled
    assert not after.cells
    assert [decision.why for decision in after.decisions] == ["Nobody asked for help."]


def test_memos_rounds_done_marks_and_files_are_told(study: Project, tmp_path: Path) -> None:
    coding = put(study, "I feel safe now.", memo="She laughed.")
    put(study, "I sit at home, to be honest.", "Having things to do", DENNIS)
    study.codings.declare_done(AILSA, ["elsie"])
    study.codings.declare_done(DENNIS, ["elsie"])
    study.rounds.open(NewRound(name="Pilot", transcripts=["elsie"], coders=[AILSA, DENNIS]))
    (found,) = study.codings.present([coding]).values()
    about = About(transcript=found.transcript, start=found.start, end=found.end)
    study.memos.write(about, "Just like at the other place.", coder=AILSA)
    study.memos.write(About(transcript=found.transcript), "About all of it.", coder=AILSA)
    target = tmp_path / "quotes.csv"
    scope = Scope()
    written = study.extracts.write(target, ExtractsOrder(study=ProjectDetails("Study"), date=date(2026, 3, 1)), scope)
    study.exports.record_extracts(target, written, scope, coder=AILSA)
    study.stars.put([coding], coder=DENNIS)
    usage = study.where_used.of([coding])
    assert usage.title == "elsie"
    assert usage.starred_by == [DENNIS]
    assert usage.done == [AILSA]
    assert [each.name for each in usage.rounds] == ["Pilot"]
    assert {memo.memo.body for memo in usage.memos} == {"Just like at the other place.", "She laughed."}
    assert [export.file for export in usage.exports] == [str(target)]


def test_what_a_blind_round_hides_is_not_there(study: Project) -> None:
    hidden = put(study, "I feel safe now.", coder=DENNIS)
    put(study, "I feel safe now.")
    study.rounds.open(NewRound(name="Pilot", transcripts=["elsie"], coders=[AILSA, DENNIS]))
    study.look_as(AILSA)
    with pytest.raises(UserError, match="no longer there"):
        study.where_used.of([hidden])


def test_a_coding_that_is_gone_is_said_to_be_gone(demonstration: Project) -> None:
    with pytest.raises(UserError, match="no longer there"):
        demonstration.where_used.of(["no-such-coding"])


def test_a_coding_is_used_in_the_summaries_that_refer_to_it(study: Project) -> None:
    coding = put(study, "I feel safe now.")
    grid = study.chart.grid()
    study.chart.write(grid, 0, 0, "Safe [1].", quotes=[coding], coder=AILSA)
    (summary,) = study.where_used.of([coding]).summaries
    assert (summary.about, summary.outcome) == ("Elsie", "Feeling safe")
