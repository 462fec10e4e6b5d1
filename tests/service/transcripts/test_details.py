"""What is said of stored transcripts: changed in one step, contradictions refused; and deleting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import TableError, UserError
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.service.transcripts.details import TranscriptChange, TranscriptDetails
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import put

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project


@pytest.fixture
def arthur(study: Project, tmp_path: Path) -> str:
    """A second transcript, of which nothing is said."""
    path = tmp_path / "arthur.txt"
    path.write_text("Moira: Well?\n\nArthur: The heron came again.\n", encoding="utf-8")
    return study.transcripts.import_file(path, ImportOptions()).transcript.id


def elsie(study: Project) -> str:
    return study.transcripts.find("elsie")


def last(study: Project) -> str:
    step = study.history.next_undo()
    assert step is not None
    return step.what


def test_everything_said_of_a_transcript_is_changed_in_one_step_and_undone(study: Project, arthur: str) -> None:
    before = study.describing.details(arthur)
    assert before == TranscriptDetails(title="arthur", site="", participant="", client_group="", date="")
    changes = study.describing.change(
        [arthur],
        TranscriptChange(title=" Arthur,  May ", site="Hallowby", participant="P 2", client_group="", date="3/5/2024"),
    )
    assert changes.made == ("site “Hallowby”", "participant “P 2”")
    assert study.describing.details(arthur) == TranscriptDetails(
        title="Arthur, May", site="Hallowby", participant="P 2", client_group="", date="2024-05-03"
    )
    assert last(study) == "changed what is known of “Arthur, May”"
    study.history.undo()
    assert study.describing.details(arthur) == before
    assert [person.name for person in study.participants.all()] == ["Elsie"]


def test_what_is_not_mentioned_stays_and_a_blank_takes_away(study: Project) -> None:
    study.describing.change([elsie(study)], TranscriptChange(site=""))
    assert study.describing.details(elsie(study)) == TranscriptDetails(
        title="elsie", site="", participant="Elsie", client_group="Older people", date=""
    )


def test_several_are_given_to_one_participant_at_once(study: Project, arthur: str) -> None:
    assert study.describing.without_participant() == [(arthur, "arthur")]
    study.describing.change([elsie(study), arthur], TranscriptChange(participant="Arthur"))
    assert study.describing.without_participant() == []
    assert last(study) == "changed what is known of 2 transcripts"
    with pytest.raises(UserError, match="can’t have one title"):
        study.describing.change([elsie(study), arthur], TranscriptChange(title="Both"))


def test_saying_what_is_said_already_is_no_step(study: Project) -> None:
    before = last(study)
    assert not study.describing.change([elsie(study)], TranscriptChange(title="elsie", site="fenmarsh"))
    assert last(study) == before


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (TranscriptChange(title="ELSIE"), "There is a transcript “ELSIE” already"),
        (TranscriptChange(title=" "), "needs a title"),
        (TranscriptChange(date="some day"), "is not a date"),
        (TranscriptChange(site="Hallowby", participant="At Fenmarsh"), "is recorded at Hallowby"),
        (TranscriptChange(client_group="Mental health", participant="At Fenmarsh"), "contradict each other"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_everything(
    study: Project, arthur: str, tmp_path: Path, change: TranscriptChange, fault: str
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("participant,site,client_group\nAt Fenmarsh,Fenmarsh,Older people\n", encoding="utf-8")
    study.participants.import_table(table)
    before = study.describing.details(arthur)
    with pytest.raises(UserError, match=fault):
        study.describing.change([arthur], change)
    assert study.describing.details(arthur) == before
    assert [site.name for site in study.sites.all()] == ["Fenmarsh"]


def test_a_table_says_it_of_many_and_may_exchange_titles(study: Project, arthur: str, tmp_path: Path) -> None:
    table = tmp_path / "who.csv"
    table.write_text("transcript,title,participant,date\narthur.txt,elsie,P2,\nelsie,arthur,,2024-05-03\n", "utf-8")
    first = elsie(study)
    study.describing.import_table(table)
    assert study.describing.details(arthur).title == "elsie"
    assert study.describing.details(first) == TranscriptDetails(
        title="arthur", site="Fenmarsh", participant="Elsie", client_group="Older people", date="2024-05-03"
    )
    assert last(study) == "changed what is known of 2 transcripts, from “who.csv”"


@pytest.mark.parametrize("row", ["nobody", "elsie"])
def test_a_wrong_row_is_named_and_none_is_taken(study: Project, arthur: str, tmp_path: Path, row: str) -> None:
    table = tmp_path / "who.csv"
    table.write_text(f"transcript,participant\nelsie.txt,P1\n{row},P2\n", encoding="utf-8")
    with pytest.raises(TableError, match="[Rr]ow 3"):
        study.describing.import_table(table)
    assert study.describing.details(elsie(study)).participant == "Elsie"


def test_deleting_says_what_goes_and_is_undone_with_everything(study: Project, arthur: str) -> None:
    put(study, "I feel safe now", memo="calm here")
    study.codings.declare_done("Ailsa Brodie", [elsie(study)])
    shown = study.transcripts.overview()
    going = study.describing.look_at_deletion([elsie(study)])
    assert (going.titles, going.turns, going.codings, going.memos, going.participants) == (["elsie"], 4, 1, 1, 1)
    study.describing.delete([elsie(study)])
    assert [one.transcript.id for one in study.transcripts.overview()] == [arthur]
    assert last(study) == "deleted 1 transcript, with 1 coding"
    assert not study.search.find(Query(words="bus stopped")).hits
    study.history.undo()
    assert study.transcripts.overview() == shown
    assert len(study.search.find(Query(words="bus stopped")).hits) == 1


def test_who_withdraws_takes_a_deleted_transcript_along(study: Project) -> None:
    study.describing.delete([elsie(study)])
    study.withdrawal.withdraw("Elsie")
    folder = study.path.parent
    study.close()
    left = [path for path in folder.rglob("*") if path.is_file() and b"honest" in path.read_bytes()]
    assert left == []
