"""Copies that don't know of a joining: who withdrew stays withdrawn under either name, and all agree who stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.people import Consent, FeatureState, RegisterEntry
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERS = b"Moira: Who comes?\n\nElsie: Zsuzsanna brings quinces.\n"
TELLING = (b"Zsuzsanna", b"quinces", b"I sit at home")


class Copies:
    """Copies of one project, each open for work."""

    def __init__(self, study: Project, folder: Path) -> None:
        self._study, self._folder = study, folder
        self._open: list[Project] = []

    def make(self, name: str) -> Project:
        path = self._folder / f"{name}.qclite"
        self._study.backup(path)
        return self.open(path)

    def open(self, path: Path) -> Project:
        self._open.append(Project.open(path))
        return self._open[-1]

    def close(self) -> None:
        for project in self._open:
            project.close()


@pytest.fixture
def copies(study: Project, tmp_path: Path) -> Iterator[Copies]:
    """Makes copies of the study, in which Elsie goes by two more names."""
    study.participants.add("Elsie M.")
    study.participants.add("Mrs M.")
    made = Copies(study, tmp_path)
    yield made
    made.close()


def bring(project: Project, *others: Project) -> None:
    for other in others:
        with project.merging.look([other.path]) as look:
            project.merging.bring(look)
        assert project.check() == []


def tell(project: Project, participant: str, folder: Path) -> None:
    """Let a participant say something new: a transcript, a coding with a memo, what they agreed to."""
    (folder / "hers.txt").write_bytes(HERS)
    project.transcripts.import_file(folder / "hers.txt", ImportOptions(participant=participant, title="again"))
    (folder / "hers.txt").unlink()
    project.consents.record([participant], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.YES, note="quinces")})


def readable(project: Project) -> list[bytes]:
    """What of their words stands in any file of a project; it is closed for that."""
    project.close()
    files = [project.path, *project.backups()]
    return [word for word in TELLING for path in files if word in path.read_bytes()]


def test_what_comes_later_for_somebody_joined_with_who_withdrew_is_refused(study, copies, tmp_path):
    late = copies.make("late")
    put(late, "I sit at home", memo="Zsuzsanna again")
    tell(late, "Elsie M.", tmp_path)
    study.participants.join("Elsie", "Elsie M.")  # a chain: what is joined is joined once more
    study.participants.join("Elsie M.", "Mrs M.")
    study.withdrawal.withdraw("Mrs M.")
    bring(study, late)
    assert study.participants.all() == []
    assert study.transcripts.overview() == []
    assert study._database.rows("select * from parked") == []
    assert readable(study) == []


def test_in_whatever_order_a_joining_and_a_withdrawal_come_together_nothing_of_them_is_left(study, copies, tmp_path):
    joins, withdraws, late = copies.make("joins"), copies.make("withdraws"), copies.make("late")
    joins.participants.join("Elsie", "Elsie M.")
    tell(joins, "Elsie M.", tmp_path)
    withdraws.withdrawal.withdraw("Elsie")
    tell(late, "Elsie", tmp_path)
    for number, order in enumerate(list(permutations((joins, withdraws, late)))[::2]):
        all_of_it = copies.make(f"order{number}")
        bring(all_of_it, *order)
        assert [person.name for person in all_of_it.participants.all()] == ["Mrs M."]
        assert all_of_it.transcripts.overview() == []
        assert readable(all_of_it) == []


def test_what_waited_aside_for_a_transcript_of_theirs_goes_with_them(study, copies):
    late = copies.make("late")
    put(late, "I sit at home", memo="Zsuzsanna again")
    with study._session.step("by-hand"):
        study._database.run("delete from transcript")
    bring(study, late)
    assert study._database.rows("select tbl from parked") == [("coding",)]
    study.withdrawal.withdraw("Elsie")
    assert study._database.rows("select tbl from parked") == []
    assert readable(study) == []


@pytest.mark.parametrize("noun", ["sites", "participants", "coders"])
def test_two_who_are_joined_this_way_and_that_way_apart_are_one_everywhere(study, copies, noun):
    study.sites.add("Trust")
    study.sites.add("Fenmarsh Trust")
    put(study, "I feel safe now", coder="Ailsa Brodie")
    put(study, "I sit at home", coder="A. Brodie")
    one, other = {
        "sites": ("Fenmarsh", "Fenmarsh Trust"),
        "participants": ("Elsie", "Elsie M."),
        "coders": ("Ailsa Brodie", "A. Brodie"),
    }[noun]
    this_way, that_way = copies.make("this"), copies.make("that")
    getattr(this_way, noun).join(one, other)
    getattr(that_way, noun).join(other, one)
    bring(study, this_way, that_way)
    bring(this_way, that_way)
    bring(that_way, this_way)
    found = [getattr(project, noun).all() for project in (study, this_way, that_way)]
    assert found[0] == found[1] == found[2]
    assert len([each for each in found[0] if each.name in (one, other)]) == 1
    coded = [sorted(each.id for each in p.codings.of_transcript("elsie")) for p in (study, this_way, that_way)]
    assert len(coded[0]) == 2
    assert coded[0] == coded[1] == coded[2]


def test_the_name_that_was_chosen_stays_whichever_row_does(study, copies):
    for kept, gone in (("Elsie", "Elsie M."), ("Elsie M.", "Elsie")):
        study.participants.join(gone, kept)
        assert {person.name for person in study.participants.all()} == {kept, "Mrs M."}
        assert [title for person in study.participants.overview() for _, title in person.transcripts] == ["elsie"]
        study.history.undo()


def test_codes_merged_into_each_other_apart_leave_one_code_that_can_be_used(study, copies):
    this_way, that_way = copies.make("this"), copies.make("that")
    this_way.codes.merge(["Feeling safe"], "Seeing people", why="They are one.")
    that_way.codes.merge(["Seeing people"], "Feeling safe", why="They are one.")
    bring(study, this_way, that_way)
    bring(that_way, this_way)
    usable = [
        {code.name for book in project.codebooks.all() for code in book.codes if not code.retired}
        & {"Feeling safe", "Seeing people"}
        for project in (study, that_way)
    ]
    assert len(usable[0]) == 1
    assert usable[0] == usable[1]
    put(study, "I feel safe now", *usable[0])
    bring(study, that_way)  # coming together once more changes nothing
    (coding,) = study.codings.of_transcript("elsie")
    assert study.check() == []
    assert coding.code in {code.id for book in study.codebooks.all() for code in book.codes if not code.retired}


def test_what_a_copy_brings_late_of_a_joined_site_gives_way_to_what_is_recorded(study, copies):
    study.sites.add("Fenmarsh Trust")
    late = copies.make("late")
    study.sites.join("Fenmarsh Trust", "Fenmarsh")
    study.sites.record("Fenmarsh", "Co-location", RegisterEntry(state=FeatureState.PRESENT, source="here"))
    for site in late.sites.all():
        for feature in ("Co-location", "Joint management"):
            late.sites.record(site.id, feature, RegisterEntry(state=FeatureState.ABSENT, source="late"))
    (kept,) = study.sites.all()
    gone = next(site for site in late.sites.all() if site.id != kept.id)
    late.sites.record(kept.id, "Co-location", RegisterEntry(state=FeatureState.PRESENT, source="here"))
    late.sampling.set_targets({(gone.id, "Older people"): 5})
    bring(study, late)
    (site,) = study.sites.all()
    assert sorted(entry.source for entry in site.register.values()) == ["here", "late"]
    assert study.sampling.grid().cell(site.id, "Older people").wanted == 5
    study.sites.record("Fenmarsh", "Joint management", RegisterEntry(state=FeatureState.PARTIAL, source="asked"))
    bring(study, late)
    (site,) = study.sites.all()
    assert sorted(entry.source for entry in site.register.values()) == ["asked", "here"]


def test_of_two_answers_of_one_person_no_holds_until_somebody_records_which_it_is(study, copies):
    late = copies.make("late")
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.YES)})
    study.participants.join("Elsie M.", "Elsie")
    (kept,) = [person for person in study.participants.all() if person.name == "Elsie"]
    gone = next(p.name for p in late.participants.all() if p.id != kept.id and p.name != "Mrs M.")
    late.consents.record([gone], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO, note="by letter")})
    bring(study, late)

    def answer() -> tuple[Consent, Consent]:
        (person,) = [each for each in study.participants.overview() if each.person.name == "Elsie"]
        return person.consent[ConsentSubject.QUOTE].answer, person.person.quote_consent

    assert answer() == (Consent.NO, Consent.NO)
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.YES, note="asked again")})
    assert answer() == (Consent.YES, Consent.YES)
    bring(study, late)
    assert answer() == (Consent.YES, Consent.YES)


def test_facts_of_a_joined_participant_that_come_late_can_be_changed_and_taken_away(study, copies):
    late = copies.make("late")
    study.participants.join("Elsie M.", "Elsie")
    (kept,) = [person for person in study.participants.all() if person.name == "Elsie"]
    gone = next(p for p in late.participants.all() if p.id != kept.id and p.name != "Mrs M.")
    late.participants.update(replace(gone, attributes={"Age": "81"}))
    bring(study, late)
    (elsie,) = [person for person in study.participants.all() if person.name == "Elsie"]
    assert elsie.attributes == {"Age": "81"}
    study.participants.update(replace(elsie, attributes={"Age": "82"}))
    (elsie,) = [person for person in study.participants.all() if person.name == "Elsie"]
    assert elsie.attributes == {"Age": "82"}
