"""The lens `sites`: outcomes in the transcripts of the sites that have a feature, have it in part, or lack it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, cast

from qualcoder_lite.domain.cross_reference.hearing import Counted, Heard, Hearing, heard
from qualcoder_lite.domain.cross_reference.matrix import Matrix, SiteCell, StateDenominator, Tally
from qualcoder_lite.domain.cross_reference.published import PublishedTables, code_of
from qualcoder_lite.domain.cross_reference.scope import Scope
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.passage import stretches, united
from qualcoder_lite.domain.people import FeatureState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qualcoder_lite.domain.cross_reference.study import Study
    from qualcoder_lite.domain.passage import FullRow, Passage

#: A site's id, None for the transcripts that name no site.
_Place: TypeAlias = "str | None"

_NOTHING = Heard()


class _AtPlace:
    """Who speaks of one outcome at one place, and in how many passages of each polarity."""

    def __init__(self) -> None:
        self.people: set[int] = set()
        self.much = 0


def hear_outcomes(study: Study, scope: Scope) -> Hearing:
    """The passages of each outcome, transcript by transcript."""
    outcomes = {outcome.id for outcome in study.outcomes}
    hearing: Hearing = {}
    for transcript, rows, _ in scope.coded(study.codings, outcomes):
        passages: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for passage in stretches(rows):
            passages[passage[1], ""].append(passage[4])
        hearing[transcript] = heard({pair: Counted.of(polarities) for pair, polarities in passages.items()})
    return hearing


def by_site(study: Study, hearing: Hearing) -> Matrix:
    """Count each outcome by the recorded state of each feature at the site of the transcript."""
    scope = Scope(study.transcripts)
    at_places = _at_places(study, scope, hearing)
    places = {one.site or None for one in study.transcripts}
    states = [_places_by_state(study, feature.id, places) for feature in study.register]
    tables = PublishedTables(study, study.register, [code_of(f, study.features) for f in study.register])
    return Matrix(
        lens=Lens.SITES,
        near=None,
        rows=tuple(study.outcomes),
        columns=tuple(study.register),
        cells=tuple(
            tuple(
                SiteCell(
                    **{state.value: _tally(at_places[outcome.id], of_state) for state, of_state in by_state.items()},
                    marks=tables.marks(row, column),
                )
                for column, by_state in enumerate(states)
            )
            for row, outcome in enumerate(study.outcomes)
        ),
        denominators=scope.denominators(_interviewed(study, scope, states)),
        notes=tables.notes(),
    )


def passages_at_sites(study: Study, outcome: str, feature: str, state: FeatureState) -> list[Passage]:
    """The passages that `by_site` counts in one tally: of an outcome, where a feature's state is recorded as this."""
    scope = Scope(study.transcripts)
    place = {one.transcript: one.site or None for one in study.transcripts}
    wanted = set(_places_by_state(study, feature, set(place.values()))[state])
    found: list[Passage] = []
    for transcript, rows, _ in scope.coded(study.codings, {outcome}):
        if place[transcript] in wanted:
            found.extend(united(cast("list[FullRow]", rows)))
    return found


def _at_places(study: Study, scope: Scope, hearing: Hearing) -> dict[str, dict[_Place, _AtPlace]]:
    """Who is heard on each outcome at each place: cells go through a few dozen places then, not every transcript."""
    found: dict[str, defaultdict[_Place, _AtPlace]] = {outcome.id: defaultdict(_AtPlace) for outcome in study.outcomes}
    for one in study.transcripts:
        person, place = scope.person[one.transcript], one.site or None
        codes, _, outcomes, _, counts = hearing.get(one.transcript, _NOTHING)
        for outcome, said in zip(outcomes, counts, strict=True):
            of_place = found[codes[outcome]][place]
            of_place.people.add(person)
            of_place.much += said
    return {outcome: dict(by_place) for outcome, by_place in found.items()}


def _places_by_state(study: Study, feature: str, places: Iterable[_Place]) -> dict[FeatureState, list[_Place]]:
    """The places that share what is recorded of a feature; where no site is named, nothing is known of it."""
    by_state: dict[FeatureState, list[_Place]] = {state: [] for state in FeatureState}
    for place in places:
        recorded = study.states.get(place) if place else None
        state = FeatureState(recorded.get(feature, FeatureState.UNKNOWN)) if recorded else FeatureState.UNKNOWN
        by_state[state].append(place)
    return by_state


def _tally(at_places: Mapping[_Place, _AtPlace], places: Iterable[_Place]) -> Tally:
    """What is heard at several places together: a person who is heard at two of them counts once."""
    there = [at_places[place] for place in places if place in at_places]
    people = set[int]().union(*(one.people for one in there))
    return Tally.of(len(people), *Counted.apart(sum(one.much for one in there))[:4])


def _interviewed(
    study: Study, scope: Scope, states: Iterable[Mapping[FeatureState, Sequence[_Place]]]
) -> list[dict[FeatureState, StateDenominator]]:
    """The people interviewed at the places of each state, feature by feature."""
    people: defaultdict[_Place, set[int]] = defaultdict(set)
    done: defaultdict[_Place, set[int]] = defaultdict(set)
    for one in study.transcripts:
        people[one.site or None].add(scope.person[one.transcript])
        if one.done:
            done[one.site or None].add(scope.person[one.transcript])
    return [
        {
            state: StateDenominator(
                people=len(set[int]().union(*(people[place] for place in places))),
                people_done=len(set[int]().union(*(done[place] for place in places))),
                sites=sum(place is not None for place in places),
            )
            for state, places in by_state.items()
        }
        for by_state in states
    ]
