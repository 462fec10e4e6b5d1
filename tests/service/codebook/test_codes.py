"""Changing single codes: new ones, other words, another place, out of use and back."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.codebooks.new_codes import THEMES_GROUP_ID, free_group_key, free_key, is_key, proposed_name
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.codebook.codes import Spot
from qualcoder_lite.service.codebook.edit import CodeEdit
from tests.service.helpers import TALK, put


def code(project, name):
    """The code of this name."""
    return next(each for book in project.codebooks.all() for each in book.codes if each.name == name)


def group(project, name):
    """The group of this name."""
    return next(each for book in project.codebooks.all() for each in book.groups if each.name == name)


def last_change(project):
    """The newest entry of the codebooks' history."""
    return max(project.codebooks.changes(), key=lambda change: (change.changed_at, change.version))


def everything(project):
    """All that a change of the codebook may touch."""
    (transcript,) = project.transcripts.overview()
    return (
        project.codebooks.all(),
        project.codebooks.changes(),
        project.codings.of_transcript(transcript.transcript.id),
        # A short memo on a coding bears the time at which the coding was last touched, be it by an undo.
        sorted((each.memo.id, each.memo.body, each.thing, each.coder) for each in project.memos.all()),
    )


def spot(project, words):
    """Where words stand in the small transcript."""
    (entry,) = project.transcripts.overview()
    start = TALK.index(words)
    return Spot(transcript=entry.transcript.id, start=start, end=start + len(words))


# New codes


def test_a_code_from_a_passage_lands_under_new_themes_and_on_the_passage_in_one_step(study):
    before = everything(study)
    where = spot(study, "The bus stopped running.")
    name = study.codes.proposed_name(where)
    assert name == "The bus stopped running"
    changes = study.codes.add(name, why="Nothing fits", coder="Ailsa Brodie", spot=where)
    made = code(study, name)
    (coding,) = study.codings.of_transcript(where.transcript)
    assert (coding.code, coding.start, coding.end) == (made.id, where.start, where.end)
    assert (made.group, made.key, changes.of("code")) == ("New themes", "T", {made.id})
    assert group(study, "New themes").key == "T"
    assert (last_change(study).what, last_change(study).why, last_change(study).after) == (
        "added",
        "Nothing fits",
        name,
    )
    said = study.history.next_undo().what
    assert said == f"made the code {name} on ‘The bus stopped running.’"
    study.history.undo()
    assert everything(study) == before
    study.history.redo()
    assert code(study, name).id == made.id


def test_a_second_theme_joins_the_first_and_gets_a_key_of_its_own(study):
    study.codes.add("Transport", why="New", coder="Ailsa Brodie")
    study.codes.add("Travel", why="New", coder="Ailsa Brodie")
    assert [(each.name, each.key) for each in group(study, "New themes").codes] == [("Transport", "T"), ("Travel", "R")]
    assert study.codebooks.all()[-1].version == 3


def test_the_group_of_new_themes_is_the_same_in_every_copy(study):
    study.codes.add("Transport", why="New", coder="Ailsa Brodie")
    assert group(study, "New themes").id == THEMES_GROUP_ID


def test_a_passage_whose_words_name_a_code_already_proposes_none(study):
    study.codes.add("I feel safe now", why="New", coder="Ailsa Brodie")
    assert study.codes.proposed_name(spot(study, "I feel safe now.")) == ""


@pytest.mark.parametrize(
    ("name", "why", "told"), [("", "Why", "needs a name"), ("New", " ", "reason why"), ("choice", "Why", "“Choice”")]
)
def test_a_code_without_name_or_reason_or_with_a_name_that_is_taken_is_refused(study, name, why, told):
    before = everything(study)
    with pytest.raises(UserError, match=told):
        study.codes.add(name, why=why, coder="Ailsa Brodie")
    assert everything(study) == before


def test_a_code_can_be_made_in_any_group_with_all_its_words(study):
    texts = CodeEdit(definition=" Having a say. ", key="z", aliases=("Say", "Say", " "))
    study.codes.add("Say-so", why="Wanted", coder="Ailsa", group="Process", texts=texts)
    made = code(study, "Say-so")
    assert (made.group, made.key, made.definition, made.aliases) == ("Process", "Z", "Having a say.", ("Say",))


@given(st.text(max_size=200))
def test_a_proposed_name_is_one_short_line_of_the_passages_own_words(words):
    name = proposed_name(words)
    assert len(name) <= 41
    assert name == " ".join(name.split())
    assert name[1:] in " ".join(words.split())


@given(st.text(max_size=30), st.sets(st.sampled_from(string.ascii_uppercase)))
def test_a_free_key_is_a_letter_that_nobody_has(name, taken):
    key = free_key(name, taken)
    assert (is_key(key) and key not in taken) or (not key and len(taken) == 26)


def test_a_group_leaves_the_letters_of_commands_alone_while_there_are_others():
    assert free_group_key("Many voices", set()) == "A"
    assert free_group_key("Money", {"O"}) == "E"
    others = set(string.ascii_uppercase) - set("VM")
    assert free_group_key("Many voices", others) == "M"
    assert free_group_key("Many voices", {*others, *"VM"}) == ""


# Other words


def test_what_a_code_means_changes_in_one_step_with_its_reason(study):
    before = everything(study)
    edit = CodeEdit(definition="Having a real say.", example="I chose it.", key="h")
    study.codes.edit("Choice", edit, why="Too wide", coder="Ailsa Brodie")
    now = code(study, "Choice")
    assert (now.definition, now.example, now.key) == ("Having a real say.", "I chose it.", "H")
    noted = [each for each in study.codebooks.changes() if each.code == now.id]
    assert {(each.what, each.version, each.why) for each in noted} == {
        ("definition", 2, "Too wide"),
        ("example", 2, "Too wide"),
        ("key", 2, "Too wide"),
    }
    assert study.history.next_undo().what == "changed what it covers, the example and the key of Choice"
    study.history.undo()
    assert everything(study) == before


def test_another_meaning_needs_a_reason_and_another_key_none(study):
    with pytest.raises(UserError, match="Another meaning needs the reason"):
        study.codes.edit("Choice", CodeEdit(when_to_use="Always"))
    study.codes.edit("Choice", CodeEdit(key="H"))
    assert code(study, "Choice").key == "H"


def test_a_key_that_is_taken_in_the_group_is_told_with_who_has_it(study):
    with pytest.raises(UserError, match="“Listened to” has the key L in “Process” already"):
        study.codes.edit("Choice", CodeEdit(key="L"))
    with pytest.raises(UserError, match="one letter from A to Z"):
        study.codes.edit("Choice", CodeEdit(key="é"))
    study.codes.edit("Choice", CodeEdit(key="T"), why="T is free here, whatever other groups have")
    study.codes.edit("Choice", CodeEdit(key=""))
    assert code(study, "Choice").key == ""


def test_an_edit_that_says_nothing_new_leaves_no_step(study):
    before = study.history.next_undo()
    assert not study.codes.edit("Choice", CodeEdit(name="Choice", definition=code(study, "Choice").definition))
    assert study.history.next_undo() == before


def test_other_names_can_be_given_but_not_those_of_other_codes(study):
    study.codes.edit("Choice", CodeEdit(aliases=("Say", "choice")))
    assert code(study, "Choice").aliases == ("Say",)
    with pytest.raises(UserError, match="“Feeling safe” goes by it already"):
        study.codes.edit("Choice", CodeEdit(aliases=("Safety",)))


# Another place


def test_a_code_moves_to_another_group_and_gets_a_free_key_there(study):
    before = everything(study)
    study.codes.move("Choice", "Quality of life", 0, why="It fits better", coder="Ailsa Brodie")
    moved = group(study, "Quality of life").codes[0]
    assert (moved.name, moved.key) == ("Choice", "C")
    assert (last_change(study).what, last_change(study).before, last_change(study).after) == (
        "moved",
        "Process",
        "Quality of life",
    )
    study.history.undo()
    assert everything(study) == before


def test_a_key_that_is_taken_in_the_new_group_gives_way(study):
    study.codes.move("Listened to", "Quality of life")
    keys = [each.key for each in group(study, "Quality of life").codes]
    assert len(set(keys)) == len(keys)


def test_the_order_within_a_group_is_no_matter_of_the_history(study):
    names = [each.name for each in group(study, "Process").codes]
    study.codes.move(names[0], "Process", 2)
    assert [each.name for each in group(study, "Process").codes] == [*names[1:3], names[0], *names[3:]]
    assert study.codebooks.changes() == []
    study.codes.move(names[0], "Process", 0)
    assert [each.name for each in group(study, "Process").codes] == names


def test_a_theme_that_joins_the_framework_is_history_in_both_codebooks(study):
    study.codes.add("Transport", why="New", coder="Ailsa Brodie")
    study.codes.move("Transport", "Process", why="It is an outcome")
    moved = [each for each in study.codebooks.changes() if each.what == "moved"]
    assert len({each.codebook for each in moved}) == 2
    assert code(study, "Transport").group == "Process"


# Out of use, and back


def test_a_retired_code_stays_on_what_was_coded_and_goes_on_nothing_more(study):
    coding = put(study, "I feel safe now", "Choice")
    study.codes.retire("Choice", why="Nobody could tell it apart", coder="Ailsa Brodie")
    assert study.codings.get(coding).code == code(study, "Choice").id
    assert code(study, "Choice").retired
    with pytest.raises(UserError, match="“Choice” is retired"):
        put(study, "The bus stopped", "Choice")
    other = put(study, "The bus stopped", "Feeling safe")
    with pytest.raises(UserError, match="“Choice” is retired"):
        study.codings.recode(other, code="Choice")
    put(study, "I feel safe now", "Choice", memo="What is there can still be said more of")
    assert study.codings.get(coding).memo


def test_retiring_needs_a_reason_and_is_not_done_twice(study):
    with pytest.raises(UserError, match="reason why"):
        study.codes.retire("Choice", why="")
    study.codes.retire("Choice", why="Unused")
    with pytest.raises(UserError, match="retired already"):
        study.codes.retire("Choice", why="Unused")


def test_a_code_that_is_brought_back_makes_way_for_who_took_its_key(study):
    study.codes.retire("Choice", why="Unused")
    study.codes.add("Chance", why="New", coder="Ailsa", group="Process", texts=CodeEdit(key="C"))
    study.codes.bring_back("Choice", coder="Ailsa")
    assert code(study, "Choice").key not in ("C", "")
    with pytest.raises(UserError, match="in use already"):
        study.codes.bring_back("Choice")
    put(study, "The bus stopped", "Choice")


def test_a_retired_code_leaves_the_matrix_once_nothing_bears_it(study):
    coding = put(study, "I feel safe now", "Choice")
    study.codes.retire("Choice", why="Unused")
    assert "Choice" in [row.name for row in study.findings.matrix("sites").rows]
    study.codings.remove([coding])
    assert "Choice" not in [row.name for row in study.findings.matrix("sites").rows]
