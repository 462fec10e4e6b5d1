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


def test_one_coders_steps_can_be_listed_alone(project):
    assert [entry.coder for entry in project.history.listed("Dennis Ferrie")] == ["Dennis Ferrie"]
    assert list(project.history.listed("Nobody")) == []


def test_whoever_did_something_is_named_once(project):
    project.coders.add("Ailsa Brodie")
    assert project.history.listed("Cal Reid").coders == ["Ailsa Brodie", "Cal Reid", "Dennis Ferrie"]


def test_its_days_are_those_of_the_place_where_it_is_read(project):
    days = [datetime.fromisoformat(entry.when).astimezone().date().isoformat() for entry in project.history.entries()]
    assert project.history.listed().days == [(day, days.count(day)) for day in dict.fromkeys(days)]


def test_a_step_beyond_the_end_is_no_step(project):
    with pytest.raises(IndexError):
        project.history.listed()[4]
