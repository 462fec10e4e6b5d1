"""The dialog that brings transcripts in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from qualcoder_lite.domain.errors import UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.gui.dialogs.import_transcripts.about_pane import known_in
from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft, drafts_of, mark_twins
from qualcoder_lite.gui.dialogs.import_transcripts.looking import LookingStage
from qualcoder_lite.gui.dialogs.import_transcripts.stages import BusyStage, ChooseStage, ResultStage, scrolled
from qualcoder_lite.gui.dialogs.import_transcripts.storing import Storing
from qualcoder_lite.gui.project.workspace import Visit
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.fitting import keep_on_screen, lower_to_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.question import ask
from qualcoder_lite.gui.widgets.stack import Stack
from qualcoder_lite.gui.widgets.turns import in_turns
from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.service.transcripts.files import LookedAt, files_in, look_again, look_at, readable_endings
from qualcoder_lite.service.transcripts.reading import ImportOptions, said_of_files
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.work.tasks import Task

_TITLE = tr("Bring in transcripts")


class ImportDialog(QDialog):
    """Chooses files, shows them, stores them, and says how it went."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """Begin with the question which files."""
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setSizeGripEnabled(True)
        self.setAcceptDrops(True)
        self._workspace = workspace
        # Not the workspace's own runner: what it does shows in the window, which this dialog stands over.
        self._tasks = Tasks(self)
        self._drafts: list[Draft] = []
        self._reading: Task | None = None
        self._storing: Storing | None = None
        self._said_something = self._import_when_read = False
        self._of_table = ""  # what a table about the files had to say of them
        self.choose, self.busy, self.results = ChooseStage(), BusyStage(), ResultStage()
        self.looking = LookingStage(_TITLE, workspace.settings)
        self.preview = self.looking.preview
        self._lay_out()
        if not self.restoreGeometry(workspace.settings.shape("import")):
            self.resize(_most_of(parent.size()))
            keep_on_screen(self)
        self.choose.files_asked.connect(self._ask_for_files)
        self.choose.folder_asked.connect(self._ask_for_folder)
        self.choose.left.connect(self.reject)
        self.busy.cancelled.connect(self._stop)
        self.looking.files_asked.connect(self._ask_for_files)
        self.looking.table_asked.connect(self._ask_for_table)
        self.looking.left.connect(self.reject)
        self.looking.import_asked.connect(self.store)
        self.preview.changed.connect(self._on_changed)
        self.preview.reading_wanted.connect(self._read_again)
        self.results.coding_asked.connect(self._start_coding)
        self.results.mending_asked.connect(self._mend)
        self.results.closed.connect(self.accept)
        self.finished.connect(self._on_finished)
        FocusRing(self)
        self._go(self.choose)

    def _lay_out(self) -> None:
        self._stack = Stack()
        self._pages: dict[QWidget, QWidget] = {
            self.choose: scrolled(self.choose),
            self.busy: scrolled(self.busy),
            self.looking: self.looking,
            self.results: self.results,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _go(self, stage: QWidget) -> None:
        self._stage = stage
        self._stack.setCurrentWidget(self._pages[stage])
        first = {self.choose: self.choose.empty.primary, self.busy: self.busy.cancel, self.looking: self.preview.files}
        if stage in first:
            first[stage].setFocus(Qt.FocusReason.OtherFocusReason)

    # Choosing

    def _ask_for_files(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in readable_endings())
        names, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Choose transcripts"),
            self._start_folder(),
            tr("Transcripts ({kinds});;All files (*)", kinds=kinds),
        )
        if names:
            self.look_at([Path(name) for name in names])

    def _ask_for_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder of transcripts"), self._start_folder())
        if name:
            self.look_at([Path(name)])

    def _ask_for_table(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a table about the files"), self._start_folder(), tr("Tables (*.csv *.tsv *.xlsx)")
        )
        if name:
            self.fill_in(Path(name))

    def fill_in(self, table: Path) -> None:
        """Take over what a table says of the files: site, participant, client group, date and more, by file name."""
        try:
            said = {folded(name): options for _row, name, options in said_of_files(table)}
        except UserError as fault:
            self._workspace.failed.emit(str(fault))
            self.looking.summary.setText(str(fault))
            announce(self, str(fault), urgent=True)
            return
        named = [(draft, said.get(folded(draft.path.name))) for draft in self._drafts if draft.can_be_taken]
        found = [(draft, options) for draft, options in named if options is not None]
        for draft, options in found:
            draft.fill_in(options)
        sentence = tr(
            "“{table}” names {number:,} of these {named:,} files.",
            table=table.name,
            number=len(found),
            named=len(named),
        )
        self._said_something = True
        self.preview.show_current()
        if found:
            self._read_again([draft for draft, _ in found])
        self._of_table = sentence
        self._say_summary()
        announce(self, sentence)

    def _start_folder(self) -> str:
        return str(self._drafts[-1].path.parent if self._drafts else self._workspace.project.path.parent)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files while there is nothing else to do."""
        if event.mimeData().hasUrls() and self._stage in (self.choose, self.looking):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # Reading

    def look_at(self, places: Sequence[Path]) -> None:
        """Read files, and those in folders, and show them with the ones that are there already."""
        known = {draft.path for draft in self._drafts}

        def job(progress: Progress) -> list[LookedAt]:
            files = [path for path in files_in(places, progress) if path not in known]
            return look_at([(path, ImportOptions()) for path in files], progress)

        self.choose.say("")
        self.busy.begin(tr("Reading the files"), tr("Nothing is stored yet."))
        self._go(self.busy)
        task = self._reading = self._tasks.run(tr("Reading the files"), job)
        task.progressed.connect(self.busy.go_on)
        task.finished.connect(self._on_read)
        task.failed.connect(self._on_nothing_read)
        task.cancelled.connect(lambda: self._on_nothing_read(""))

    def _on_read(self, looked: list[LookedAt]) -> None:
        tables = [one.path for one in looked if one.lists_files]
        self._drafts += drafts_of(one for one in looked if not one.lists_files)
        if not self._drafts:
            kinds = ", ".join(readable_endings())
            self._on_nothing_read(
                tr("There is no transcript there. Files that can be read end in {kinds}.", kinds=kinds)
            )
            return
        self._show_drafts(*(lambda table=table: self.fill_in(table) for table in tables))

    def _on_nothing_read(self, sentence: str) -> None:
        if self._drafts:
            self._show_drafts(lambda: self.looking.summary.setText(sentence or self.looking.summary.text()))
            return
        self.choose.say(sentence)
        self._go(self.choose)

    def _read_again(self, drafts: list[Draft]) -> None:
        self._said_something = True
        asked = [(LookedAt(draft.path, draft.read), draft.reading_options) for draft in drafts]
        task = self._tasks.run(tr("Reading again"), lambda progress: look_again(asked, progress))
        task.finished.connect(lambda looked: self._on_read_again(drafts, looked))

    def _on_read_again(self, drafts: list[Draft], looked: list[LookedAt]) -> None:
        for draft, one in zip(drafts, looked, strict=True):
            draft.take_over(one)
        self.preview.model.say_changed()
        self._say_summary()
        if self.preview.current in drafts:
            self.preview.show_current()
        if self._import_when_read and not self._tasks.busy:
            self.store()

    # Looking

    def _show_drafts(self, *then: Callable[[], object]) -> None:
        self._of_table = ""  # it was said of other files
        in_turns(self, self._look_up, self._show_looked_up, *then)

    def _look_up(self) -> None:
        """What the project has already: the same files, and names to choose from."""
        project = self._workspace.project
        there = project.transcripts.overview()
        mark_twins(self._drafts, {one.transcript.source_hash: one.transcript.title for one in there})
        self._drafts.sort(key=lambda draft: (draft.read is None, bool(draft.twin)))  # what is new comes first
        self.preview.about.know(known_in(project, {one.placement.client_group for one in there}))

    def _show_looked_up(self) -> None:
        self.preview.show_drafts(self._drafts)
        self._say_summary()
        self._go(self.looking)

    def _on_changed(self) -> None:
        self._said_something = True
        self._say_summary()

    def _say_summary(self) -> None:
        self.looking.say_how_many(self._drafts, self._of_table)

    # Storing

    def store(self) -> None:
        """Store the files that are ticked, one by one."""
        if self._tasks.busy:  # a role was changed a moment ago: what is stored must know of it
            self._import_when_read = True
            return
        self._import_when_read = False
        self.busy.begin(tr("Bringing them in"), tr("What is in stays in, and each can be undone."))
        self._go(self.busy)
        self._storing = Storing(self._workspace, [draft for draft in self._drafts if draft.is_taken], self)
        self._storing.went_on.connect(self.busy.go_on)
        self._storing.ended.connect(self._on_stored)
        self._storing.start()

    def _on_stored(self, _in_project: int) -> None:
        self._storing = None
        self._said_something = False
        self._go(self.results)
        self.results.show_results(self._drafts)

    def _mend(self) -> None:
        self._drafts = [draft for draft in self._drafts if draft.stored is None]
        self._show_drafts()

    def _start_coding(self) -> None:
        first = next(draft.stored for draft in self._drafts if draft.stored is not None)
        self.accept()
        self._workspace.visit(Visit(page="code", transcript=first.transcript.id))

    # Stopping and closing

    def _stop(self) -> None:
        if self._storing is not None:
            self._storing.stop()
        elif self._reading is not None:
            self._reading.cancel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the heading's room to the files where there is little."""
        super().resizeEvent(event)
        self.looking.fold(event.size())
        if self.height() > self.screen().availableGeometry().height():  # until large words are folded into panes
            QTimer.singleShot(0, self, self._lower)

    def _lower(self) -> None:
        lower_to_screen(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in a field from pressing a button elsewhere."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close, after a question if something was said of the files; stop first what runs."""
        if self._stage is self.busy:
            self.busy.cancel.click()
            return
        if self._said_something and not ask(
            self,
            tr("Leave without bringing them in?"),
            tr("What you said of the files is not kept."),
            do=tr("Leave"),
            leave=tr("Stay here"),
        ):
            return
        super().reject()

    def _on_finished(self) -> None:
        self._tasks.cancel_all()
        self._workspace.settings.set_shape("import", self.saveGeometry())
        self.preview.keep_shape()
        self.deleteLater()


def _most_of(size: QSize) -> QSize:
    return QSize(max(640, size.width() * 94 // 100), max(480, size.height() * 92 // 100))
