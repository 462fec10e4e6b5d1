"""Over the text: which transcript this is, how one likes to read, undo and redo, who is coding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.code.who import WhoIsCoding
from qualcoder_lite.gui.theme.tokens import PAGE_TINTS
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from qualcoder_lite.gui.settings import Settings
    from qualcoder_lite.service.history import HistoryEntry

_SIZES = ((1.0, "Usual"), (1.25, "Larger"), (1.5, "Large"), (2.0, "Twice as large"))


class ReadingMenu(QMenu):
    """How a person likes to read: the size of the text, the colour of the page."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Choose among a few."""
        super().__init__("Reading", parent)
        self._settings = settings
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        look = theme.current().look
        self.addSection("Text")
        sizes = QActionGroup(self)
        for scale, words in _SIZES:
            self._add(sizes, words, abs(look.scale - scale) < 0.01, lambda scale=scale: self._choose(text=scale))
        self.addSection("Page")
        tints = QActionGroup(self)
        for tint in PAGE_TINTS:
            chosen = look.tint == tint
            self._add(tints, tint.capitalize(), chosen, lambda tint=tint: self._choose(tint=tint), on=not look.dark)

    def _add(self, group: QActionGroup, words: str, chosen: bool, do: object, *, on: bool = True) -> None:
        action = QAction(words, group)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setEnabled(on)
        action.triggered.connect(do)
        self.addAction(action)

    def _choose(self, *, text: float | None = None, tint: str = "") -> None:
        settings = self._settings
        if text is not None:
            settings.text_scale = text
        if tint:
            settings.tint = tint
        theme.current().choose(mode=settings.mode, text=settings.text_scale, tint=settings.tint)


class Header(Card):
    """The bar over text and codes.

    Signals:
        undo_wanted: The person takes the last step back.
        redo_wanted: The person does it again.
        list_wanted: The person wants the list of transcripts, where it is folded away.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, settings: Settings) -> None:
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
        self.picker = Button("Transcripts", icon="transcript")
        self.picker.setObjectName("pick-transcript")
        self.picker.clicked.connect(self.list_wanted)
        self.reading = Button("Reading", kind="quiet", icon="text-size")
        self.reading.setObjectName("reading")
        self.undo, self.redo = IconButton("Undo", "undo"), IconButton("Redo", "redo")
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.who = WhoIsCoding()
        self._words = QWidget()
        self._words.setLayout(Column(None, self.title, self._detail, None, gap=1))
        buttons = (self.reading, self.undo, self.redo, self.who)
        row = Row(self.picker, (self._words, 1), *buttons, gap=8, margins=(24, 8, 16, 8))
        self.setLayout(row)
        self.reading.setMenu(ReadingMenu(settings, self))

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

    def show_steps(self, undo: HistoryEntry | None, redo: HistoryEntry | None) -> None:
        """Name what undo and redo would do."""
        for button, verb, entry in ((self.undo, "Undo", undo), (self.redo, "Redo", redo)):
            words = f"{verb}: {entry.what}" if entry else f"{verb}: nothing"
            button.setEnabled(entry is not None)
            button.setToolTip(words)
            button.setAccessibleName(words)

    def fold(self, *, list_away: bool, narrow: bool) -> None:
        """Fit into less room: the list behind a button, then fewer words."""
        self.picker.setVisible(list_away)
        self.title.setVisible(not narrow)
        self._detail.setVisible(not narrow)
        self.reading.setVisible(not narrow)
        self.redo.setVisible(not narrow)
        self.who.set_short(narrow)
        self._narrow = narrow
        self._name_picker()

    def _name_picker(self) -> None:
        """Where the title has no room, the button that opens the list says which transcript this is."""
        self.picker.set_words(self._where if self._narrow and self._where else "Transcripts")
        self.picker.setAccessibleName(f"{self.title.text()}. Choose another transcript")
