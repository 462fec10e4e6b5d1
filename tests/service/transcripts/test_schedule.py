"""The interview schedule, and what it makes of a silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.schedule import Prompting, prompting
from qualcoder_lite.service.transcripts.schedule import AskedOf


def add(study, wording, code=None):
    (question,) = study.schedule.add(wording, code).of("question")
    return question


def test_questions_keep_their_order_and_are_moved_as_far_as_it_goes(study):
    first, second, third = (add(study, words) for words in ("Do you feel safe?", "Who visits?", "What has changed?"))
    study.schedule.move(third, -9)
    study.schedule.move(first, 1)
    assert [each.id for each in study.schedule.questions()] == [third, second, first]
    study.history.undo()
    assert [each.id for each in study.schedule.questions()] == [third, first, second]


def test_an_outcome_is_asked_about_unless_every_question_about_it_was_left_out(study):
    elsie, safe = study.transcripts.find("elsie"), study.codebooks.all()[0].codes[0]
    one, other = add(study, "Do you feel safe?", safe.name), add(study, "At night too?", safe.id)
    add(study, "What difference has it made?")
    assert study.schedule.asked().in_transcript(elsie, safe.id)
    study.schedule.set_asked(one, ["elsie"], asked=False)
    assert study.schedule.asked().in_transcript(elsie, safe.id)
    study.schedule.set_asked(other, ["elsie"], asked=False)
    asked = study.schedule.asked()
    assert not asked.in_transcript(elsie, safe.id)
    assert asked.of_person([elsie], safe.id, spoke=True) is Prompting.UNPROMPTED
    assert asked.of_person([elsie], safe.id, spoke=False) is Prompting.NOT_ASKED
    study.schedule.set_asked(one, ["elsie"], asked=True)
    assert study.schedule.asked().of_person([elsie], safe.id, spoke=False) is Prompting.ASKED


def test_an_outcome_without_a_question_is_never_asked_about(study):
    add(study, "Do you feel safe?", "Feeling safe")
    other = study.codebooks.all()[0].codes[1].id
    assert (
        study.schedule.asked().of_person([study.transcripts.find("elsie")], other, spoke=True) is Prompting.UNPROMPTED
    )


def test_without_a_schedule_nobody_is_known_to_have_been_asked(study):
    asked = study.schedule.asked()
    assert not asked.known
    assert asked.of_person([study.transcripts.find("elsie")], "any", spoke=True) is None


def test_a_question_is_changed_and_taken_out_and_comes_back_whole(study):
    question = add(study, "Do you feel safe?", "Feeling safe")
    study.schedule.set_asked(question, ["elsie"], asked=False)
    study.schedule.update(question, wording="  Are you  safe? ", code=None)
    (changed,) = study.schedule.questions()
    assert (changed.wording, changed.code) == ("Are you safe?", None)
    study.schedule.remove(question)
    assert study.schedule.questions() == []
    study.history.undo()
    assert study.schedule.left_out(question) == {study.transcripts.find("elsie")}
    with pytest.raises(UserError):
        study.schedule.remove("nothing")
    with pytest.raises(UserError):
        study.schedule.add("   ")


@pytest.mark.parametrize("steps", [5])
def test_the_history_tells_each_step_without_a_word_of_the_question(study, steps):
    question = add(study, "Do you feel safe?")
    study.schedule.update(question, wording="Safe?", code="Feeling safe")
    study.schedule.set_asked(question, ["elsie"], asked=False)
    study.schedule.move(add(study, "Next?"), -1)
    told = [entry.what for entry in study.history.entries()[:steps]]
    assert len(set(told)) == steps - 1
    assert not [what for what in told if "?" in what]


@given(st.lists(st.frozensets(st.sampled_from("abc")), max_size=3), st.sets(st.sampled_from("abc"), min_size=1))
def test_a_person_was_asked_if_any_of_their_interviews_asked_any_of_the_questions(left_out, interviews):
    asked = AskedOf({"safe": left_out} if left_out else {}, known=True)
    expected = any(each not in without for each in interviews for without in left_out)
    for spoke in (True, False):
        assert asked.of_person(interviews, "safe", spoke=spoke) is prompting(asked=expected, spoke=spoke)


def test_a_table_is_taken_in_by_wording_in_its_order_and_can_be_taken_in_again(study, tmp_path):
    add(study, "Left where it is")
    safe = add(study, "do you feel SAFE?", "Choice")
    table = tmp_path / "schedule.csv"
    table.write_text("question,outcome,not asked\nWho visits?,Seeing people,\nDo you feel safe?,Feeling safe,elsie\n")
    for _ in range(2):
        study.schedule.import_table(table)
        words = [each.wording for each in study.schedule.questions()]
        assert words == ["Who visits?", "do you feel SAFE?", "Left where it is"]
        assert study.schedule.left_out(safe) == {study.transcripts.find("elsie")}
    table.write_text("question,outcome\nWho visits?,Seeing ghosts\n")
    with pytest.raises(TableError, match="outcome"):
        study.schedule.import_table(table)
