"""Over the text: which transcript this is, how one likes to read, undo and redo, who is coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.pages.code.who import WhoIsCoding
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.service.history.history import HistoryEntry


class Header(Card):
    """The bar over text and codes.

    Signals:
        reading_wanted: The person chooses how to read.
        undo_wanted: The person takes the last step back.
        redo_wanted: The person does it again.
        list_wanted: The person wants the list of transcripts, where it is folded away.
    """

    reading_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    list_wanted = Signal()

    def __init__(self) -> None:
        """Name no transcript yet."""
        super().__init__(kind="bar")
        self.setObjectName("code-header")
        self.title = Label("", "title")
        self.title.setObjectName("transcript-title")
        self._detail = Label("", "small", tone="muted")
        self._detail.setObjectName("transcript-detail")
        for label in (self.title, self._detail):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._where, self._narrow = "", False
        self.picker = Button(tr("Transcripts"), icon="transcript")
        self.picker.setObjectName("pick-transcript")
        self.picker.clicked.connect(self.list_wanted)
        self.reading = Button(tr("Reading"), kind="quiet", icon="text-size")
        self.reading.setObjectName("reading")
        self.undo, self.redo = IconButton(tr("Undo"), "undo"), IconButton(tr("Redo"), "redo")
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.who = WhoIsCoding()
        self.about = IconButton(tr("This transcript"), "flag")
        self.about.setObjectName("about-transcript")
        self._words = QWidget()
        self._words.setLayout(Column(None, self.title, self._detail, None, gap=1))
        buttons = (self.about, self.reading, self.undo, self.redo, self.who)
        row = Row(self.picker, (self._words, 1), *buttons, gap=8, margins=(24, 8, 16, 8))
        self.setLayout(row)
        self.reading.clicked.connect(self.reading_wanted)

    def show_transcript(self, name: str, site: str, detail: str) -> None:
        """Name the transcript."""
        self.title.setText(name)
        self.title.setToolTip(name)
        self._where = " · ".join(part for part in (name, site) if part)[:36]
        self._name_picker()
        self.show_detail(detail)

    def show_detail(self, detail: str) -> None:
        """Say what the transcript is, and where the reader stands."""
        self._detail.setText(detail)
        self._detail.setToolTip(detail)

    def offer(self, can_undo: bool, can_redo: bool) -> None:
        """Let undo and redo be pressed where there is something for them."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_steps(self, undo: HistoryEntry | None, redo: HistoryEntry | None) -> None:
        """Name what undo and redo would do."""
        for button, verb, entry in ((self.undo, tr("Undo"), undo), (self.redo, tr("Redo"), redo)):
            words = f"{verb}: {entry.what}" if entry else tr("{verb}: nothing", verb=verb)
            button.setToolTip(words)
            button.setAccessibleName(words)

    def fold(self, *, list_away: bool, narrow: bool) -> None:
        """Fit into less room: the list behind a button, then fewer words."""
        self.picker.setVisible(list_away)
        self.title.setVisible(not narrow)
        self._detail.setVisible(not narrow)
        self.reading.setVisible(not narrow)
        self.about.setVisible(not narrow)
        self.redo.setVisible(not narrow)
        self.who.set_short(narrow)
        self._narrow = narrow
        self._name_picker()

    def show_less(self, *, less: bool) -> None:
        """Leave out what isn't needed to read and code."""
        self._detail.setVisible(not less and not self._narrow)
        self.redo.setVisible(not less and not self._narrow)

    def _name_picker(self) -> None:
        """Where the title has no room, the button that opens the list says which transcript this is."""
        self.picker.set_words(self._where if self._narrow and self._where else tr("Transcripts"))
        self.picker.setAccessibleName(tr("{title}. Choose another transcript", title=self.title.text()))
