"""Counter-examples to a cell: who has the feature and not the outcome, and the reverse; each can be answered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.extracts.extract import person_of
from qualcoder_lite.domain.memo import Subject
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.service.cross_reference.counter_examples import CounterExample, CounterExamples
    from qualcoder_lite.service.project import Project


def _polarities(project: Project, outcome: str, feature: str, state: FeatureState) -> dict[str, set[str]]:
    """What each person says of an outcome at the sites of one state, by opening the cell's quotes."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for extract in project.findings.extracts(Lens.SITES, outcome, feature, state=state):
        said[person_of(extract)].add(extract.polarity)
    return said


def test_they_are_the_people_of_the_cell_who_say_the_opposite(demonstration: Project) -> None:
    matrix = demonstration.findings.matrix(Lens.SITES)
    found = 0
    for outcome in matrix.rows:
        for feature in matrix.columns[6:9]:
            examples = demonstration.counter_examples.of_cell(Lens.SITES, outcome.id, feature.id)
            for listed, state, against in (
                (examples.not_delivered_with, FeatureState.PRESENT, "not_delivered"),
                (examples.delivered_without, FeatureState.ABSENT, "delivered"),
            ):
                said = _polarities(demonstration, outcome.id, feature.id, state)
                opposite = {"delivered": "not_delivered", "not_delivered": "delivered"}[against]
                assert {each.person: each.both for each in listed} == {
                    person: opposite in polarities for person, polarities in said.items() if against in polarities
                }
                assert all(e.polarity == against for each in listed for e in each.extracts)
                found += len(listed)
    assert found > 10


@pytest.mark.parametrize("lens", [Lens.PASSAGES, Lens.ATTRIBUTIONS])
def test_through_other_lenses_nobody_is_both_in_the_cell_and_without_it(demonstration: Project, lens: Lens) -> None:
    matrix = demonstration.findings.matrix(lens)
    for outcome in matrix.rows[:5]:
        inside = {person_of(e) for e in demonstration.findings.extracts(lens, outcome.id, "Co-location")}
        examples = demonstration.counter_examples.of_cell(lens, outcome.id, "Co-location")
        assert {each.person for each in examples.not_delivered_with} <= inside
        assert inside.isdisjoint(each.person for each in examples.delivered_without)
        everybody = demonstration.extracts.all(Scope(codes=(outcome.name,)))
        delivered = {person_of(extract) for extract in everybody if extract.polarity == "delivered"}
        assert {each.person for each in examples.delivered_without} == delivered - inside


def _only(project: Project) -> tuple[CounterExamples, CounterExample]:
    examples = project.counter_examples.of_cell("sites", "Feeling safe", "Co-location of staff")
    return examples, examples.not_delivered_with[0]


@pytest.fixture
def against(study: Project) -> Project:
    """Elsie, at a co-located site, does not feel safe."""
    study.sites.record("Fenmarsh", "Co-location of staff", RegisterEntry(state=FeatureState.PRESENT))
    put(study, "I feel safe now.", polarity="not_delivered")
    return study


def test_an_answer_is_a_memo_about_the_person_and_the_outcome(against: Project) -> None:
    examples, elsie = _only(against)
    assert (elsie.person, elsie.site, examples.unanswered) == ("Elsie", "Fenmarsh", 1)
    against.counter_examples.answer(elsie, examples.feature, "The office moved last year.", coder="Ailsa Brodie")
    examples, elsie = _only(against)
    assert examples.unanswered == 0
    (memo,) = elsie.answers
    assert memo.memo.body == "The office moved last year."
    assert (memo.subject, memo.thing, memo.place) == (Subject.PARTICIPANT, "Elsie", "Feeling safe")
    assert "wrote a memo about a person" in against.history.entries()[0].what
    against.history.undo()
    assert _only(against)[0].unanswered == 1


def test_an_answer_about_another_outcome_answers_nothing_here(against: Project) -> None:
    put(against, "They come when I ring.", "Responsiveness", polarity="not_delivered")
    other = against.counter_examples.of_cell("sites", "Responsiveness", "Co-location of staff")
    against.counter_examples.answer(other.not_delivered_with[0], other.feature, "Only at night.", coder="Ailsa Brodie")
    assert _only(against)[0].unanswered == 1


def test_an_answer_says_something_and_is_signed(against: Project) -> None:
    examples, elsie = _only(against)
    for body, coder in (("  ", "Ailsa Brodie"), ("The office moved.", "")):
        with pytest.raises(UserError):
            against.counter_examples.answer(elsie, examples.feature, body, coder=coder)


def test_a_blind_round_hides_what_others_answered(against: Project) -> None:
    examples, elsie = _only(against)
    against.counter_examples.answer(elsie, examples.feature, "The office moved last year.", coder="Dennis Okoro")
    against.rounds.open(NewRound(name="Pilot", transcripts=["elsie"], coders=["Ailsa Brodie", "Dennis Okoro"]))
    against.look_as("Ailsa Brodie")
    assert not against.memos.all()
    against.look_as("Dennis Okoro")
    assert len(against.memos.all()) == 1
