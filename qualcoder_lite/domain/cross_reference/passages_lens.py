"""The lens `passages`: outcomes that are spoken of close to a feature."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.cross_reference.feature_matrix import feature_matrix
from qualcoder_lite.domain.cross_reference.hearing import Counted, Hearing, heard
from qualcoder_lite.domain.cross_reference.matrix import PassageCell
from qualcoder_lite.domain.cross_reference.nearness import members, overlapping, within_turns
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.passage import stretches, united

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference.matrix import Marks, Matrix
    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.cross_reference.together import Together
    from qualcoder_lite.domain.passage import CodedRow, FullRow, Passage, Stretch

_START: Callable[[Stretch], int] = itemgetter(2)


def hear_nearby(study: Study, scope: Scope, near: Near) -> Hearing:
    """The passages of each outcome near a passage of each feature, transcript by transcript."""
    outcomes = {outcome.id for outcome in study.outcomes}
    features = [feature.id for feature in study.features]
    bits = {feature: 1 << column for column, feature in enumerate(features)}
    hearing: Hearing = {}
    for transcript, of_outcomes, of_features in scope.coded(study.codings, outcomes, bits):
        passages: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        if of_outcomes and of_features:
            in_order = sorted(stretches(of_outcomes), key=_START)
            for passage, near_it in zip(in_order, _near(study, in_order, of_features, bits, near), strict=True):
                for column in members(near_it):
                    passages[passage[1], features[column]].append(passage[4])
        counts = {pair: Counted.of(polarities) for pair, polarities in passages.items()}
        hearing[transcript] = heard(counts, dict.fromkeys([row[1] for row in of_features]))
    return hearing


def by_passage(study: Study, hearing: Hearing, near: Near) -> Matrix:
    """Count the passages of each outcome that are near a passage of each feature."""
    return feature_matrix(study, hearing, Lens.PASSAGES, near, _cell)


def passages_nearby(study: Study, outcome: str, feature: str, near: Near) -> list[Passage]:
    """The passages that `by_passage` counts in one cell: of an outcome, near a passage of a feature."""
    scope = Scope(study.transcripts)
    found: list[Passage] = []
    for _, outcomes, features in scope.coded(study.codings, {outcome}, {feature}):
        if outcomes and features:
            near_each = _near(study, stretches(outcomes), features, {feature: 1}, near)
            passages = united(cast("list[FullRow]", outcomes))
            found.extend(passage for passage, near_it in zip(passages, near_each, strict=True) if near_it)
    return found


def _near(
    study: Study, outcomes: Sequence[Stretch], features: Sequence[CodedRow], bits: Mapping[str, int], near: Near
) -> list[int]:
    """The features near each outcome passage of one transcript."""
    if near == "overlap":
        return overlapping(outcomes, features, bits)
    return within_turns(outcomes, features, bits, study.turns(outcomes[0][0]), 0 if near == "turn" else near)


def _cell(together: Together, outcome: str, feature: str, marks: Marks) -> PassageCell:
    return PassageCell(tally=together.tally(outcome, feature), marks=marks)
