"""What the page shows while there is no transcript: how to bring some in, and what the project holds already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Icon, Label, Line
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from qualcoder_lite.gui.pages.code.codes import Codes

_STEPS = 56
"""Width in letters of body text (em) below which the steps beside the sheet are left out."""


class NoTranscripts(QWidget):
    """A place to bring transcripts in.

    Signals:
        files_wanted: The person wants to choose files.
    """

    files_wanted = Signal()

    def __init__(self) -> None:
        """Offer the way on."""
        super().__init__()
        self.setObjectName("no-transcripts")
        self.sheet = EmptyState(
            "transcript",
            tr("No transcripts yet"),
            tr("Choose one file or a whole folder. You can drop files here too."),
            primary=tr("Choose files"),
            primary_icon="plus",
            takes_drops=True,
        )
        self.sheet.primary.setObjectName("choose-files")
        self.sheet.primary_chosen.connect(self.files_wanted)
        self._who = _Step(tr("Say who is coding"), tr("You, and anyone who joins you"))
        self._codes = Label("", "small", tone="muted", wrap=True)
        steps = QWidget()
        steps.setProperty("clear", True)
        steps.setLayout(
            Column(
                Label(tr("Three steps to start"), "heading"),
                _Step(tr("Name the project"), tr("Done"), done=True),
                _Step(tr("Add transcripts"), tr("Word, PDF, text and more"), now=True),
                self._who,
                Line(),
                Label(tr("What is in it already"), "heading"),
                self._codes,
                None,
                gap=12,
                margins=24,
            )
        )
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(steps)
        self._steps = Card(Column(area), kind="aside")
        self.setLayout(Row((Column((self.sheet, 1), margins=24), 3), (self._steps, 1), gap=0))

    def show_project(self, codes: Codes, coder: str) -> None:
        """Say what the project holds already."""
        names = "\n".join(
            tr("{codebook}: {codes} codes", codebook=book.title, codes=len(book.codes)) for book in codes.books
        )
        self._codes.setText(
            tr("{names}\nEach comes with what it means.", names=names) if names else tr("No codes yet.")
        )
        self._who.show_state(
            tr("{coder} is coding", coder=coder) if coder else tr("You, and anyone who joins you"), done=bool(coder)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the steps out where there is no room for them."""
        super().resizeEvent(event)
        self._steps.setVisible(self.width() >= _STEPS * current().look.px(15))


class _Step(QWidget):
    def __init__(self, words: str, detail: str, *, done: bool = False, now: bool = False) -> None:
        super().__init__()
        self._icon = Icon("done", 22)
        self._detail = Label("", "small", tone="muted", wrap=True)
        words_label = Label(words, "strong" if now else "body", wrap=True)
        self.setLayout(Row(self._icon, (Column(words_label, self._detail, gap=1), 1), gap=10))
        self.show_state(detail, done=done)

    def show_state(self, detail: str, *, done: bool) -> None:
        self._detail.setText(detail)
        self._icon.set_icon("done" if done else "arrow-right", "ok" if done else "muted")
