"""The plain stages of the dialog: choosing files, waiting, and how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from qualcoder_lite.gui.dialogs.import_transcripts.files_list import FilesDelegate, FilesModel
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft


class ChooseStage(QWidget):
    """Asks for files or a folder.

    Signals:
        files_asked: The person wants to choose files.
        folder_asked: The person wants to choose a folder.
        left: The person wants to bring in none.
    """

    files_asked = Signal()
    folder_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Offer both ways in."""
        super().__init__()
        self.trouble = Label("", tone="warn", wrap=True)
        self.trouble.setObjectName("import-nothing-found")
        self.trouble.hide()
        self.empty = EmptyState(
            "import",
            tr("Which transcripts?"),
            tr(
                "Choose one file, several, or a whole folder; or drop them here. Word, LibreOffice, PDF, web pages, "
                "plain text, subtitles and tables can be read. You will see each of them before anything is stored."
            ),
            primary=tr("Choose files …"),
            primary_icon="transcript",
            other=tr("Choose a whole folder …"),
            takes_drops=True,
        )
        self.empty.primary.setObjectName("import-choose-files")
        self.empty.other.setObjectName("import-choose-folder")
        self.empty.primary_chosen.connect(self.files_asked)
        self.empty.other_chosen.connect(self.folder_asked)
        self.leave = Button(tr("Cancel"))
        self.leave.setObjectName("import-leave")
        self.leave.clicked.connect(self.left)
        self.setLayout(Column(self.trouble, (self.empty, 1), Row(None, self.leave), gap=12, margins=24))

    def say(self, sentence: str) -> None:
        """Say why nothing came of what was chosen; an empty sentence says nothing."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)


class BusyStage(QWidget):
    """Shows long work while it runs.

    Signals:
        cancelled: The person wants it to stop.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        """Nothing runs yet."""
        super().__init__()
        self._title = Label("", "title", wrap=True)
        self._advice = Label("", tone="muted", wrap=True)
        self._count = Label("")
        self._count.setObjectName("import-count")
        self._bar = QProgressBar()
        self._bar.setObjectName("import-progress")
        self._bar.setTextVisible(False)
        self.cancel = Button(tr("Cancel"))
        self.cancel.setObjectName("import-stop")
        self.cancel.clicked.connect(self._on_cancelled)
        inside = Column(self._title, self._advice, 8, self._bar, self._count, 8, Row(self.cancel, None), gap=6)
        holder = QWidget()
        holder.setLayout(inside)
        holder.setMaximumWidth(720)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addLayout(Row(None, (holder, 20), None))
        outer.addStretch(2)
        holder.setMinimumWidth(320)

    def begin(self, title: str, advice: str, *, stoppable: bool = True) -> None:
        """Show that this is being done; without Cancel where it can't be stopped."""
        self._title.setText(title)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._count.setText("")
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self.cancel.setVisible(stoppable)
        self.cancel.setEnabled(stoppable)
        self.cancel.set_words(tr("Cancel"))
        announce(self, title if stoppable else f"{title}. {advice}")

    def go_on(self, done: int, total: int, *, files: bool = True) -> None:
        """Show how far it is; in words too where what is counted are files."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(tr("{done:,} of {total:,} files", done=done, total=total) if total and files else "")

    def _on_cancelled(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.set_words(tr("Stopping …"))
        self.cancelled.emit()


class ResultStage(QWidget):
    """Says what became of each file.

    Signals:
        coding_asked: The person wants to start coding.
        mending_asked: The person wants to look again at what isn't in.
        closed: The person is done.
    """

    coding_asked = Signal()
    mending_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        """Nothing to say yet."""
        super().__init__()
        self.title = Label("", "title", wrap=True)
        self.title.setObjectName("import-result")
        self.advice = Label("", tone="muted", wrap=True)
        self.model = FilesModel(ticks=False)
        self.list = TickRowView(tr("What became of each file"))
        self.list.setObjectName("import-results")
        self.list.setModel(self.model)
        self.list.setItemDelegate(FilesDelegate(self.list))
        self.mend = Button(tr("Look again at what is left"))
        self.mend.setObjectName("import-mend")
        self.mend.clicked.connect(self.mending_asked)
        self.close_it = Button(tr("Close"))
        self.close_it.setObjectName("import-close")
        self.close_it.clicked.connect(self.closed)
        self.start = Button(tr("Start coding"), kind="primary", icon="code")
        self.start.setObjectName("import-start-coding")
        self.start.clicked.connect(self.coding_asked)
        foot = Row(self.mend, None, self.close_it, self.start, gap=8)
        self.setLayout(
            Column(self.title, self.advice, (Card(Column(self.list, margins=6)), 1), foot, gap=10, margins=24)
        )

    def show_results(self, drafts: Sequence[Draft]) -> None:
        """Say what became of these files."""
        stored = sum(draft.stored is not None for draft in drafts)
        left = len(drafts) - stored
        self.title.setText(_told(stored))
        steps = tr("It is one step, which can be undone.", "Each is a step of its own, and can be undone.", n=stored)
        undo = steps if stored else tr("Nothing was stored.")
        outside = tr("{n:,} file is still outside.", "{n:,} files are still outside.", n=left)
        self.advice.setText(f"{undo} {outside}" if left and stored else undo)
        self.model.show(sorted(drafts, key=_trouble_first))
        self.list.setCurrentIndex(self.model.index(0))
        self.mend.setVisible(bool(left))
        self.start.setVisible(bool(stored))
        (self.start if stored else self.mend).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()} {self.advice.text()}")


def _told(stored: int) -> str:
    if not stored:
        return tr("No transcript was brought in")
    return tr("{n:,} transcript was brought in", "{n:,} transcripts were brought in", n=stored)


def _trouble_first(draft: Draft) -> int:
    return 0 if draft.trouble else 1 if draft.stored is not None else 2


def scrolled(stage: QWidget) -> QScrollArea:
    """A stage that scrolls where the window is too low for large text."""
    stage.setProperty("clear", True)
    stage.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(stage)
    return area
