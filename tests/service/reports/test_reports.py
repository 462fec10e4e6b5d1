"""The reports of the three stages, counted again from the matrix and the extracts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.extracts.extract import person_of
from qualcoder_lite.domain.extracts.voices import PER_PERSON
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.domain.reports.report import Stage
from qualcoder_lite.domain.reports.told import Likeness
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

EVERY = [(Stage.SITE, "Hallowby"), (Stage.CLIENT_GROUP, "Older people"), (Stage.ACROSS, "")]
SCOPES = [Scope(sites=("Hallowby",)), Scope(client_groups=("Older people",)), Scope()]


@pytest.mark.parametrize(("asked", "scope"), list(zip(EVERY, SCOPES, strict=True)), ids=[stage for stage, _ in EVERY])
def test_outcomes_are_counted_as_the_extracts_are(demonstration, asked, scope):
    report = demonstration.reports.make(*asked)
    extracts = demonstration.extracts.all(scope)
    for outcome in report.outcomes:
        of_outcome = [extract for extract in extracts if extract.code == outcome.name]
        assert outcome.told.tally.passages == len(of_outcome)
        assert outcome.told.tally.people == len({person_of(extract) for extract in of_outcome})


@pytest.mark.parametrize("asked", EVERY, ids=[stage for stage, _ in EVERY])
def test_quotes_are_in_balance_and_honour_consent(demonstration, asked):
    report = demonstration.reports.make(*asked)
    assert report.quotes
    assert all(quote.may_quote and quote.respondent != "interviewer" for quote in report.quotes)
    for outcome in report.outcomes:
        assert all(quote.code == outcome.name for quote in outcome.quotes)
        assert max(Counter(map(person_of, outcome.quotes)).values(), default=0) <= PER_PERSON
    assert sum(report.quoted) == len(report.quotes)


def test_who_said_no_to_being_quoted_is_counted_and_never_quoted(demonstration):
    report = demonstration.reports.make("site", "Hallowby")
    extracts = demonstration.extracts.all(Scope(sites=("Hallowby",)))
    outcomes = {outcome.name for outcome in report.outcomes}
    withheld = [extract for extract in extracts if not extract.may_quote and extract.code in outcomes]
    assert (report.withheld_passages, report.withheld_people) == (len(withheld), 1)
    assert not {extract.transcript for extract in withheld} & {quote.transcript for quote in report.quotes}


def test_a_site_is_told_with_its_register_and_what_helped_there(demonstration):
    report = demonstration.reports.make("site", "fenmarsh")
    assert (report.name, report.heard.people, report.heard.done, report.parts) == ("Fenmarsh", 4, 3, [])
    assert ("Country", "England") in report.facts
    states = Counter(state for each in report.register for state, sites in each.sites.items() if sites)
    assert (states[FeatureState.PRESENT], states[FeatureState.PARTIAL], states[FeatureState.ABSENT]) == (13, 3, 1)
    matrix = demonstration.findings.matrix("attributions", scope=Scope(sites=("Fenmarsh",)))
    named = {
        column.name
        for row in matrix.cells
        for column, cell in zip(matrix.columns, row, strict=True)
        if cell.tally.passages
    }
    assert {feature.name for feature in report.features} == named
    assert all(feature.helped or feature.hindered for feature in report.features)


def test_an_outcome_nobody_speaks_of_stands_there_silent(demonstration):
    report = demonstration.reports.make("site", "Fenmarsh")
    silent = [outcome for outcome in report.outcomes if not outcome.told.tally.people]
    assert [outcome.name for outcome in silent] == ["Dealing with stigma (mental health)"]
    assert not silent[0].quotes


def test_who_was_asked_is_told_apart_from_who_spoke_unprompted(study):
    put(study, "I feel safe now", polarity="delivered")
    assert study.reports.make("site", "Fenmarsh").outcomes[0].asked is None
    study.schedule.add("Do you feel safe?", "Feeling safe")
    put(study, "The bus stopped running", "Having things to do")
    told = {outcome.name: outcome.asked for outcome in study.reports.make("site", "Fenmarsh").outcomes}
    assert [(each.asked, each.unprompted, each.not_asked) for each in list(told.values())[:3]] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
    ]


def test_a_client_group_is_compared_across_its_sites(demonstration):
    report = demonstration.reports.make("client-group", "intellectual disability")
    assert report.name == "Intellectual disability"
    assert [part.name for part in report.parts] == ["Auchterlaw", "Kestrel Bay"]
    for outcome in report.outcomes:
        assert sum(told.tally.passages for told in outcome.by_part) == outcome.told.tally.passages
    assert {outcome.likeness for outcome in report.outcomes} <= {Likeness.SOME_SILENT, Likeness.SILENT}


def test_across_all_groups_stands_the_layout_of_table_3_with_the_matrix_verdicts(demonstration):
    report = demonstration.reports.make("across")
    assert [part.name for part in report.parts] == ["Older people", "Intellectual disability", "Mental health"]
    matrix = demonstration.findings.matrix("attributions")
    for finding, row in zip(report.findings, matrix.cells, strict=True):
        links = {link.feature: link for link in (*finding.service, *finding.partnership)}
        for column, cell in zip(matrix.columns, row, strict=True):
            if cell.tally.passages or cell.marks.published:
                link = links.pop(column.name)
                assert (link.helped, link.hindered) == (cell.people_helped, cell.people_hindered)
                assert (link.published, link.verdict) == (cell.marks.published, cell.verdict)
        assert not links
    assert {link.feature for finding in report.findings for link in finding.partnership} == {
        "Co-location",
        "Multidisciplinary team",
        "Specialist partnership",
        "Extended partnership",
    }


def test_the_table_alone_holds_one_short_quote_an_outcome_and_hears_many_people(demonstration):
    whole, table = (demonstration.reports.make(Stage.ACROSS, table_alone=alone) for alone in (False, True))
    in_cells = [row.quote for row in whole.findings if row.quote is not None]
    assert table.quotes == in_cells
    assert len(whole.quotes) > len(in_cells)
    assert all(quote in whole.quotes and len(quote.text) <= 240 for quote in in_cells)
    for row in whole.findings:
        if any(quote.starred and len(quote.text) <= 240 for quote in row.outcome.quotes):
            assert row.quote is not None
            assert row.quote.starred
    times = Counter(quote.participant for quote in in_cells if not quote.starred)
    assert max(times.values()) <= 3
    assert len({quote.site for quote in in_cells}) == 4


def test_an_interviewers_own_words_are_counted_but_not_quoted(study):
    put(study, "Do they come when you ring?")
    report = study.reports.make("site", "Fenmarsh")
    assert report.outcomes[0].told.tally.passages == 1
    assert report.quotes == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("site", "Fenmarch"), "“Fenmarsh”"),
        (("client-group", "Old people"), "“Older people”"),
        (("site", ""), "Say which site the report is about: “"),
        (("client-group", ""), "Say which client group the report is about: “Older people”"),
        (("across", "Fenmarsh"), "takes no name"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(demonstration, asked, said):
    with pytest.raises(UserError, match=said):
        demonstration.reports.make(*asked)


def test_a_site_nobody_knows_is_an_unknown_name(demonstration):
    with pytest.raises(UnknownNameError):
        demonstration.reports.make("site", "Nowhere")


def test_without_transcripts_people_or_codings_it_is_said_what_is_missing(study, tmp_path: Path):
    with pytest.raises(UserError, match="Nothing that was said at Fenmarsh is coded with an outcome yet"):
        study.reports.make("site", "Fenmarsh")
    study.sites.add("Hallowby")
    with pytest.raises(UserError, match="No transcript at Hallowby is in the project yet"):
        study.reports.make("site", "Hallowby")
    with (
        Project.create(tmp_path / "empty.qclite", title="Empty") as empty,
        pytest.raises(UserError, match="holds no transcripts yet"),
    ):
        empty.reports.make("across")
