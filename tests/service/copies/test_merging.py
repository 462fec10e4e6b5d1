"""Bringing copies together where the texts differ, where somebody withdrew, and where a copy is of another age."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectTooNewError, UserError
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from tests.service.helpers import put
from tests.storage.helpers import size_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIRST_SCHEMA = Path(__file__).parents[2] / "data" / "projects" / "first_schema.qclite"
LONGEST = 60  # seconds that anything may take on a busy machine


@pytest.fixture
def apart(study: Project, tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    """Makes copies of the study, open for work; they are closed at the end."""
    made: list[Project] = []

    def copy(name: str) -> Project:
        path = tmp_path / f"{name}.qclite"
        study.backup(path)
        made.append(Project.open(path))
        return made[-1]

    yield copy
    for project in made:
        project.close()


def bring(project: Project, *others: Project) -> None:
    with project.merging.look([other.path for other in others]) as look:
        project.merging.bring(look)


def text_of(project: Project) -> str:
    return project.transcripts.text(project.transcripts.overview()[0].transcript.id)


def coded(project: Project) -> set[tuple[str, str]]:
    """The words that each coder coded."""
    names = {coder.id: coder.name for coder in project.coders.all()}
    text = text_of(project)
    return {(names[each.coder], text[each.start : each.end]) for each in project.codings.of_transcript("elsie")}


# Texts


def test_work_on_an_older_text_is_carried_to_the_one_whose_names_were_replaced(study, apart):
    put(study, "The bus stopped running", coder="Ailsa Brodie")
    other = apart("dennis")
    study.pseudonyms.replace({"day centre": "[club for older people]"})
    put(other, "I sit at home", coder="Dennis Okoro")
    put(other, "And the day centre?", coder="Dennis Okoro")
    mine = other.codings.of_transcript("elsie", "Ailsa Brodie")[0]
    other.codings.recode(mine.id, end=mine.end + 1)  # its edges are of the older text, and it is the later change
    with study.merging.look([other.path]) as look:
        assert [text.carried for _, text in look.preview.different_texts] == ["there"]
        assert not look.preview.final
        assert "carried along" in look.preview.to_look_at()[0]
        study.merging.bring(look)
    expected = {
        ("Dennis Okoro", "I sit at home"),
        ("Dennis Okoro", "And the [club for older people]?"),
        ("Ailsa Brodie", "The bus stopped running."),
    }
    assert coded(study) == expected
    assert study.check() == []
    study.history.undo()
    assert coded(study) == {("Ailsa Brodie", "The bus stopped running")}


def test_names_that_were_replaced_in_a_copy_are_replaced_here_too_for_good(study, apart):
    put(study, "The bus stopped running", coder="Ailsa Brodie")
    other = apart("lead")
    other.pseudonyms.replace({"day centre": "[club]"})
    put(study, "I sit at home", coder="Dennis Okoro", memo="kept")
    with study.merging.look([other.path]) as look:
        assert [text.carried for _, text in look.preview.different_texts] == ["here"]
        assert look.preview.final
        study.merging.bring(look)
    assert coded(study) == {("Ailsa Brodie", "The bus stopped running"), ("Dennis Okoro", "I sit at home")}
    assert "[club]" in text_of(study)
    assert study.check() == []
    assert not study.history.undo()
    study.close()
    for path in (study.path, *study.backups()):
        assert b"And the day centre?" not in path.read_bytes()


def test_both_ways_give_the_same_project(study, apart):
    put(study, "The bus stopped running", coder="Ailsa Brodie")
    other = apart("other")
    other.pseudonyms.replace({"day centre": "[club]"})
    put(study, "I sit at home", coder="Dennis Okoro")
    put(other, "They come when I ring", coder="Kim")
    bring(other, study)
    bring(study, other)
    assert (
        coded(study)
        == coded(other)
        == {
            ("Ailsa Brodie", "The bus stopped running"),
            ("Dennis Okoro", "I sit at home"),
            ("Kim", "They come when I ring"),
        }
    )


def test_where_nothing_leads_from_one_text_to_the_other_it_is_said_and_nothing_is_guessed(study, apart):
    put(study, "The bus stopped running", coder="Ailsa Brodie")
    other = apart("other")
    study.pseudonyms.replace({"day centre": "[club]"})
    other.pseudonyms.replace({"day centre": "[somewhere]"})
    put(other, "They come when I ring", coder="Kim")
    other.codings.declare_done("Kim", ["elsie"])
    with study.merging.look([other.path]) as look:
        ((_, text),) = look.preview.different_texts
        assert (text.carried, text.left_out) == ("nowhere", 1)
        assert "1 entry is left out" in look.preview.to_look_at()[0]
        assert (look.preview.added["coding"], look.preview.added["done"]) == (0, 1)
        study.merging.bring(look)
    assert coded(study) == {("Ailsa Brodie", "The bus stopped running")}
    assert "[club]" in text_of(study)
    assert list(study.transcripts.overview()[0].done) == ["Kim"]
    assert study.check() == []


# One under two names


def test_what_a_copy_brings_of_a_coder_who_was_joined_with_another_is_the_others(study, apart):
    put(study, "The bus stopped running", coder="Alisa Brodie")
    other = apart("alisa")
    put(study, "They come when I ring", coder="Ailsa Brodie")
    study.coders.join("Alisa Brodie", "Ailsa Brodie")
    put(other, "I sit at home", coder="Alisa Brodie")
    other.codings.declare_done("Alisa Brodie", ["elsie"])
    bring(study, other)
    assert coded(study) == {
        ("Ailsa Brodie", "The bus stopped running"),
        ("Ailsa Brodie", "They come when I ring"),
        ("Ailsa Brodie", "I sit at home"),
    }
    assert list(study.transcripts.overview()[0].done) == ["Ailsa Brodie"]
    bring(other, study)
    assert coded(other) == coded(study)
    assert study.check() == other.check() == []


# Withdrawals


def test_a_copy_older_than_a_withdrawal_does_not_bring_the_person_back(study, apart):
    other = apart("other")
    put(other, "I sit at home", coder="Kim", memo="Zsuzsanna said so")
    study.withdrawal.withdraw("Elsie")
    bring(study, other)
    assert study.transcripts.overview() == []
    assert study.check() == []
    study.close()
    assert b"Zsuzsanna" not in study.path.read_bytes()
    assert b"bus stopped" not in study.path.read_bytes()


def test_a_copy_that_brings_a_withdrawal_takes_the_person_out_here_for_good(study, apart, tmp_path):
    other = apart("lead")
    (tmp_path / "arthur.txt").write_text("Moira: Hello\n\nArthur: The kettle is mine.\n", encoding="utf-8")
    study.transcripts.import_file(tmp_path / "arthur.txt", ImportOptions(participant="Arthur"))
    put(study, "I sit at home", coder="Kim", memo="Zsuzsanna said so")
    study.codings.remove([put(study, "The bus stopped running", memo="Zsuzsanna again")])
    other.withdrawal.withdraw("Elsie")
    with study.merging.look([other.path]) as look:
        assert (look.preview.withdraws, look.preview.final) == (True, True)
        changes = study.merging.bring(look)
    assert changes.of("transcript")
    assert [each.transcript.title for each in study.transcripts.overview()] == ["arthur"]
    assert study.history.entries()[0].final
    assert not study.history.undo()
    assert study.check() == []
    study.close()
    for path in (study.path, *study.backups()):
        for words in (b"Zsuzsanna", b"bus stopped", b"I sit at home"):
            assert words not in path.read_bytes(), path


# Ages


def test_a_copy_made_by_an_older_version_is_brought_up_to_date_in_private(tmp_path):
    older = Path(shutil.copyfile(FIRST_SCHEMA, tmp_path / "older.qclite"))
    with Project.open(Path(shutil.copyfile(FIRST_SCHEMA, tmp_path / "study.qclite"))) as project:
        before = older.read_bytes()
        with project.merging.look([older]) as look:
            assert look.preview.nothing_new
            project.merging.bring(look)
    assert older.read_bytes() == before
    assert not list(tmp_path.glob("older.qclite-*"))


def test_a_copy_saved_by_a_newer_version_is_refused(study, apart):
    other = apart("other")
    other._database.run(
        "insert into _sqlite_migrations(migration_set, name, applied_at) values('qualcoder_lite', '9999_later', '')"
    )
    with pytest.raises(ProjectTooNewError, match="newer version"):
        study.merging.look([other.path])


# Moments


def test_a_project_that_was_changed_after_the_look_is_not_written_to(study, apart):
    other = apart("other")
    put(other, "I sit at home", coder="Kim")
    with study.merging.look([other.path]) as look:
        put(study, "The bus stopped running")
        with pytest.raises(UserError, match="Look at them again"):
            study.merging.bring(look)
    assert coded(study) == {("Ailsa Brodie", "The bus stopped running")}


def test_a_look_that_is_given_up_leaves_nothing_behind(study, apart, monkeypatch, tmp_path):
    place = tmp_path / "private"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    other = apart("other")

    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        study.merging.look([other.path], stop)
    assert list(place.iterdir()) == []
    with study.merging.look([other.path]):
        assert list(place.iterdir()) != []
    assert list(place.iterdir()) == []


_MERGE = """
import sys
from pathlib import Path
from qualcoder_lite.service.project import Project
with Project.open(Path(sys.argv[1])) as project, project.merging.look([Path(sys.argv[2])]) as look:
    print("looked", flush=True)
    project.merging.bring(look)
    print("brought", flush=True)
"""


@pytest.mark.parametrize("grown", [0, 60_000, 1_500_000])
def test_a_merge_that_is_killed_is_there_whole_or_not_at_all(study, apart, grown):
    other = apart("other")
    put(other, "I sit at home", coder="Kim")
    new = other.codings.get(other.codings.of_transcript("elsie")[0].id)
    with other._session.step("code-many"):
        other._database.insert(
            "coding",
            [
                (f"{n:08}-0000-4000-8000-000000000000", new.transcript, new.code, new.coder, n % 80, 90)
                for n in range(15_000)
            ],
            ("id", "transcript_id", "code_id", "coder_id", "start", "end"),
        )
    study.close()
    wal = study.path.with_name(study.path.name + "-wal")
    merge = subprocess.Popen([sys.executable, "-c", _MERGE, study.path, other.path], stdout=subprocess.PIPE, text=True)
    assert merge.stdout is not None
    assert merge.stdout.readline() == "looked\n"
    give_up = time.monotonic() + LONGEST
    while merge.poll() is None and size_of(wal) <= grown:
        assert time.monotonic() < give_up
    merge.kill()
    said = merge.communicate()[0]
    with Project.open(study.path) as project:
        assert project.check() == []
        found = len(project.codings.of_transcript("elsie"))
        assert found in (0, 15_001)
        assert found or "brought" not in said
        with project.merging.look([other.path]) as look:
            project.merging.bring(look)
        assert len(project.codings.of_transcript("elsie")) == 15_001


# Names


def test_one_coder_under_two_names_is_asked_about_when_the_second_comes(study, apart):
    other = apart("other")
    put(study, "The bus stopped running", coder="Kim Lacey")
    put(other, "I sit at home", coder="Lacey Kim")
    with study.merging.look([other.path]) as look:
        (asked,) = look.preview.to_look_at()
        assert asked.startswith("Is “Lacey Kim” the same person as “Kim Lacey”?")
        study.merging.bring(look)
    with study.merging.look([other.path]) as look:
        assert look.preview.alike == []  # they are both known by now


def test_two_of_one_name_are_shown_apart_and_keep_their_own_names(study, apart):
    other = apart("other")
    put(study, "The bus stopped running", coder="Kim")
    put(other, "I sit at home", coder="Kim")
    with study.merging.look([other.path]) as look:
        assert "2 coders are called “Kim”" in look.preview.to_look_at()[0]
        study.merging.bring(look)
    bring(other, study)
    assert coded(study) == coded(other) == {("Kim", "The bus stopped running"), ("Kim (2)", "I sit at home")}
    second = study.coders.find("Kim (2)")
    study.coders.change("Kim (2)", initials="K2")
    assert study._database.rows("select distinct name from coder") == [("Kim",)]
    assert study.coders.find("Kim (2)").id == second.id
    study.coders.join("Kim (2)", "Kim")
    assert coded(study) == {("Kim", "The bus stopped running"), ("Kim", "I sit at home")}
