"""Who speaks is read again: undone in one step, and no coding moves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole
from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from qualcoder_lite.service.project import Project

TALK = """Interviewer: How was the club?

Margaret: Good. I like it.

Transport: The bus came late, mind.

Interviewer: And the bus home?

Margaret: Never on time.

Transport: It never is.

int: Thank you.
"""
TURNS = Path(__file__).parents[2] / "data" / "turns"
FILES = sorted(path for path in TURNS.iterdir() if path.suffix != ".json" or path.name == "recognised.json")


@pytest.fixture
def talk(study: Project, tmp_path: Path) -> str:
    """A transcript in which a word was taken for a speaker, and one person has two labels."""
    path = tmp_path / "margaret.txt"
    path.write_text(TALK, encoding="utf-8")
    return study.transcripts.import_file(path, ImportOptions()).transcript.id


def labels(project: Project, transcript: str) -> list[str]:
    speakers = project.transcripts.speakers(transcript)
    return [speakers[turn.speaker].label for turn in project.transcripts.turns(transcript)]


BETTER = ReadingChoices(not_speakers=("Transport",), same={"int": "Interviewer"})


def test_what_only_looked_like_a_speaker_is_none_any_more(study: Project, talk: str) -> None:
    assert "Transport" in labels(study, talk)
    study.speakers.store_again(talk, BETTER)
    assert labels(study, talk) == ["Interviewer", "Margaret", "Interviewer", "Margaret", "Interviewer"]
    assert [one.transcript.turns for one in study.transcripts.overview() if one.transcript.id == talk] == [5]


def test_one_step_undoes_it(study: Project, talk: str) -> None:
    speakers, turns = study.transcripts.speakers(talk), study.transcripts.turns(talk)
    study.speakers.store_again(talk, BETTER)
    entry = study.history.next_undo()
    assert entry is not None
    assert entry.what == "read again who speaks in “margaret”"
    study.history.undo()
    assert (study.transcripts.speakers(talk), study.transcripts.turns(talk)) == (speakers, turns)
    study.history.redo()
    assert "Transport" not in labels(study, talk)


def test_codings_stay_on_their_words(study: Project, talk: str) -> None:
    code = study.codebooks.all()[0].codes[0].name
    start = TALK.index("The bus")
    study.codings.add(NewCoding(transcript=talk, start=start, end=start + 7, code=code, coder="Ailsa"))
    before = study.codings.of_transcript(talk)
    study.speakers.store_again(talk, BETTER)
    assert study.codings.of_transcript(talk) == before
    assert study.transcripts.text(talk) == TALK


def test_looking_changes_nothing(study: Project, talk: str) -> None:
    before = study.history.entries()
    found = study.speakers.read_again(talk, BETTER)
    assert len(found.turns) == 5
    assert study.history.entries() == before


def test_roles_that_were_chosen_stay_chosen(study: Project, talk: str) -> None:
    study.speakers.store_again(talk, ReadingChoices(roles={"Margaret": SpeakerRole.CARER}))
    study.speakers.store_again(talk, BETTER)
    roles = {one.label: one.role for one in study.transcripts.speakers(talk)}
    assert roles == {"Interviewer": SpeakerRole.INTERVIEWER, "Margaret": SpeakerRole.CARER}


def test_a_label_that_was_passed_over_can_be_named(study: Project, tmp_path: Path) -> None:
    path = tmp_path / "driver.txt"
    path.write_text(
        "Interviewer: Well?\n\nthe man who drives: I drive.\n\nInterviewer: Far?\n\nthe man who drives: Not far.\n",
        "utf-8",
    )
    transcript = study.transcripts.import_file(path, ImportOptions()).transcript.id
    assert labels(study, transcript) == ["Interviewer"] * 2
    study.speakers.store_again(transcript, ReadingChoices(speakers=("the man who drives",)))
    assert labels(study, transcript) == ["Interviewer", "the man who drives"] * 2


def test_all_speakers_can_be_taken_away_and_found_again(study: Project, talk: str) -> None:
    study.speakers.store_again(talk, ReadingChoices(find_speakers=False))
    assert (study.transcripts.speakers(talk), study.transcripts.turns(talk)) == ([], [])
    study.speakers.store_again(talk, ReadingChoices())
    assert len(study.transcripts.turns(talk)) == 7


def test_reading_again_with_nothing_to_say_finds_the_same(study: Project) -> None:
    for path in FILES:
        made = study.transcripts.import_file(path, ImportOptions(title=path.name))
        found = study.speakers.read_again(made.transcript.id)
        assert list(found.turns) == study.transcripts.turns(made.transcript.id), path.name
        assert list(found.speakers) == study.transcripts.speakers(made.transcript.id), path.name
        assert not study.speakers.store_again(made.transcript.id, ReadingChoices()), path.name
