"""The passages behind a cell are those that the cell counts, whatever study is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.cross_reference import Lens, SiteCell, Tally, counted_passages, cross_reference
from qualcoder_lite.domain.people import FeatureState
from tests.domain.slow_counting import POLARITIES
from tests.domain.studies import inputs, study_of

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference import Near, Study
    from qualcoder_lite.domain.passage import Passage
    from tests.domain.slow_counting import Inputs


def _tally(study: Study, passages: list[Passage]) -> Tally:
    person = {one.transcript: one.participant or one.transcript for one in study.transcripts}
    people = {person[passage.transcript] for passage in passages}
    said = [passage.polarity.value for passage in passages]
    return Tally.of(len(people), *(said.count(each) for each in POLARITIES))


@settings(max_examples=40)
@given(inputs(), st.sampled_from(("turn", "overlap", 0, 2)))
def test_every_tally_of_every_lens_counts_its_passages(inputs_: Inputs, near: Near) -> None:
    study = study_of(inputs_)
    for lens in Lens:
        matrix = cross_reference(study, lens, near)
        for outcome, row in zip(matrix.rows, matrix.cells, strict=True):
            for feature, cell in zip(matrix.columns, row, strict=True):
                for state in FeatureState:
                    passages = counted_passages(study, lens, outcome.id, feature.id, state=state, near=near)
                    counted = getattr(cell, state) if isinstance(cell, SiteCell) else cell.tally
                    assert _tally(study, passages) == counted


@settings(max_examples=1)
@given(inputs())
def test_a_distance_that_is_none_is_refused(inputs_: Inputs) -> None:
    with pytest.raises(ValueError, match="near is"):
        counted_passages(study_of(inputs_), Lens.PASSAGES, "Choice", "Co-location", near=-1)
