"""The quotes of a cell are the very passages that the matrix counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from qualcoder_lite.domain.cross_reference import AttributionCell, Lens, PassageCell, SiteCell, Tally
from qualcoder_lite.domain.errors import UnknownNameError
from qualcoder_lite.domain.extracts.extract import person_of
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.service.demonstration import make_demonstration
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.domain.slow_counting import POLARITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from qualcoder_lite.domain.cross_reference import Near
    from qualcoder_lite.domain.extracts.extract import Extract


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The demonstration project."""
    path: Path = tmp_path_factory.mktemp("findings") / "demonstration.qclite"
    make_demonstration(path)
    with Project.look(path) as opened:
        yield opened


def _tally(extracts: Iterable[Extract]) -> Tally:
    listed = list(extracts)
    said = [extract.polarity.value for extract in listed]
    return Tally.of(len({person_of(extract) for extract in listed}), *(said.count(each) for each in POLARITIES))


def test_every_cell_of_sites_counts_its_extracts_in_every_state(project: Project) -> None:
    matrix = project.findings.matrix(Lens.SITES)
    for outcome, row in zip(matrix.rows, matrix.cells, strict=True):
        for feature, cell in zip(matrix.columns, row, strict=True):
            for state in FeatureState:
                extracts = project.findings.extracts("sites", outcome.id, feature.id, state=state)
                assert _tally(extracts) == getattr(cast("SiteCell", cell), state), (outcome.name, feature.name, state)


def test_every_cell_of_passages_counts_its_extracts(project: Project) -> None:
    matrix = project.findings.matrix(Lens.PASSAGES)
    for outcome, row in zip(matrix.rows, matrix.cells, strict=True):
        for feature, cell in zip(matrix.columns, row, strict=True):
            extracts = project.findings.extracts("passages", outcome.name, feature.name)
            assert _tally(extracts) == cast("PassageCell", cell).tally, (outcome.name, feature.name)


@pytest.mark.parametrize("near", ["overlap", 1, 3])
@pytest.mark.parametrize("scope", [Scope(client_groups=("Older people",)), Scope(coders=("Dennis Okoro",))])
def test_a_narrower_matrix_counts_its_extracts_however_near(project: Project, near: Near, scope: Scope) -> None:
    matrix = project.findings.matrix(Lens.PASSAGES, near=near, scope=scope)
    for outcome, row in zip(matrix.rows, matrix.cells, strict=True):
        for feature, cell in list(zip(matrix.columns, row, strict=True))[:3]:
            extracts = project.findings.extracts("passages", outcome.id, feature.id, near=near, scope=scope)
            assert _tally(extracts) == cast("PassageCell", cell).tally, (outcome.name, feature.name)


def test_every_cell_of_attributions_counts_its_extracts(project: Project) -> None:
    matrix = project.findings.matrix(Lens.ATTRIBUTIONS)
    for outcome, row in zip(matrix.rows, matrix.cells, strict=True):
        for feature, cell in zip(matrix.columns, row, strict=True):
            extracts = project.findings.extracts("attributions", outcome.id, feature.id)
            assert _tally(extracts) == cast("AttributionCell", cell).tally, (outcome.name, feature.name)


def test_extracts_come_in_the_order_of_the_transcripts_then_of_the_text(project: Project) -> None:
    order = [overview.transcript.id for overview in project.transcripts.overview()]
    places = [
        (order.index(extract.transcript), extract.start)
        for extract in project.findings.extracts("sites", "Feeling safe", "Co-location of staff")
    ]
    assert len(places) > 1
    assert places == sorted(places)


def test_an_outcome_that_is_not_there_is_refused_by_name(project: Project) -> None:
    with pytest.raises(UnknownNameError):
        project.findings.extracts("sites", "Feeling brave", "Co-location of staff")


def test_the_client_groups_of_the_transcripts_are_told_in_the_order_of_the_study(project: Project) -> None:
    assert project.findings.client_groups() == ["Older people", "Intellectual disability", "Mental health"]


def test_a_project_in_which_nothing_was_settled_has_nothing_settled(project: Project) -> None:
    assert not project.findings.has_settled()


def test_every_site_stands_under_just_one_state_of_a_feature(project: Project) -> None:
    feature = next(feature for feature in project.sites.features() if feature.name == "Co-location of staff")
    states = {state: project.findings.sites_where(feature.id, state) for state in FeatureState}
    assert sorted(site for sites in states.values() for site in sites) == [site.name for site in project.sites.all()]
    assert len(states[FeatureState.PRESENT]) == 2


def test_a_feature_of_which_nothing_is_recorded_is_unknown_at_every_site(project: Project) -> None:
    assert len(project.findings.sites_where("no such feature", FeatureState.UNKNOWN)) == 4
