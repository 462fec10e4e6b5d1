"""What the window asks of codings beyond the codings themselves: which are there still, and how far coding has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.service.coding.new_coding import NewCoding
from qualcoder_lite.service.project import Project
from qualcoder_lite.service.transcripts.reading import ImportOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Moira: Do they come?\n\nElsie: They come when I ring. I feel safe now.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    file = tmp_path / "elsie.txt"
    file.write_text(TEXT)
    with Project.create(tmp_path / "study.qclite") as made:
        made.transcripts.import_file(file, ImportOptions())
        yield made


def put(project: Project, start: int, end: int, coder: str, code: str = "Feeling safe") -> str:
    changes = project.codings.add(NewCoding(transcript="elsie", start=start, end=end, code=code, coder=coder))
    return next(iter(changes.of("coding")), "")


def test_reached_counts_codings_and_says_where_the_furthest_ends(project):
    transcript = project.transcripts.find("elsie")
    put(project, 29, 50, "Ailsa")
    put(project, 51, 67, "Ailsa")
    put(project, 29, 34, "Dennis")
    assert project.codings.reached() == {transcript: (3, 67)}
    assert project.codings.reached("Dennis") == {transcript: (1, 34)}


def test_a_coder_nobody_has_heard_of_has_reached_nothing(project):
    put(project, 29, 50, "Ailsa")
    assert project.codings.reached("Nobody") == {}


def test_only_codings_that_are_still_there_are_present(project):
    kept, gone = put(project, 29, 50, "Ailsa"), put(project, 51, 67, "Ailsa")
    project.codings.remove([gone])
    assert set(project.codings.present([kept, gone])) == {kept}


def test_the_same_code_on_the_same_passage_stays_one_coding_for_each_coder(project):
    first = put(project, 29, 50, "Ailsa")
    assert put(project, 29, 50, "Ailsa") == ""
    other = put(project, 29, 50, "Dennis")
    assert first != other
    assert len(project.codings.of_transcript("elsie")) == 2
