"""What transcripts say is kept from one time to the next: a matrix must never show what is no longer true."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_lite.domain.coding import Attribution, Direction, Polarity
from qualcoder_lite.domain.cross_reference import Lens
from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import new_id
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.scope import Scope
from qualcoder_lite.service.transcripts.reading import ImportOptions
from qualcoder_lite.storage.history.journal import Journal
from tests.service.helpers import TALK, asked, put

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = ("They come when I ring", "I ring", "I feel safe now", "The bus stopped running", "I sit at home")
CODES = ("Feeling safe", "Responsiveness", "Co-location", "Key worker", "Low staffing")
ACTIONS = ("code", "uncode", "recode", "link", "settle", "undo", "redo", "import", "move code", "close")


def matrices(project: Project) -> list[dict[str, Any]]:
    return [project.findings.matrix(lens).as_dict() for lens in Lens]


def counted_anew(path: Path, folder: Path) -> list[dict[str, Any]]:
    """The matrices of a copy in which nothing is kept."""
    copy = Path(shutil.copyfile(path, folder / "anew.qclite"))
    with Project.open(copy) as project:
        project._database.run("delete from heard")
        return matrices(project)


class _Work:
    """Does things to a project as people do."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.project = Project.open(path)

    def do(self, action: str, draw: Callable[[Any], Any]) -> None:
        project, codings = self.project, [coding.id for coding in self.project.codings.of_transcript("elsie")]
        coding = draw(st.sampled_from(codings)) if codings else ""
        words, code = draw(st.sampled_from(WORDS)), draw(st.sampled_from(CODES))
        if action == "code":
            polarity, coder = draw(st.sampled_from(Polarity)), draw(st.sampled_from(("AB", "CD")))
            helped = draw(st.sampled_from(((), ("Co-location",))))
            project.codings.add(asked(words, code, coder, polarity=polarity, helped=helped))
        elif action == "undo":
            project.history.undo()
        elif action == "redo":
            project.history.redo()
        elif action == "import":
            (self.path.parent / "note.txt").write_text(TALK, encoding="utf-8")
            project.transcripts.import_file(self.path.parent / "note.txt", ImportOptions(again=True))
        elif action == "move code":  # as a codebook's editor does: an outcome that is one no longer
            with Journal(project._database).step("move"):
                project._database.run(
                    "update code set group_id = (select id from code_group order by id limit 1 offset ?) "
                    "where name = ?",
                    (draw(st.integers(0, 4)), code),
                )
            self.close()
        elif action == "close":
            self.close()
        elif coding:
            self._change(action, coding, code)

    def _change(self, action: str, coding: str, code: str) -> None:
        codings = self.project.codings
        if action == "uncode":
            codings.remove([coding])
        elif action == "recode":
            codings.recode(coding, code=code)
        elif action == "link":
            feature = next(each.id for book in self.project.codebooks.all() for each in book.codes if each.name == code)
            codings.update(replace(codings.get(coding), attributions=(Attribution(feature, Direction.HINDERED),)))
        else:
            self._settle(codings.get(coding))

    def _settle(self, coding: Any) -> None:
        with Journal(self.project._database).step("settle"):
            self.project._database.run(
                'insert into decision(id, transcript_id, code_id, start, "end", decided_at) values(?, ?, ?, ?, ?, ?)',
                (new_id(), coding.transcript, coding.code, coding.start, coding.end, "2026-11-03"),
            )
        self.close()

    def close(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)


@settings(max_examples=10)
@given(st.data(), st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=8))
def test_a_matrix_is_the_same_whether_counted_anew_or_kept(study_file: Path, data: st.DataObject, actions: list[str]):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copyfile(study_file, Path(folder, "study.qclite")))
        work = _Work(path)
        for action in ("code", "code", "close", *actions):
            try:
                work.do(action, data.draw)
            except UserError:  # the same code twice on one passage
                continue
        found = matrices(work.project)
        work.close()
        assert matrices(work.project) == found
        work.project.close()
        assert counted_anew(path, Path(folder)) == found


@pytest.fixture
def kept(study: Project) -> Project:
    put(study, "I feel safe now", polarity=Polarity.DELIVERED)
    put(study, "They come when I ring", "Co-location", "CD")
    study.findings.keep_what_is_heard()
    return study


def test_what_a_coder_alone_says_is_counted_from_their_codings(kept: Project):
    def people(coder: str) -> int:
        [safe, *_] = kept.findings.matrix("sites", scope=Scope(coders=(coder,))).as_dict()["cells"]
        return safe[0]["unknown"]["people"]

    assert (people("Ailsa Brodie"), people("CD")) == (1, 0)


def test_only_ids_and_numbers_are_kept(kept: Project):
    said = " ".join(text for (text,) in kept._database.rows("select said from heard"))
    assert said
    assert not any(word in said for word in ("Elsie", "safe", "Feeling"))


def test_after_a_code_is_put_only_its_transcript_is_counted_again(kept: Project, tmp_path: Path):
    (tmp_path / "note.txt").write_text(TALK, encoding="utf-8")
    kept.transcripts.import_file(tmp_path / "note.txt", ImportOptions(again=True))
    kept.findings.keep_what_is_heard()
    put(kept, "The bus stopped running")
    left = {transcript for (transcript,) in kept._database.rows("select transcript_id from heard")}
    assert left == {kept.transcripts.find("note")}
