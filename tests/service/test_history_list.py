"""The history as a list whose steps are put into words one by one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.qclite") as made:
        for coder in ("Ailsa Brodie", "Dennis Ferrie", "Cal Reid"):
            made.coders.add(coder)
        made.history.undo()
        yield made


def test_it_holds_the_same_steps_as_all_entries(project):
    listed = project.history.listed()
    assert list(listed) == project.history.entries()
    assert listed[1:3] == project.history.entries()[1:3]
    assert listed[-1] == project.history.entries()[-1]


def test_its_outline_tells_each_step_by_number_and_coder(project):
    outline = project.history.listed().outline
    assert list(zip(outline.steps, outline.coders, strict=True)) == [
        (4, "Cal Reid"),
        (3, "Dennis Ferrie"),
        (2, "Ailsa Brodie"),
        (1, ""),
    ]


def test_the_day_is_that_of_the_place_where_it_is_read(project):
    listed = project.history.listed()
    here = [datetime.fromisoformat(entry.when).astimezone().date().isoformat() for entry in listed]
    assert list(listed.outline.days) == here


def test_a_step_beyond_the_end_is_no_step(project):
    with pytest.raises(IndexError):
        project.history.listed()[4]
