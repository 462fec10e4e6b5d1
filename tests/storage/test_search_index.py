"""The index of words is true of the project, whatever changed it and however."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.searching.search import Query
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.storage import search_index

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def more(project: Project, tmp_path: Path) -> Project:
    """The project with one transcript more, which alone speaks of hedgehogs."""
    (tmp_path / "wilma.txt").write_text("Moira: And the garden?\nWilma: Full of hedgehogs.\n")
    project.transcripts.import_file(tmp_path / "wilma.txt", ImportOptions())
    return project


def found(project: Project, words: str = "hedgehog") -> int:
    return len(project.search.find(Query(words=words)).hits)


def size(project: Project) -> int:
    return project._database.one("select sum(length(block)) from search_words_data")[0]


def numbers(project: Project) -> dict[str, int]:
    return search_index.numbers(project._database)


def test_what_is_imported_is_in_the_index_at_once(more: Project) -> None:
    assert len(numbers(more)) == 3
    number = numbers(more)[more.transcripts.find("wilma")]
    assert search_index.candidates(more._database, ["edg", "geh"], range(9)) == {number}


def test_letters_that_stand_in_different_turns_are_no_candidate(more: Project) -> None:
    assert search_index.candidates(more._database, ["gar", "hed"], range(9)) == set()


def test_undoing_an_import_takes_it_out_and_redoing_brings_it_back_without_growth(more: Project) -> None:
    assert found(more) == 1
    before = size(more), numbers(more)
    for _ in range(3):
        more.history.undo()
        assert found(more) == 0
        more.history.redo()
        assert found(more) == 1
    assert (size(more), numbers(more)) == before


def test_what_an_undone_import_left_is_not_taken_for_the_next_one(more: Project, tmp_path: Path) -> None:
    more.history.undo()
    (tmp_path / "again.txt").write_text("Moira: Well?\nWilma: No animals at all.\n")
    more.transcripts.import_file(tmp_path / "again.txt", ImportOptions())
    assert found(more) == 0
    assert found(more, "animals") == 1


def test_other_turns_of_the_same_text_are_looked_at_anew(more: Project) -> None:
    wilma = more.transcripts.find("wilma")
    with more._session.step("test"):
        more._database.run("update turn_list set ends=? where id=?", ('["20", 30]'.replace('"', ""), wilma))
    assert wilma not in numbers(more)
    assert found(more) == 0
    assert wilma in numbers(more)
    more.history.undo()
    assert found(more) == 1


def test_a_search_in_a_project_open_for_looking_finds_what_the_index_does_not_know(more: Project) -> None:
    more._database.run("update search_transcript set fresh=0")
    with Project.look(more.path) as other:
        assert found(other) == 1
        assert numbers(other) == {}


def test_rebuilding_leaves_nothing_of_what_is_gone(more: Project) -> None:
    more.history.undo()
    assert search_index.knows_of_gone(more._database, "hedgehogs")
    search_index.rebuild(more._database)
    assert not search_index.knows_of_gone(more._database, "hedgehogs")
    more._database.run("create virtual table temp.terms using fts5vocab(main, search_words, row)")
    assert not more._database.rows("select term from terms where term in ('dge', 'geh', 'hog')")
    assert found(more, "lunch club") == 41


def test_index_triggers_that_went_missing_are_told_made_anew_and_all_is_looked_at(more: Project) -> None:
    more._database.run("drop trigger search_stale_turn_list_update")
    assert more.check() == ["The search’s trigger “search_stale_turn_list_update” is missing."]
    wilma = more.transcripts.find("wilma")
    with more._session.step("test"):
        more._database.run("update turn_list set ends='[20, 30]' where id=?", (wilma,))
    path = more.path
    more.close()
    with Project.open(path) as project:
        assert project.check() == []
        assert found(project) == 0


def test_an_index_that_broke_off_with_its_import_holds_nothing_of_it(project: Project, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("participant,site\nElsie,Fenmarsh\n")
    project.participants.import_table(tmp_path / "people.csv")
    (tmp_path / "wilma.txt").write_text("Moira: And?\nWilma: Full of hedgehogs.\n")
    before = numbers(project)
    with pytest.raises(UserError, match="recorded at"):
        project.transcripts.import_file(tmp_path / "wilma.txt", ImportOptions(participant="Elsie", site="Elsewhere"))
    assert numbers(project) == before
    assert found(project) == 0


def test_the_index_and_a_look_without_it_find_the_same_after_any_history(project: Project, tmp_path: Path) -> None:
    chance = random.Random(7)
    for n in range(40):
        what = chance.choice(["import", "undo", "redo", "find", "rebuild"])
        if what == "import":
            (tmp_path / f"{n}.txt").write_text(f"Moira: {'ab ' * chance.randint(0, 3)}?\nWim: abc {n} cab\n")
            project.transcripts.import_file(tmp_path / f"{n}.txt", ImportOptions())
        elif what == "undo" and project.history.next_undo():
            project.history.undo()
        elif what == "redo" and project.history.next_redo():
            project.history.redo()
        elif what == "rebuild":
            search_index.rebuild(project._database)
        if what == "find":
            hits = project.search.find(Query(words="abc")).hits
            texts = [
                (row.transcript.id, project.transcripts.text(row.transcript.id))
                for row in project.transcripts.overview()
            ]
            assert [hit[:2] for hit in hits] == [(id_, text.index("abc")) for id_, text in texts if "abc" in text]
    assert project.check() == []
