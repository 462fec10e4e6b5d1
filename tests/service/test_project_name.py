"""What a new project's file is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcoder_lite.service.project_name import project_named


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("study.qclite", "study.qclite"),
        ("study.QCLITE", "study.QCLITE"),
        ("study", "study.qclite"),
        ("study 2.1", "study 2.1.qclite"),
        ("notes.txt", "notes.qclite"),
        ("Interview 3.Docx", "Interview 3.qclite"),
        ("codes.qdc", "codes.qclite"),
    ],
)
def test_a_project_has_the_ending_of_a_project(typed: str, called: str) -> None:
    assert project_named(Path("folder", typed)) == Path("folder", called)
