"""“Project details”: what the study is called, who runs it, and how its documents are to be looked after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from qualcoder_lite.domain.project_details import USUAL_NOTICE, ProjectDetails
from qualcoder_lite.gui.dialogs.form import FormDialog, asked, carry_out
from qualcoder_lite.gui.theme import current
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace

_NOTICE_LINES = 4.5  # the usual words take three in this width


class ProjectDetailsDialog(FormDialog):
    """The title, who runs the study, and the sentence on the first page of documents with people's words."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Show what the project says of itself now."""
        intro = tr("This stands on the first page of documents that you make. You can undo this.")
        super().__init__(workspace, "project-details", tr("Project details"), intro, do=tr("Keep this"), parent=parent)
        said = workspace.project.details.read()
        self.study = _line(tr("Title of the study"), "project-title", said.title)
        self.led_by = _line(tr("Who runs the study"), "project-led-by", said.led_by)
        self.notice = QPlainTextEdit(said.notice)
        self.notice.setObjectName("project-notice")
        self.notice.setAccessibleName(tr("How to look after documents"))
        self.notice.setPlaceholderText(tr(USUAL_NOTICE))
        self.notice.setTabChangesFocus(True)
        self.notice.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.notice.setFixedHeight(round(_NOTICE_LINES * current().look.px(24)))
        self.fill(
            asked(tr("Title of the study"), self.study),
            asked(
                tr("Who runs the study"),
                self.led_by,
                tr("Such as a university, or the names of the leads. May be empty."),
            ),
            asked(
                tr("How to look after documents"),
                self.notice,
                tr("Left empty, documents that hold people’s words say what is shown in grey."),
            ),
            first=self.study,
        )

    def do_it(self) -> Changes:
        """Keep what is written here."""
        wanted = ProjectDetails(self.study.text(), self.led_by.text(), self.notice.toPlainText())
        return self.workspace.project.details.change(wanted)


def ask_project_details(parent: QWidget, workspace: Workspace) -> None:
    """Show what the project says of itself, and keep what is changed there."""
    if workspace.project.read_only:
        workspace.failed.emit(tr("The project is open for reading only, so its details can’t be changed."))
        return
    carry_out(ProjectDetailsDialog(workspace, parent), lambda: tr("The project’s details are kept."))


def _line(name: str, object_name: str, words: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    return line
