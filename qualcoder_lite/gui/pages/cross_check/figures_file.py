"""Taking the figures along: a report in Word, Excel or CSV, written off the window's thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.report import AgreementAsked

_KINDS = {
    tr("Word document (*.docx)"): ".docx",
    tr("Excel workbook (*.xlsx)"): ".xlsx",
    tr("Table as CSV (*.csv)"): ".csv",
}


def ask_for_report(parent: QWidget, workspace: Workspace, asked: AgreementAsked) -> None:
    """Ask where the report of what is asked is to go, and write it there."""
    offered = workspace.beside("agreement.docx")
    name, kind = QFileDialog.getSaveFileName(parent, tr("Make a report"), offered, ";;".join(_KINDS))
    if not name:
        return
    target = Path(name)
    if target.suffix.lower() not in _KINDS.values():
        target = target.with_name(target.name + _KINDS.get(kind, ".docx"))
    _write(workspace, asked, target)


def _write(workspace: Workspace, asked: AgreementAsked, target: Path) -> None:
    from qualcoder_lite.service.project import Project

    path, who = workspace.project.path, workspace.coder
    today = date.today()  # noqa: DTZ011 - the day as the person's own calendar has it

    def job(progress: Progress) -> None:
        progress(0, 1)
        with Project.look(path, who) as project:
            project.agreement.write(target, project.agreement.measure(asked), on=today)
        progress(1, 1)

    task = workspace.tasks.run(tr("Writing the report"), job)
    task.finished.connect(
        lambda _nothing: workspace.done.emit(tr("The report is in “{target}”.", target=target), False)
    )
    task.failed.connect(workspace.failed)
