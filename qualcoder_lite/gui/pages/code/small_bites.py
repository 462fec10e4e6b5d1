"""Small bites: ten turns at a time, then a calm word that it is time for a break.

Whoever walks on past the tenth turn meets the word; the text stays where it is, and Enter goes on. A leap to somewhere
else begins a new bite there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qualcoder_lite.gui.widgets.actions import action
from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace

TURNS = 10
_KEY = "small-bites"


class BreakBar(Card):
    """The word under the text, after ten turns.

    Signals:
        gone_on: The person goes on.
        stopped: The person leaves it for now.
    """

    gone_on = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        """Wait, hidden, for the tenth turn."""
        super().__init__(kind="note")
        self.setObjectName("small-bite")
        self.setAccessibleName(tr("Time for a break"))
        self.go_on = Button(tr("Go on"), kind="primary")
        self.go_on.setObjectName("small-bite-go-on")
        self.stop = Button(tr("That’s enough for now"))
        self.stop.setObjectName("small-bite-stop")
        self._words = Label(tr("{turns} turns done. Take a break, if you like.", turns=TURNS), "strong", wrap=True)
        self._under = Label(tr("Everything is saved. Go on when you are ready."), "small", wrap=True)
        row = Row(Icon("break", 24, colour="text"), (Column(self._words, self._under, gap=2), 1), gap=12)
        self.setLayout(Column(row, Flow(self.go_on, self.stop), gap=10, margins=(16, 12)))
        self.go_on.clicked.connect(self.gone_on)
        self.stop.clicked.connect(self.stopped)
        self.hide()

    def say(self) -> None:
        """Appear, take the keyboard, and be spoken."""
        self.show()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._words.text()} {self._under.text()}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Escape too."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)


class SmallBites(QObject):
    """Counts the turns of a bite, where whoever codes wants to work so. It is remembered for each person.

    Signals:
        chosen: The person wants to work so (True), or no longer.
        went_on: The person goes on after a bite.
        stopped: The person has had enough for now.
    """

    chosen = Signal(bool)
    went_on = Signal()
    stopped = Signal()

    def __init__(self, workspace: Workspace, bar: BreakBar, parent: QWidget) -> None:
        """Count nothing yet."""
        super().__init__(parent)
        self._workspace, self._bar = workspace, bar
        self._first = self._last = 0
        self.action = action(tr("&Ten turns at a time"), self._on_chosen, parent=parent)
        self.action.setObjectName("small-bites")
        self.action.setCheckable(True)
        bar.gone_on.connect(self._on_gone_on)
        bar.stopped.connect(self._on_stopped)
        workspace.coder_changed.connect(self.look_up)
        self.look_up()

    @property
    def on(self) -> bool:
        """Whether the person works in small bites."""
        return self.action.isChecked()

    @property
    def words(self) -> str:
        """How far the bite is; empty where nobody counts."""
        if not self.on or not self._first:
            return ""
        return tr("{done} of {turns} turns", done=min(self._last - self._first + 1, TURNS), turns=TURNS)

    def look_up(self) -> None:
        """See how whoever codes now likes to work."""
        self.action.setChecked(self._workspace.settings.of_person(self._workspace.coder, _KEY) == "on")
        self.begin(0)

    def begin(self, turn: int) -> None:
        """Begin a bite at a turn (from 1), as when another transcript is opened; 0 waits for the first."""
        self._first = self._last = turn
        self._bar.hide()

    def reach(self, turn: int) -> None:
        """Take note of the turn (from 1; 0 for none) where the reader is, and speak up after the tenth."""
        if not self.on or not turn:
            return
        if not self._first or turn < self._first or turn > self._last + 1:
            self.begin(turn)
        elif turn >= self._first + TURNS:
            self._last = turn
            if self._bar.isHidden():
                self._bar.say()
        else:
            self._last = max(self._last, turn)

    def _on_chosen(self) -> None:
        on = self.action.isChecked()
        self._workspace.settings.set_of_person(self._workspace.coder, _KEY, "on" if on else "off")
        self.begin(0)
        self.went_on.emit()
        self.chosen.emit(on)

    def _on_gone_on(self) -> None:
        self.begin(self._last)
        self.went_on.emit()

    def _on_stopped(self) -> None:
        self.begin(self._last)
        self.stopped.emit()
