"""Coding: what a mutation changes, says, and refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
from qualcoder_lite.domain.errors import TableError, UnknownNameError, UserError
from qualcoder_lite.service.coding.new_coding import NewCoding, refuse_bad_passage
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import TALK, asked, put


def test_a_coding_is_kept_with_all_that_was_said_of_it(study):
    coding = put(
        study,
        "I feel safe now",
        "Safety",
        polarity=Polarity.MIXED,
        helped=("Co-location", "co-location"),
        hindered=("Low staffing",),
        memo="One\r\nnumber\x00",
    )
    found = study.codings.get(coding)
    assert (found.polarity, found.memo, found.sure, found.decision) == (Polarity.MIXED, "One\nnumber\ufffd", True, None)
    names = study.codebooks.names()
    assert names[found.code] == "Feeling safe"
    assert [(names[link.feature], link.direction) for link in found.attributions] == [
        ("Co-location", Direction.HELPED),
        ("Low staffing", Direction.HINDERED),
    ]


def test_a_passage_that_cuts_a_character_is_widened_to_all_of_it(study, tmp_path):
    file = tmp_path / "laugh.txt"
    file.write_text("Ann: We laughed 👩\u200d⚕\ufe0f at the cafe\u0301 then.", "utf-8")
    talk = study.transcripts.import_file(file, ImportOptions()).transcript
    text = study.transcripts.text(talk.id)
    nurse, accent = text.index("👩"), text.index("\u0301")
    made = study.codings.add(NewCoding(transcript=talk.id, start=nurse + 1, end=accent, code="Safety", coder="Ailsa"))
    (coding,) = (study.codings.get(each) for each in made.of("coding"))
    assert text[coding.start : coding.end] == "👩\u200d⚕\ufe0f at the cafe\u0301"
    study.codings.recode(coding.id, start=nurse, end=nurse + 2)
    moved = study.codings.get(coding.id)
    assert text[moved.start : moved.end] == "👩\u200d⚕\ufe0f"


def test_changes_hold_the_rows_of_the_step_and_what_was_made_on_the_way(study):
    changes = study.codings.add(asked("I feel safe now", helped=("Co-location",)))
    assert {noun: len(ids) for noun, ids in changes.touched.items()} == {"coder": 1, "coding": 1, "attribution": 1}
    assert changes.made == ("coder “Ailsa Brodie”",)
    again = study.codings.add(asked("I sit at home"))
    assert again.made == ()
    assert again.step == (changes.step or 0) + 1


def test_what_changes_nothing_leaves_no_step(study):
    put(study, "I feel safe now", helped=("Co-location",), memo="A memo")
    before = study.history.entries()
    for new in (asked("I feel safe now"), asked("I feel safe now", "SAFETY", " ailsa brodie ", memo="A memo")):
        changes = study.codings.add(new)
        assert not changes
        assert changes.step is None
    assert study.history.entries() == before


def test_undoing_takes_away_who_was_made_on_the_way(study):
    put(study, "I feel safe now")
    study.history.undo()
    assert study.coders.all() == []
    assert study.codings.add(asked("I feel safe now")).made == ("coder “Ailsa Brodie”",)


def test_a_refused_coding_makes_nobody(study):
    for new in (asked("I feel safe now", "No such code"), asked("I feel safe now", helped=("Nothing",))):
        with pytest.raises(UnknownNameError):
            study.codings.add(new)
    assert study.coders.all() == []
    assert study.codings.add(asked("I feel safe now")).made == ("coder “Ailsa Brodie”",)


def test_many_codings_are_one_step_and_all_or_none(study):
    new = [asked("I feel safe now"), asked("I sit at home", "Choice"), asked("The bus", "Choice", "Dennis")]
    assert len(study.codings.add_many(new).of("coding")) == 3
    entry = study.history.next_undo()
    assert (entry.what, entry.coder) == ("put 3 codings on passages in 1 transcript", "")
    study.history.undo()
    with pytest.raises(UserError):
        study.codings.add_many([*new, replace(new[0], end=9999)])
    assert study.codings.of_transcript("elsie") == []


def test_of_two_that_are_the_same_the_later_states_what_it_states(study):
    first = asked("I feel safe now", polarity=Polarity.DELIVERED, memo="First", helped=("Co-location",))
    study.codings.add_many([first, replace(first, polarity=Polarity.MIXED, memo="", helped=())])
    (found,) = study.codings.of_transcript("elsie")
    assert (found.polarity, found.memo, len(found.attributions)) == (Polarity.MIXED, "First", 1)


def test_no_codings_at_all_are_no_step(study):
    assert not study.codings.add_many([])


def test_doubt_survives_the_same_coding_again(study):
    coding = study.codings.get(put(study, "I feel safe now"))
    study.codings.update(replace(coding, sure=False))
    study.codings.add(asked("I feel safe now", polarity=Polarity.MIXED))
    assert study.codings.get(coding.id).sure is False


def test_an_update_brings_a_coding_to_what_is_given(study):
    coding = study.codings.get(put(study, "I feel safe now", helped=("Co-location",)))
    other = study._session.directory.codes.find("Low staffing").id
    wanted = replace(
        coding, start=coding.start - 5, memo="New", sure=False, attributions=(Attribution(other, Direction.HINDERED),)
    )
    changes = study.codings.update(wanted)
    assert study.codings.get(coding.id) == wanted
    assert changes.of("coding") == {coding.id}
    assert len(changes.of("attribution")) == 2
    study.history.undo()
    assert study.codings.get(coding.id) == coding


def test_an_update_is_told_as_its_coders_own_or_as_somebody_elses(study):
    coding = study.codings.get(put(study, "I feel safe now"))
    study.codings.update(replace(coding, memo="A"))
    assert study.history.next_undo().coder == "Ailsa Brodie"
    study.codings.update(replace(coding, memo="B"), coder="Dennis")
    assert study.history.next_undo().coder == "Dennis"


def test_an_update_to_a_passage_that_cannot_be_is_refused(study):
    coding = study.codings.get(put(study, "I feel safe now"))
    with pytest.raises(UserError, match="not a passage"):
        study.codings.update(replace(coding, end=coding.start))
    with pytest.raises(UserError, match="only blanks"):
        study.codings.update(replace(coding, start=TALK.index("\n\n"), end=TALK.index("\n\n") + 2))
    assert study.codings.get(coding.id) == coding


def test_an_update_that_would_double_a_coding_is_refused(study):
    coding, twin = put(study, "I feel safe now"), put(study, "I feel safe now", "Choice")
    with pytest.raises(UserError, match=twin):
        study.codings.recode(coding, code="Choice")
    study.codings.recode(coding, code="Choice", end=TALK.index("safe now"))
    other = put(study, "I feel safe now", "Choice", "Dennis")
    assert study.codings.get(other).code == study.codings.get(twin).code


def test_codings_of_a_transcript_come_in_order_of_position(study):
    ids = [put(study, words, "Choice") for words in ("I sit at home", "Do they come", "I feel safe now")]
    assert [coding.id for coding in study.codings.of_transcript("elsie")] == [ids[1], ids[2], ids[0]]


def test_removing_a_coding_takes_its_links_along(study):
    coding = put(study, "I feel safe now", helped=("Co-location",))
    changes = study.codings.remove([coding])
    assert (len(changes.of("coding")), len(changes.of("attribution"))) == (1, 1)
    with pytest.raises(UserError, match="may have been taken off"):
        study.codings.get(coding)


def test_a_table_names_row_and_column_in_its_error(study, tmp_path):
    (tmp_path / "c.csv").write_text("transcript,start,end,code,coder\nelsie,0,5,Choice,AB\nelsie,0,9999,Choice,AB\n")
    with pytest.raises(TableError) as caught:
        study.codings.import_table(tmp_path / "c.csv")
    assert (caught.value.row, caught.value.column) == (3, "start")


def test_done_is_declared_with_the_codebook_versions_of_the_day(study):
    study.codes.rename("Choice", "Having a say", why="Plainer")
    changes = study.codings.declare_done("Ailsa", ["elsie"])
    ((versions,),) = study._database.rows("select codebook_versions from done")
    assert versions == '{"outcomes-framework": 2, "features": 1}'
    assert changes.made == ("coder “Ailsa”",)
    assert study.codings.declare_done("Ailsa", ["elsie"]).step is None
    assert study.codings.declare_done("Ailsa", ["elsie"], done=False)


@pytest.mark.parametrize("text", ["a", " a ", "🙂", "é\u0301"])
def test_a_passage_may_be_as_small_as_one_character(text):
    refuse_bad_passage(text, "tiny", 0, len(text))


@pytest.mark.parametrize("blank", ["\u00a0", "\u2003 \n\t", "\u200a"])
def test_a_passage_of_any_kind_of_blank_is_refused(blank):
    with pytest.raises(UserError, match="only blanks"):
        refuse_bad_passage(f"a{blank}b", "tiny", 1, 1 + len(blank))


def test_the_refusal_never_quotes_the_transcript(study):
    with pytest.raises(UserError) as caught:
        study.codings.add(replace(asked("I feel safe now"), end=9999))
    assert "safe now" not in str(caught.value)


SPANS = st.tuples(st.integers(0, len(TALK) - 1), st.integers(1, 40))
ACTS = st.one_of(
    st.tuples(st.just("add"), SPANS, st.sampled_from(["Choice", "Safety", "Co-location"]), st.sampled_from(["A", "B"])),
    st.tuples(st.just("remove"), st.integers(0, 30)),
    st.tuples(st.just("recode"), st.integers(0, 30), SPANS, st.sampled_from(list(Polarity))),
    st.tuples(st.just("done"), st.sampled_from(["A", "B"]), st.booleans()),
)


def act(project, doing) -> None:
    """Do one thing; what is refused is no step."""
    kind, *rest = doing
    found = project.codings.of_transcript("elsie")
    try:
        if kind == "add":
            (start, length), code, coder = rest
            project.codings.add(NewCoding(transcript="elsie", start=start, end=start + length, code=code, coder=coder))
        elif kind == "done":
            project.codings.declare_done(rest[0], ["elsie"], done=rest[1])
        elif found and kind == "remove":
            project.codings.remove([found[rest[0] % len(found)].id])
        elif found:
            (start, length), polarity = rest[1:]
            coding = found[rest[0] % len(found)].id
            project.codings.recode(coding, start=start, end=start + length, polarity=polarity)
    except UserError:
        return


@settings(max_examples=25)
@given(st.lists(ACTS, max_size=12))
def test_whatever_was_coded_is_undone_and_redone_step_by_step(study, doings):
    def rows():
        tables = ("coder", "coding", "attribution", "done")
        return [study._database.rows(f"select * from {table} order by id") for table in tables]

    states, first = [rows()], len(study.history.entries())
    for doing in doings:
        steps = len(study.history.entries())
        act(study, doing)
        if len(study.history.entries()) > steps:
            states.append(rows())
    for state in reversed(states[:-1]):
        study.history.undo()
        assert rows() == state
    for state in states[1:]:
        study.history.redo()
        assert rows() == state
    for _ in states[1:]:
        study.history.undo()
    assert len(study.history.entries()) >= first
