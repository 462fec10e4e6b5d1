"""The groups of codes: new ones, their name, letter and colour, their order."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.codebook.groups import GroupEdit
from tests.service.codebook.test_codes import everything, group, last_change

BOOK = "outcomes-framework"


def groups(project):
    """The names of the groups of the outcomes framework."""
    return [each.name for each in project.codebooks.all()[0].groups]


def test_a_group_is_made_with_a_letter_of_its_own(study):
    before = everything(study)
    edit = GroupEdit(name=" Money  matters ", colour="contextual", description="Pay and bills.")
    study.code_groups.add(BOOK, edit, why="People speak of it", coder="Ailsa Brodie")
    made = group(study, "Money matters")
    assert (made.key, made.colour, made.description, made.codes) == ("O", "contextual", "Pay and bills.", ())
    assert last_change(study).what == "group added"
    assert study.history.next_undo().what == "made the group Money matters"
    study.codes.move("Choice", made.id)
    assert group(study, "Money matters").codes[0].name == "Choice"
    study.history.undo()
    study.history.undo()
    assert everything(study) == before


def test_a_groups_colour_and_letter_change_without_a_reason_and_its_name_with_one(study):
    study.code_groups.edit("Process", GroupEdit(colour="cultural", key="y"))
    assert (group(study, "Process").colour, group(study, "Process").key) == ("cultural", "Y")
    with pytest.raises(UserError, match="reason why"):
        study.code_groups.edit("Process", GroupEdit(name="How it was done"))
    study.code_groups.edit("Process", GroupEdit(name="How it was done"), why="Plainer")
    assert groups(study)[1] == "How it was done"
    assert study.history.next_undo().what == "changed the name of the group How it was done"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (GroupEdit(name="process"), "“process” in “Outcomes framework” already"),
        (GroupEdit(name="Money", key="F"), "“Features of partnership” has the key F"),
        (GroupEdit(name="Money", key="AB"), "one letter"),
        (GroupEdit(), "needs a name"),
    ],
)
def test_a_name_or_letter_that_is_taken_is_told(study, edit, told):
    with pytest.raises(UserError, match=told):
        study.code_groups.add(BOOK, edit, why="Why")
    assert len(groups(study)) == 3


def test_groups_change_their_order(study):
    before = groups(study)
    study.code_groups.move(before[0], 2)
    assert groups(study) == [*before[1:], before[0]]
    study.history.undo()
    assert groups(study) == before


def test_only_an_empty_group_is_taken_away(study):
    with pytest.raises(UserError, match="has codes"):
        study.code_groups.remove("Process")
    study.code_groups.add(BOOK, GroupEdit(name="Money"), why="Why")
    study.code_groups.remove("Money")
    assert "Money" not in groups(study)
    with pytest.raises(UserError, match="There is no group"):
        study.code_groups.remove("Money")
