"""How often codes are used, and which come together, beside a slow and obvious second count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.codebook import Code
from qualcoder_lite.domain.retrieval.co_occurrence import co_occurrence
from qualcoder_lite.domain.retrieval.frequencies import Frequency, Interview, frequencies
from tests.domain.slow_counting import Piece, are_near, passages
from tests.domain.studies import FEATURES, OUTCOMES, inputs

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Near
    from tests.domain.slow_counting import Inputs

NAMES = (*OUTCOMES, *FEATURES)
CODES = [Code(id=name, name=name, group="") for name in NAMES]


def own_pieces(given: Inputs, coder: str | None = None) -> list[Piece]:
    """The codings as pieces, decisions left aside."""
    return [
        Piece(transcript, code, frozenset(range(start, end)), polarity, coding)
        for transcript, code, start, end, polarity, coding, who in given.rows
        if coder in (None, who) and transcript in {one.transcript for one in given.transcripts}
    ]


def person_of(given: Inputs) -> dict[str, str]:
    return {one.transcript: one.participant or one.transcript for one in given.transcripts}


@settings(max_examples=60)
@given(inputs())
def test_frequencies_are_what_the_slow_count_finds(given: Inputs) -> None:
    people = person_of(given)
    interviews = {one.transcript: Interview(people[one.transcript], one.site or "") for one in given.transcripts}
    found = frequencies(given.rows, CODES, interviews, by="site")
    pieces = own_pieces(given)
    assert set(found.values) == {interview.value for interview in interviews.values()}
    for row, name in enumerate(NAMES):
        made = passages(pieces, name)
        for column, value in enumerate(found.values):
            there = [passage for passage in made if interviews[passage[0].transcript].value == value]
            people = {interviews[passage[0].transcript].person for passage in there}
            assert found.cells[row][column] == (len(people), len(there))
        everybody = {interviews[passage[0].transcript].person for passage in made}
        assert found.totals[row] == (len(everybody), len(made))


@settings(max_examples=60)
@given(inputs(), st.sampled_from(["overlap", "turn", 0, 1, 3, 50]))
def test_codes_come_together_where_the_slow_count_finds_them(given: Inputs, near: Near) -> None:
    rows = [row for row in given.rows if row[6] == "AB"]
    person = person_of(given)
    found = co_occurrence(rows, CODES, person, near=near, turns=given.turns.__getitem__, coder="AB")
    pieces = own_pieces(given, "AB")
    made = {name: passages(pieces, name) for name in NAMES}
    for row, name in enumerate(NAMES):
        for column, beside in enumerate(NAMES):
            together = [
                passage
                for passage in made[name]
                if name == beside
                or any(are_near(passage, other, near, given.turns[passage[0].transcript]) for other in made[beside])
            ]
            people = {person[passage[0].transcript] for passage in together}
            assert found.cells[row][column] == (len(people), len(together)), (name, beside)


@settings(max_examples=30)
@given(inputs(), st.sampled_from(["overlap", "turn", 2]))
def test_as_many_people_have_one_code_beside_another_as_the_other_beside_the_one(given: Inputs, near: Near) -> None:
    found = co_occurrence(given.rows, CODES, person_of(given), near=near, turns=given.turns.__getitem__).cells
    assert [[cell.people for cell in row] for row in found] == [
        [row[column].people for row in found] for column in range(len(NAMES))
    ]


def test_those_of_whom_nothing_is_known_stand_last() -> None:
    interviews = {"t1": Interview("Ann", ""), "t2": Interview("Bo", "Torbay"), "t3": Interview("Cy", "Camden")}
    found = frequencies([("t1", "Choice", 0, 4, "mixed")], CODES, interviews, by="site")
    assert found.values == ("Camden", "Torbay", "")
    assert found.people == (1, 1, 1)
    assert found.cells[1] == (Frequency(), Frequency(), Frequency(1, 1))


def test_a_person_with_two_values_counts_once_in_all() -> None:
    interviews = {"t1": Interview("Ann", "Camden"), "t2": Interview("Ann", "Torbay")}
    rows = [("t1", "Choice", 0, 4, "mixed"), ("t2", "Choice", 0, 4, "mixed")]
    assert frequencies(rows, CODES, interviews, by="site").totals[1] == (1, 2)
