"""Pictures of a project: what they count, of whom, and what they say of it."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import UnknownNameError, UserError
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

STATES = ("present", "partial", "absent", "unknown")


@pytest.mark.parametrize("by", ["site", "client_group"])
def test_outcomes_by_site_or_group_count_the_people_of_the_matrix(demonstration, by):
    drawing = demonstration.pictures.outcomes(by)
    for column, head in enumerate(drawing.columns):
        scope = Scope(sites=(head.name,)) if by == "site" else Scope(client_groups=(head.name,))
        matrix = demonstration.findings.matrix("sites", scope=scope).as_dict()
        assert head.out_of == str(matrix["denominators"]["people"])
        for row, cells in enumerate(matrix["cells"]):
            people = sum(cells[0][state]["people"] for state in STATES)
            assert drawing.bars[row][column].end == f"{people} of {head.out_of}"


def test_one_outcome_of_some_people(demonstration):
    drawing = demonstration.pictures.outcomes("site", Scope(codes=("Feeling safe",), client_groups=("Older people",)))
    assert drawing.title == "Feeling safe, by site"
    assert "Client groups: Older people." in drawing.about
    with pytest.raises(UserError, match="no such outcome"):
        demonstration.pictures.outcomes("site", Scope(codes=("Co-location",)))
    with pytest.raises(UnknownNameError):
        demonstration.pictures.outcomes("site", Scope(codes=("Feeling save",)))


def test_a_picture_says_whose_codings_it_counts(demonstration):
    both, one = (
        demonstration.pictures.outcomes("site"),
        demonstration.pictures.outcomes("site", Scope(coders=("Dennis Okoro",))),
    )
    assert both.about == ["Codings of Ailsa Brodie and Dennis Okoro; what several coded counts once."]
    assert one.about == ["Codings of Dennis Okoro."]


def test_a_picture_names_nobody_who_has_not_coded(study):
    put(study, "I feel safe now")
    study.coders.add("Only wrote comments")
    assert study.pictures.outcomes("site").about == ["Codings of Ailsa Brodie."]


def test_a_heat_map_says_whom_it_counts(demonstration):
    scope = Scope(client_groups=("Older people",))
    matrix = demonstration.findings.matrix("sites", scope=scope)
    drawing = demonstration.pictures.heat_map(matrix, scope, [0, 2])
    assert [head.name for head in drawing.columns] == [matrix.columns[0].name, matrix.columns[2].name]
    assert drawing.about[0] == "Client groups: Older people."
    assert drawing.about[-1].startswith(f"{matrix.denominators.people} people interviewed, ")


def test_progress_counts_the_transcripts_of_all_sites_or_of_one(demonstration):
    everywhere = demonstration.pictures.progress()
    assert [sum(bar.parts) for (bar,) in everywhere.bars] == [14, 14]
    assert sum(demonstration.pictures.progress("Fenmarsh").bars[0][0].parts) < 14
    with pytest.raises(UnknownNameError):
        demonstration.pictures.progress("Fenland")


def test_an_empty_project_has_pictures_that_say_what_is_missing(study):
    study.history.undo()
    assert "No transcript of these people is in the project yet." in study.pictures.outcomes("site").in_words()
    assert "0 people heard." in study.pictures.coverage().in_words()
    assert "Nobody codes in this project yet." in study.pictures.progress().in_words()
