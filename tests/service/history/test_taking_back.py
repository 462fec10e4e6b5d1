"""Taking one earlier step back, with what was done since left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.errors import UserError
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project


def step_of(project: Project, words: str) -> int:
    """The newest step that the history tells with these words."""
    return next(entry.step for entry in project.history.entries() if words in entry.what)


def coded(project: Project) -> set[tuple[int, int]]:
    return {(each.start, each.end) for each in project.codings.of_transcript("elsie")}


def test_a_coding_taken_off_by_mistake_comes_back_and_later_work_stays(study: Project) -> None:
    gone = put(study, "I feel safe now")
    place = coded(study)
    study.codings.remove([gone])
    put(study, "I sit at home", coder="Dennis Okoro")
    later = coded(study)
    study.history.take_back(step_of(study, "took Feeling safe off"), coder="Ailsa Brodie")
    assert coded(study) == place | later
    assert study.codings.get(gone).id == gone
    newest = study.history.entries()[0]
    assert (newest.coder, newest.what.split(":")[0]) == ("Ailsa Brodie", "took back what Ailsa Brodie did")
    assert study.check() == []
    study.history.undo()
    assert coded(study) == later
    study.history.redo()
    assert coded(study) == place | later


def test_what_was_changed_again_since_is_refused_and_nothing_is_changed(study: Project) -> None:
    coding = put(study, "I feel safe now")
    step = step_of(study, "put Feeling safe on")
    study.codings.recode(coding, polarity=Polarity.DELIVERED)
    before = coded(study)
    with pytest.raises(UserError, match="changed again later"):
        study.history.take_back(step)
    assert coded(study) == before


def test_what_later_work_hangs_on_is_not_taken_from_under_it(study: Project) -> None:
    study.coders.add("Nell Airey")
    step = study.history.entries()[0].step
    study.codings.declare_done("Nell Airey", ["elsie"])
    with pytest.raises(UserError, match="made later belongs to"):
        study.history.take_back(step)
    assert study.check() == []
    assert "Nell Airey" in {coder.name for coder in study.coders.all()}


def test_what_was_undone_or_is_for_good_or_is_the_codebooks_is_refused_in_words(study: Project) -> None:
    put(study, "I feel safe now")
    step = study.history.entries()[0].step
    study.history.undo()
    with pytest.raises(UserError, match="nothing to take back"):
        study.history.take_back(step)
    study.codes.rename("Feeling safe", "Being safe", why="Plainer.")
    with pytest.raises(UserError, match="its own history"):
        study.history.take_back(study.history.entries()[0].step)
    with pytest.raises(UserError):
        study.history.take_back(10_000)
