"""Under the text: what was done last with its way back, all keys, and the coder's own word that this one is done."""

from __future__ import annotations

from PySide6.QtCore import Signal

from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.translation import tr

KEEP = tr("Keep")
_LONG = 22


class Foot(Card):
    """The bar under the text.

    Signals:
        undo_wanted: The person takes back what the line tells of.
        keep_wanted: The person keeps what the line tells of.
        keys_wanted: The person wants to see all keys.
        done_wanted: The person declares the transcript done (True), or not done after all.
    """

    undo_wanted = Signal()
    keep_wanted = Signal()
    keys_wanted = Signal()
    done_wanted = Signal(bool)

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(kind="foot")
        self.setObjectName("code-foot")
        self.status = StatusLine()
        self.status.setObjectName("status")
        self.keys = Button(tr("Keys"), kind="quiet", icon="keyboard")
        self.keys.setObjectName("keys")
        self.done = Button(tr("Done"), icon="check")
        self.done.setObjectName("done")
        self.setLayout(Row((self.status, 1), self.keys, self.done, gap=8, margins=(16, 8)))
        self.status.action_chosen.connect(self._on_way_chosen)
        self.keys.clicked.connect(self.keys_wanted)
        self.done.clicked.connect(lambda: self.done_wanted.emit(self.wants_done))
        self._name, self._is_done, self._short = "", False, False
        self._way = ""

    def say(self, words: str, *, icon: str, way: str) -> None:
        """Say what happened; `way` is the word of the link after it: Undo, KEEP or none."""
        self._way = way
        self.status.say(words, icon=icon, action=way)

    def _on_way_chosen(self) -> None:
        (self.keep_wanted if self._way == KEEP else self.undo_wanted).emit()

    @property
    def wants_done(self) -> bool:
        """What pressing the button declares: done, or not done after all."""
        return not self._is_done

    def show_done(self, name: str, is_done: bool) -> None:
        """Show whether the coder declared the transcript of this person done."""
        self._name, self._is_done = name, is_done
        self._word()

    def fold(self, *, narrow: bool, keys_away: bool) -> None:
        """Use fewer words."""
        self._short = narrow
        self.keys.setVisible(not keys_away)
        self._word()

    def _word(self) -> None:
        who = self._name if len(self._name) <= _LONG else tr("this one")
        whole = tr("Not done with {who} yet", who=who) if self._is_done else tr("Done with {who}", who=who)
        short = tr("Not done yet") if self._is_done else tr("Done")
        self.done.set_words(short if self._short else whole)
        self.done.setAccessibleName(whole)
        self.done.setToolTip(tr("Take back that you are done") if self._is_done else tr("You have coded all of it"))
        self.done.set_icon("undo" if self._is_done else "check")
