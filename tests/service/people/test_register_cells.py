"""A cell of the register over time, memos as evidence for it, and features of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.memo import About, Subject
from qualcoder_lite.domain.people import FeatureState, RegisterEntry
from qualcoder_lite.service.memos.listed import MemoFilter

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

PRESENT, PARTIAL, ABSENT, UNKNOWN = FeatureState
SITE, BUILDING = "Fenmarsh", "Co-location of staff"
entries = st.builds(RegisterEntry, state=st.sampled_from(FeatureState), source=st.sampled_from(("", "A paper")))
doings = st.lists(st.one_of(entries, st.sampled_from(("undo", "redo"))), max_size=8)


def _states(project: Project) -> list[tuple[FeatureState, FeatureState, str]]:
    history = project.sites.history(SITE, BUILDING)
    return [(change.before.state, change.after.state, change.coder) for change in history]


def test_a_cell_tells_who_changed_it_from_what_to_what_the_latest_first(study: Project) -> None:
    study.sites.record(SITE, BUILDING, RegisterEntry(state=PRESENT, source="A manager"), coder="Ailsa Brodie")
    study.sites.record(SITE, "Joint training for staff", RegisterEntry(state=ABSENT), coder="Ailsa Brodie")
    study.sites.record_many({(SITE, BUILDING): PARTIAL}, coder="Dennis Okoro")
    assert _states(study) == [(PRESENT, PARTIAL, "Dennis Okoro"), (UNKNOWN, PRESENT, "Ailsa Brodie")]
    assert study.sites.history(SITE, BUILDING)[0].before.source == "A manager"
    study.history.undo()
    assert _states(study) == [(UNKNOWN, PRESENT, "Ailsa Brodie")]
    assert study.sites.history(SITE, "Joint management") == []


@settings(max_examples=25)
@given(doings)
def test_the_history_goes_from_what_is_now_back_to_nothing(study: Project, doings: list[RegisterEntry | str]) -> None:
    for doing in doings:
        if doing == "undo":
            if study.history.next_undo() is not None:
                study.history.undo()
        elif doing == "redo":
            study.history.redo()
        elif isinstance(doing, RegisterEntry):
            study.sites.record(SITE, BUILDING, doing)
    feature = study.sites.features()[7].id
    site = next((each for each in study.sites.all() if each.name == SITE), None)
    if site is None:  # everything was undone
        return
    now = site.register.get(feature, RegisterEntry())
    history = study.sites.history(SITE, feature)
    after = [change.after for change in history]
    before = [change.before for change in history]
    assert [now, *before] == [*after, RegisterEntry()]
    assert all(change.before != change.after for change in history)


def test_a_memo_is_evidence_for_a_feature_at_a_site(study: Project) -> None:
    site = study.sites.all()[0].id
    feature = next(each.id for each in study.sites.features() if each.name == BUILDING)
    study.memos.write(About(site=site, feature=feature), "Seen on the visit in May.", coder="Ailsa Brodie")
    (memo,) = study.memos.all(MemoFilter(about=feature))
    assert (memo.subject, memo.thing, memo.place) == (Subject.SITE, SITE, BUILDING)
    assert memo.memo.about == About(site=site, feature=feature)
    study.history.undo()
    assert not study.memos.all(MemoFilter(about=feature))


def test_a_memo_on_a_feature_that_is_gone_is_refused(study: Project) -> None:
    with pytest.raises(UserError, match="no longer there"):
        study.memos.write(About(site=study.sites.all()[0].id, feature="gone"), "Seen.", coder="Ailsa Brodie")


def test_a_feature_of_ones_own_gets_another_name_and_keeps_what_is_recorded(study: Project) -> None:
    study.sites.add_feature("A bus stop at the door")
    study.sites.record(SITE, "A bus stop at the door", RegisterEntry(state=PRESENT))
    study.sites.update_feature("A bus stop at the door", name="A bus at the door", definition="Within sight of it.")
    last = study.sites.features()[-1]
    assert (last.name, last.definition) == ("A bus at the door", "Within sight of it.")
    assert study.sites.all()[0].register[last.id].state is PRESENT
    assert study.history.entries()[0].what == "changed the feature A bus at the door"
    study.sites.add_feature("A bus stop at the door")
    assert len({each.id for each in study.sites.features()}) == 19
    study.history.undo()
    study.history.undo()
    assert study.sites.features()[-1].name == "A bus stop at the door"


def test_a_feature_of_ones_own_goes_with_what_is_recorded_and_comes_back_with_it(study: Project) -> None:
    study.sites.add_feature("A bus stop at the door")
    study.sites.record(SITE, "A bus stop at the door", RegisterEntry(state=PRESENT))
    study.sites.remove_feature("A bus stop at the door")
    assert len(study.sites.features()) == 17
    assert study.history.entries()[0].what == "took a feature out of the register, recorded at 1 site"
    study.history.undo()
    last = study.sites.features()[-1]
    assert study.sites.all()[0].register[last.id].state is PRESENT


def test_the_studys_own_features_stay(study: Project) -> None:
    with pytest.raises(UserError, match="study’s own"):
        study.sites.remove_feature(BUILDING)
    with pytest.raises(UserError, match="study’s own"):
        study.sites.update_feature(BUILDING, name="One building", definition="")


@pytest.mark.parametrize(("name", "why"), [(" ", "needs a name"), (BUILDING, "already")])
def test_a_feature_gets_no_name_that_is_blank_or_taken(study: Project, name: str, why: str) -> None:
    study.sites.add_feature("A bus stop at the door")
    with pytest.raises(UserError, match=why):
        study.sites.update_feature("A bus stop at the door", name=name, definition="")
