"""Ways of exporting are kept in the project by name, and hold on to what they ask for."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Respondent
from qualcoder_lite.domain.retrieval.mix import How, Mix, Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope

SCOPE = Scope(
    codes=("Choice", "Feeling safe"),
    sites=("Fenmarsh",),
    client_groups=("Older people",),
    respondents=(Respondent.UNPAID_CARER,),
    coders=("Ailsa Brodie",),
    polarities=(Polarity.DELIVERED,),
    settled=False,
    reflecting=True,
    roles=(SpeakerRole.CARER,),
    together=(
        Together(codes=("Co-location",), near=2, without=True),
        Mix(how=How.ANY, parts=(Together(codes=("Reliability",), near="itself"), Together(codes=("Key worker",)))),
    ),
    memo=True,
    unsure=True,
    starred=True,
)
VALUES = {"form": ".xlsx", "template": "({site})", "memos": False}


@pytest.fixture
def project(demonstration_file, tmp_path):
    path = tmp_path / "study.qclite"
    shutil.copy(demonstration_file, path)
    with Project.open(path) as opened:
        yield opened


def test_a_way_of_exporting_comes_back_as_it_was_kept(project):
    project.presets.save("For the board", "extracts", SCOPE, VALUES, coder="Ailsa Brodie")
    assert project.history.entries(1)[0].what == "kept a way of exporting as “For the board”"
    with Project.look(project.path) as again:
        [preset] = again.presets.all()
    assert (preset.name, preset.making, preset.scope, preset.values, preset.gone) == (
        "For the board",
        "extracts",
        SCOPE,
        VALUES,
        0,
    )


def test_saving_under_the_same_name_replaces_and_both_steps_can_be_undone(project):
    presets, history = project.presets, project.history
    presets.save("Board", "extracts", Scope(), {"form": ".docx"})
    presets.save("  board ", "matrix", Scope(), {})
    assert [(each.name, each.making) for each in presets.all()] == [("board", "matrix")]
    history.undo()
    assert [(each.name, each.making) for each in presets.all()] == [("Board", "extracts")]
    presets.remove(presets.all()[0].id)
    assert history.entries(1)[0].what == "removed the way of exporting “Board”"
    assert presets.all() == []
    history.undo()
    assert [each.name for each in presets.all()] == ["Board"]


def test_it_follows_names_that_change_and_what_is_joined(project):
    project.sites.add("Nowhere")
    project.presets.save("Board", "extracts", replace(SCOPE, sites=("Nowhere", "Fenmarsh")), {})
    project.codes.rename("Choice", "Having a say", why="Plainer")
    [preset] = project.presets.all()
    assert preset.scope.codes == ("Having a say", "Feeling safe")
    project.codes.merge(["Feeling safe"], "Having a say", why="One thing")
    project.sites.join("Nowhere", "Hallowby")
    [preset] = project.presets.all()
    assert preset.scope == replace(SCOPE, codes=("Having a say",), sites=("Hallowby", "Fenmarsh"))
    assert preset.gone == 0


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_that_is_none_is_refused(project, name):
    with pytest.raises(UserError):
        project.presets.save(name, "extracts", Scope(), {})
    with pytest.raises(UserError):
        project.presets.save("Board", "extracts", Scope(codes=("No such code",)), {})
    assert project.presets.all() == []


def test_one_that_is_gone_can_not_be_removed_again(project):
    with pytest.raises(UserError):
        project.presets.remove("nothing")
