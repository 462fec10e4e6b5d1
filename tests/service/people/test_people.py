"""Coders, sites, participants through the facade; their tables are tested with the commands that take them in."""

from __future__ import annotations

import pytest

from qualcoder_lite.domain.errors import TableError, UnknownNameError, UserError
from qualcoder_lite.domain.people import Consent, FeatureState, RegisterEntry, Respondent


def table(folder, *lines: str):
    path = folder / "table.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_coder_is_made_once_with_initials(study):
    assert study.coders.add(" Ailsa  Jane Brodie ").made == ("coder “Ailsa Jane Brodie”",)
    assert not study.coders.add("ailsa jane BRODIE")
    (coder,) = study.coders.all()
    assert (coder.name, coder.initials) == ("Ailsa Jane Brodie", "AB")
    assert study.history.next_undo().coder == "Ailsa Jane Brodie"


def test_a_coder_without_a_name_is_refused(study):
    with pytest.raises(UserError, match="needs a name"):
        study.coders.add(" \n ")


def test_the_register_has_the_seventeen_features_of_the_study(study):
    names = [feature.name for feature in study.sites.features()]
    assert len(names) == 17
    assert names[7] == "Co-location of staff"
    assert names[14:] == ["Multidisciplinary team", "Specialist partnership", "Extended partnership"]


def test_a_feature_is_recorded_with_its_evidence(study):
    entry = RegisterEntry(state=FeatureState.PARTIAL, source="Key informant", note="Two of three teams")
    changes = study.sites.record("FENMARSH", "Co-location", entry, coder="ailsa")
    (site,) = study.sites.all()
    assert list(site.register.values()) == [entry]
    assert len(changes.of("register_entry")) == 1
    assert study.history.next_undo().what == "recorded Co-location of staff at Fenmarsh as partial"
    assert not study.sites.record("Fenmarsh", "co-location of staff", entry)


def test_the_state_in_a_table_leaves_the_evidence_recorded_before(study, tmp_path):
    study.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=FeatureState.PARTIAL, note="Two of three teams"))
    study.sites.import_table(table(tmp_path, "site,Co-location", "Fenmarsh,present"))
    (entry,) = study.sites.all()[0].register.values()
    assert (entry.state, entry.note) == (FeatureState.PRESENT, "Two of three teams")


def test_recording_for_what_is_not_there_is_refused(study):
    with pytest.raises(UnknownNameError, match="Fenmarsh"):
        study.sites.record("Fenmarch", "Co-location", RegisterEntry())
    with pytest.raises(UnknownNameError, match="Co-location of staff"):
        study.sites.record("Fenmarsh", "Colocation of staff", RegisterEntry())


def test_a_table_of_participants_is_one_step(study, tmp_path):
    people = table(
        tmp_path, "participant,site,respondent,quote_consent", "Elsie,Fenmarsh,service user,no", "Derek,New,,"
    )
    changes = study.participants.import_table(people)
    assert changes.made == ("site “New”",)
    derek, elsie = study.participants.all()
    assert (elsie.respondent, elsie.quote_consent) == (Respondent.SERVICE_USER, Consent.NO)
    assert (derek.respondent, derek.quote_consent) == (None, Consent.NOT_ASKED)
    study.history.undo()
    assert [person.name for person in study.participants.all()] == ["Elsie"]
    assert [site.name for site in study.sites.all()] == ["Fenmarsh"]


def test_consent_can_be_taken_back_to_not_asked(study, tmp_path):
    for answer in ("yes", "not asked"):
        study.participants.import_table(table(tmp_path, "participant,quote_consent", f"Elsie,{answer}"))
    assert study.participants.all()[0].quote_consent == Consent.NOT_ASKED


def test_the_same_name_twice_in_a_table_is_refused(study, tmp_path):
    with pytest.raises(TableError) as caught:
        study.participants.import_table(table(tmp_path, "participant", "Elsie", " ELSIE"))
    assert (caught.value.row, caught.value.column) == (3, "participant")
