"""Counts for the page, and keeps what was counted until the project changes.

A project of a usual size is counted at once, in a few hundredths of a second. A vast one is counted off the window's
thread, on a connection of its own; the last question asked wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.people import FeatureState
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.pages.findings.asked import Asked
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task

MANY_CODINGS = 40_000
"""Above so many codings the counting takes long enough to be felt."""

FIRST_QUOTES = 300
"""How many of a cell's quotes are fetched from a vast project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellAsked:
    """One cell of the matrix: ids of the outcome and of the column's feature, and which state of it at the sites."""

    asked: Asked
    outcome: str
    feature: str
    state: FeatureState = FeatureState.PRESENT


class Counter(QObject):
    """Answers questions to the open project's matrix.

    Signals:
        counted: A matrix is there: the question and the matrix.
        quotes_found: A cell's quotes are there: the question and the extracts.
    """

    counted = Signal(object, object)
    quotes_found = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        """Nothing is counted yet."""
        super().__init__(parent)
        self._workspace = workspace
        self._kept: dict[Asked, Matrix] = {}
        self._tasks: dict[str, Task] = {}
        self.many = False
        workspace.opened.connect(self._on_project_opened_or_closed)

    def _on_project_opened_or_closed(self) -> None:
        """What is still to come is about another project."""
        self._tasks.clear()

    def forget(self, codings: int) -> None:
        """The project changed and has so many codings now: what was counted holds no more."""
        self._kept.clear()
        self.many = codings > MANY_CODINGS

    def count(self, asked: Asked) -> bool:
        """Have a matrix counted; `counted` brings it. Whether that was at once, since it was there or quickly made."""
        if asked in self._kept:
            self._stop("matrix")
            self.counted.emit(asked, self._kept[asked])
            return True
        self._answer("matrix", tr("Counting"), _matrix_of(asked), partial(self._keep, asked))
        return not self.many

    def count_ahead(self, asked: Asked) -> bool:
        """Count what may well be asked next, unless it is there or takes long; whether it was counted now."""
        if self.many or asked in self._kept:
            return False
        self._kept[asked] = _matrix_of(asked)(self._workspace.project)
        return True

    def find_quotes(self, cell: CellAsked) -> None:
        """Have a cell's quotes found; `quotes_found` brings them."""
        first = FIRST_QUOTES if self.many else None
        self._answer("quotes", tr("Finding the quotes"), _quotes_of(cell, first), partial(self.quotes_found.emit, cell))

    def _keep(self, asked: Asked, matrix: Matrix) -> None:
        self._kept[asked] = matrix
        self.counted.emit(asked, matrix)

    def _answer(self, kind: str, title: str, ask: Callable[[Project], object], take: Callable[..., None]) -> None:
        """Ask the open project; a vast one on the worker's thread, where an older question of the kind is given up."""
        if not self.many:
            try:
                found = ask(self._workspace.project)
            except UserError as fault:
                self._workspace.failed.emit(str(fault))
                return
            take(found)
            return
        self._stop(kind)
        path, who = self._workspace.project.path, self._workspace.coder

        def job(progress: Progress) -> object:
            progress(0, 0)
            with Project.look(path, who) as project:
                found = ask(project)
            progress(0, 0)
            return found

        task = self._tasks[kind] = self._workspace.tasks.run(title, job)
        task.finished.connect(lambda found: self._take_newest(kind, task, found, take))
        task.failed.connect(self._workspace.failed)
        task.cancelled.connect(lambda: self._on_cancelled(kind, task))

    def _take_newest(self, kind: str, task: Task, found: object, take: Callable[..., None]) -> None:
        if self._tasks.get(kind) is task:
            del self._tasks[kind]
            take(found)

    def _on_cancelled(self, kind: str, task: Task) -> None:
        if self._tasks.get(kind) is task:  # by the person, not for a newer question
            del self._tasks[kind]
            self._workspace.failed.emit(
                tr("Stopped. Choose another way of looking, or come back to this page, to go on.")
            )

    def _stop(self, kind: str) -> None:
        older = self._tasks.pop(kind, None)
        if older is not None:
            older.cancel()


def _matrix_of(asked: Asked) -> Callable[[Project], Matrix]:
    return lambda project: project.findings.matrix(asked.lens, near=asked.distance, scope=asked.scope)


def _quotes_of(cell: CellAsked, first: int | None) -> Callable[[Project], Sequence[Extract]]:
    """A cell's extracts: each read when it is looked at, or only the first but read, to be taken to another thread."""

    def ask(project: Project) -> Sequence[Extract]:
        asked, state = cell.asked, cell.state
        found = project.findings.extracts(
            asked.lens, cell.outcome, cell.feature, state=state, near=asked.distance, scope=asked.scope
        )
        return found if first is None else found[:first]

    return ask
