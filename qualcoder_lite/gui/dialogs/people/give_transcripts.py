"""Which of the transcripts without a participant are of this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.dialogs.form import FormDialog, carry_out
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.clear_cross import ClearCross
from qualcoder_lite.gui.widgets.names_button import Name, NameDelegate, NamesModel
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.service.transcripts.details import TranscriptChange
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.changes import Changes
    from qualcoder_lite.gui.project.workspace import Workspace

_FEWEST, _MOST, _ROW = 3, 7, 36
_MANY = 8  # transcripts above which there is a box to find one
_INTRO = tr("These have no participant yet. To move another one, open it and choose “About this transcript”.")


class GiveTranscriptsDialog(FormDialog):
    """Ticks transcripts, and gives them to a participant in one step."""

    def __init__(
        self,
        workspace: Workspace,
        participant: tuple[str, str],
        transcripts: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        """`participant` and each of the `transcripts` are an id with a name."""
        self.participant, who = participant
        title = tr("Which transcripts are of {who}?", who=who)
        super().__init__(workspace, "give-transcripts", title, _INTRO, do=tr("Give them these"), parent=parent)
        self.model = NamesModel()
        self.model.show([Name(id_, title) for id_, title in transcripts], ())
        found = QSortFilterProxyModel(self)
        found.setSourceModel(self.model)
        found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.words = QLineEdit()
        self.words.setObjectName("give-transcripts-words")
        self.words.setAccessibleName(tr("Find a transcript"))
        self.words.setPlaceholderText(tr("Find a transcript"))
        ClearCross(self.words)
        self.words.setVisible(len(transcripts) > _MANY)
        self.words.textChanged.connect(found.setFilterFixedString)
        self.list = TickRowView(tr("Transcripts without a participant"), whole_row=True)
        self.list.setObjectName("give-transcripts-list")
        self.list.setModel(found)
        self.list.setItemDelegate(NameDelegate(self.list))
        self.list.setCurrentIndex(found.index(0, 0))
        rows = min(max(len(transcripts), _FEWEST), _MOST)
        self.list.setMinimumHeight(current().look.px(_ROW) * rows + 4)
        self.list.ticked.connect(lambda _index: self.do.setEnabled(bool(self.model.ticked)))
        self.do.setEnabled(False)
        self.fill(self.words, (self.list, 1), first=self.list)

    def do_it(self) -> Changes:
        """Give the ticked ones to the participant."""
        describing = self.workspace.project.describing
        return describing.change(list(self.model.ticked), TranscriptChange(participant=self.participant))


def give_transcripts(parent: QWidget, workspace: Workspace, participant: str) -> None:
    """Ask which transcripts are of a participant (an id), among those that are of nobody."""
    project = workspace.project
    transcripts = project.describing.without_participant()
    if not transcripts:
        workspace.failed.emit(
            tr("Every transcript has a participant. To move one, open it and choose “About this transcript”.")
        )
        return
    who = next(person.name for person in project.participants.all() if person.id == participant)
    dialog = GiveTranscriptsDialog(workspace, (participant, who), transcripts, parent)
    carry_out(
        dialog,
        lambda: tr(
            "{who}: given {n:,} transcript.", "{who}: given {n:,} transcripts.", n=len(dialog.model.ticked), who=who
        ),
    )
