"""Counting outcomes by features through one of three lenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.cross_reference.attributions_lens import (
    by_attribution,
    hear_attributions,
    passages_attributed,
)
from qualcoder_lite.domain.cross_reference.passages_lens import by_passage, hear_nearby, passages_nearby
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.sites_lens import by_site, hear_outcomes, passages_at_sites
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.people import FeatureState

if TYPE_CHECKING:
    from qualcoder_lite.domain.cross_reference.hearing import Hearing
    from qualcoder_lite.domain.cross_reference.matrix import Matrix
    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.passage import Passage


def cross_reference(study: Study, lens: Lens | str, near: Near = "turn") -> Matrix:
    """Count outcomes by features: people first, then the passages in which they say it.

    Args:
        study: What to count, every filter applied.
        lens: What brings an outcome and a feature together.
        near: How close two passages must be in the lens `passages`; the others pay no heed to it.

    Raises:
        ValueError: There is no such lens, or `near` is neither a word it knows nor a number of turns from 0.
    """
    return matrix_of(study, hear(study, lens, near), Lens(lens), near)


def hear(study: Study, lens: Lens | str, near: Near = "turn") -> Hearing:
    """The first half of `cross_reference`: what each transcript with codings in the study says through a lens.

    It depends on the transcript's own codings, links and turns, on which codes are outcomes and features, and on
    nothing else, so it may be kept and joined with what is heard of other transcripts at another time.

    Raises:
        ValueError: As `cross_reference` does.
    """
    lens = Lens(lens)
    _refuse_no_distance(near)
    scope = Scope(study.transcripts)
    if lens is Lens.SITES:
        return hear_outcomes(study, scope)
    if lens is Lens.PASSAGES:
        return hear_nearby(study, scope, near)
    return hear_attributions(study, scope)


def matrix_of(study: Study, hearing: Hearing, lens: Lens, near: Near = "turn") -> Matrix:
    """The second half of `cross_reference`: put together what is heard of all transcripts in scope.

    The study's codings, links and turns are not looked at; what is heard of other transcripts is passed over.
    """
    if lens is Lens.SITES:
        return by_site(study, hearing)
    if lens is Lens.PASSAGES:
        return by_passage(study, hearing, near)
    return by_attribution(study, hearing)


def counted_passages(
    study: Study,
    lens: Lens | str,
    outcome: str,
    feature: str,
    *,
    state: FeatureState = FeatureState.PRESENT,
    near: Near = "turn",
) -> list[Passage]:
    """The passages that one cell of `cross_reference` counts, in the order of the study's codings.

    Args:
        study: What is counted; its codings must be full rows, since a passage tells its codings and coders.
        lens: What brings the outcome and the feature together.
        outcome: The row's code (id).
        feature: The column's code (id), in the lens `sites` its register feature (id).
        state: Which tally of the cell in the lens `sites`; the others pay no heed to it.
        near: As in `cross_reference`.

    Raises:
        ValueError: As `cross_reference` does.
    """
    lens = Lens(lens)
    _refuse_no_distance(near)
    if lens is Lens.SITES:
        return passages_at_sites(study, outcome, feature, state)
    if lens is Lens.PASSAGES:
        return passages_nearby(study, outcome, feature, near)
    return passages_attributed(study, outcome, feature)


def _refuse_no_distance(near: Near) -> None:
    if near < 0 if isinstance(near, int) else near not in ("overlap", "turn"):
        raise ValueError(f"near is “overlap”, “turn” or a number of turns, not {near!r}")
