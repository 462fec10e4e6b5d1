"""What stands behind a cell: who was asked, whose words they are, and the four numbers that are compared."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.four_fold import FourFold
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.service.cross_reference.behind_cells import Asking
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.domain.cross_reference import SiteCell


@pytest.fixture
def writable(demonstration_file: Path, tmp_path: Path) -> Iterator[Project]:
    """The demonstration project, open for work."""
    with Project.open(Path(shutil.copy(demonstration_file, tmp_path / "demonstration.qclite"))) as project:
        yield project


def _id(project: Project, outcome: str) -> str:
    return next(row.id for row in project.findings.matrix("sites").rows if row.name == outcome)


def _asking(project: Project, outcome: str) -> Asking:
    return project.behind.asking(_id(project, outcome))


def test_without_a_schedule_nobody_can_tell_who_was_asked(study: Project) -> None:
    assert _asking(study, "Feeling safe") == Asking()


def test_everybody_is_asked_unprompted_not_asked_or_unread(study: Project) -> None:
    study.schedule.add("Do you feel safe?", "Feeling safe")
    assert _asking(study, "Feeling safe") == Asking(known=True, unread=1)
    study.codings.declare_done("Ailsa Brodie", ["elsie"])
    assert _asking(study, "Feeling safe") == Asking(known=True, asked_silent=1)
    assert _asking(study, "Choice") == Asking(known=True, not_asked=1)
    put(study, "I feel safe now.")
    put(study, "I sit at home, to be honest.", "Choice")
    assert _asking(study, "Feeling safe") == Asking(known=True, asked=1)
    assert _asking(study, "Choice") == Asking(known=True, unprompted=1)


def test_the_people_of_the_four_states_of_a_feature_are_everybody(writable: Project) -> None:
    writable.schedule.add("Do you feel safe?", "Feeling safe")
    matrix = writable.findings.matrix(Lens.SITES)
    for outcome, feature in ((matrix.rows[0].id, matrix.columns[7].id), (matrix.rows[8].id, matrix.columns[2].id)):
        by_state = [writable.behind.asking(outcome, feature, state=state) for state in FeatureState]
        whole = writable.behind.asking(outcome)
        for part in ("asked", "asked_silent", "unprompted", "not_asked", "unread"):
            assert sum(getattr(each, part) for each in by_state) == getattr(whole, part)
        everybody = whole.asked + whole.asked_silent + whole.unprompted + whole.not_asked + whole.unread
        assert everybody == matrix.denominators.people


def test_the_arithmetic_compares_the_people_of_the_cell_with_the_others(demonstration: Project) -> None:
    for lens in Lens:
        matrix = demonstration.findings.matrix(lens)
        for outcome in matrix.rows[:4]:
            feature = next(each for each in matrix.columns if each.name.startswith("Co-location"))
            table = demonstration.behind.arithmetic(lens, outcome.id, feature.id)
            cell = {e.participant or e.title for e in demonstration.findings.extracts(lens, outcome.id, feature.id)}
            assert table.with_all == len(cell)
            examples = demonstration.counter_examples.of_cell(lens, outcome.id, feature.id)
            assert table.without_yes == len(examples.delivered_without)


def test_silent_people_stay_out_of_the_arithmetic(study: Project) -> None:
    feature = study.sites.features()[7].id
    assert study.behind.arithmetic("sites", _id(study, "Choice"), feature) == FourFold(0, 0, 0, 0)


def _passages(project: Project, scope: Scope) -> int:
    """How many passages of Having things to do the matrix counts."""
    cell = project.findings.matrix("sites", scope=scope).cells[1][0]
    return cast("SiteCell", cell).unknown.passages


def test_what_is_coded_in_an_interviewers_words_is_told_and_left_out_on_request(study: Project) -> None:
    question = put(study, "And the day centre?", "Having things to do")
    both = put(study, "And the day centre?\n\nElsie: The bus stopped", "Having things to do", "Dennis Okoro")
    put(study, "I sit at home", "Having things to do")
    extracts = study.extracts.all(Scope(codes=("Having things to do",), coders=("Ailsa Brodie",)))
    places = [(extract.transcript, extract.start, extract.end) for extract in extracts]
    assert study.behind.in_interviewers_words(places) == 1
    own = Scope(without_interviewers=True)
    left = {coding for extract in study.extracts.all(own) for coding in extract.codings}
    assert question not in left
    assert both in left
    assert [_passages(study, scope) for scope in (Scope(), own)] == [2, 2]
    study.codings.remove([both])
    assert [_passages(study, scope) for scope in (Scope(), own)] == [2, 1]
    assert own.in_words() == ["Without what is coded in interviewers’ words"]


def test_a_person_heard_at_two_sites_is_one_person_and_said_to_be_at_both(study: Project, tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text("Moira: And here?\n\nElsie: I feel safe here too.\n", encoding="utf-8")
    options = ImportOptions(site="Hallowby", participant="Elsie")
    study.transcripts.import_file(tmp_path / "again.txt", options)
    out_of = study.findings.matrix("sites").denominators
    assert (out_of.people, out_of.people_at_several_sites, out_of.transcripts_without_site) == (1, 1, 0)
