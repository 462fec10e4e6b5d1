"""Files are found in folders and read before anything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import UnreadableFileError, UserError
from qualcoder_lite.domain.progress import CancelledError
from qualcoder_lite.service.transcripts.days import day_written
from qualcoder_lite.service.transcripts.files import date_of, files_in, look_at, readable_endings
from qualcoder_lite.service.transcripts.reading import ImportOptions, read_file

if TYPE_CHECKING:
    from pathlib import Path


def written(place: Path, words: str = "Interviewer: How are you?\n\nElsie: Well enough.\n") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(words, encoding="utf-8")
    return place


def test_a_folder_stands_for_the_transcripts_in_it_and_in_its_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "A.md", "picture.png", "~$open.docx", ".hidden.txt", "inner/c.TXT", ".git/d.txt"):
        written(tmp_path / name)
    assert [str(path.relative_to(tmp_path)) for path in files_in([tmp_path])] == ["A.md", "b.txt", "inner/c.TXT"]


def test_documents_of_kinds_that_are_not_read_are_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    looked = look_at([(path, ImportOptions()) for path in files_in([tmp_path])])
    assert [(one.path.name, one.read) for one in looked] == [("old.doc", None)]
    assert "save it as .docx" in looked[0].trouble


def test_a_file_that_is_named_stands_for_itself_once(tmp_path: Path) -> None:
    picture, text = written(tmp_path / "picture.png"), written(tmp_path / "a.txt")
    assert files_in([picture, text, tmp_path]) == [picture, text]


def test_a_folder_that_can_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: object) -> None:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(UnreadableFileError, match="can’t be opened"):
        files_in([tmp_path])


def test_looking_into_folders_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        files_in([tmp_path], stop)


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    files = [written(tmp_path / "a.txt"), written(tmp_path / "b.txt", ""), tmp_path / "gone.txt", tmp_path / "x.pdf"]
    steps: list[tuple[int, int]] = []
    looked = look_at([(path, ImportOptions()) for path in files], lambda *step: steps.append(step))
    assert [bool(one.read) for one in looked] == [True, False, False, False]
    assert all(bool(one.trouble) != bool(one.read) for one in looked)
    assert steps == [(n, 4) for n in range(5)]


def test_word_and_text_files_can_be_read() -> None:
    assert {".docx", ".txt", ".md"} <= set(readable_endings())


def test_a_file_may_state_its_own_date(tmp_path: Path) -> None:
    dated = written(tmp_path / "a.md", "---\ndate: 2024-05-03\n---\n\nInterviewer: Well?\n")
    vague = written(tmp_path / "b.md", "---\ndate: last May\n---\n\nInterviewer: Well?\n")
    assert date_of(read_file(dated, ImportOptions())) == "2024-05-03"
    assert date_of(read_file(vague, ImportOptions())) == ""


@pytest.mark.parametrize("words", ["2024-05-03", " 3/5/2024 ", "03.05.2024"])
def test_a_day_may_be_written_in_several_ways(words: str) -> None:
    assert day_written(words) == "2024-05-03"


def test_no_day_need_be_written() -> None:
    assert day_written("  ") == ""


@pytest.mark.parametrize("words", ["yesterday", "31/2/2024", "2024"])
def test_what_is_no_day_is_refused_with_how_to_write_one(words: str) -> None:
    with pytest.raises(UserError, match="Write it like"):
        day_written(words)
