"""The dialog that brings copies of the project together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from qualcoder_lite.domain.errors import ProjectLockedError
from qualcoder_lite.gui.dialogs.bring_together.preview import MergePreviewPane
from qualcoder_lite.gui.dialogs.import_transcripts.stages import BusyStage, scrolled
from qualcoder_lite.gui.dialogs.same_names import ask_same_names
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.service.project import Project
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task
    from qualcoder_lite.service.copies.merging import MergeLook

_TITLE = tr("Bring copies together")
_ENDING = ".qclite"
_WIDE, _HIGH = 760, 620


class BringTogetherDialog(QDialog):
    """Chooses copies, shows what would come of them, and brings them in."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """Begin with the question which copies."""
        super().__init__(parent)
        self.setObjectName("bring-together")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setSizeGripEnabled(True)
        self.setAcceptDrops(True)
        self._workspace, self._over = workspace, parent
        # Not the workspace's own runner: what it does shows in the window, which this dialog stands over.
        self._tasks = Tasks(self)
        self._task: Task | None = None
        self._look: MergeLook | None = None
        self._known_twins: set[str] = set()  # what went by one name before: it was asked about then
        self._lay_out()
        look = current().look
        self.resize(self.screen().availableSize().boundedTo(parent.size().expandedTo(self.minimumSize())))
        self.resize(min(self.width(), look.px(_WIDE)), min(self.height(), look.px(_HIGH)))
        self.finished.connect(self._on_finished)
        FocusRing(self)
        self._go(self.choose)

    def _lay_out(self) -> None:
        self.choose, self.busy, self.preview = self._choosing(), BusyStage(), MergePreviewPane()
        self.busy.cancel.setObjectName("merge-stop")
        self.busy.cancelled.connect(self._stop)
        self.again = Button(tr("Choose other copies …"))
        self.again.setObjectName("merge-again")
        self.again.clicked.connect(self._ask_for_files)
        self.leave = Button(tr("Cancel"))
        self.leave.setObjectName("merge-cancel")
        self.leave.clicked.connect(self.reject)
        self.do = Button(tr("Bring it in"), kind="primary", icon="import")
        self.do.setObjectName("merge-do")
        self.do.clicked.connect(self.bring)
        self._advice = Label("", "small", tone="muted", wrap=True)
        looking = QWidget()
        column = QVBoxLayout(looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        buttons = Row(self.again, None, self.leave, self.do, gap=10)
        column.addWidget(Card(Column(self._advice, buttons, gap=8, margins=(20, 10)), kind="foot"))
        self._looking = looking
        self._stack = Stack()
        self._pages = {self.choose: scrolled(self.choose), self.busy: scrolled(self.busy), looking: looking}
        for page in self._pages.values():
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _choosing(self) -> QWidget:
        self.trouble = Label("", tone="warn", wrap=True)
        self.trouble.setObjectName("merge-trouble")
        self.trouble.hide()
        self.empty = EmptyState(
            "import",
            tr("Which copies?"),
            tr(
                "Choose the project files that others sent back, as many as you like; or drop them here. They are only "
                "read, and you see what would come of it before anything is changed."
            ),
            primary=tr("Choose copies …"),
            primary_icon="folder",
            takes_drops=True,
        )
        self.empty.primary.setObjectName("merge-choose")
        self.empty.primary_chosen.connect(self._ask_for_files)
        leave = Button(tr("Cancel"))
        leave.setObjectName("merge-leave")
        leave.clicked.connect(self.reject)
        stage = QWidget()
        stage.setLayout(Column(self.trouble, (self.empty, 1), Row(None, leave), gap=12, margins=24))
        return stage

    def _go(self, stage: QWidget) -> None:
        self._stage = stage
        self._stack.setCurrentWidget(self._pages[stage])
        first = {self.choose: self.empty.primary, self.busy: self.busy.cancel}
        first.get(stage, self.do if self.do.isEnabled() else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    # Choosing

    def _ask_for_files(self) -> None:
        folder = str(self._workspace.project.path.parent)
        names, _ = QFileDialog.getOpenFileNames(
            self, _TITLE, folder, tr("Projects of QualCoder Lite (*{ending})", ending=_ENDING)
        )
        if names:
            self.look_at([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take project files while nothing runs."""
        if event.mimeData().hasUrls() and self._stage is not self.busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # Looking

    def look_at(self, files: Sequence[Path]) -> None:
        """Join copies in private, and show what would come of it."""
        self._give_up()
        path = self._workspace.project.path

        def job(progress: Progress) -> MergeLook:
            with Project.look(path) as project:
                return project.merging.look(files, progress)

        self._run(tr("Looking at the copies"), tr("Nothing is changed yet."), job, self._on_looked)

    def _on_looked(self, look: MergeLook) -> None:
        self._look = look
        preview = look.preview
        self.preview.show_preview(preview)
        self.do.setVisible(not preview.nothing_new)
        self.do.setEnabled(not preview.nothing_new)
        self.leave.set_words(tr("Close") if preview.nothing_new else tr("Cancel"))
        undo = tr("It can’t be undone.") if preview.final else tr("One Undo takes all of it back.")
        self._advice.setText("" if preview.nothing_new else tr("A backup is made first. {undo}", undo=undo))
        self._advice.setVisible(not preview.nothing_new)
        self._go(self._looking)
        announce(self, " ".join([*preview.in_words(), *preview.to_look_at()]))

    # Bringing in

    def bring(self) -> None:
        """Do what was looked at, off the window's thread; the window waits behind this dialog."""
        look, project, coder = self._look, self._workspace.project, self._workspace.coder
        if look is None:
            return
        self._known_twins = {twin.other for twin in project.twins.all()}

        def job(progress: Progress) -> Changes | None:
            try:
                with project.beside() as other:
                    return other.merging.bring(look, coder=coder, progress=progress)
            except ProjectLockedError:  # the file lies where only one connection is let in: the window's own
                return None

        self._run(tr("Bringing them in"), tr("A backup is made first."), job, self._on_brought)

    def _on_brought(self, changes: Changes | None) -> None:
        look, workspace = self._look, self._workspace
        if look is None:
            return
        merging = workspace.project.merging
        if changes is None:
            changes = workspace.act(lambda: merging.bring(look, coder=workspace.coder))
            if changes is None:
                self._go(self._looking)
                return
        else:
            workspace.tell(workspace.project.take_note(changes))
        self.accept()
        entry = workspace.project.history.entry(changes.step)
        if entry is not None:
            workspace.done.emit(f"{entry.what[:1].upper()}{entry.what[1:]}.", not entry.final)
        if {twin.other for twin in workspace.project.twins.all()} - self._known_twins:
            ask_same_names(self._over, workspace)

    # Running and stopping

    def _run(self, title: str, advice: str, job: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        self.busy.begin(title, advice)
        self._go(self.busy)
        task = self._task = self._tasks.run(title, job)
        task.progressed.connect(self._on_progressed)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(lambda: self._on_failed(""))
        task.finished.connect(then)

    def _on_progressed(self, done: int, total: int) -> None:
        self.busy.go_on(done, total, files=False)

    def _on_failed(self, sentence: str) -> None:
        if self._look is not None:  # what was looked at can still be done
            self._advice.setText(sentence)
            self._advice.setVisible(bool(sentence))
            self._go(self._looking)
        else:
            self.trouble.setText(sentence)
            self.trouble.setVisible(bool(sentence))
            self._go(self.choose)
        if sentence:
            announce(self, sentence, urgent=True)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def reject(self) -> None:
        """Close; stop first what runs."""
        if self._stage is self.busy:
            self.busy.cancel.click()
            return
        super().reject()

    def _give_up(self) -> None:
        if self._look is not None:
            self._look.close()
            self._look = None

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self._give_up()
        self.deleteLater()
