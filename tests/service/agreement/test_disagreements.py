"""Where two coders differ, in words, and what deciding about it does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.agreement import Unit
from qualcoder_lite.domain.disagreement import Kind, Outcome
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.agreement.disagreements import NewSettled
from qualcoder_lite.service.agreement.report import AgreementAsked, Compare
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import TALK, put

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding import Coding
    from qualcoder_lite.service.agreement.disagreements import Compared, Place
    from qualcoder_lite.service.project import Project

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def coded(study: Project) -> Project:
    """Two coders who see one place alike, and differ in edges, code, polarity, and alone."""
    put(study, "They come when I ring.", "Responsiveness", AILSA, memo="like Tuesday's call")
    put(study, "They come when I ring.", "Responsiveness", DENNIS)
    put(study, "I feel safe now.", "Feeling safe", AILSA)
    put(study, "feel safe", "Feeling safe", DENNIS)
    put(study, "The bus stopped running.", "Seeing people", AILSA)
    put(study, "bus stopped", "Having things to do", DENNIS)
    put(study, "I sit at home, to be honest.", "Choice", DENNIS)
    study.codings.declare_done(AILSA, ["elsie"])
    study.codings.declare_done(DENNIS, ["elsie"])
    return study


def compared(project: Project) -> Compared:
    ids = {coder.name: coder.id for coder in project.coders.all()}
    material = project.agreement.material(AgreementAsked(coders=(AILSA, DENNIS)))
    return project.disagreements.compared(material, ids[AILSA], ids[DENNIS])


def of_kind(project: Project, kind: Kind) -> Place:
    (place,) = compared(project).of_kind(kind)
    return place


def settled(project: Project) -> list[Coding]:
    return [coding for coding in project.codings.of_transcript("elsie") if coding.decision]


def own(project: Project) -> list[Coding]:
    return [coding for coding in project.codings.of_transcript("elsie") if not coding.decision]


def passages(project: Project) -> list[tuple[str, str]]:
    found = project.extracts.listed(Scope())
    return [(extract.code, TALK[extract.start : extract.end]) for extract in found]


def test_the_whole_is_told_in_a_line(coded: Project) -> None:
    assert compared(coded).in_words() == "both: 1 turn · only Dennis Okoro: 1 · different code: 1 · edges differ: 1"


def test_a_place_tells_where_it_is(coded: Project) -> None:
    place = of_kind(coded, Kind.DIFFERENT)
    assert (place.title, place.turn, place.speaker) == ("elsie", 4, "Elsie")


def test_delivered_or_not_may_be_all_that_differs(study: Project) -> None:
    put(study, "I feel safe now.", coder=AILSA, polarity="delivered")
    put(study, "I feel safe now.", coder=DENNIS, polarity="not_delivered")
    study.codings.declare_done(AILSA, ["elsie"])
    study.codings.declare_done(DENNIS, ["elsie"])
    assert of_kind(study, Kind.POLARITY).seen.sides


def test_taking_one_lets_that_version_count_and_leaves_the_coders_own(coded: Project) -> None:
    place, before = of_kind(coded, Kind.DIFFERENT), own(coded)
    ailsa = compared(coded).first
    coded.disagreements.settle(place, Outcome.ONE, coder=AILSA, take=ailsa, why="It is about seeing Jean.")
    assert own(coded) == before
    assert [(c.start, c.end, c.coder) for c in settled(coded)] == [(place.seen.start, place.seen.end, ailsa)]
    counted = passages(coded)
    assert ("Seeing people", "The bus stopped running.") in counted
    assert not [code for code, _ in counted if code == "Having things to do"]
    assert of_kind(coded, Kind.DIFFERENT).is_settled


def test_settled_codes_come_together_whoever_put_them(coded: Project) -> None:
    ailsa = compared(coded).first
    coded.disagreements.settle(of_kind(coded, Kind.EDGES), Outcome.ONE, coder=AILSA, take=ailsa)
    (both,) = compared(coded).of_kind(Kind.BOTH)
    coded.disagreements.settle(both, Outcome.BOTH, coder=AILSA)
    (table,) = coded.patterns.co_occurrence("turn", Scope(settled=True))
    names = [code.name for code in table.codes]
    assert table.coder == ""
    assert table.cells[names.index("Feeling safe")][names.index("Responsiveness")] == (1, 1)
    listed = coded.patterns.extracts_together("Feeling safe", "Responsiveness", "turn", Scope(settled=True))
    assert [extract.text for extract in listed] == ["I feel safe now."]


def test_taking_both_lets_both_count_with_all_they_say(coded: Project) -> None:
    (place,) = compared(coded).of_kind(Kind.BOTH)
    coded.disagreements.settle(place, Outcome.BOTH, coder=DENNIS)
    assert [coding.memo for coding in settled(coded)].count("like Tuesday's call") == 1
    assert ("Responsiveness", "They come when I ring.") in passages(coded)


def test_taking_the_version_of_who_put_nothing_takes_the_code_away(coded: Project) -> None:
    place = of_kind(coded, Kind.SECOND)
    coded.disagreements.settle(place, Outcome.ONE, coder=AILSA, take=compared(coded).first)
    assert settled(coded) == []
    assert not [code for code, _ in passages(coded) if code == "Choice"]


def test_a_new_version_stands_in_the_place_of_both(coded: Project) -> None:
    place = of_kind(coded, Kind.DIFFERENT)
    start = TALK.index("stopped running")
    new = NewSettled(code="Choice", start=start, end=start + len("stopped running"))
    coded.disagreements.settle(place, Outcome.NEW, coder=AILSA, new=[new])
    counted = passages(coded)
    assert ("Choice", "stopped running") in counted
    assert not [code for code, _ in counted if code in ("Seeing people", "Having things to do")]


def test_a_memo_that_was_taken_with_its_coding_is_listed_once(coded: Project) -> None:
    place = of_kind(coded, Kind.DIFFERENT)
    (hers,) = [each for each in own(coded) if TALK[each.start : each.end] == "The bus stopped running."]
    coded.codings.update(replace(hers, memo="The number 9?"))
    coded.disagreements.settle(place, Outcome.ONE, coder=DENNIS, take=compared(coded).first)
    assert "The number 9?" in [each.memo for each in settled(coded)]
    assert [each.memo.body for each in coded.memos.all()].count("The number 9?") == 1


def test_settled_codings_speak_for_the_whole_once_they_are_half_as_many_as_a_coders_own(coded: Project) -> None:
    assert not coded.findings.is_mostly_settled()
    coded.disagreements.settle(of_kind(coded, Kind.DIFFERENT), Outcome.ONE, coder=AILSA, take=compared(coded).first)
    assert not coded.findings.is_mostly_settled()  # 1 of the 4 that Dennis has
    coded.disagreements.settle(of_kind(coded, Kind.EDGES), Outcome.ONE, coder=AILSA, take=compared(coded).first)
    assert coded.findings.is_mostly_settled()


@pytest.mark.parametrize("outcome", [Outcome.OPEN, Outcome.DEFINITION])
def test_leaving_it_open_settles_nothing_but_keeps_the_note_under_the_code(coded: Project, outcome: Outcome) -> None:
    before = passages(coded)
    place = of_kind(coded, Kind.EDGES)
    coded.disagreements.settle(place, outcome, coder=AILSA, why="Does “now” belong?")
    assert passages(coded) == before
    assert not coded.findings.has_settled()
    assert not of_kind(coded, Kind.EDGES).is_settled
    (note,) = coded.disagreements.notes("Feeling safe")
    assert (note.why, note.outcome) == ("Does “now” belong?", outcome)


def test_deciding_again_takes_the_place_of_what_was_decided(coded: Project) -> None:
    both = compared(coded)
    for take in (both.first, both.second):
        coded.disagreements.settle(of_kind(coded, Kind.EDGES), Outcome.ONE, coder=AILSA, take=take)
    assert [coding.coder for coding in settled(coded)] == [both.second]
    assert len(coded.disagreements.log()) == 1


def test_a_decision_is_one_step_that_can_be_undone_and_taken_back(coded: Project) -> None:
    before = passages(coded)
    coded.disagreements.settle(of_kind(coded, Kind.DIFFERENT), Outcome.BOTH, coder=AILSA)
    assert "settled Seeing people on ‘The bus stopped running.’" in coded.history.entries(1)[0].what
    coded.history.undo()
    assert (settled(coded), passages(coded)) == ([], before)
    coded.history.redo()
    assert len(settled(coded)) == 2
    coded.disagreements.unsettle(of_kind(coded, Kind.DIFFERENT), coder=AILSA)
    assert (settled(coded), passages(coded)) == ([], before)


def test_what_is_missing_is_asked_for_in_a_sentence(coded: Project) -> None:
    place = of_kind(coded, Kind.EDGES)
    with pytest.raises(UserError, match="Choose the code"):
        coded.disagreements.settle(place, Outcome.NEW, coder=AILSA)
    with pytest.raises(UserError, match="Say in a line"):
        coded.disagreements.settle(place, Outcome.DEFINITION, coder=AILSA, why=" ")
    with pytest.raises(UserError, match="Say who decides"):
        coded.disagreements.settle(place, Outcome.BOTH, coder=" ")
    with pytest.raises(UserError, match="not a passage"):
        coded.disagreements.settle(
            place, Outcome.NEW, coder=AILSA, new=[NewSettled(code="Choice", start=5, end=100_000)]
        )
    assert coded.disagreements.log() == []


def test_each_coder_is_compared_with_the_settled_version(coded: Project) -> None:
    coded.disagreements.settle(of_kind(coded, Kind.EDGES), Outcome.ONE, coder=AILSA, take=compared(coded).first)
    found = coded.agreement.measure(AgreementAsked(compare=Compare.SETTLED, unit=Unit.CHARACTER))
    (safe,) = [code for code in found.figures.codes if found.codes[code.code] == "Feeling safe"]
    kappas = {found.pair(pair): table.kappa for pair, table in safe.pairs.items()}
    assert kappas[f"{AILSA}|Settled version"] == 1
    assert 0 < (kappas[f"{DENNIS}|Settled version"] or 0) < 1


def test_places_come_in_the_order_of_the_text(coded: Project) -> None:
    starts = [place.seen.start for place in compared(coded).places]
    assert all(one <= other for one, other in pairwise(starts))
