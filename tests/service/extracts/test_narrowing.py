"""Extracts by any mix of codes, by speakers, memos and doubts; and what is done to a passage where it was found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import TALK, put

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project


@pytest.fixture
def coded(study: Project) -> Project:
    put(study, "I feel safe now.", "Feeling safe", memo="She smiles.")
    put(study, "They come when I ring.", "Responsiveness")
    put(study, "Do they come when you ring?", "Choice")
    doubtful = put(study, "I sit at home", "Having things to do", coder="Ben Hale")
    study.codings.update(replace(study.codings.get(doubtful), sure=False))
    return study


def found(project: Project, **scope: object) -> list[str]:
    return [extract.code for extract in project.extracts.all(Scope(**scope))]  # pyright: ignore[reportArgumentType]


def test_passages_are_found_by_what_is_or_is_not_coded_in_the_same_turn(coded: Project):
    assert found(coded, together=(Together(codes=("responsiveness",)),)) == ["Feeling safe", "Responsiveness"]
    assert found(coded, together=(Together(codes=("Responsiveness",), without=True),)) == [
        "Having things to do",
        "Choice",
    ]
    both = (Together(codes=("Responsiveness", "Choice"), near=1), Together(codes=("Feeling safe",), near=1))
    assert found(coded, codes=("Choice", "Having things to do"), together=both) == ["Choice"]


def test_any_mix_of_codes_finds_the_passages_that_fit_it(coded: Project):
    safe_with_help = Mix(
        how=How.ALL, parts=(Together(codes=("Feeling safe",), near="itself"), Together(codes=("Responsiveness",)))
    )
    mix = Mix(how=How.ANY, parts=(Together(codes=("having things to do",), near="itself"), safe_with_help))
    assert found(coded, together=(mix,)) == ["Feeling safe", "Having things to do"]
    assert found(coded, together=(Mix(how=How.NONE, parts=(mix,)),)) == ["Choice", "Responsiveness"]
    assert found(coded, together=(mix,), codes=("Feeling safe",)) == ["Feeling safe"]
    assert Scope(together=(mix,)).in_words() == [
        "Either coded having things to do, or (both coded Feeling safe and near Responsiveness (same turn))"
    ]
    with pytest.raises(UnknownNameError):
        found(coded, together=(Mix(how=How.ANY, parts=(Together(codes=("Colocation of staff",)),)),))


def test_near_is_the_same_passage_where_that_is_asked_for(coded: Project):
    put(coded, "feel safe", "Choice")
    assert found(coded, codes=("Feeling safe",), together=(Together(codes=("Choice",), near="overlap"),)) == [
        "Feeling safe"
    ]
    assert found(coded, codes=("Responsiveness",), together=(Together(codes=("Choice",), near="overlap"),)) == []


def test_an_unknown_code_near_is_told(coded: Project):
    with pytest.raises(UnknownNameError):
        found(coded, together=(Together(codes=("Colocation of staff",)),))


def test_passages_are_found_by_speakers_memos_and_doubts(coded: Project):
    assert found(coded, roles=(SpeakerRole.INTERVIEWER,)) == ["Choice"]
    assert len(found(coded, roles=(SpeakerRole.PARTICIPANT,))) == 3
    assert found(coded, memo=True) == ["Feeling safe"]
    assert found(coded, unsure=True) == ["Having things to do"]


def test_a_scope_tells_all_it_asks_for(coded: Project):
    scope = Scope(
        roles=(SpeakerRole.CARER,),
        together=(Together(codes=("Choice",)), Together(codes=("Reliability",), near="overlap", without=True)),
        memo=True,
        unsure=True,
    )
    assert scope.in_words() == [
        "Speaking: carer",
        "Near Choice (same turn)",
        "But not Reliability (same passage)",
        "Only passages with a memo",
        "Only passages with a coding marked “not sure”",
    ]


# Changing a passage where it was found


def passage(project: Project, code: str) -> tuple[str, ...]:
    return project.extracts.listed(Scope(codes=(code,)))[0].codings


def said(project: Project, coding: str) -> str:
    found = project.codings.get(coding)
    return TALK[found.start : found.end]


def test_all_codings_of_a_passage_get_another_code_in_one_step(coded: Project):
    put(coded, "safe now. 🙂", "Feeling safe", coder="Ben Hale")
    codings = passage(coded, "Feeling safe")
    assert len(codings) == 2
    coded.codings.change_together(codings, code="Reliability", coder="Ailsa Brodie")
    entry = coded.history.next_undo()
    assert entry is not None
    assert entry.what == "changed 2 codings of Feeling safe to Reliability"
    assert passage(coded, "Reliability") == codings
    coded.history.undo()
    assert passage(coded, "Feeling safe") == codings


def test_the_edges_of_a_passage_are_moved_with_the_codings_that_reach_them(coded: Project):
    put(coded, "safe now. 🙂", "Feeling safe", coder="Ben Hale")
    first, second = sorted(passage(coded, "Feeling safe"), key=lambda id_: coded.codings.get(id_).start)
    start, end = TALK.index("They come when I"), TALK.index(" now. 🙂")
    coded.codings.change_together([first, second], start=start, end=end)
    assert said(coded, first) == "They come when I ring. I feel safe"
    assert said(coded, second) == "safe"
    entry = coded.history.next_undo()
    assert entry is not None
    assert entry.what.startswith("moved the edges of 2 codings of Feeling safe to ‘They come when I ring.")


def test_a_coding_that_nothing_is_left_of_is_taken_off_and_two_alike_become_one(coded: Project):
    other = put(coded, "now", "Feeling safe")
    codings = passage(coded, "Feeling safe")
    coded.codings.change_together(codings, end=TALK.index(" safe now"))
    assert set(coded.codings.present(codings)) == set(codings) - {other}
    coded.history.undo()
    now = TALK.index("now. 🙂")
    coded.codings.change_together(codings, start=now, end=now + 3)
    assert len(coded.codings.present(codings)) == 1


def test_a_coder_who_has_the_code_there_already_is_told(coded: Project):
    put(coded, "I feel safe now.", "Reliability")
    before = coded.info().codings
    with pytest.raises(UserError, match="already"):
        coded.codings.change_together(passage(coded, "Feeling safe"), code="Reliability")
    assert coded.info().codings == before


def test_a_passage_can_not_be_moved_to_where_there_are_no_words(coded: Project):
    with pytest.raises(UserError):
        coded.codings.change_together(passage(coded, "Feeling safe"), start=20, end=10)
