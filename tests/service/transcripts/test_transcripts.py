"""Importing transcripts: read without a project, stored whole or not at all, listed with where they belong."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import TableError, UnreadableFileError, UserError
from qualcoder_lite.domain.transcript import ReadingChoices, SpeakerRole
from qualcoder_lite.service.transcripts.reading import ImportOptions, read_file
from qualcoder_lite.service.transcripts.transcripts import FailedImport
from tests.service.helpers import TALK, put

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "Moira: Do you choose?\n\nHamish: They choose for me.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "hamish.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_a_file_is_read_without_a_project_and_stored_as_read(study, file):
    read = read_file(file, ImportOptions(reading=ReadingChoices(roles={"Moira": SpeakerRole.INTERVIEWER})))
    file.unlink()
    assert read.source_hash == hashlib.sha256(OTHER.encode()).hexdigest()
    stored = study.transcripts.store(read, ImportOptions(site="Hallowby", done=("Ailsa",)))
    assert study.transcripts.text(stored.transcript.id) == OTHER
    assert study.transcripts.turns(stored.transcript.id) == list(read.text.turns)
    assert study.transcripts.speakers(stored.transcript.id) == list(read.text.speakers)
    assert stored.changes.made == ("site “Hallowby”", "coder “Ailsa”")
    assert stored.changes.of("transcript") == {stored.transcript.id}
    assert [(speaker.label, turns) for speaker, turns in stored.speakers] == [("Moira", 1), ("Hamish", 1)]


def test_files_are_imported_one_by_one_each_a_step_of_its_own(study, file, tmp_path):
    results = list(
        study.transcripts.import_files(
            [(file, ImportOptions()), (tmp_path / "nowhere.txt", ImportOptions()), (file, ImportOptions(again=True))]
        )
    )
    assert [isinstance(result, FailedImport) for result in results] == [False, True, False]
    assert isinstance(results[1].error, UnreadableFileError)
    study.history.undo()
    assert [each.transcript.title for each in study.transcripts.overview()] == ["elsie", "hamish"]


def test_a_title_that_is_given_is_kept_in_one_line(study, file):
    made = study.transcripts.import_file(file, ImportOptions(title=" A talk \n with Hamish "))
    assert made.transcript.title == "A talk with Hamish"
    assert study.transcripts.find("a TALK with hamish") == made.transcript.id
    assert study.transcripts.title(made.transcript.id) == "A talk with Hamish"


def test_three_of_one_title_are_numbered(study, file):
    titles = [study.transcripts.import_file(file, ImportOptions(again=True)).transcript.title for _ in range(3)]
    assert titles == ["hamish", "hamish (2)", "hamish (3)"]


def test_a_refused_import_leaves_nothing_of_what_it_made_on_the_way(study, file):
    before = study.history.entries()
    with pytest.raises(UserError, match="at Hallowby, but its participant"):
        _contradict(study, file)
    assert [site.name for site in study.sites.all()] == ["Fenmarsh"]
    assert study.coders.all() == []
    assert len(study.history.entries()) == len(before) + 1  # the table alone
    made = study.transcripts.import_file(file, ImportOptions(site="Hallowby"))
    assert made.changes.made == ("site “Hallowby”",)


def _contradict(study, file) -> None:
    table = file.with_name("p.csv")
    table.write_text("participant,site\nHamish,Fenmarsh\n")
    study.participants.import_table(table)
    study.transcripts.import_file(file, ImportOptions(site="Hallowby", participant="Hamish", done=("Ailsa",)))


def test_options_are_checked_even_where_nobody_speaks(study, tmp_path):
    (tmp_path / "note.txt").write_text("No labels at all, only a note.\n\nAnother line.\n")
    made = study.transcripts.import_file(
        tmp_path / "note.txt", ImportOptions(reading=ReadingChoices(find_speakers=False))
    )
    assert (made.transcript.turns, made.speakers) == (0, ())


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85"])
def test_line_breaks_of_every_kind_become_one(study, tmp_path, ending):
    (tmp_path / "talk.txt").write_bytes(OTHER.replace("\n", ending).encode())
    made = study.transcripts.import_file(tmp_path / "talk.txt", ImportOptions())
    assert study.transcripts.text(made.transcript.id) == OTHER
    assert made.transcript.turns == 2


def test_the_overview_says_who_declared_done_by_name_and_counts_codings(study):
    put(study, "I feel safe now", coder="Zoë")
    for coder in ("Zoë", "Ailsa"):
        study.codings.declare_done(coder, ["elsie"])
    (one,) = study.transcripts.overview()
    assert (one.codings, one.speakers, one.done) == (1, 2, ("Ailsa", "Zoë"))
    assert one.placement.site.name == "Fenmarsh"
    assert one.placement.client_group == "Older people"


def test_a_list_gives_files_with_their_options_and_stores_nothing(study, file):
    table = file.with_name("list.csv")
    table.write_text(
        "file,title,site,done,again,speakers,role\nhamish.txt,Hamish,Hallowby,A;B,yes,none,Moira=interviewer\n"
    )
    ((path, options),) = study.transcripts.read_list(table)
    assert path == file
    assert options == ImportOptions(
        title="Hamish",
        site="Hallowby",
        done=("A", "B"),
        again=True,
        reading=ReadingChoices(find_speakers=False, roles={"Moira": SpeakerRole.INTERVIEWER}),
    )
    assert len(study.transcripts.overview()) == 1


@pytest.mark.parametrize("name", ["nowhere.txt", "x" * 300 + ".txt", "."])
def test_a_list_names_the_row_of_a_file_that_is_not_there(study, tmp_path, name):
    (tmp_path / "list.csv").write_text(f"file\n{name}\n")
    with pytest.raises(TableError) as caught:
        study.transcripts.read_list(tmp_path / "list.csv")
    assert (caught.value.row, caught.value.column, caught.value.value) == (2, "file", name)


def test_the_text_is_the_file_as_it_was(study):
    assert study.transcripts.text(study.transcripts.find("elsie")) == TALK
