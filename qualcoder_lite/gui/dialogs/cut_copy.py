"""A copy of the project for one coder: who it is for, then where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.gui.project.files import ENDING
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.name_field import NameField
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.copies.cutting import Cut

_TITLE = tr("Make a copy for a coder")
_WIDE = 560


class CutDialog(QDialog):
    """Asks who the copy is for."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """Offer the coders there are, and somebody new."""
        super().__init__(parent)
        self.setObjectName("cut")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.who = NameField(
            "coder", tr("Who is it for?"), new=tr("Somebody new …"), none=tr("Choose a coder"), asks=tr("Their name")
        )
        self.who.offer([coder.name for coder in workspace.project.coders.all()], "")
        self.who.chosen.connect(lambda name: self.go_on.setEnabled(bool(name)))
        leave = Button(tr("Cancel"))
        leave.setObjectName("cut-cancel")
        leave.clicked.connect(self.reject)
        self.go_on = Button(tr("Choose where …"), kind="primary", icon="folder")
        self.go_on.setObjectName("cut-do")
        self.go_on.setEnabled(False)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        inside = QWidget()
        inside.setLayout(
            Column(
                Label(_TITLE, "title", wrap=True),
                Label(
                    tr(
                        "The copy has the codebooks, their transcripts and their own work. Nothing that the others "
                        "coded, "
                        "noted or declared is in the file. What they send back is brought in with “Bring copies "
                        "together”."
                    ),
                    wrap=True,
                ),
                8,
                self.who,
                None,
                margins=(24, 24, 24, 8),
            )
        )
        area = Area(inside)
        self.setLayout(Column((area, 1), Row(None, leave, self.go_on, gap=10, margins=(24, 0, 24, 24)), gap=0))
        FocusRing(self)
        fit(self, area, _WIDE)
        self.who.box.setFocus()


def cut_copy(parent: QWidget, workspace: Workspace) -> None:
    """Ask for whom and where, and write the copy off the window's thread."""
    dialog = CutDialog(parent, workspace)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    coder = dialog.who.value
    dialog.deleteLater()
    if not agreed or not coder:
        return
    project = workspace.project
    name, _ = QFileDialog.getSaveFileName(
        parent,
        _TITLE,
        str(project.path.with_name(tr("{project} for {coder}", project=project.path.stem, coder=coder) + ENDING)),
        tr("Projects (*{ending})", ending=ENDING),
    )
    if not name:
        return
    target = Path(name if name.lower().endswith(ENDING) else name + ENDING)
    # Somebody new is made here first, so that both files know them as one and the same.
    if not project.cutting.knows(coder) and workspace.act(lambda: _made_for_copy(project, coder, target)) is None:
        return
    _write(workspace, target, coder)


def _made_for_copy(project: Project, coder: str, target: Path) -> Changes:
    """Make a coder, unless no copy for them can be written."""
    project.cutting.check_place(target)
    return project.coders.add(coder)


def _write(workspace: Workspace, target: Path, coder: str) -> None:
    source = workspace.project.path

    def job(_progress: Progress) -> Cut:
        with Project.look(source) as project:
            return project.cutting.cut(target, coder)

    def said(done: Cut) -> None:
        transcripts = tr("{n:,} transcript", "{n:,} transcripts", n=done.transcripts)
        workspace.done.emit(
            tr(
                "A copy for {coder} with {transcripts} is in “{target}”.",
                coder=done.coder,
                transcripts=transcripts,
                target=target,
            ),
            False,
        )

    task = workspace.tasks.run(tr("Writing the copy for {coder}", coder=coder), job)
    task.finished.connect(said)
    task.failed.connect(workspace.failed)
