"""Exporting the quotes that are shown: where to, in which form, and what to know about what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from qualcoder_lite.gui.pages.quotes.words import counted
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.service.extracts_order import ExtractsOrder
from qualcoder_lite.service.project import Project

if TYPE_CHECKING:
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.workspace import Workspace
    from qualcoder_lite.service.extracts_order import Retrieval
    from qualcoder_lite.service.scope import Scope

_FORMS = {".docx": "Word document (*.docx)", ".csv": "Table for Excel (*.csv)", ".json": "Data for programs (*.json)"}


@dataclass(frozen=True, slots=True)
class Written:
    """What an export made: the file, what is in it and was asked for, and sentences that a person should read."""

    file: Path
    found: Retrieval
    scope: Scope
    to_know: tuple[str, ...]


def export(page: QWidget, workspace: Workspace, scope: Scope) -> None:
    """Ask where to, and write the quotes of a scope there, off the window's thread."""
    target = _ask_for_file(page, workspace.project.path.parent)
    if target is None:
        return
    path, who = workspace.project.path, workspace.coder
    order = ExtractsOrder(study=workspace.project.details.read(), date=date.today(), who=workspace.coder)  # noqa: DTZ011

    def write(progress: Progress) -> Written:
        with Project.look(path, who) as project:
            retrieval = project.extracts.write(target, order, scope, progress)
        to_know = [warning.sentence for warning in retrieval.narrow]
        if retrieval.withheld:
            quotes = counted(len(retrieval.withheld), "quote")
            people = counted(retrieval.withheld_people, "person", "people")
            to_know.insert(0, f"{quotes} of {people} left out, because of a “no” to being quoted.")
        return Written(target, retrieval, scope, tuple(to_know))

    task = workspace.tasks.run("Writing the quotes", write)
    task.finished.connect(lambda written: _tell(page, workspace, written))
    task.failed.connect(workspace.failed)


def _ask_for_file(page: QWidget, folder: Path) -> Path | None:
    name, form = QFileDialog.getSaveFileName(
        page, "Export what is shown", str(folder / "Quotes.docx"), ";;".join(_FORMS.values())
    )
    if not name:
        return None
    target = Path(name)
    if target.suffix.lower() in _FORMS:
        return target
    target = target.with_name(target.name + next((end for end, words in _FORMS.items() if words == form), ".docx"))
    if target.exists() and not ask(
        page, f"Replace “{target.name}”?", "There is a file of that name already.", do="Replace it", leave="Keep it"
    ):
        return None
    return target


def _tell(page: QWidget, workspace: Workspace, written: Written) -> None:
    workspace.record_export(written.file, written.found, written.scope)
    quotes = len(written.found.extracts)
    verb = "is" if quotes == 1 else "are"
    workspace.done.emit(f"{counted(quotes, 'quote')} {verb} in “{written.file.name}”.", False)
    if written.to_know:
        WrittenDialog(written, page).open()


class WrittenDialog(QDialog):
    """What to know before an export is handed on: who was left out, and which attributions may tell who speaks."""

    def __init__(self, written: Written, parent: QWidget) -> None:
        """Say it; the dialog is gone once it is closed."""
        super().__init__(parent)
        self.setObjectName("quotes-written")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = f"Before you share “{written.file.name}”"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._folder = written.file.parent
        words = QPlainTextEdit("\n\n".join(written.to_know))
        words.setObjectName("quotes-to-know")
        words.setAccessibleName("What to know")
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        folder = Button("Open the folder", icon="folder")
        folder.setObjectName("quotes-open-folder")
        folder.clicked.connect(self._open_folder)
        close = Button("Close", kind="primary")
        close.setObjectName("quotes-close")
        close.clicked.connect(self.accept)
        intro = Label("It is written. Please read this first:", wrap=True)
        intro.setMinimumWidth(520)
        self.setLayout(
            Column(Label(title, "title", wrap=True), intro, (words, 1), 8, Row(None, folder, close), gap=8, margins=24)
        )
        FocusRing(self)
        close.setFocus()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
