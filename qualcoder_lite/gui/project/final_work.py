"""Final work on the project, off the window's thread: it is seen through, and the window waits behind a dialog.

What is shown meanwhile is the dialog's own; here is how the work gets at the project and back.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar

from qualcoder_lite.domain.errors import ProjectLockedError, UserError
from qualcoder_lite.domain.progress import CancelledError, unwatched
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task, Tasks
    from qualcoder_lite.service.project import Project

_BROKE_OFF = tr(
    "It broke off through a fault of the program. Close the project, open it again, and look whether it was done: what "
    "was begun is finished then."
)


class _Result(Protocol):
    """What final work gives back: whatever it says of itself, and what it changed."""

    @property
    def changes(self) -> Changes: ...


R = TypeVar("R", bound=_Result)


def run_final(
    workspace: Workspace,
    tasks: Tasks,
    title: str,
    work: Callable[[Project, Progress], R],
    *,
    then: Callable[[R], None],
    failed: Callable[[str], None],
) -> Task | None:
    """Do final work through a second opening of the project; every page is told of it before `then` is called.

    `failed` gets a sentence where nothing was done; None is returned where it is known at once. Where the place of the
    file lets only one connection in, the work is done through the window's own, which stands still for it.
    """
    project = workspace.project
    try:
        project.refuse_if_gone()
    except UserError as fault:
        failed(str(fault))
        return None

    def job(progress: Progress) -> R | None:
        try:
            other = project.beside()
        except ProjectLockedError:
            return None
        with other:
            return work(other, _unstoppable(progress))

    def on_finished(result: R | None) -> None:
        if result is None:
            try:
                result = work(project, unwatched)
            except UserError as fault:
                failed(str(fault))
                return
        else:
            project.take_note(result.changes)
        workspace.tell(result.changes)
        then(result)

    workspace.stop_reading()
    task = tasks.run(title, job)
    task.ended.connect(workspace.read_again)
    task.finished.connect(on_finished)
    task.failed.connect(failed)
    task.faulted.connect(lambda: failed(_BROKE_OFF))
    return task


def _unstoppable(progress: Progress) -> Progress:
    """The same progress for work that goes on to its end: half of it would leave words behind."""

    def go_on(done: int, total: int) -> None:
        with suppress(CancelledError):
            progress(done, total)

    return go_on
