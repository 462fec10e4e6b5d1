"""The lens `attributions`: outcomes that people themselves say a feature helped or hindered."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.coding import Direction
from qualcoder_lite.domain.cross_reference.matrix import AttributionCell, Matrix, Tally
from qualcoder_lite.domain.cross_reference.published import PublishedTables
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.cross_reference.verdict import verdict
from qualcoder_lite.domain.passage import stretches, united

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qualcoder_lite.domain.cross_reference.matrix import Marks
    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.passage import CodedRow, FullRow, Passage


@dataclass(slots=True)
class _Said:
    """The codings of one outcome that carry a link to one feature, with their transcripts by coding and direction."""

    rows: list[CodedRow] = field(default_factory=list["CodedRow"])
    helped: dict[str, str] = field(default_factory=dict[str, str])
    hindered: dict[str, str] = field(default_factory=dict[str, str])

    def by_direction(self, direction: str) -> dict[str, str]:
        """Transcripts by coding, not a bare number: a decision may have cut one coding into two rows."""
        return self.helped if direction == Direction.HELPED else self.hindered


def by_attribution(study: Study) -> Matrix:
    """Count, for each outcome and feature, what people say the feature did to the outcome."""
    scope = Scope(study.transcripts)
    said, speaking = _read(study, scope)
    tables = PublishedTables(study, study.features, [feature.id for feature in study.features])
    nothing = _Said()
    return Matrix(
        lens=Lens.ATTRIBUTIONS,
        near=None,
        rows=tuple(study.outcomes),
        columns=tuple(study.features),
        cells=tuple(
            tuple(
                _cell(scope, said.get((outcome.id, feature.id), nothing), tables.marks(row, column))
                for column, feature in enumerate(study.features)
            )
            for row, outcome in enumerate(study.outcomes)
        ),
        denominators=scope.denominators(scope.speaking(speaking[feature.id]) for feature in study.features),
        notes=tables.notes(),
    )


def passages_attributed(study: Study, outcome: str, feature: str) -> list[Passage]:
    """The passages that `by_attribution` counts in one cell: those in which people say what a feature did."""
    said, _ = _read(study, Scope(study.transcripts))
    of_cell = said.get((outcome, feature))
    return united(cast("list[FullRow]", of_cell.rows)) if of_cell else []


def _cell(scope: Scope, said: _Said, marks: Marks) -> AttributionCell:
    passages = stretches(said.rows)
    helped, hindered = len(scope.people(said.helped.values())), len(scope.people(said.hindered.values()))
    return AttributionCell(
        tally=Tally.of(
            len(scope.people(passage[0] for passage in passages)), Counter(passage[4] for passage in passages)
        ),
        helped=len(said.helped),
        hindered=len(said.hindered),
        people_helped=helped,
        people_hindered=hindered,
        marks=marks,
        verdict=verdict(marks.published, helped, hindered),
    )


def _read(study: Study, scope: Scope) -> tuple[Mapping[tuple[str, str], _Said], Mapping[str, set[str]]]:
    """What is said by (outcome, feature), and the transcripts that speak of each feature, be it only by a link."""
    outcome_ids = {outcome.id for outcome in study.outcomes}
    speaking: dict[str, set[str]] = {feature.id: set() for feature in study.features}
    links: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for coding, feature, direction in study.links:
        if feature in speaking:
            links[coding].add((feature, direction))
    said: defaultdict[tuple[str, str], _Said] = defaultdict(_Said)
    for transcript, outcomes, features in scope.coded(study.codings, outcome_ids, speaking):
        for feature in {row[1] for row in features}:
            speaking[feature].add(transcript)
        for row in outcomes:
            coding = str(row[5])
            for feature in {feature for feature, _ in links.get(coding, ())}:
                said[row[1], feature].rows.append(row)
            for feature, direction in links.get(coding, ()):
                speaking[feature].add(transcript)
                said[row[1], feature].by_direction(direction)[coding] = transcript
    return said, speaking
