"""Long work off the window's thread: what it gives back, how it is stopped, and what is seen of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.dialogs.progress import ProgressStrip
from qualcoder_lite.gui.work.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def tasks(qtbot) -> Iterator[Tasks]:
    owner = QObject()
    made = Tasks(owner)
    yield made
    made.cancel_all()


def test_what_a_job_returns_comes_back_on_the_windows_thread(qtbot, tasks):
    here, there, came = threading.get_ident(), [], []
    task = tasks.run("Counting", lambda _progress: there.append(threading.get_ident()) or 42)
    task.finished.connect(lambda found: came.append((found, threading.get_ident())))
    with qtbot.waitSignal(task.ended):
        assert tasks.busy
    assert came == [(42, here)]
    assert there != [here]
    assert not tasks.busy


def test_a_mistake_comes_back_as_its_sentence(qtbot, tasks):
    def job(_progress):
        raise UserError("The disk is full.")

    with qtbot.waitSignal(tasks.run("Writing", job).failed) as told:
        pass
    assert told.args == ["The disk is full."]


def test_a_fault_of_the_program_is_raised_where_it_is_caught(qtbot, tasks):
    def job(_progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(tasks.run("Dividing", job).ended):
        pass
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_progress_is_told_on_the_windows_thread_and_its_end_always(qtbot, tasks):
    here, told = threading.get_ident(), []

    def job(progress):
        for done in range(10_001):
            progress(done, 10_000)

    task = tasks.run("Counting", job)
    task.progressed.connect(lambda done, total: told.append((done, total, threading.get_ident())))
    with qtbot.waitSignal(task.ended):
        pass
    assert told[-1] == (10_000, 10_000, here)
    assert len(told) < 1_000


def test_a_job_that_is_stopped_says_so_and_gives_nothing(qtbot, tasks):
    begun, go_on = threading.Event(), threading.Event()

    def job(progress):
        begun.set()
        go_on.wait(10)
        progress(1, 2)
        return "never"

    task = tasks.run("Waiting", job)
    begun.wait(10)
    task.cancel()
    with qtbot.waitSignals([task.cancelled, task.ended]), qtbot.assertNotEmitted(task.finished):
        go_on.set()


def test_a_job_that_was_stopped_before_its_turn_never_begins(qtbot, tasks):
    go_on, begun = threading.Event(), []
    tasks.run("First", lambda _progress: go_on.wait(10))
    second = tasks.run("Second", lambda _progress: begun.append(True))
    second.cancel()
    with qtbot.waitSignal(second.cancelled):
        go_on.set()
    assert begun == []


def test_work_that_takes_its_time_is_shown_with_a_way_to_stop_it(qtbot, window):
    go_on = threading.Event()

    def job(progress):
        while not go_on.wait(0.01):
            progress(1, 4)

    task = window.workspace.tasks.run("Writing the Word file", job)
    (strip,) = window.findChildren(ProgressStrip)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    assert window.rect().contains(
        strip.geometry().translated(strip.parentWidget().mapTo(window, strip.rect().topLeft()))
    )
    qtbot.waitUntil(lambda: strip._bar.maximum() == 4)
    with qtbot.waitSignals([task.cancelled, strip.destroyed]):
        qtbot.keyClick(strip._cancel, Qt.Key.Key_Space)
    assert not window.workspace.tasks.busy


def test_the_strip_is_gone_while_a_dialog_asks_about_what_was_found(qtbot, window):
    go_on = threading.Event()
    task = window.workspace.tasks.run("Looking", lambda _progress: go_on.wait(60))
    (strip,) = window.findChildren(ProgressStrip)
    qtbot.waitUntil(strip.isVisible)
    seen = []

    def ask(_found):
        dialog = QDialog(window)
        QTimer.singleShot(0, dialog.accept)
        dialog.exec()
        seen.append(strip.isVisible())

    task.finished.connect(ask)
    with qtbot.waitSignal(strip.destroyed):
        go_on.set()
    assert seen == [False]


def test_work_that_is_over_at_once_shows_nothing(qtbot, window):
    task = window.workspace.tasks.run("Looking", lambda _progress: None)
    (strip,) = window.findChildren(ProgressStrip)
    with qtbot.waitSignal(strip.destroyed):
        pass
    assert task is not None
    assert window.findChildren(ProgressStrip) == []


def test_closing_the_window_stops_what_runs(qtbot, window):
    begun, stopped = threading.Event(), []

    def job(progress):
        begun.set()
        try:
            while True:
                progress(0, 1)
        finally:
            stopped.append(True)

    window.workspace.tasks.run("Endless", job)
    begun.wait(10)
    with qtbot.waitSignal(window.destroyed):
        window.close()
    assert stopped == [True]
