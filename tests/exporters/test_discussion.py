"""Published beside yours: the pairs to talk over, and what the demonstration project says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.exporters.discussion import discussion_rows, marked
from qualcoder_lite.service.demonstration import make_demonstration
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_published_is_there_and_what_nobody_published_or_says_is_not(matrix):
    found = matrix("attributions")
    listed = {(row.outcome, row.feature) for row in discussion_rows(found)}
    for outcome, cells in zip(found["rows"], found["cells"], strict=True):
        for feature, cell in zip(found["columns"], cells, strict=True):
            published = cell["published"] or cell["published_2011"]
            said_beside_it = cell["published"] is not None and cell["people"] > 0
            assert ((outcome, feature) in listed) == bool(published or said_beside_it)


def test_each_lens_says_in_its_own_words_what_is_found_here(matrix):
    first = {lens: discussion_rows(matrix(lens))[0].here for lens in ("sites", "passages", "attributions")}
    assert "at sites with it; " in first["sites"]
    assert "who speak of it" in first["passages"]
    assert first["attributions"].startswith("helped: ")


@pytest.mark.parametrize(("found", "word"), [(True, "yes"), (False, "no"), (None, "")])
def test_a_mark_is_a_word(found, word):
    assert marked(found) == word


def test_published_beside_the_demonstration_projects_own_is_as_somebody_read_it(tmp_path: Path, golden):
    make_demonstration(tmp_path / "demonstration.qclite")
    with Project.look(tmp_path / "demonstration.qclite") as project:
        lines = [
            f"{row.outcome} | {row.feature} | 2013: {marked(row.published) or '-'} | "
            f"2011: {marked(row.published_2011) or '-'} | {row.here} | {row.verdict or '-'}"
            for row in discussion_rows(project.findings.matrix("attributions").as_dict())
        ]
    golden("published_beside_yours.txt", "\n".join(lines) + "\n")
