"""Finding the quotes of a scope: at once in a small project, on a thread of its own in a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.gui.tasks import Task, Tasks
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.workspace import Workspace
    from qualcoder_lite.service.extracts import Found
    from qualcoder_lite.service.scope import Scope

_AT_ONCE = 4_000  # codings that are looked through in some 40 ms


class Finder(QObject):
    """Looks for one scope at a time; asking again drops what was asked before.

    Signals:
        found: What there is: a `Found`.
        failed: A sentence that says why nothing could be looked for.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Look in the workspace's project."""
        super().__init__(parent)
        self._workspace = workspace
        # Not the workspace's own runner: a look takes a moment, shows no progress and waits for no export.
        self._tasks = Tasks(self)
        self._running: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None

    def find(self, scope: Scope) -> None:
        """Look for the quotes of a scope."""
        self._drop()
        project = self._workspace.project
        if project.info().codings <= _AT_ONCE:
            self._find_now(project, scope)
            return
        path = project.path

        def look(progress: Progress) -> Found:
            with Project.look(path) as other:
                return other.extracts.find(scope, progress)

        task = self._tasks.run("Looking for quotes", look)
        self._running = task
        task.finished.connect(lambda found: self._on_answer(task, found))
        task.failed.connect(lambda sentence: self._on_failed(task, sentence))

    def stop(self) -> bool:
        """Give up looking and wait until nothing reads the project any more; whether an answer was still to come."""
        was_busy = self.busy
        self._drop()
        self._tasks.cancel_all()
        return was_busy

    def _drop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _find_now(self, project: Project, scope: Scope) -> None:
        try:
            found = project.extracts.find(scope)
        except UserError as fault:
            self.failed.emit(str(fault))
        else:
            self.found.emit(found)

    def _on_answer(self, task: Task, found: Found) -> None:
        if task is self._running:
            self._running = None
            self.found.emit(found)

    def _on_failed(self, task: Task, sentence: str) -> None:
        if task is self._running:
            self._running = None
            self.failed.emit(sentence)
