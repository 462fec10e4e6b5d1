"""Making projects, the demonstration and copies: asks where, and does it off the window's thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace

ENDING = ".qclite"
_FILES = tr("Projects of QualCoder Lite (*{ending})", ending=ENDING)


def ask_for_project(parent: QWidget) -> Path | None:
    """Which project to open; None if the person would rather not."""
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a project"), "", _FILES)
    return Path(name) if name else None


def make_project(parent: QWidget, workspace: Workspace, then: Callable[[Path], object]) -> None:
    """Ask for a place, make a project there, and hand it over."""
    name, _ = QFileDialog.getSaveFileName(parent, tr("Make a new project"), f"study{ENDING}", _FILES)
    if name:
        from qualcoder_lite.service.project_name import project_named

        path = project_named(Path(name))
        _make(workspace, tr("Making the project"), path, lambda: _create(path), then)


def find_demonstration(workspace: Workspace, then: Callable[[Path], object]) -> None:
    """Hand over the demonstration project, making it first where it isn't there."""
    from qualcoder_lite.service.demonstration import make_demonstration, usual_place

    try:
        place = usual_place()
    except UserError as fault:
        workspace.failed.emit(str(fault))
        return
    if workspace.tasks.busy:  # it may be in the making
        workspace.failed.emit(tr("One moment: something else is being done. Try again when it is over."))
    elif place.exists():
        then(place)
    else:
        _make(workspace, tr("Making the demonstration project"), place, lambda: make_demonstration(place), then)


def back_up(parent: QWidget, workspace: Workspace) -> None:
    """Ask for a place and write a whole copy of the open project there."""
    offered = workspace.beside(f"backup{ENDING}")
    name, _ = QFileDialog.getSaveFileName(parent, tr("Back up to a file"), offered, _FILES)
    if not name:
        return
    target, source = _with_ending(name), workspace.project.path
    if not source.exists():  # deleted under the window: what is open is all there is of it
        copied = workspace.attempt(lambda: workspace.project.backup(target))
        if copied:
            workspace.done.emit(_copied(target), False)
        return

    def job(_progress: Progress) -> None:
        from qualcoder_lite.service.project import Project

        with Project.look(source) as project:
            project.backup(target)

    task = workspace.tasks.run(tr("Writing the copy"), job)
    task.finished.connect(lambda _nothing: workspace.done.emit(_copied(target), False))
    task.failed.connect(workspace.failed)


def _make(
    workspace: Workspace, title: str, path: Path, make: Callable[[], object], then: Callable[[Path], object]
) -> None:
    task = workspace.tasks.run(title, lambda _progress: make())
    task.finished.connect(lambda _nothing: then(path))
    task.failed.connect(workspace.failed)


def _create(path: Path) -> None:
    from qualcoder_lite.service.project import Project

    Project.create(path).close()


def _copied(target: Path) -> str:
    return tr("A copy of the project is in “{target}”.", target=target)


def _with_ending(name: str) -> Path:
    return Path(name if name.lower().endswith(ENDING) else name + ENDING)
