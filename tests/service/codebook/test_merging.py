"""Making one code of several, and two of one: nothing that was said is lost, and undo gives all of it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Attribution, Coding, Direction, Polarity
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About
from qualcoder_lite.service.codebook.merging import united
from tests.service.codebook.test_codes import code, everything, spot
from tests.service.helpers import put

SAFE, CHOICE = "Feeling safe", "Choice"
WORDS = ("They come when I ring", "I feel safe now", "The bus stopped running", "I sit at home")


def names(project):
    """The names of all codes that are in use."""
    return {each.name for book in project.codebooks.all() for each in book.codes if not each.retired}


def settle(project, words, code_name, at="2026-01-01"):
    """Settle a stretch of the small transcript under a code, as a decision with one coding; the decision's id."""
    where, coder = spot(project, words), project.coders.all()[0].id
    found = code(project, code_name)
    decision, coding = f"d-{code_name}-{at}", f"c-{code_name}-{at}"
    with project._session.step("settle") as _:
        row = (decision, where.transcript, found.id, where.start, where.end, coder, at)
        columns = ("id", "transcript_id", "code_id", "start", "end", "coder_id", "decided_at")
        project._database.insert("decision", [row], columns)
        row = (coding, where.transcript, found.id, coder, where.start, where.end, decision)
        columns = ("id", "transcript_id", "code_id", "coder_id", "start", "end", "decision_id")
        project._database.insert("coding", [row], columns)
    return decision


# Merging


def test_codings_move_and_the_old_names_stay_as_aliases(study):
    first = put(study, WORDS[0], CHOICE, memo="Here")
    second = put(study, WORDS[1], SAFE, "Ben Okafor")
    before = everything(study)
    study.codes.merge([CHOICE], SAFE, why="Nobody told them apart", coder="Ailsa Brodie")
    safe = code(study, SAFE)
    assert {study.codings.get(each).code for each in (first, second)} == {safe.id}
    assert {CHOICE, "Having choices"} <= set(safe.aliases)
    assert CHOICE not in names(study)
    assert put(study, WORDS[2], "having choices")
    study.history.undo()
    assert study.history.next_undo().what.startswith("merged Choice into Feeling safe, with 1 coding")
    study.history.undo()
    assert everything(study) == before
    assert CHOICE in names(study)


def test_a_coders_twins_become_one_that_keeps_what_either_says(study):
    kept = put(study, WORDS[0], SAFE, polarity=Polarity.DELIVERED, helped=("Key worker",), memo="One")
    gone = put(study, WORDS[0], CHOICE, polarity=Polarity.NOT_DELIVERED, hindered=("Low staffing",), memo="Two")
    others = put(study, WORDS[0], CHOICE, "Ben Okafor")
    study.codes.merge([CHOICE], SAFE, why="One thing")
    found = study.codings.present([kept, gone, others])
    assert set(found) == {kept, others}
    assert (found[kept].polarity, found[kept].memo) == (Polarity.MIXED, "One\nTwo")
    assert {link.direction for link in found[kept].attributions} == {Direction.HELPED, Direction.HINDERED}


def test_links_to_a_merged_feature_go_to_the_other_and_are_not_doubled(study):
    coding = put(study, WORDS[0], SAFE, helped=("Key worker", "Continuity of staff"))
    study.codes.merge(["Key worker"], "Continuity of staff", why="One thing")
    links = study.codings.get(coding).attributions
    assert links == (Attribution(code(study, "Continuity of staff").id, Direction.HELPED),)
    study.history.undo()
    assert len(study.codings.get(coding).attributions) == 2


def test_memos_and_decisions_follow(study):
    put(study, WORDS[0], CHOICE)
    study.memos.write(About(code=code(study, CHOICE).id), "Odd one", coder="Ailsa Brodie")
    settle(study, WORDS[1], CHOICE, "2026-01-01")
    latest = settle(study, WORDS[1], SAFE, "2026-02-01")
    study.codes.merge([CHOICE], SAFE, why="One thing")
    assert study.memos.all()[0].thing == SAFE
    assert study._database.rows("select id from decision") == [(latest,)]
    settled = [each for each in study.codings.of_transcript("elsie") if each.decision]
    assert [each.decision for each in settled] == [latest]


def test_several_codes_are_merged_at_once(study):
    for name, words in zip((CHOICE, "Reliability", SAFE), WORDS, strict=False):
        put(study, words, name)
    study.codes.merge([CHOICE, "Reliability"], SAFE, why="One thing")
    assert study.codes.counts() == {code(study, SAFE).id: 3}


def test_a_code_that_was_merged_before_follows_to_the_end(study):
    first = code(study, CHOICE).id
    study.codes.merge([CHOICE], "Reliability", why="One thing")
    study.codes.merge(["Reliability"], SAFE, why="One thing")
    assert study._database.one("select merged_into from code where id=?", (first,)) == (code(study, SAFE).id,)
    assert study._session.directory.codes.find(CHOICE).name == SAFE


@pytest.mark.parametrize(
    ("codes", "into", "why", "told"),
    [
        ([SAFE], SAFE, "Why", "into itself"),
        ([CHOICE], SAFE, "", "reason why"),
        ([], SAFE, "Why", "Choose a code"),
        (["Key worker"], SAFE, "Why", "linked to outcomes as a feature"),
        ([CHOICE], "Reliability", "Why", "is retired"),
        (["Nothing"], SAFE, "Why", "There is no code"),
    ],
)
def test_what_cannot_be_merged_is_told_and_changes_nothing(study, codes, into, why, told):
    put(study, WORDS[0], SAFE, helped=("Key worker",))
    study.codes.retire("Reliability", why="Unused")
    before = everything(study)
    with pytest.raises(UserError, match=told):
        study.codes.merge(codes, into, why=why)
    assert everything(study) == before


polarities = st.sampled_from(list(Polarity))
codings = st.builds(
    Coding,
    id=st.uuids().map(str),
    transcript=st.just("t"),
    code=st.just("c"),
    coder=st.just("a"),
    start=st.just(0),
    end=st.just(5),
    polarity=polarities,
    sure=st.booleans(),
    memo=st.sampled_from(["", "One", "Two"]),
    attributions=st.lists(st.builds(Attribution, st.sampled_from("xy"), st.sampled_from(Direction))).map(tuple),
)


@given(codings, codings)
def test_two_codings_as_one_say_the_same_whichever_comes_first(first, second):
    one, other = united(first, second), united(second, first)
    assert (one.polarity, one.sure, set(one.attributions)) == (other.polarity, other.sure, set(other.attributions))
    assert set(one.memo.split("\n")) == set(other.memo.split("\n"))
    assert (one.id, other.id) == (first.id, second.id)


# Splitting


def test_chosen_codings_go_to_a_new_code_beside_the_old_one(study):
    stay = put(study, WORDS[0], CHOICE)
    goes = put(study, WORDS[1], CHOICE, polarity=Polarity.DELIVERED, helped=("Key worker",))
    also = put(study, WORDS[1], CHOICE, "Ben Okafor")
    before = everything(study)
    units = study.codes.split_units(CHOICE)
    assert [set(unit.codings) for unit in units] == [{stay}, {goes, also}]
    study.codes.split(CHOICE, "Having choices", [goes], why="Two things", coder="Ailsa Brodie")
    new, old = code(study, "Having choices"), code(study, CHOICE)
    assert study.codings.get(stay).code == old.id
    assert {study.codings.get(each).code for each in (goes, also)} == {new.id}
    assert study.codings.get(goes).attributions
    assert "Having choices" not in old.aliases
    process = next(each for each in study.codebooks.all()[0].groups if each.name == new.group)
    order = [each.name for each in process.codes]
    assert order.index("Having choices") == order.index(CHOICE) + 1
    assert study.history.next_undo().what == "split Having choices off Choice, with 2 codings"
    study.history.undo()
    assert everything(study) == before


def test_what_was_settled_together_goes_together(study):
    own = put(study, "come when I ring", CHOICE)
    decision = settle(study, WORDS[0], CHOICE)
    put(study, WORDS[2], CHOICE)
    study.codes.split(CHOICE, "Answering", [own], why="Two things")
    new = code(study, "Answering").id
    assert study._database.one("select code_id from decision where id=?", (decision,)) == (new,)
    assert study.codes.counts()[new] == 2


@pytest.mark.parametrize(
    ("name", "ticked", "why", "told"),
    [
        ("New", [0], "", "reason why"),
        ("New", [], "Why", "Tick what is to go"),
        ("New", [0, 1], "Why", "Rename the code instead"),
        (SAFE, [0], "Why", "goes by that name"),
        (CHOICE, [0], "Why", "goes by that name"),
        ("", [0], "Why", "needs a name"),
    ],
)
def test_what_cannot_be_split_is_told_and_changes_nothing(study, name, ticked, why, told):
    both = [put(study, WORDS[0], CHOICE), put(study, WORDS[1], CHOICE)]
    before = everything(study)
    with pytest.raises(UserError, match=told):
        study.codes.split(CHOICE, name, [both[n] for n in ticked], why=why)
    assert everything(study) == before
