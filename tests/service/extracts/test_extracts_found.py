"""Passages found apart from their words, extracts made of them one by one, and what is said around an extract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ELSIE = "Moira: Do they come?\n\nElsie: They come when I ring. I feel safe now.\n\nMoira: At night too?\n"
DEREK = "Moira: And you?\n\nDerek: Nobody came.\n"
PEOPLE = "participant,site,respondent,quote_consent\nElsie,Fenmarsh,service user,yes\nDerek,Fenmarsh,service user,no\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qclite") as made:
        for name, words in (("Elsie", ELSIE), ("Derek", DEREK)):
            (tmp_path / f"{name}.txt").write_text(words)
            made.transcripts.import_file(tmp_path / f"{name}.txt", ImportOptions(participant=name, site="Fenmarsh"))
        (tmp_path / "people.csv").write_text(PEOPLE)
        made.participants.import_table(tmp_path / "people.csv")
        yield made


def put(project: Project, transcript: str, words: str, code: str, coder: str = "Ailsa", **more: Any) -> None:
    text = project.transcripts.text(project.transcripts.find(transcript))
    start = text.index(words)
    new = NewCoding(transcript=transcript, start=start, end=start + len(words), code=code, coder=coder, **more)
    project.codings.add(new)


@pytest.fixture
def coded(project: Project) -> Project:
    put(project, "Elsie", "They come when I ring.", "Responsiveness", polarity=Polarity.DELIVERED, memo="At once.")
    put(project, "Elsie", "I feel safe now.", "Feeling safe")
    put(project, "Derek", "Nobody came.", "Responsiveness", polarity=Polarity.NOT_DELIVERED)
    return project


def test_what_is_found_says_how_many_people_and_sites_it_is_from(coded):
    found = coded.extracts.find()
    assert (len(found.passages), found.people, found.sites, found.withheld) == (3, 2, 1, 1)


def test_what_is_found_elsewhere_is_shown_as_the_same_extracts_in_the_same_order(coded):
    with Project.look(coded.path) as other:
        found = other.extracts.find(Scope(sites=("Fenmarsh",)))
    assert list(coded.extracts.show(found)) == coded.extracts.all()
    assert [extract.text for extract in coded.extracts.show(found)] == [
        "I feel safe now.",
        "They come when I ring.",
        "Nobody came.",
    ]


def test_an_extract_has_its_memo_whether_it_is_read_alone_or_with_all(coded):
    listed = coded.extracts.listed()
    assert [extract.memo for extract in listed] == ["", "At once.", ""]
    assert [extract.memo for extract in listed.together()] == ["", "At once.", ""]


def test_finding_stops_where_it_is_told_to(coded):
    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        coded.extracts.find(None, stop)


def test_the_words_of_a_transcript_that_went_since_are_gone(coded):
    listed = coded.extracts.listed(Scope(codes=("Responsiveness",)))
    while coded.history.next_undo():
        coded.history.undo()
    assert [extract.text for extract in listed] == ["", ""]


def test_around_an_extract_stand_its_marked_turn_and_its_neighbours(coded):
    safe = coded.extracts.listed(Scope(codes=("Feeling safe",)))[0]
    around = coded.extracts.around(safe)
    (turn,) = around.within
    assert (turn.speaker, turn.role) == ("Elsie", SpeakerRole.PARTICIPANT)
    assert turn.text == "They come when I ring. I feel safe now."
    assert turn.text[turn.start : turn.end] == "I feel safe now."
    assert around.before is not None
    assert around.after is not None
    assert (around.before.text, around.after.text) == ("Do they come?", "At night too?")
    assert (around.before.start, around.before.end) == (0, 0)


def test_a_passage_over_several_turns_is_marked_in_each(project):
    put(project, "Elsie", "come?\n\nElsie: They", "Responsiveness")
    around = project.extracts.around(project.extracts.all()[0])
    assert [turn.text[turn.start : turn.end] for turn in around.within] == ["come?", "They"]
    assert around.before is None


def test_a_transcript_without_speakers_is_one_turn(project, tmp_path):
    (tmp_path / "notes.txt").write_text("She said little. The room was cold.\n")
    project.transcripts.import_file(tmp_path / "notes.txt", ImportOptions())
    put(project, "notes", "The room was cold.", "Responsiveness")
    around = project.extracts.around(project.extracts.all()[0])
    assert [turn.text[turn.start : turn.end] for turn in around.within] == ["The room was cold."]
    assert around.before is around.after is None
