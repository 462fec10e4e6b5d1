"""How far coders are, and the marks that transcripts are given."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.transcript_mark import Mark, Marks, Stage
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

AILSA, BEN = "Ailsa Brodie", "Ben Okoro"


def stages(study, coder):
    return [each.stage for each in study.progress.of_coder(coder).values()]


def test_a_transcript_is_begun_with_its_first_coding_and_done_only_when_that_is_declared(study):
    assert study.progress.of_coder(AILSA) == {}
    put(study, "They come when I ring")
    put(study, "The bus stopped running", coder=BEN)
    assert stages(study, AILSA) == stages(study, BEN) == [Stage.IN_PROGRESS]
    study.codings.declare_done(AILSA, ["elsie"])
    assert (stages(study, AILSA), stages(study, BEN)) == ([Stage.DONE], [Stage.IN_PROGRESS])
    study.history.undo()
    assert stages(study, AILSA) == [Stage.IN_PROGRESS]


def test_done_without_any_coding_is_done(study):
    study.codings.declare_done(AILSA, ["elsie"])
    (found,) = study.progress.of_coder(AILSA).values()
    assert (found.stage, found.codings, found.changed_since) == (Stage.DONE, 0, ())


def test_a_codebook_that_changed_since_is_told(study):
    study.codings.declare_done(AILSA, ["elsie"])
    study.codes.rename("Feeling safe", "Feeling safe and sound", why="Wording")
    (found,) = study.progress.of_coder(AILSA).values()
    assert len(found.changed_since) == 1


def test_distressing_and_put_off_are_each_coders_own(study):
    transcript = study.transcripts.find("elsie")
    study.progress.mark(Mark.DISTRESSING, ["elsie"], AILSA)
    study.progress.mark(Mark.PUT_OFF, ["elsie"], AILSA)
    study.progress.mark(Mark.PUT_OFF, ["elsie"], BEN)
    study.progress.mark(Mark.PUT_OFF, ["elsie"], AILSA, on=False)
    assert study.progress.marks() == {transcript: Marks(distressing=(AILSA,), put_off=(BEN,))}
    study.history.undo()
    assert study.progress.marks()[transcript].put_off == (AILSA, BEN)


def test_reflecting_is_the_studys_and_narrows_what_is_counted(study):
    put(study, "They come when I ring")
    only = Scope(reflecting=True)
    assert study.extracts.listed(Scope())[:]
    assert study.extracts.listed(only)[:] == []
    assert study.findings.matrix("sites", scope=only).denominators.people == 0
    study.progress.mark(Mark.REFLECTS, ["elsie"], AILSA)
    study.progress.mark(Mark.REFLECTS, ["elsie"], BEN)
    assert len(study.extracts.listed(only)) == 1
    assert study.findings.matrix("sites", scope=only).denominators.people == 1
    study.progress.mark(Mark.REFLECTS, ["elsie"], BEN, on=False)
    assert study.progress.marks() == {}
    assert only.in_words() == ["Only people who reflect on how the service is organised"]


@pytest.mark.parametrize("mark", Mark)
def test_each_mark_is_told_in_the_history_and_undone(study, mark):
    study.progress.mark(mark, ["elsie"], AILSA)
    study.progress.mark(mark, ["elsie"], AILSA, on=False)
    taken, given = study.history.entries()[:2]
    assert "elsie" in given.what
    assert given.what != taken.what
    study.history.undo()
    assert len(study.progress.marks()) == 1


def test_an_unknown_transcript_is_refused(study):
    with pytest.raises(UserError):
        study.progress.mark(Mark.REFLECTS, ["nobody"], AILSA)
    assert study.progress.marks() == {}
