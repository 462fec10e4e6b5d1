"""Writes the matrix that is shown to a file: asks where, then works off the window's thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.cross_reference import Matrix
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.scope import Scope

_KINDS = {
    tr("Word document (*.docx)"): ".docx",
    tr("Excel workbook (*.xlsx)"): ".xlsx",
    tr("Table as CSV (*.csv)"): ".csv",
}


def make_report(parent: QWidget, workspace: Workspace, matrix: Matrix, scope: Scope) -> None:
    """Ask for a file and write the whole matrix to it, as a Word document or a table."""
    offered = workspace.beside("findings.docx")
    name, kind = QFileDialog.getSaveFileName(parent, tr("Save the matrix"), offered, ";;".join(_KINDS))
    if not name:
        return
    target = Path(name)
    if target.suffix.lower() not in _KINDS.values():
        target = target.with_name(target.name + _KINDS.get(kind, ".docx"))
    path, who = workspace.project.path, workspace.coder
    today = date.today()  # noqa: DTZ011 - the day as the person's own calendar has it

    def job(progress: Progress) -> None:
        progress(0, 1)
        with Project.look(path, who) as project:
            project.findings.write(target, matrix, on=today, scope=scope, who=who)
        progress(1, 1)

    task = workspace.tasks.run(tr("Writing the matrix"), job)
    task.finished.connect(
        lambda _nothing: workspace.done.emit(tr("The matrix is in “{target}”.", target=target), False)
    )
    task.failed.connect(workspace.failed)
