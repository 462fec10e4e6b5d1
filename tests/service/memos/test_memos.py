"""Memos: signed, dated, about one thing, found again, and a coder's own."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About, MemoKind, Subject
from qualcoder_lite.service.memos.listed import MemoFilter
from tests.service.codebook.test_codes import code, everything, spot
from tests.service.helpers import put

AILSA, BEN = "Ailsa Brodie", "Ben Okafor"


def passage(project, words="The bus stopped running."):
    """A passage of the small transcript, for a memo about it."""
    where = spot(project, words)
    return About(transcript=where.transcript, start=where.start, end=where.end)


def subjects(project):
    """One thing of each sort."""
    return [
        About(),
        About(transcript=spot(project, "I").transcript),
        passage(project),
        About(code=code(project, "Choice").id),
        About(site=project.sites.all()[0].id),
        About(participant=project.participants.all()[0].id),
    ]


def test_a_memo_about_anything_is_signed_and_dated_and_names_it(study):
    before = everything(study)
    for about in subjects(study):
        study.memos.write(about, " Buses  matter\n here ", coder=AILSA, kind=MemoKind.THEME, title=" On  buses ")
    listed = study.memos.all()
    assert {each.subject for each in listed} == set(Subject) - {Subject.CODING}
    assert {each.thing for each in listed} == {"The whole project", "elsie", "Choice", "Fenmarsh", "Elsie"}
    assert {(each.coder, each.memo.title, each.memo.body) for each in listed} == {
        (AILSA, "On buses", "Buses  matter\n here")
    }
    assert all(each.memo.written_at and not each.memo.edited_at for each in listed)
    for _ in listed:
        study.history.undo()
    assert everything(study) == before


def test_the_short_memo_on_a_coding_is_listed_and_changed_with_the_coding(study):
    coding = put(study, "I feel safe now", memo="Because of the lock")
    (listed,) = study.memos.all()
    assert (listed.subject, listed.thing, listed.place) == (Subject.CODING, "Feeling safe", "elsie · Fenmarsh")
    assert listed.memo.written_at
    study.memos.change(listed.memo.id, coder=AILSA, body="Because of the new lock")
    assert study.codings.get(coding).memo == "Because of the new lock"
    study.memos.remove([listed.memo.id], coder=AILSA)
    assert study.codings.get(coding).memo == ""
    assert study.memos.all() == []
    study.history.undo()
    assert study.codings.get(coding).memo


def test_memos_are_found_by_kind_writer_thing_and_words(study):
    for number, about in enumerate(subjects(study)):
        kind = MemoKind.CASE if number % 2 else MemoKind.REFLEXIVE
        study.memos.write(about, f"Thought {number} on Ärger", coder=BEN if number else AILSA, kind=kind)
    find = study.memos.all
    assert len(find(MemoFilter(kinds=(MemoKind.CASE,)))) == 3
    assert len(find(MemoFilter(coders=("ben okafor",)))) == 5
    assert {each.thing for each in find(MemoFilter(subjects=(Subject.SITE, Subject.CODE)))} == {"Fenmarsh", "Choice"}
    assert len(find(MemoFilter(about=passage(study).transcript))) == 2
    (fenmarsh,) = find(MemoFilter(subjects=(Subject.SITE,), words="ärger THOUGHT fenm"))
    assert fenmarsh.thing == "Fenmarsh"
    assert find(MemoFilter(words="nothing like it")) == []


def test_a_memo_is_its_writers_own(study):
    study.memos.write(About(), "Mine", coder=AILSA)
    (listed,) = study.memos.all()
    for attempt in (
        lambda: study.memos.change(listed.memo.id, coder=BEN, body="His"),
        lambda: study.memos.remove([listed.memo.id], coder=BEN),
    ):
        with pytest.raises(UserError, match="Ailsa Brodie signed that memo"):
            attempt()
    study.memos.change(listed.memo.id, coder="ailsa brodie", title="Mine", kind=MemoKind.METHOD)
    (now,) = study.memos.all()
    assert (now.memo.body, now.memo.title, now.memo.kind, bool(now.memo.edited_at)) == (
        "Mine",
        "Mine",
        MemoKind.METHOD,
        True,
    )
    step = study.history.next_undo()
    assert not study.memos.change(listed.memo.id, coder=AILSA, body="Mine")
    assert study.history.next_undo() == step


@pytest.mark.parametrize(
    ("about", "body", "coder", "told"),
    [
        (About(), " \n", AILSA, "empty"),
        (About(), "Words", " ", "who you are"),
        (About(code="nothing"), "Words", AILSA, "no longer there"),
        (About(coding="c", code="d"), "Words", AILSA, "no longer there"),
    ],
)
def test_a_memo_that_says_nothing_or_is_about_nothing_is_refused(study, about, body, coder, told):
    with pytest.raises(UserError, match=told):
        study.memos.write(about, body, coder=coder)
    assert study.memos.all() == []


def test_a_passage_beyond_the_text_is_refused(study):
    transcript = passage(study).transcript
    with pytest.raises(UserError, match="not a passage"):
        study.memos.write(About(transcript=transcript, start=5, end=5000), "Words", coder=AILSA)


def test_no_step_says_what_a_memo_says(study):
    study.memos.write(passage(study), "Secret thought", coder=AILSA)
    (listed,) = study.memos.all()
    study.memos.change(listed.memo.id, coder=AILSA, body="Another secret")
    study.memos.remove([listed.memo.id], coder=AILSA)
    said = [each.what for each in study.history.entries(3)]
    assert said == ["took 1 memo away", "changed a memo about a passage", "wrote a memo about a passage"]
    assert "ecret" not in str(study._database.rows("select verb, facts from step"))


def test_the_words_of_a_passage_are_quoted_without_the_speakers_label(study):
    quoted = study.memos.quoted(passage(study, "Elsie: The bus stopped running."))
    assert (quoted.words, quoted.may_quote) == ("The bus stopped running.", True)
    assert study.memos.quoted(About()) is None
