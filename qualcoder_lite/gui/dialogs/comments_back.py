"""Taking comments that came back in a Word document: which file, then what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.fitting import fit
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.service.extracts.word_comments import CommentsTaken, read_review
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.extracts.word_comments import Review

_TITLE = tr("Take comments back from Word")
_WIDE = 560


class WhatCameBack(QDialog):
    """Tells what was taken in, and what was not and why."""

    def __init__(self, parent: QWidget, taken: CommentsTaken) -> None:
        """Tell it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("comments-back")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(" ".join([taken.in_words(), *taken.left_alone()]))
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("comments-back-close")
        close.clicked.connect(self.accept)
        inside = QWidget()
        inside.setLayout(
            Column(
                Label(taken.in_words(), "title", wrap=True),
                8,
                *(Label(sentence, wrap=True) for sentence in taken.left_alone()),
                None,
                gap=8,
                margins=(24, 24, 24, 8),
            )
        )
        area = Area(inside)
        self.setLayout(Column((area, 1), Row(None, close, margins=(24, 0, 24, 24)), gap=0))
        FocusRing(self)
        fit(self, area, _WIDE)
        close.setFocus()


class _Taking(QObject):
    """Reads a document off the window's thread, then keeps its comments as one step."""

    def __init__(self, window: QWidget, workspace: Workspace, file: Path) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._taken: CommentsTaken | None = None

        def job(_progress: Progress) -> Review:
            return read_review(file)

        task = workspace.tasks.run(tr("Reading the comments"), job)
        task.finished.connect(self._on_read)
        task.failed.connect(workspace.failed)
        task.ended.connect(self.deleteLater)

    def _on_read(self, review: Review) -> None:
        workspace = self._workspace

        def keep() -> Changes:
            self._taken = workspace.project.extracts.keep_comments(review, coder=workspace.coder)
            return self._taken.changes

        done = workspace.act(keep)
        if done is None or self._taken is None:
            return
        if self._taken.taken:
            workspace.done.emit(self._taken.in_words(), True)
        if self._taken.left_alone() or not self._taken.taken:
            WhatCameBack(self._window, self._taken).open()


def take_comments_back(window: QWidget, workspace: Workspace) -> None:
    """Ask for the document that came back, and take its comments in."""
    if workspace.project.read_only:
        workspace.failed.emit(tr("The project is open for reading only, so no comment can be taken in."))
        return
    name, _ = QFileDialog.getOpenFileName(window, _TITLE, workspace.beside(), tr("Word documents (*.docx)"))
    if name:
        _Taking(window, workspace, Path(name))
