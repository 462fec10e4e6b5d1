"""Stars on quotes: put on, taken off, kept through what happens to the codings, and chosen first."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.consent import ConsentAnswer, ConsentSubject
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import Consent
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from tests.service.helpers import put

if TYPE_CHECKING:
    from qualcoder_lite.domain.extracts.extract import Extract


def starred(project: Project) -> list[Extract]:
    return project.extracts.all(Scope(starred=True))


def test_a_quote_is_starred_by_somebody_and_found_by_it(study: Project):
    safe = put(study, "I feel safe now.")
    put(study, "I sit at home", "Having things to do")
    changes = study.stars.put([safe], coder="Ailsa Brodie")
    (extract,) = starred(study)
    assert (extract.id, extract.starred, extract.starred_by) == (safe, True, ("Ailsa Brodie",))
    assert [each.starred for each in study.extracts.all()] == [True, False]
    entry = study.history.entry(changes.step)
    assert entry is not None
    assert entry.what == "starred Feeling safe on ‘I feel safe now.’"


def test_a_star_is_taken_off_whoever_gave_it_and_undone(study: Project):
    safe = put(study, "I feel safe now.")
    study.stars.put([safe], coder="Ailsa Brodie")
    study.stars.take_off([safe], coder="Ben Hale")
    assert not starred(study)
    study.history.undo()
    assert [extract.starred_by for extract in starred(study)] == [("Ailsa Brodie",)]
    with pytest.raises(UserError, match="no star"):
        study.stars.take_off([put(study, "I sit at home")])


def test_what_is_no_longer_coded_cannot_be_starred(study: Project):
    safe = put(study, "I feel safe now.")
    study.stars.put([safe])
    study.codings.remove([safe])
    with pytest.raises(UserError, match="no longer coded"):
        study.stars.put([safe])
    study.history.undo()
    assert [extract.id for extract in starred(study)] == [safe]  # it comes back with its star


def test_who_said_no_to_being_quoted_is_not_starred(study: Project):
    safe = put(study, "I feel safe now.")
    study.stars.put([safe])
    study.consents.record(["Elsie"], {ConsentSubject.QUOTE: ConsentAnswer(answer=Consent.NO)})
    study.stars.take_off([safe])  # what was starred before they said no can be taken back
    with pytest.raises(UserError, match="said no to being quoted"):
        study.stars.put([safe])
    assert not study.stars.all()


def test_a_star_is_seen_on_the_passage_that_the_coding_is_part_of(study: Project):
    study.stars.put([put(study, "I feel safe now.")])
    put(study, "They come when I ring. I feel safe", coder="Ben Hale")
    (extract,) = starred(study)
    assert extract.text.startswith("They come")
    # Seen through another coder's codings alone, it is the same quote.
    assert [each.starred for each in study.extracts.all(Scope(coders=("Ben Hale",)))] == [True]
    study.stars.take_off([study.extracts.all(Scope(coders=("Ben Hale",)))[0].id])
    assert not starred(study)


def test_a_star_follows_a_coding_to_another_code_and_into_one_that_takes_its_place(study: Project):
    codes = {name: id_ for id_, name in study.codebooks.names().items()}
    safe = put(study, "I feel safe now.")
    study.stars.put([safe])
    study.codings.update(replace(study.codings.get(safe), code=codes["Choice"]))
    assert [extract.code for extract in starred(study)] == ["Choice"]
    put(study, "I feel safe now.", "Responsiveness")
    study.codes.merge(["Choice"], "Responsiveness", why="They mean the same.")
    assert [extract.code for extract in starred(study)] == ["Responsiveness"]


def test_a_star_follows_when_two_coders_are_one(study: Project):
    study.stars.put([put(study, "I feel safe now.", coder="B. Hale")], coder="B. Hale")
    put(study, "I feel safe now.", coder="Ben Hale")
    study.coders.join("B. Hale", "Ben Hale")
    assert [extract.starred_by for extract in starred(study)] == [("Ben Hale",)]


def test_stars_of_a_copy_are_brought_along_once(study: Project, tmp_path: Path):
    safe = put(study, "I feel safe now.")
    study.close()
    other = Path(shutil.copyfile(study.path, tmp_path / "other.qclite"))
    for path, coder in ((other, "Ben Hale"), (study.path, "Ailsa Brodie")):
        with Project.open(path) as project:
            project.stars.put([safe], coder=coder)
    with Project.open(study.path) as project:
        with project.merging.look([other]) as look:
            project.merging.bring(look)
        (extract,) = starred(project)
        assert len(extract.starred_by) == 1


def test_a_star_goes_with_the_person(study: Project):
    study.stars.put([put(study, "I feel safe now.")], coder="Ailsa Brodie")
    study.withdrawal.withdraw("Elsie")
    assert not study.stars.all()


def test_voices_tell_who_is_starred_and_who_is_not_heard(demonstration_file: Path, tmp_path: Path):
    with Project.open(Path(shutil.copyfile(demonstration_file, tmp_path / "demo.qclite"))) as project:
        found = project.extracts.find()
        first = found.passages[0]
        project.stars.put(first.codings, coder="Ailsa Brodie")
        voices = project.stars.voices(found.passages)
        stars = project.stars.all()
        assert [voice.starred for voice in voices] == sorted((voice.starred for voice in voices), reverse=True)
        assert sum(voice.passages for voice in voices) == len(found.passages)
        assert sum(voice.starred for voice in voices) == sum(passage in stars for passage in found.passages)
        assert len(voices) == found.people


def test_a_report_quotes_what_is_starred_before_all_else(demonstration_file: Path, tmp_path: Path):
    with Project.open(Path(shutil.copyfile(demonstration_file, tmp_path / "demo.qclite"))) as project:
        before = {quote.id for quote in project.reports.make("across").quotes}
        left_out = next(
            each
            for each in project.extracts.all(Scope(codes=("Feeling safe",)))
            if each.id not in before and each.may_quote
        )
        project.stars.put(left_out.codings)
        assert left_out.id in {quote.id for quote in project.reports.make("across").quotes}
