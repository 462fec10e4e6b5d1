"""The lens `attributions`: outcomes that people themselves say a feature helped or hindered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.coding import Direction
from qualcoder_lite.domain.cross_reference.feature_matrix import feature_matrix
from qualcoder_lite.domain.cross_reference.hearing import Counted, Hearing, heard
from qualcoder_lite.domain.cross_reference.matrix import AttributionCell
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.cross_reference.verdict import verdict
from qualcoder_lite.domain.passage import stretches, united

if TYPE_CHECKING:
    from collections.abc import Container

    from qualcoder_lite.domain.cross_reference.matrix import Marks, Matrix
    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.cross_reference.together import Together
    from qualcoder_lite.domain.passage import CodedRow, FullRow, Passage


def hear_attributions(study: Study, scope: Scope) -> Hearing:
    """What people say that each feature did to each outcome, transcript by transcript."""
    outcomes, features = {outcome.id for outcome in study.outcomes}, {feature.id for feature in study.features}
    links = _links(study, features)
    hearing: Hearing = {}
    for transcript, of_outcomes, of_features in scope.coded(study.codings, outcomes, features):
        spoken = dict.fromkeys(row[1] for row in of_features)
        said: defaultdict[tuple[str, str], _Said] = defaultdict(_Said)
        for row in of_outcomes:
            for feature, direction in links.get(str(row[5]), ()):
                spoken[feature] = None
                said[row[1], feature].add(row, direction)
        hearing[transcript] = heard({pair: each.counted() for pair, each in said.items()}, spoken)
    return hearing


def by_attribution(study: Study, hearing: Hearing) -> Matrix:
    """Count, for each outcome and feature, what people say the feature did to the outcome."""
    return feature_matrix(study, hearing, Lens.ATTRIBUTIONS, None, _cell)


def passages_attributed(study: Study, outcome: str, feature: str) -> list[Passage]:
    """The passages that `by_attribution` counts in one cell: those in which people say what a feature did."""
    links = _links(study, {feature})
    coded = Scope(study.transcripts).coded(study.codings, {outcome})
    rows = [row for _, of_outcome, _ in coded for row in of_outcome if str(row[5]) in links]
    return united(cast("list[FullRow]", rows))


class _Said:
    """The codings of one outcome, in one transcript, that carry a link to one feature."""

    def __init__(self) -> None:
        self._rows: list[CodedRow] = []
        # Codings by id, not a bare number: a decision may have cut one coding into two rows.
        self._by_direction: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, row: CodedRow, direction: str) -> None:
        """Take in a coding with one of its links; with its second link to the feature it comes again."""
        if not self._rows or self._rows[-1] is not row:
            self._rows.append(row)
        self._by_direction[direction].add(str(row[5]))

    def counted(self) -> Counted:
        """All of it, counted."""
        helped, hindered = self._by_direction[Direction.HELPED], self._by_direction[Direction.HINDERED]
        return Counted.of([passage[4] for passage in stretches(self._rows)], len(helped), len(hindered))


def _links(study: Study, features: Container[str]) -> dict[str, list[tuple[str, str]]]:
    """The links to some features by coding, as feature and direction."""
    links: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for coding, feature, direction in study.links:
        if feature in features:
            links[coding].append((feature, direction))
    return dict(links)


def _cell(together: Together, outcome: str, feature: str, marks: Marks) -> AttributionCell:
    helped, hindered = together.links(outcome, feature)
    people_helped, people_hindered = together.people_linking(outcome, feature)
    return AttributionCell(
        tally=together.tally(outcome, feature),
        helped=helped,
        hindered=hindered,
        people_helped=people_helped,
        people_hindered=people_hindered,
        marks=marks,
        verdict=verdict(marks.published, people_helped, people_hindered),
    )
