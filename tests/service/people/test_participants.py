"""Participants: recording who they are, their consent, tables of them, and who is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.attributes import AttributeKind, AttributeType
from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.people import Consent, Participant, Respondent
from qualcoder_lite.domain.sampling import Cell
from qualcoder_lite.service.transcripts.details import TranscriptChange

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

BAND = AttributeKind(name="Age band", type=AttributeType.CHOICE, choices=("Under 65", "65 and over"))
YES = ConsentAnswer(answer=Consent.YES, date="2024-05-03", note="by phone")


def elsie(project: Project) -> Participant:
    return next(person for person in project.participants.all() if person.name == "Elsie")


def table(folder: Path, *lines: str) -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# Recording


def test_a_participant_is_added_changed_and_each_step_undone(study: Project) -> None:
    study.participants.add(" P 07 ")
    assert study.history.next_undo().what == "added the participant P 07"  # type: ignore[union-attr]
    changed = replace(
        elsie(study),
        name="Winifred",
        respondent=Respondent.UNPAID_CARER,
        support_worker_present=True,
        attributes={"Lives": "alone"},
    )
    study.participants.update(changed)
    assert changed in study.participants.all()
    assert study.history.next_undo().what == "changed what is known of Winifred"  # type: ignore[union-attr]
    study.participants.update(replace(changed, attributes={"Lives": " "}))
    assert [person.attributes for person in study.participants.all()] == [{}, {}]
    for _ in range(3):
        study.history.undo()
    assert [person.name for person in study.participants.all()] == ["Elsie"]


def test_numbered_people_and_sites_stand_in_the_order_they_are_counted_in(study: Project) -> None:
    for number in (10, 9, 100):
        study.participants.add(f"P{number}")
        study.sites.add(f"Ward {number}")
    numbered = [person.name for person in study.participants.all() if person.name.startswith("P")]
    assert numbered == ["P9", "P10", "P100"]
    assert [site.name for site in study.sites.all()][-3:] == ["Ward 9", "Ward 10", "Ward 100"]


def test_who_has_no_site_and_group_of_their_own_has_those_of_their_transcripts(study: Project) -> None:
    (transcript,) = study.transcripts.overview()
    change = TranscriptChange(site="Fenmarsh", client_group="Older people")
    study.describing.change([transcript.transcript.id], change)
    (one,) = study.participants.overview()
    assert (one.site, one.sites, one.client_groups) == ("", ["Fenmarsh"], ["Older people"])


def test_the_overview_has_their_transcripts_and_codings(study: Project) -> None:
    (one,) = study.participants.overview()
    assert (one.site, [title for _, title in one.transcripts], one.codings) == ("", ["elsie"], 0)


@pytest.mark.parametrize("name", ["", " \n", "ELSIE"])
def test_a_blank_or_taken_name_is_refused(study: Project, name: str) -> None:
    study.participants.add("Arthur")
    with pytest.raises(UserError, match="name"):
        study.participants.add(name)
    arthur = next(person for person in study.participants.all() if person.name == "Arthur")
    with pytest.raises(UserError, match="name"):
        study.participants.update(replace(arthur, name=name))


def test_a_participant_at_another_site_than_their_transcript_is_refused(study: Project) -> None:
    study.sites.add("Hallowby")
    hallowby = next(site.id for site in study.sites.all() if site.name == "Hallowby")
    with pytest.raises(UserError, match="Fenmarsh"):
        study.participants.update(replace(elsie(study), site=hallowby))
    assert elsie(study).site is None


def test_removing_a_participant_leaves_the_transcript_and_can_be_undone(study: Project) -> None:
    study.participants.remove(["Elsie"])
    assert study.participants.all() == []
    assert [one.placement.participant for one in study.transcripts.overview()] == [None]
    study.history.undo()
    assert [one.placement.participant.name for one in study.transcripts.overview()] == ["Elsie"]  # type: ignore[union-attr]


# Facts of a study's own


def test_a_fact_has_a_kind_that_values_must_fit(study: Project) -> None:
    study.participants.set_attribute_kind(BAND)
    study.participants.update(replace(elsie(study), attributes={"Age band": "65 AND over"}))
    assert elsie(study).attributes == {"Age band": "65 and over"}
    with pytest.raises(UserError, match="one of"):
        study.participants.update(replace(elsie(study), attributes={"Age band": "old"}))


def test_a_fact_is_renamed_with_its_values_as_one_step(study: Project) -> None:
    study.participants.update(replace(elsie(study), attributes={"age": "81", "lives": "alone"}))
    study.participants.set_attribute_kind(AttributeKind(name="Years", type=AttributeType.NUMBER), was="age")
    assert [(kind.name, kind.type) for kind in study.participants.attribute_kinds()] == [
        ("Years", "number"),
        ("lives", "text"),
    ]
    assert dict(elsie(study).attributes) == {"lives": "alone", "Years": "81"}
    study.history.undo()
    assert dict(elsie(study).attributes) == {"age": "81", "lives": "alone"}


def test_a_kind_that_recorded_values_do_not_fit_is_refused(study: Project) -> None:
    study.participants.update(replace(elsie(study), attributes={"age": "about 80"}))
    with pytest.raises(UserError, match="doesn’t fit.*choose “Words”"):
        study.participants.set_attribute_kind(AttributeKind(name="age", type=AttributeType.NUMBER), was="age")
    with pytest.raises(UserError, match="choices"):
        study.participants.set_attribute_kind(AttributeKind(name="x", type=AttributeType.CHOICE))
    with pytest.raises(UserError, match="already"):
        study.participants.set_attribute_kind(AttributeKind(name="AGE"))


def test_a_fact_is_removed_for_everybody(study: Project) -> None:
    study.participants.set_attribute_kind(BAND)
    study.participants.update(replace(elsie(study), attributes={"Age band": "Under 65"}))
    study.participants.remove_attribute_kind("age band")
    assert study.participants.attribute_kinds() == []
    assert elsie(study).attributes == {}
    study.history.undo()
    assert study.participants.attribute_kinds() == [BAND]


# Consent


def test_each_answer_is_kept_with_its_date_note_and_who_recorded_it(study: Project) -> None:
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: YES, ConsentSubject.ARCHIVE: YES}, coder="Ailsa")
    study.consents.record(["elsie"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO, date="2024-06-01")})
    assert study.consents.of("Elsie") == {
        ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO, date="2024-06-01"),
        ConsentSubject.ARCHIVE: YES,
    }
    told = [(one.subject, one.answer.answer, one.coder) for one in study.consents.history("Elsie")]
    assert told[0] == ("quote", "no", "")
    assert sorted(told[1:]) == [("archive", "yes", "Ailsa"), ("quote", "yes", "Ailsa")]
    assert elsie(study).quote_consent == Consent.NO


def test_the_same_answer_again_is_nothing_new_and_a_step_is_undone_with_its_history(study: Project) -> None:
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: YES})
    assert not study.consents.record(["Elsie"], {ConsentSubject.QUOTE: YES})
    study.history.undo()
    assert study.consents.history("Elsie") == []
    assert study.consents.of("Elsie") == {}


def test_several_people_answer_in_one_step(study: Project) -> None:
    study.participants.add("Arthur")
    study.consents.record(["Elsie", "Arthur"], {ConsentSubject.RECORDING: YES})
    assert study.history.next_undo().what == "recorded what 2 participants agreed to"  # type: ignore[union-attr]


def test_a_date_that_is_none_is_refused(study: Project) -> None:
    with pytest.raises(UserError, match="2024-05-03"):
        study.consents.record(["Elsie"], {ConsentSubject.QUOTE: ConsentAnswer(date="yesterday")})


def test_an_answer_in_a_table_has_its_date_and_keeps_the_note_of_one_that_stays(study: Project, tmp_path: Path) -> None:
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: YES})
    path = table(
        tmp_path, "participant,quote consent,archive_consent,consent date", "Elsie,yes,no,2/6/2024", "Arthur,no,,"
    )
    study.participants.import_table(path)
    assert study.consents.of("Elsie") == {
        ConsentSubject.QUOTE: replace(YES, date="2024-06-02"),
        ConsentSubject.ARCHIVE: ConsentAnswer(answer=Consent.NO, date="2024-06-02"),
    }
    assert study.consents.of("Arthur") == {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO)}


# Tables


def test_a_table_is_looked_at_before_it_is_taken_in(study: Project, tmp_path: Path) -> None:
    study.participants.set_attribute_kind(BAND)
    path = table(
        tmp_path,
        "participant,site,respondent,age band",
        "Elsie,Fenmarsh,service user,65 and over",
        "Arthur,Hallowby,,",
        "Tom,,somebody,",
        "Ann,,,old",
        "arthur,,,",
    )
    before = study.path.read_bytes()
    look = study.participants.look_at_table(path)
    assert study.path.read_bytes() == before
    assert [(one.row, one.name, one.is_new) for one in look.previews] == [(2, "Elsie", False), (3, "Arthur", True)]
    assert look.previews[0].changes == [
        ("site", "", "Fenmarsh"),
        ("respondent", "", "service user"),
        ("age band", "", "65 and over"),
    ]
    assert [error.partition(",")[0] for error in look.errors] == ["Row 4", "Row 6", "Row 5"]
    assert look.new_sites == ["Hallowby"]
    changes = study.participants.take_in(look.rows, path.name)
    assert changes.made == ("site “Hallowby”",)
    assert elsie(study).attributes == {"Age band": "65 and over"}
    assert not study.participants.take_in(look.rows, path.name)


def test_a_value_that_does_not_fit_refuses_the_whole_table(study: Project, tmp_path: Path) -> None:
    study.participants.set_attribute_kind(BAND)
    with pytest.raises(TableError, match="Row 3, column “age band”"):
        study.participants.import_table(table(tmp_path, "participant,age band", "Ann,Under 65", "Tom,old"))
    assert [person.name for person in study.participants.all()] == ["Elsie"]


# Who is heard


def test_people_are_counted_against_what_is_wanted(study: Project) -> None:
    site = next(site.id for site in study.sites.all())
    study.participants.add("Arthur")
    arthur = next(person for person in study.participants.all() if person.name == "Arthur")
    study.participants.update(replace(arthur, site=site, client_group="older people"))
    study.sampling.set_targets({("Fenmarsh", "Older people"): 4, ("Fenmarsh", "Mental health"): 2})
    grid = study.sampling.grid()
    assert grid.cell(site, "Older people") == Cell(heard=1, waiting=1, wanted=4)
    assert grid.unheard == [(site, "Mental health")]
    study.sampling.set_targets({("Fenmarsh", "Mental health"): None})
    assert study.sampling.grid().unheard == []
    study.history.undo()
    assert study.history.next_undo().what == "set how many people to hear in 2 cells of the grid"  # type: ignore[union-attr]


def test_a_number_that_is_none_and_a_group_without_a_name_are_refused(study: Project) -> None:
    for group, wanted in (("Older people", -1), (" ", 3)):
        with pytest.raises(UserError):
            study.sampling.set_targets({("Fenmarsh", group): wanted})
