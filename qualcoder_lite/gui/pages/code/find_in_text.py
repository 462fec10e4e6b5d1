"""The bar that finds words in the open transcript: how often they are there, and the way from one place to the next."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from qualcoder_lite.gui.reading.finding import found
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import IconButton
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from qualcoder_lite.domain.transcript import Span
    from qualcoder_lite.gui.reading.transcript_view import TranscriptView

_AROUND = 60
"""Code points to either side of a place that are told with it."""


class _Box(QLineEdit):
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find-in-text")
        self.setPlaceholderText(tr("Find in this transcript"))
        self.setAccessibleName(tr("Find in this transcript"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on, with Shift, or Up, back; Escape goes back to the text."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindInText(Card):
    """A box, a count, and buttons; the turn of the place that is shown has the focus of the text.

    Signals:
        left: The person goes back to the text.
    """

    left = Signal()

    def __init__(self, view: TranscriptView) -> None:
        """Find in a view; put away until it is asked for."""
        super().__init__(kind="bar")
        self.setObjectName("find-bar")
        self._view = view
        self._found: list[Span] = []
        self._at = -1
        self.box = _Box()
        self.count = Label("", "small", tone="muted")
        self.count.setObjectName("found-count")
        self.before = IconButton(tr("The place before"), "chevron-up", hint="Shift+Enter", size=32)
        self.after = IconButton(tr("The next place"), "chevron-down", hint=tr("Enter"), size=32)
        close = IconButton(tr("Close"), "close", hint=tr("Esc"), size=32)
        for button, name in ((self.before, "found-before"), (self.after, "found-next"), (close, "found-close")):
            button.setObjectName(name)
        self.setLayout(Row((self.box, 1), self.count, self.before, self.after, close, gap=8, margins=(16, 6)))
        self.box.textEdited.connect(self._on_edited)
        self.box.stepped.connect(self.step)
        self.box.left.connect(self.close_bar)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, and let words be typed into it."""
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self.look_again()

    def close_bar(self) -> None:
        """Put the bar away; what it found is marked no longer."""
        self.hide()
        self._view.show_found([], -1)
        self.left.emit()

    def look_again(self) -> None:
        """Find the same words in what the view shows now; stay where the reader is."""
        if self.isHidden():
            return
        self._found = found(self._view.page.text, self._view.page.units, self.box.text())
        self._at = -1
        self._show()

    def step(self, by: int) -> None:
        """Go so many places on or back, round past the last."""
        if self._found:
            first = self._nearest() if by > 0 else self._nearest() - 1
            self._go((self._at + by if self._at >= 0 else first) % len(self._found))

    def _on_edited(self) -> None:
        self.look_again()
        if self._found:
            self._go(self._nearest())
        else:
            announce(self.box, self.count.text())

    def _nearest(self) -> int:
        """The first place in the focused turn or after it; the first of all where there is none."""
        return bisect_left(self._found, (self._view.turn_start, 0)) % len(self._found)

    def _go(self, place: int) -> None:
        self._at = place
        start, end = self._found[place]
        self._view.go_to(start)
        self._show()
        around = self._view.page.text[max(0, start - _AROUND) : end + _AROUND].split()
        announce(self.box, f"{self.count.text()}. {' '.join(around[1:-1] or around)}")

    def _show(self) -> None:
        count = len(self._found)
        words = "" if not self.box.text().strip() else tr("Not here") if not count else tr("{count} found", count=count)
        self.count.setText(tr("{at} of {count}", at=self._at + 1, count=count) if self._at >= 0 else words)
        for button in (self.before, self.after):
            button.setEnabled(count > 0)
        self._view.show_found(self._found, self._at)
