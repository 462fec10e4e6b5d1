"""The places behind a two by two: as many as were counted, and each where its cell says."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.agreement import Cell, Unit, cells, measure
from tests.domain.agreement.studies import CODES, studies

if TYPE_CHECKING:
    from qualcoder_lite.domain.agreement import CellPlace, Judged


def coded_by(study: Judged, place: CellPlace, code: str, coder: str) -> bool:
    return any(
        row[0] == place.transcript
        and row[1] == code
        and row[6] == coder
        and row[2] < place.end
        and place.start < row[3]
        for row in study.codings
    )


@settings(max_examples=25)
@given(studies(), st.sampled_from(list(Unit)), st.booleans())
def test_the_places_of_a_cell_are_the_units_it_counts(study: Judged, unit: Unit, all_turns: bool) -> None:
    measured = measure(study, unit, all_turns=all_turns, with_intervals=False)
    for figures in measured.codes:
        for pair in combinations(study.coders, 2):
            found, table = cells(study, unit, figures.code, pair, all_turns=all_turns), figures.pairs[pair]
            counted = (table.both, table.only_first, table.only_second, table.neither)
            assert (*(found.units(cell) for cell in Cell), found.neither) == counted


@settings(max_examples=25)
@given(studies(coders=2), st.sampled_from([Unit.TURN, Unit.CHARACTER]))
def test_a_place_is_coded_by_whom_its_cell_names(study: Judged, unit: Unit) -> None:
    lengths = {each.id: each.characters for each in study.transcripts}
    for code in CODES:
        for cell, places in cells(study, unit, code, (study.coders[0], study.coders[1])).places.items():
            for place in places:
                assert 0 <= place.start < place.end <= lengths[place.transcript]
                whose = [coder for coder in study.coders if coded_by(study, place, code, coder)]
                expected = {Cell.BOTH: study.coders, Cell.ONLY_FIRST: study.coders[:1]}.get(cell, study.coders[1:])
                assert whose == list(expected)
