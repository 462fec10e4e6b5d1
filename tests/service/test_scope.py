"""What a question is narrowed to."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UnknownNameError
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.service.scope import Scope, ScopeReader, told
from tests.service.helpers import put


def test_everything_needs_no_words():
    assert Scope().in_words() == []


def test_a_scope_is_told_in_the_projects_own_spelling(demonstration):
    scope = Scope(
        codes=("safety", "FEELING SAFE", "Choice"),
        sites=(" fenmarsh",),
        client_groups=("older PEOPLE",),
        coders=("ailsa  brodie",),
        polarities=(Polarity.NOT_DELIVERED, Polarity.MIXED),
    )
    assert told(demonstration._session, scope) == [
        "Codes: Feeling safe, Choice.",
        "Sites: Fenmarsh.",
        "Client groups: Older people.",
        "Coders: Ailsa Brodie.",
        "Delivered or not: not delivered, mixed.",
    ]


def test_filters_on_transcripts_narrow_together(demonstration):
    def places(**names):
        reader = ScopeReader(demonstration._session, Scope(**names))
        return {(place.site.name, place.client_group) for place in reader.placements.values() if place.site}

    assert places(sites=("Auchterlaw",)) == {
        ("Auchterlaw", group) for group in ("Older people", "Mental health", "Intellectual disability")
    }
    assert places(sites=("Auchterlaw",), client_groups=("Mental health",)) == {("Auchterlaw", "Mental health")}
    assert places(sites=("Fenmarsh", "Hallowby"), client_groups=("Mental health",)) == {("Hallowby", "Mental health")}


def test_rows_are_those_of_the_codes_coders_and_transcripts_in_scope(demonstration):
    session = demonstration._session
    everything = ScopeReader(session, Scope()).rows()
    reader = ScopeReader(session, Scope(codes=("Choice",), coders=("Dennis Okoro",), sites=("Fenmarsh",)))
    rows = reader.rows(reader.codes)
    assert rows
    assert set(rows) < set(everything)
    assert {row[1] for row in rows} == reader.codes
    assert {row[6] for row in rows} == reader.coders
    assert rows == sorted(rows, key=lambda row: row[:4])


def test_done_is_what_a_coder_in_scope_declared(demonstration):
    session = demonstration._session
    of_all, of_ailsa, of_dennis = (
        ScopeReader(session, Scope(coders=coders)).done() for coders in ((), ("Ailsa Brodie",), ("Dennis Okoro",))
    )
    assert of_all == of_ailsa | of_dennis
    assert len(of_all) == 11
    assert of_ailsa != of_dennis


@pytest.mark.parametrize(
    "scope",
    [Scope(codes=("Nope",)), Scope(sites=("Nope",)), Scope(coders=("Nope",)), Scope(client_groups=("Nope",))],
)
def test_an_unknown_name_is_refused(demonstration, scope):
    with pytest.raises(UnknownNameError, match="“Nope”"):
        ScopeReader(demonstration._session, scope)


def test_settled_codings_are_in_use_once_there_are_any(study):
    put(study, "I feel safe now")
    assert ScopeReader(study._session, Scope()).settled is False
    assert ScopeReader(study._session, Scope(settled=True)).settled is True


def test_respondents_narrow_to_the_transcripts_of_such_people(demonstration):
    scope = Scope(respondents=(Respondent.UNPAID_CARER,))
    reader = ScopeReader(demonstration._session, scope)
    people = {p.name for p in demonstration.participants.all() if p.respondent == Respondent.UNPAID_CARER}
    assert {place.participant.name for place in reader.placements.values() if place.participant} == people
    assert people
    assert told(demonstration._session, scope) == ["Respondents: unpaid carer."]


def test_the_matrix_of_each_respondent_counts_only_their_passages(demonstration):
    for lens in ("sites", "passages", "attributions"):
        everybody = demonstration.findings.matrix(lens)
        parts = [
            demonstration.findings.matrix(lens, scope=Scope(respondents=(respondent,)))
            for respondent in demonstration.findings.respondents()
        ]
        known = sum(part.denominators.people for part in parts)
        assert known == everybody.denominators.people - everybody.denominators.people_without_participant
