"""Who is speaking in a transcript that is in the project already: read again, looked at, and kept in one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QWidget

from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
from qualcoder_lite.gui.dialogs.import_transcripts.speakers_pane import SpeakersPane
from qualcoder_lite.gui.dialogs.import_transcripts.text_pane import TextPane
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.service.transcripts.reading import ReadFile
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.gui.project.workspace import Workspace


class WhoIsSpeakingDialog(QDialog):
    """Shows a stored transcript by turns, and lets its speakers be put right; the text stays as it is."""

    def __init__(self, parent: QWidget, workspace: Workspace, transcript: str) -> None:
        """Show who is known to speak in a transcript."""
        super().__init__(parent)
        self._workspace, self._transcript = workspace, transcript
        title = workspace.project.transcripts.title(transcript)
        self.setObjectName("who-is-speaking")
        self.setWindowTitle(tr("Who is speaking?"))
        self.setAccessibleName(tr("Who is speaking in {title}?", title=title))
        self.setSizeGripEnabled(True)
        self.draft = Draft(path=Path(title))
        self.text, self.speakers = TextPane(), SpeakersPane(shares=False)
        self.leave = Button(tr("Cancel"))
        self.leave.setObjectName("who-cancel")
        self.leave.clicked.connect(self.reject)
        self.keep = Button(tr("Keep this"), kind="primary", icon="done")
        self.keep.setObjectName("who-keep")
        self.keep.clicked.connect(self._keep)
        self._lay_out(title)
        self._connect()
        FocusRing(self)
        self.resize(parent.size() * 0.85)
        self._read()

    def _lay_out(self, title: str) -> None:
        head = Column(
            Label(title, "title", wrap=True),
            Label(
                tr("The words and all codings stay as they are. You can undo this."), "small", tone="muted", wrap=True
            ),
            gap=2,
            margins=(20, 10),
        )
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.text)
        panes.addWidget(self.speakers)
        panes.setStretchFactor(0, 5)
        panes.setStretchFactor(1, 3)
        panes.setSizes([500, 300])
        foot = Row(None, self.leave, self.keep, gap=10, margins=(20, 10))
        self.setLayout(Column(Card(head, kind="bar"), (panes, 1), Card(foot, kind="foot"), gap=0))

    def _connect(self) -> None:
        pane, draft = self.speakers, self.draft
        pane.role_chosen.connect(lambda label, role: self._say(lambda: draft.roles.update({label: role})))
        pane.refused.connect(lambda label: self._say(lambda: draft.refuse(label)))
        pane.accepted.connect(lambda label: self._say(lambda: draft.accept(label)))
        pane.joined.connect(lambda one, other: self._say(lambda: draft.join(one, other)))
        pane.parted.connect(lambda spelling: self._say(lambda: draft.part(spelling)))
        pane.taken_back.connect(lambda label: self._say(lambda: draft.take_back(label)))
        pane.denied.connect(lambda denied: self._say(lambda: setattr(draft, "find_speakers", not denied)))

    def _say(self, what: Callable[[], object]) -> None:
        what()
        self._read()
        turns = len(self.draft.read.text.turns) if self.draft.read else 0
        announce(self, tr("{turns:,} turns", turns=turns))

    def _read(self) -> None:
        """Show what reading the speakers again would give."""
        found = self._workspace.project.speakers.read_again(self._transcript, self.draft.reading)
        self.draft.read = ReadFile(self.draft.path, "", found)
        self.text.show_draft(self.draft)
        self.speakers.show_draft(self.draft)

    def _keep(self) -> None:
        speakers, choices = self._workspace.project.speakers, self.draft.reading
        say = tr("Who is speaking was read again.")
        if self._workspace.act(lambda: speakers.store_again(self._transcript, choices), say=say) is not None:
            self.accept()


def ask_who_is_speaking(parent: QWidget, workspace: Workspace, transcript: str) -> None:
    """Open the dialog on a transcript of the project."""
    dialog = WhoIsSpeakingDialog(parent, workspace, transcript)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
