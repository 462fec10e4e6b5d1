"""Final work on the project: done through a second opening, through the only one, or said why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qualcoder_lite.domain.errors import ProjectLockedError, UserError
from qualcoder_lite.gui.project.final_work import run_final
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.people.withdrawal import Withdrawn


@pytest.fixture
def opened(workspace: Workspace, demonstration: Path) -> Workspace:
    workspace.open(demonstration)
    return workspace


def withdraw(project: Project, progress: Progress) -> Withdrawn:
    return project.withdrawal.withdraw("Hamish", progress=progress)


@pytest.mark.parametrize("lets_two_in", [True, False])
def test_every_page_is_told_before_whoever_asked(
    opened: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, lets_two_in: bool
) -> None:
    def refuse(_project: Project) -> Project:
        raise ProjectLockedError("only one")

    if not lets_two_in:
        monkeypatch.setattr(Project, "beside", refuse)
    told: list[str] = []
    people = opened.project.info().participants
    opened.changed.connect(lambda changes, _by: told.append("page" if changes.of("participant") else "?"))
    run_final(
        opened, Tasks(opened), "Withdrawing", withdraw, then=lambda _done: told.append("dialog"), failed=told.append
    )
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["page", "dialog"]
    assert opened.project.info().participants == people - 1


def test_it_can_not_be_stopped_halfway(opened: Workspace, qtbot: QtBot) -> None:
    tasks, done = Tasks(opened), list[str]()
    task = run_final(
        opened, tasks, "Withdrawing", withdraw, then=lambda made: done.append(made.plan.name), failed=done.append
    )
    assert task is not None
    task.progressed.connect(lambda *_: task.cancel())
    qtbot.waitUntil(lambda: done == ["Hamish"])


def test_why_it_was_not_done_is_said(opened: Workspace, qtbot: QtBot) -> None:
    def refused(_project: Project, _progress: Progress) -> Withdrawn:
        raise UserError("The disk is full.")

    said: list[str] = []
    run_final(opened, Tasks(opened), "Withdrawing", refused, then=lambda _done: None, failed=said.append)
    qtbot.waitUntil(lambda: said == ["The disk is full."])


def test_a_fault_of_the_program_leaves_nobody_waiting(opened: Workspace, qtbot: QtBot) -> None:
    def broken(_project: Project, _progress: Progress) -> Withdrawn:
        raise ZeroDivisionError

    said: list[str] = []
    with qtbot.captureExceptions() as faults:
        run_final(opened, Tasks(opened), "Withdrawing", broken, then=lambda _done: None, failed=said.append)
        qtbot.waitUntil(lambda: bool(said))
    assert "broke off" in said[0]
    assert faults[0][0] is ZeroDivisionError
