"""Finding what a page shows: at once in a small project, on a thread of its own in a large one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task

    #: What is asked of a project: plain data, which one thread may hand to another.
    Question: TypeAlias = Callable[[Project, Progress], object]

_CODINGS, _WORDS = 4_000, 200_000  # that are looked through in some 40 ms


class Finder(QObject):
    """Looks for one thing at a time; asking again drops what was asked before.

    Signals:
        found: The answer.
        failed: A sentence that says why nothing could be looked for.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Look in the workspace's project."""
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = workspace.runner(self)
        self._running: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._running is not None

    def find(self, question: Question, words: str) -> None:
        """Ask a question; `words` say what is looked for, as in "Looking for quotes"."""
        self._drop()
        project = self._workspace.project
        info = project.info()
        if info.codings <= _CODINGS and info.words <= _WORDS:
            self._find_now(project, question)
            return
        path, who = project.path, self._workspace.coder

        def look(progress: Progress) -> object:
            with Project.look(path, who) as other:
                return question(other, progress)

        task = self._tasks.run(words, look)
        self._running = task
        task.finished.connect(lambda found: self._on_answer(task, found))
        task.failed.connect(lambda sentence: self._on_failed(task, sentence))

    def stop(self) -> bool:
        """Give up looking; whether an answer was still to come."""
        was_busy = self.busy
        self._drop()
        return was_busy

    def _drop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _find_now(self, project: Project, question: Question) -> None:
        try:
            found = question(project, unwatched)
        except UserError as fault:
            self.failed.emit(str(fault))
        else:
            self.found.emit(found)

    def _on_answer(self, task: Task, found: object) -> None:
        if task is self._running:
            self._running = None
            self.found.emit(found)

    def _on_failed(self, task: Task, sentence: str) -> None:
        if task is self._running:
            self._running = None
            self.failed.emit(sentence)
