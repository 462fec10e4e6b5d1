"""Looking at files before they are stored: the list, the words, who is speaking, and what is said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qualcoder_lite.gui.dialogs.import_transcripts.about_pane import AboutPane
from qualcoder_lite.gui.dialogs.import_transcripts.draft import share_choices
from qualcoder_lite.gui.dialogs.import_transcripts.files_list import FilesDelegate, FilesModel, result_of
from qualcoder_lite.gui.dialogs.import_transcripts.reading_bar import ReadingBar
from qualcoder_lite.gui.dialogs.import_transcripts.speakers_pane import SpeakersPane
from qualcoder_lite.gui.dialogs.import_transcripts.text_pane import TextPane
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.widgets.segmented import SegmentedControl
from qualcoder_lite.gui.widgets.tick_rows import TickRowView
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QResizeEvent

    from qualcoder_lite.domain.transcript import SpeakerRole
    from qualcoder_lite.gui.dialogs.import_transcripts.draft import Draft
    from qualcoder_lite.gui.program.settings import Settings

_ONE_PANE = 66  # width in em below which one pane shows at a time


class Preview(QWidget):
    """Shows the drafts, and writes into them what the person says.

    Signals:
        changed: Something was said of a file, or its tick changed.
        reading_wanted: These drafts must be read again: a list.
    """

    changed = Signal()
    reading_wanted = Signal(object)

    def __init__(self, settings: Settings) -> None:
        """Show no files yet."""
        super().__init__()
        self._settings = settings
        self.model = FilesModel()
        self.files = TickRowView(tr("Files"))
        self.files.setObjectName("import-files")
        self.files.setModel(self.model)
        self.files.setItemDelegate(FilesDelegate(self.files))
        self.text, self.speakers, self.about = TextPane(), SpeakersPane(), AboutPane()
        self.how = ReadingBar()
        self.again = Label("", wrap=True)
        self.again.setObjectName("import-again")
        self._again = Card(Row(Icon("info"), (self.again, 1), gap=10, margins=(12, 10)), kind="note")
        words = QWidget()
        words.setLayout(Column(self._again, self.how, (self.text, 1), gap=0))
        self._panes = {"files": self.files, "text": words, "speakers": self.speakers, "about": self.about}
        self._which = Label("", "strong", wrap=True)
        self.switch = SegmentedControl(
            [("files", tr("Files")), ("text", tr("Words")), ("speakers", tr("Speakers")), ("about", tr("About it"))],
            name=tr("Show"),
            value="files",
        )
        self.switch.setObjectName("import-switch")
        self._lay_out()
        self.switch.chosen.connect(lambda _value: self._fold())
        self.files.selectionModel().currentChanged.connect(lambda _new, _old: self.show_current())
        self.files.ticked.connect(self._on_ticked)
        self.files.entered_on.connect(lambda _index: self._on_entered())
        self.speakers.role_chosen.connect(self._on_role_chosen)
        self.speakers.refused.connect(lambda label: self._say(lambda draft: draft.refuse(label)))
        self.speakers.accepted.connect(lambda label: self._say(lambda draft: draft.accept(label)))
        self.speakers.joined.connect(lambda one, other: self._say(lambda draft: draft.join(one, other)))
        self.speakers.parted.connect(lambda spelling: self._say(lambda draft: draft.part(spelling)))
        self.speakers.taken_back.connect(lambda label: self._say(lambda draft: draft.take_back(label)))
        self.how.encoding_chosen.connect(lambda name: self._say(lambda draft: setattr(draft, "encoding", name)))
        self.how.joining_chosen.connect(lambda on: self._say(lambda draft: setattr(draft, "join_lines", on)))
        self.how.keeping_chosen.connect(lambda on: self._say(lambda draft: setattr(draft, "keep_edges", on)))
        self.speakers.shared.connect(self._share)
        self.speakers.denied.connect(self._on_denied)
        self.about.written.connect(self._on_written)
        self.about.for_all.connect(self._on_for_all)
        current().changed.connect(self._fold)

    def _lay_out(self) -> None:
        self._upper = QSplitter(Qt.Orientation.Horizontal)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        for splitter, name, parts, shares in (
            (self._upper, "upper", (self._panes["text"], self.speakers), (5, 3)),
            (self._right, "right", (self._upper, self.about), (3, 1)),
            (self._whole, "whole", (self.files, self._right), (2, 7)),
        ):
            splitter.setObjectName(f"import-{name}")
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(2)
            for part, share in zip(parts, shares, strict=True):
                splitter.addWidget(part)
                splitter.setStretchFactor(splitter.count() - 1, share)
            splitter.setSizes([200 * share for share in shares])
            splitter.restoreState(self._settings.shape(f"import-{name}"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bar = Card(Column(self.switch, self._which, gap=6, margins=(16, 10)), kind="bar")
        outer.addWidget(self._bar)
        outer.addWidget(self._whole, 1)

    # Showing

    @property
    def current(self) -> Draft | None:
        """The file that is looked at."""
        row = self.files.currentIndex().row()
        return self.model.drafts[row] if 0 <= row < len(self.model.drafts) else None

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Show these files, the first of them being looked at."""
        self.model.show(drafts)  # nothing is looked at now
        self.files.setCurrentIndex(self.model.index(0))

    def show_current(self) -> None:
        """Show the file that is looked at, as it is known now."""
        draft = self.current
        self.text.show_draft(draft)
        self.speakers.show_draft(draft)
        self.how.show_draft(draft)
        self._which.setText(draft.name if draft else "")
        self._say_again(draft)
        self._show_about(draft)

    def _say_again(self, draft: Draft | None) -> None:
        twin = draft.twin if draft and draft.can_be_taken else ""
        wish = (
            tr("It will be there twice.") if draft and draft.wanted else tr("Tick it in the list to bring it in again.")
        )
        self.again.setText(f"{twin}. {wish}" if twin else "")
        self._again.setVisible(bool(twin))

    def _show_about(self, draft: Draft | None) -> None:
        others = [other for other in self.model.drafts if other is not draft and other.can_be_taken]
        sites = [other.site for other in others if other.site]
        self.about.show_draft(draft, sites, [other.participant for other in others if other.participant])

    def keep_shape(self) -> None:
        """Remember how the panes stand."""
        for splitter in (self._upper, self._right, self._whole):
            self._settings.set_shape(splitter.objectName(), splitter.saveState())

    # What the person says

    def _on_ticked(self, index: QModelIndex) -> None:
        announce(self, result_of(self.model.drafts[index.row()]))
        self._say_again(self.current)
        self.changed.emit()

    def _on_entered(self) -> None:
        if not self.text.isVisible():
            self.switch.segment("text").click()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_role_chosen(self, label: str, role: SpeakerRole) -> None:
        self._say(lambda draft: draft.roles.update({label: role}))

    def _say(self, what: Callable[[Draft], object]) -> None:
        """Say something of how the file is to be read, and of others like it if that is wanted."""
        draft = self.current
        if draft is None:
            return
        what(draft)
        again = [draft, *(share_choices(draft, self.model.drafts) if self.speakers.share.isChecked() else [])]
        self.reading_wanted.emit(again)

    def _share(self) -> None:
        draft = self.current
        again = share_choices(draft, self.model.drafts) if draft else []
        said = tr(
            "{n:,} other file has the same choices now.", "{n:,} other files have the same choices now.", n=len(again)
        )
        announce(self, said if again else tr("No other file needed to be changed."))
        if again:
            self.reading_wanted.emit(again)

    def _on_denied(self, denied: bool) -> None:
        draft = self.current
        if draft is not None:
            draft.find_speakers = not denied
            self.reading_wanted.emit([draft])

    def _on_written(self, field: str, words: str) -> None:
        if self.current is not None:
            setattr(self.current, field, words)
            self.changed.emit()

    def _on_for_all(self, field: str, words: str) -> None:
        taken = [draft for draft in self.model.drafts if draft.can_be_taken]
        for draft in taken:
            setattr(draft, field, words)
        announce(self, tr("“{words}” for {taken:,} files.", words=words or tr("Not said"), taken=len(taken)))
        self.changed.emit()

    # Folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane at a time where there is no room for all."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _ONE_PANE * current().look.px(15)
        self._bar.setVisible(narrow)
        self._which.setVisible(self.switch.value != "files")
        shown = {name for name in self._panes if not narrow or name == self.switch.value}
        for name, pane in self._panes.items():
            pane.setVisible(name in shown)
        self._upper.setVisible(bool(shown & {"text", "speakers"}))
        self._right.setVisible(bool(shown - {"files"}))
