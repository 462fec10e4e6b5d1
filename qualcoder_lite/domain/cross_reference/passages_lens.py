"""The lens `passages`: outcomes that are spoken of close to a feature."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.cross_reference.matrix import Matrix, PassageCell, Tally
from qualcoder_lite.domain.cross_reference.nearness import overlapping, within_turns
from qualcoder_lite.domain.cross_reference.published import PublishedTables
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.passage import stretches, united

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.passage import CodedRow, FullRow, Passage, Stretch


_START: Callable[[Stretch], int] = itemgetter(2)


class _Together:
    """Outcomes and the features near them. A set of features is an integer, with a bit for each."""

    def __init__(self, study: Study) -> None:
        #: Per outcome, its passages by the features near and the polarity.
        self.passages = {outcome.id: defaultdict[tuple[int, str], int](int) for outcome in study.outcomes}
        #: Per outcome, all the features that each person has near it.
        self.people = {outcome.id: defaultdict[int, int](int) for outcome in study.outcomes}
        #: Per feature, the transcripts that speak of it.
        self.speaking = {feature.id: set[str]() for feature in study.features}


def by_passage(study: Study, near: Near) -> Matrix:
    """Count the passages of each outcome that are near a passage of each feature."""
    scope = Scope(study.transcripts)
    together = _read(study, scope, near)
    tables = PublishedTables(study, study.features, [feature.id for feature in study.features])
    return Matrix(
        lens=Lens.PASSAGES,
        near=near,
        rows=tuple(study.outcomes),
        columns=tuple(study.features),
        cells=tuple(
            tuple(
                PassageCell(tally=tally, marks=tables.marks(row, column))
                for column, tally in enumerate(_tallies(together, outcome.id, len(study.features)))
            )
            for row, outcome in enumerate(study.outcomes)
        ),
        denominators=scope.denominators(scope.speaking(together.speaking[feature.id]) for feature in study.features),
        notes=tables.notes(),
    )


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


def _read(study: Study, scope: Scope, near: Near) -> _Together:
    together = _Together(study)
    passages, people = together.passages, together.people
    bits = {feature.id: 1 << column for column, feature in enumerate(study.features)}
    for transcript, outcomes, features in scope.coded(study.codings, passages, bits):
        for feature in {coding[1] for coding in features}:
            together.speaking[feature].add(transcript)
        if outcomes and features:
            person = scope.person[transcript]
            in_order = sorted(stretches(outcomes), key=_START)
            for passage, near_it in zip(in_order, _near(study, in_order, features, bits, near), strict=True):
                if near_it:
                    passages[passage[1]][near_it, passage[4]] += 1
                    people[passage[1]][person] |= near_it
    return together


def _near(
    study: Study, outcomes: Sequence[Stretch], features: Sequence[CodedRow], bits: Mapping[str, int], near: Near
) -> list[int]:
    """The features near each outcome passage of one transcript."""
    if near == "overlap":
        return overlapping(outcomes, features, bits)
    return within_turns(outcomes, features, bits, study.turns(outcomes[0][0]), 0 if near == "turn" else near)


def _tallies(together: _Together, outcome: str, columns: int) -> list[Tally]:
    """An outcome's tally for each feature."""
    people = [0] * columns
    # Many people have the same features near an outcome: each such set is gone through once.
    for near, number in Counter(together.people[outcome].values()).items():
        for column in _members(near, columns):
            people[column] += number
    passages: list[Counter[str]] = [Counter() for _ in range(columns)]
    for (near, polarity), number in together.passages[outcome].items():
        for column in _members(near, columns):
            passages[column][polarity] += number
    return [Tally.of(*of_feature) for of_feature in zip(people, passages, strict=True)]


def _members(near: int, columns: int) -> list[int]:
    """The columns of the features in a set."""
    return [column for column in range(columns) if near >> column & 1]
