"""Where somebody goes on: the same transcript on every page."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.going_on import GoingOn
from qualcoder_lite.domain.transcript_mark import Mark
from qualcoder_lite.service.agreement.rounds import NewRound
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

AILSA, DENNIS = "Ailsa Brodie", "Dennis Okoro"


@pytest.fixture
def project(demonstration_file: Path, tmp_path: Path) -> Iterator[Project]:
    """The demonstration, open for work."""
    with Project.open(Path(shutil.copyfile(demonstration_file, tmp_path / "demo.qclite"))) as opened:
        yield opened


def in_order_of_lists(project: Project) -> list[str]:
    """All transcripts (ids), by site."""
    everything = sorted(
        project.transcripts.overview(), key=lambda each: each.placement.site.name if each.placement.site else ""
    )
    return [each.transcript.id for each in everything]


def start_anew(project: Project, *done: str) -> list[str]:
    """Let Ailsa be done with some transcripts alone; what is left, in the order of lists."""
    everything = in_order_of_lists(project)
    for coder in (AILSA, DENNIS):
        project.codings.declare_done(coder, everything, done=False)
    if done:
        project.codings.declare_done(AILSA, done)
    return [id_ for id_ in everything if id_ not in done]


def test_what_was_begun_comes_first_then_what_was_not(project):
    left = start_anew(project)
    begun = {id_ for id_, each in project.progress.of_coder(AILSA).items() if each.codings}
    first_begun = next(id_ for id_ in left if id_ in begun)
    assert project.progress.going_on(AILSA) == GoingOn(0, len(left), first_begun)
    left = start_anew(project, *begun)
    assert project.progress.going_on(AILSA) == GoingOn(len(begun), len(begun) + len(left), left[0])
    project.codings.declare_done(AILSA, left)
    assert project.progress.going_on(AILSA).transcript == ""


def test_a_round_comes_first_and_what_was_put_off_last(project):
    left = start_anew(project)
    project.rounds.open(NewRound(name="Round 9", transcripts=[left[-1]], coders=[AILSA, DENNIS]))
    assert project.progress.going_on(AILSA).transcript == left[-1]
    project.progress.mark(Mark.PUT_OFF, [left[-1]], AILSA)
    assert project.progress.going_on(AILSA).transcript != left[-1]
    assert project.progress.going_on(DENNIS).transcript == left[-1]


def test_without_a_name_it_is_anybodys_and_somebody_new_has_done_nothing(project):
    left = start_anew(project, in_order_of_lists(project)[0])
    assert project.progress.going_on("").done == 1
    assert project.progress.going_on("").transcript in left
    everything = in_order_of_lists(project)
    assert project.progress.going_on("Rhona Bell") == GoingOn(0, len(everything), everything[0])
