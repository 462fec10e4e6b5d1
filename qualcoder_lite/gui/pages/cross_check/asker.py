"""Asks the project a question about agreement; with very many codings, off the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace

_AT_ONCE = 4_000  # codings in a project that are compared while the person waits


class Asker(QObject):
    """Puts one question after another; only the answer to the last one asked is given."""

    def __init__(self, workspace: Workspace, title: str, parent: QObject) -> None:
        """`title` says what is being done while it takes long."""
        super().__init__(parent)
        self._workspace, self._title = workspace, title
        self._asked = 0

    def ask(self, question: Callable[[Project], Any], take: Callable[[Any], None], *, quiet: bool = False) -> None:
        """Give `take` what `question` answers: at once, or later where the project is large. What fails is shown.

        That it takes a while is shown, unless it is to be `quiet`.
        """
        self._asked += 1
        project = self._workspace.project
        if project.info().codings <= _AT_ONCE:
            try:
                answer = question(project)
            except UserError as fault:
                self._workspace.failed.emit(str(fault))
                return
            take(answer)
            return
        path, who, number = project.path, self._workspace.coder, self._asked

        def job(progress: Progress) -> object:
            progress(0, 0)
            with Project.look(path, who) as other:
                return question(other)

        def take_last(answer: object) -> None:
            if isValid(self) and number == self._asked and self._workspace.is_open:
                take(answer)

        task = self._workspace.tasks.run(self._title, job, quiet=quiet)
        task.finished.connect(take_last)
        task.failed.connect(self._workspace.failed)
