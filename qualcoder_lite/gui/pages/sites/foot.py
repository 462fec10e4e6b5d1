"""Under the grid: the keys that work in it, and what was done last."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from qualcoder_lite.gui.pages.sites.marks import Legend
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Row
from qualcoder_lite.gui.widgets.status_line import StatusLine
from qualcoder_lite.gui.widgets.themed import Themed
from qualcoder_lite.translation import tr

_KEYS = ((tr("Space"), tr("next state")), (tr("Enter"), tr("evidence")), (tr("Ctrl V"), tr("paste a block")))


class Foot(Themed, QWidget):
    """The keys, and in their place what was done, until one goes elsewhere: nothing moves for it."""

    def __init__(self) -> None:
        """Show the keys."""
        super().__init__()
        self.setObjectName("sites-foot")
        self.status = StatusLine()
        self.status.setObjectName("sites-status")
        parts: list[QWidget | int | None] = []
        for key, words in _KEYS:
            parts += [KeyCap(key), Label(words, "small", tone="muted"), 8]
        self._keys = QWidget()
        self._keys.setLayout(Row(*parts, None, gap=6))
        self._keys.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._stack = QStackedLayout(self)
        self._legend = Legend("sites-legend-foot")
        for part in (self._keys, self._legend, self.status):
            self._stack.addWidget(part)
        self._narrow = False
        self.follow_theme()

    def say(self, words: str, *, can_undo: bool) -> None:
        """Say what was done, and have it spoken."""
        self.status.say(words, action=tr("Undo") if can_undo else "")
        self._stack.setCurrentWidget(self.status)

    def clear(self) -> None:
        """Show the keys again."""
        self.status.clear()
        self._stack.setCurrentWidget(self._legend if self._narrow else self._keys)

    def show_letters(self, shown: bool) -> None:
        """Show the letters in the legend, where single letters are on."""
        self._legend.show_keys(shown)

    def fold(self, narrow: bool) -> None:
        """Where there is little room, the legend stands here, and the keys are left to the menu."""
        self._narrow = narrow
        if not self.status.words:
            self.clear()

    def restyle(self) -> None:
        """Be as high as one line of the status with its action."""
        super().restyle()
        self.setMinimumHeight(self.look.px(28))
