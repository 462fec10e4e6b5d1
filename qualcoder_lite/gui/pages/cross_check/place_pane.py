"""A place as both coders have it: where it is, and their texts beside each other, which scroll together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.domain.kept_words import in_language_first
from qualcoder_lite.domain.transcript import Span
from qualcoder_lite.gui.pages.cross_check.side import Paper, SidePane
from qualcoder_lite.gui.pages.cross_check.words import where
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QScrollBar

    from qualcoder_lite.gui.pages.code.codes import Codes
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared, Place

_MARKED = 60  # characters of marked words that the decision shows


class PlacePane(QWidget):
    """Both coders over their copies of a transcript.

    Signals:
        key_typed: A character was typed on a text.
        words_marked: Words were marked by hand in one of them: as they are shown.

    Attributes:
        place: What is shown, None while nothing is.
        compared: The two coders whom it is about.
        marked: The words that were marked there.
    """

    key_typed = Signal(str)
    words_marked = Signal(str)

    def __init__(self, workspace: Workspace, *, points: float | None = None) -> None:
        """Show nothing yet; `points` is the size of the texts, where it isn't the usual one."""
        super().__init__()
        self._workspace = workspace
        self._papers: dict[str, Paper] = {}
        self._scrolling = False
        self.place: Place | None = None
        self.compared: Compared | None = None
        self.marked: Span | None = None
        self._title = Label("", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.sides = (SidePane("first", points), SidePane("second", points))
        one, other = self.sides
        self.setLayout(Column(self._title, (Row((one, 1), (other, 1), gap=12), 1), gap=8, margins=(16, 10)))
        for side, twin in ((one, other), (other, one)):
            side.key_typed.connect(self.key_typed)
            side.words_marked.connect(self._on_words_marked)
            bar = twin.view.verticalScrollBar()
            side.view.verticalScrollBar().valueChanged.connect(lambda value, bar=bar: self._scroll_too(bar, value))

    def forget(self) -> None:
        """Read the texts anew the next time: they may have changed."""
        self._papers.clear()
        for side in self.sides:
            side.forget()

    def show_coders(self, compared: Compared) -> None:
        """Say whose sides they are."""
        self.compared = compared
        roles = {coder.id: coder.role for coder in self._workspace.project.coders.all()}
        for side, coder in zip(self.sides, (compared.first, compared.second), strict=True):
            side.show_coder(self._workspace.face(compared.names[coder]), in_language_first(roles.get(coder, "")))

    def show_place(self, place: Place | None, codes: Codes) -> None:
        """Show a place of what was compared, or nothing."""
        self.place, self.marked = place, None
        self.setVisible(place is not None)
        if place is None or self.compared is None:
            return
        self._title.setText(f"{where(place)}{f' · {place.speaker}' if place.speaker else ''}")
        paper = self._paper_of(place.transcript)
        span = Span(place.seen.start, place.seen.end)
        put = (place.seen.first, place.seen.second)
        for side, theirs in zip(self.sides, put, strict=True):
            side.show_put(theirs, codes)
        self._fold()
        for side, theirs, which in zip(self.sides, put, ("first", "second"), strict=True):
            rows = [
                row
                for each in self.compared.places
                if each.transcript == place.transcript and (seen := getattr(each.seen, which)) is not None
                for row in seen.rows
            ]
            side.show_place(paper, rows, theirs, span, codes)
        self.show_again()

    def show_again(self) -> None:
        """Bring the place into view, its beginning before all: again, once the room that there is for it is known."""
        if self.place is not None:
            one, other = sorted(self.sides, key=lambda side: side.view.passage[0])
            one.view.reveal_passage()
            self._scroll_too(other.view.verticalScrollBar(), one.view.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the heads of both sides where one of them has no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Both alike, so that the texts stay beside each other line by line."""
        folded = not all(side.fits for side in self.sides)
        for side in self.sides:
            side.fold(folded)

    def _paper_of(self, transcript: str) -> Paper:
        if transcript not in self._papers:
            of = self._workspace.project.transcripts
            self._papers[transcript] = Paper(
                transcript, of.text(transcript), of.turns(transcript), of.speakers(transcript)
            )
        return self._papers[transcript]

    def _scroll_too(self, bar: QScrollBar, value: int) -> None:
        """Let the other text follow, once."""
        if not self._scrolling:
            self._scrolling = True
            bar.setValue(value)
            self._scrolling = False

    def _on_words_marked(self, start: int, end: int) -> None:
        if self.place is None:
            return
        self.marked = Span(start, end)
        said = " ".join(self._paper_of(self.place.transcript).text[start:end].split())
        self.words_marked.emit(said if len(said) <= _MARKED else f"{said[:_MARKED].rsplit(' ', 1)[0]} …")
