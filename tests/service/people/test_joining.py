"""Joining two sites or two participants that are one, and what goes by one name after copies came together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Consent, FeatureState, RegisterEntry
from qualcoder_lite.service.project import Project
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path


def known(project: Project) -> object:
    return project.sites.all(), project.participants.overview()


def test_a_site_takes_all_that_hangs_on_the_other_and_undo_gives_it_back(study: Project) -> None:
    study.sites.add("Fenmarsh Trust")
    _, trust = study.sites.all()
    study.sites.update(replace(trust, country="England", years=4))
    study.participants.add("Arthur")
    (arthur,) = [one for one in study.participants.all() if one.name == "Arthur"]
    study.participants.update(replace(arthur, site=trust.id))
    study.sites.record(trust.id, "Co-location", RegisterEntry(state=FeatureState.PRESENT, source="Annual report"))
    study.sampling.set_targets({(trust.id, "Older people"): 5})
    before = known(study)
    study.sites.join("Fenmarsh Trust", "Fenmarsh")
    (site,) = study.sites.all()
    assert (site.name, site.country, site.years) == ("Fenmarsh", "England", 4)
    assert [entry.source for entry in site.register.values()] == ["Annual report"]
    assert [one.site for one in study.participants.all() if one.name == "Arthur"] == [site.id]
    assert study.sampling.grid().cell(site.id, "Older people").wanted == 5
    (last, *_) = study.history.entries()
    assert last.what == "joined two sites, now Fenmarsh"
    assert study.check() == []
    study.history.undo()
    assert known(study) == before


def test_a_participant_takes_transcripts_facts_and_consent_of_the_other(study: Project) -> None:
    study.participants.add("Elsie M.")
    elsie, other = study.participants.all()
    study.participants.update(replace(other, attributes={"Age": "81"}))
    yes = ConsentAnswer(answer=Consent.YES, date="2026-03-02")
    study.consents.record([other.id], {ConsentSubject.QUOTE: yes})
    before = known(study)
    study.participants.join("Elsie", "Elsie M.")
    (person,) = study.participants.overview()
    assert person.person.name == "Elsie M."
    assert (person.person.client_group, person.person.attributes) == (elsie.client_group, {"Age": "81"})
    assert [title for _, title in person.transcripts] == ["elsie"]
    assert person.consent[ConsentSubject.QUOTE] == yes
    assert study.check() == []
    study.history.undo()
    assert known(study) == before


def test_what_contradicts_is_refused_and_nothing_is_changed(study: Project) -> None:
    study.sites.add("Hallowby")
    study.participants.add("Peg")
    fenmarsh, hallowby = study.sites.all()
    study.sites.update(replace(fenmarsh, country="England"))
    study.sites.update(replace(hallowby, country="Scotland"))
    for name, answer in (("Elsie", Consent.NO), ("Peg", Consent.YES)):
        study.consents.record([name], {ConsentSubject.QUOTE: ConsentAnswer(answer=answer)})
    before = known(study)
    with pytest.raises(UserError, match="differ in country: “England” and “Scotland”"):
        study.sites.join("Hallowby", "Fenmarsh")
    with pytest.raises(UserError, match="differ in what they agreed to"):
        study.participants.join("Peg", "Elsie")
    with pytest.raises(UserError, match="one site already"):
        study.sites.join("Fenmarsh", "Fenmarsh")
    assert known(study) == before


def test_what_two_copies_made_under_one_name_is_told_and_joined(study: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.qclite"
    study.backup(copy)
    with Project.open(copy) as other:
        for project in (study, other):
            project.sites.add("Trust")
            put(project, "I feel safe now.", coder="Ailsa Brodie")
        (there,) = [site for site in other.sites.all() if site.name == "Trust"]
        other.participants.add("Arthur")
        (arthur,) = [one for one in other.participants.all() if one.name == "Arthur"]
        other.participants.update(replace(arthur, site=there.id))
    with study.merging.look([copy]) as look:
        study.merging.bring(look)
    twins = study.twins.all()
    assert [(twin.noun, twin.name, twin.shown) for twin in twins] == [
        ("coder", "Ailsa Brodie", "Ailsa Brodie (2)"),
        ("site", "Trust", "Trust (2)"),
    ]
    assert twins[0].hanging == "1 coding"
    for twin in twins:
        study.twins.join(twin)
    assert study.twins.all() == []
    assert study.check() == []
    with Project.open(copy) as other:  # work of the one who is gone, arriving later
        other.participants.add("Winifred")
        (late,) = [one for one in other.participants.all() if one.name == "Winifred"]
        other.participants.update(replace(late, site=there.id))
    with study.merging.look([copy]) as look:
        study.merging.bring(look)
    (trust,) = [site for site in study.sites.all() if site.name == "Trust"]
    assert {one.site for one in study.participants.all() if one.name in {"Arthur", "Winifred"}} == {trust.id}
