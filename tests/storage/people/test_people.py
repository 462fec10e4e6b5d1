"""Coders, sites and participants as they are stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.people import Consent, FeatureState, Participant, RegisterEntry, Respondent, Site
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.history.journal import Journal
from qualcoder_lite.storage.people import people

if TYPE_CHECKING:
    from qualcoder_lite.storage.file.database import Database

SITE = Site(
    id="s",
    name="Kestrel “Bay”",
    country="Scotland",
    setting="rural",
    client_group="Older people",
    continuum="joint appointments",
    level="meso",
    years=4,
)
PERSON = Participant(
    id="p",
    name="Tina 🙂",
    site="s",
    client_group="Older people",
    respondent=Respondent.SERVICE_USER,
    support_worker_present=True,
    quote_consent=Consent.NO,
    attributes={"age band": "80 and over", "lives with": "alone"},
)


@pytest.fixture
def stored(database: Database) -> Database:
    with Journal(database).step("import"):
        people.put_site(database, SITE)
        people.put_participant(database, PERSON)
    return database


def _person(database: Database) -> Participant:
    [found] = people.participants(database, ["p"])
    return found


def test_coders_come_by_name(database: Database) -> None:
    with Journal(database).step("add-coder"):
        coders.add(database, coders.Coder("k", "Bea", "B", "other"))
    assert [coder.name for coder in coders.read(database)] == ["Ailsa Brodie", "Bea", "Dennis Okoro"]
    assert coders.Coder("k", "Bea", "B", "other") in coders.read(database)


def test_a_site_comes_back_as_it_was_stored_and_is_brought_up_to_date(stored: Database) -> None:
    assert SITE in people.sites(stored)
    changed = replace(SITE, years=None, country="")
    with Journal(stored).step("import") as step:
        people.put_site(stored, changed)
    assert changed in people.sites(stored)
    assert step.changes.of("site") == {"s"}


def test_the_register_keeps_what_is_not_given(stored: Database) -> None:
    first, second = (row[0] for row in stored.rows("select id from register_feature order by id limit 2"))
    present = RegisterEntry(state=FeatureState.PRESENT, source="annual report", note="two floors")
    with Journal(stored).step("record"):
        people.put_register(stored, "s", {first: present})
    with Journal(stored).step("record"):
        people.put_register(stored, "s", {second: RegisterEntry(state=FeatureState.ABSENT)})
    [site] = [site for site in people.sites(stored) if site.id == "s"]
    assert site.register == {first: present, second: RegisterEntry(state=FeatureState.ABSENT)}


def test_recording_the_same_again_changes_nothing(stored: Database) -> None:
    with Journal(stored).step("again") as step:
        people.put_site(stored, SITE)
        people.put_participant(stored, PERSON)
    assert not step.changes


def test_a_participant_comes_back_as_stored(stored: Database) -> None:
    assert _person(stored) == PERSON
    assert PERSON in people.participants(stored)


def test_whether_somebody_sat_in_may_be_yes_no_or_not_said(stored: Database) -> None:
    for present in (True, False, None):
        with Journal(stored).step("import"):
            people.put_participant(stored, replace(PERSON, support_worker_present=present))
        assert _person(stored).support_worker_present is present


def test_attributes_that_are_not_given_stay_and_spelling_makes_no_second_one(stored: Database) -> None:
    with Journal(stored).step("import"):
        people.put_participant(stored, replace(PERSON, attributes={"Age  Band": "70 to 79"}))
    assert _person(stored).attributes == {"Age  Band": "70 to 79", "lives with": "alone"}


def test_consent_that_nobody_asked_for_makes_no_row_but_can_be_taken_back(stored: Database) -> None:
    with Journal(stored).step("import"):
        people.put_participant(stored, Participant(id="q", name="Sol"))
    assert stored.one("select count(*) from consent where participant_id='q'")[0] == 0
    with Journal(stored).step("import"):
        people.put_participant(stored, replace(PERSON, quote_consent=Consent.NOT_ASKED))
    assert _person(stored).quote_consent is Consent.NOT_ASKED
