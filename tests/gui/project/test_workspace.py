"""The open project as all pages share it, what a person's settings keep, and faults that nobody caught."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.pages.settings import SettingsPage
from qualcoder_lite.gui.program.faults import FaultCatcher
from qualcoder_lite.gui.program.settings import Settings
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Doubt


def test_a_mistake_changes_nothing_and_is_told(qtbot, workspace, demonstration):
    workspace.open(demonstration)

    def wrong() -> Changes:
        raise UserError("There is no such code.")

    with qtbot.waitSignal(workspace.failed) as told, qtbot.assertNotEmitted(workspace.changed):
        assert workspace.act(wrong) is None
    assert told.args == ["There is no such code."]


def test_nothing_to_undo_is_told(qtbot, workspace, tmp_path):
    Project.create(tmp_path / "new.qclite").close()
    workspace.open(tmp_path / "new.qclite")
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.undo()
    assert told.args == ["There is nothing more to undo."]
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.redo()
    assert told.args == ["There is nothing to redo."]


@pytest.mark.parametrize("agreed", [True, False])
def test_undoing_a_very_large_step_is_asked_for_first(workspace, demonstration, agreed):
    workspace.open(demonstration)
    while workspace.project.history.next_undo().what.startswith("declared"):
        workspace.undo()
    entry, before = workspace.project.history.next_undo(), workspace.project.info().codings
    asked = []

    def answer(doubt: Doubt) -> None:
        asked.append(doubt)
        doubt.answer = agreed

    workspace.doubted.connect(answer)
    workspace.undo()
    assert len(asked) == 1
    assert entry.what in asked[0].detail
    assert (workspace.project.info().codings < before) == agreed
    if agreed:
        workspace.redo()
        assert len(asked) == 2
        assert workspace.project.info().codings == before


def test_a_project_may_be_opened_for_reading_while_another_program_writes(workspace, demonstration):
    with Project.open(demonstration):
        workspace.open(demonstration, to_read=True)
        assert workspace.project.read_only


def test_a_backup_is_made_in_the_background_when_one_is_due(qtbot, workspace, demonstration):
    workspace.open(demonstration)
    before = workspace.project.backups()
    for backup in before:
        backup.unlink()
    workspace.backups.make_if_due()
    qtbot.waitUntil(lambda: len(workspace.project.backups()) == 1)


def test_a_backup_that_cannot_be_made_is_told(qtbot, workspace, demonstration):
    workspace.open(demonstration)
    demonstration.unlink()
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.backups.make_if_due()
    assert "There is no file" in told.args[0]


def test_a_page_that_cannot_look_says_why_and_looks_again(qtbot, workspace, monkeypatch):
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    looks = []

    def refresh() -> None:
        looks.append(True)
        if len(looks) == 1:
            raise UserError("The disk went away.")

    monkeypatch.setattr(page, "refresh", refresh)
    with qtbot.waitSignal(workspace.failed) as told:
        page.show()
    assert told.args == ["The disk went away."]
    page.hide()
    page.show()
    assert len(looks) == 2


def test_settings_that_make_no_sense_are_as_if_there_were_none(tmp_path):
    place = tmp_path / "s.ini"
    place.write_text("[look]\nmode=purple\ntext=huge\n")
    settings = Settings(str(place))
    assert (settings.mode, settings.text_scale, settings.welcomed, settings.recent) == ("system", None, False, [])


def test_recent_projects_are_newest_first_without_doubles_and_not_many(tmp_path):
    settings = Settings(str(tmp_path / "s.ini"))
    for number in [*range(12), 5]:
        settings.remember_project(tmp_path / f"{number}.qclite")
    assert settings.recent[:2] == [str(tmp_path / "5.qclite"), str(tmp_path / "11.qclite")]
    assert len(settings.recent) == len(set(settings.recent)) == 8
    settings.forget_project(settings.recent[0])
    assert settings.recent[0] == str(tmp_path / "11.qclite")


@pytest.fixture
def catcher(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "log"))
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    made = FaultCatcher()
    made.install()
    yield made
    made.uninstall()


def raise_in_the_loop(fault: Exception) -> None:
    def slot() -> None:
        raise fault

    QTimer.singleShot(0, slot)


def test_a_fault_in_a_slot_is_logged_without_its_words_and_the_window_goes_on(qtbot, window, catcher, tmp_path, capfd):
    catcher.caught.connect(window.sayings.warn)
    with qtbot.waitSignal(catcher.caught) as told:
        raise_in_the_loop(ValueError("words of a transcript"))
    (log,) = (tmp_path / "log").rglob("*.log")
    assert str(log) in told.args[0]
    assert "ValueError" in log.read_text()
    assert "words of a transcript" not in log.read_text() + "".join(capfd.readouterr())
    assert window.sayings.toast.isVisible()
    assert window.go("settings").value == "settings"


def test_a_mistake_that_nobody_caught_is_told_as_it_stands_and_logged_nowhere(qtbot, catcher, tmp_path):
    with qtbot.waitSignal(catcher.caught) as told:
        raise_in_the_loop(UserError("The disk went away."))
    assert told.args == ["The disk went away."]
    assert not (tmp_path / "log").exists()
