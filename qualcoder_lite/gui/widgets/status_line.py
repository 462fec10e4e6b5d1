"""The line under a page that says what was done last, with the way back. It covers nothing.

status = StatusLine()
status.say("Coded: Responsiveness. 3 codes on this turn.", action="Undo")
status.action_chosen.connect(…)
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.widgets.announce import announce
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

TONES = {"done": "ok", "info": "muted", "warning": "warn"}
"""The icons a status can have, and the tone of each."""


class StatusLine(Themed, QWidget):
    """What happened last.

    Signals:
        action_chosen: The person pressed the action beside the words.
    """

    action_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._icon = Icon("done", 20, colour="ok")
        self._words = Label(role="small_strong", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = Button("", kind="link")
        self._action.clicked.connect(self.action_chosen)
        self.setLayout(Row(self._icon, (self._words, 10), self._action, None, gap=8))
        self.clear()
        self.follow_theme()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    def say(self, words: str, *, icon: str = "done", action: str = "", urgent: bool = False) -> None:
        """Show a message and have it spoken; `action` is the word of the link after it."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._icon.set_icon(icon, TONES.get(icon, "muted"))
        self._icon.show()
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        self._keep_action_near()
        if self.isVisible():
            announce(self, words, urgent=urgent)

    def restyle(self) -> None:
        """Take sizes from the look."""
        super().restyle()
        self._keep_action_near()

    def _keep_action_near(self) -> None:
        # Words that wrap take all the width there is, which would push the action to the far end of the line.
        wide = QFontMetricsF(self.look.font("small_strong")).horizontalAdvance(self._words.text())
        self._words.setMaximumWidth(round(wide) + 3)

    def clear(self) -> None:
        """Say nothing."""
        self._words.clear()
        self.setAccessibleName(tr("Status"))
        self._icon.hide()
        self._action.hide()
