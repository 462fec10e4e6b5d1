"""Long work off the window's thread: one runner, with progress and Cancel.

A job takes plain data and a `Progress`, and returns plain data; it opens a project of its own to read, since a
connection belongs to one thread. What it returns or raises comes back on the window's thread.

    task = workspace.tasks.run("Writing the Word file", job)       # job(progress) -> anything
    task.finished.connect(...)                                      # what the job returned
    task.failed.connect(...)                                        # a sentence
"""

from __future__ import annotations

import gc
import sys
from functools import cached_property
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.progress import CancelledError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

    from qualcoder_lite.domain.progress import Progress

_TURN = 0.0005  # seconds that one thread may keep Python to itself while another waits
_REPORTS = 0.05  # seconds between two reports of progress: more often than that nobody sees


class Task(QObject):
    """One piece of long work while it runs.

    Signals:
        progressed: Steps done and steps in all.
        finished: What the job returned.
        failed: A sentence that says what went wrong.
        cancelled: The person stopped it; nothing of it remains.
        faulted: The program is at fault; the fault itself is told and logged as any other.
        ended: It is over, whichever way.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    faulted = Signal()
    ended = Signal()

    # From the worker's thread to the window's: steps done of all, and how it ended with what.
    _came_along = Signal(int, int)
    _came_back = Signal(str, object)

    def __init__(self, title: str, parent: QObject) -> None:
        """`title` says what is being done, for the person to read."""
        super().__init__(parent)
        self.title = title
        self._stopped = False
        self._reported = 0.0
        self._came_along.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._stopped = True

    def run(self, job: Callable[[Progress], Any]) -> None:
        """Do the work; called on the worker's thread."""
        try:
            self._go_on()
            outcome = ("finished", job(self._report))
        except CancelledError:
            outcome = ("cancelled", None)
        except UserError as fault:
            outcome = ("failed", str(fault))
        except Exception as fault:  # noqa: BLE001 - carried over to the window's thread and raised there
            outcome = ("fault", fault)
        self._came_back.emit(*outcome)

    def _go_on(self) -> None:
        if self._stopped:
            raise CancelledError

    def _report(self, done: int, total: int) -> None:
        self._go_on()
        now = monotonic()
        if done >= total or now - self._reported >= _REPORTS:
            self._reported = now
            self._came_along.emit(done, total)

    def _on_came_back(self, how: str, what: Any) -> None:  # noqa: ANN401 - whatever the job gave
        self.ended.emit()
        if how == "finished":
            self.finished.emit(what)
        elif how == "failed":
            self.failed.emit(what)
        elif how == "cancelled":
            self.cancelled.emit()
        else:
            self.faulted.emit()
        self.deleteLater()
        if how == "fault":
            raise what


class _SharedInterpreter:
    """What is otherwise in Python while any job runs beside the window.

    The garbage collector rests: it works on whatever thread happens to allocate, and a widget that it frees on a
    worker's thread ends the program. And the threads take turns ten times as often, since the window asks for its turn
    after each call of Qt's, a hundred times for one painting. After the last job the memory that they let go of is
    given back, which the system's C library may not do by itself.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._jobs = 0
        self._usual_turn = sys.getswitchinterval()

    def enter(self) -> None:
        with self._lock:
            self._jobs += 1
            gc.disable()
            sys.setswitchinterval(_TURN)

    def leave(self) -> None:
        with self._lock:
            self._jobs -= 1
            if not self._jobs:
                gc.enable()
                sys.setswitchinterval(self._usual_turn)
                _give_memory_back()


def _give_memory_back() -> None:
    if sys.platform == "linux":
        import ctypes

        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, not every C library does
        if trim is not None:
            trim(0)


_shared = _SharedInterpreter()


class Tasks(QObject):
    """Runs long work, one piece after another.

    The threads are Python's own: Qt frees its runnables by itself, and PySide then takes whatever Qt makes next in the
    same place for the runnable that was there.

    Signals:
        started: A `Task` began, so that the window can show its progress.
    """

    started = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._jobs: list[Future[None]] = []
        self._running: list[Task] = []

    def run(self, title: str, job: Callable[[Progress], Any], *, quiet: bool = False) -> Task:
        """Begin a job; connect to the task's signals at once, they come later. A `quiet` one isn't shown."""
        task = Task(title, self)
        self._running.append(task)
        task.ended.connect(lambda: self._running.remove(task))
        self._jobs = [each for each in self._jobs if not each.done()]
        self._jobs.append(self._pool.submit(_run, task, job))
        if not quiet:
            self.started.emit(task)
        return task

    @cached_property
    def _pool(self) -> ThreadPoolExecutor:
        from concurrent.futures import ThreadPoolExecutor  # loaded with the first job: the window's start needs none

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="task")

    @property
    def busy(self) -> bool:
        """Whether anything runs."""
        return bool(self._running)

    def cancel_all(self) -> None:
        """Stop whatever runs, and wait for it to stop."""
        for task in self._running:
            task.cancel()
        for job in self._jobs:
            job.exception()  # comes when the job is over


def _run(task: Task, job: Callable[[Progress], Any]) -> None:
    """Do a task's work; called on the worker's thread."""
    _shared.enter()
    try:
        task.run(job)
    finally:
        _shared.leave()
