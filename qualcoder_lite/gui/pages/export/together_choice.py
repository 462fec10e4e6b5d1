"""What else must be coded near a passage, or must not, as the page Quotes asked for it: each can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.retrieval.mix import Together
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.layouts import Column, empty
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qualcoder_lite.domain.retrieval.mix import Condition


class TogetherChoice(QWidget):
    """The conditions, each a button that takes it away.

    Signals:
        chosen: The person took one away.
    """

    chosen = Signal()

    def __init__(self) -> None:
        """Ask for nothing."""
        super().__init__()
        self._value: tuple[Condition, ...] = ()
        self._passages = True
        self._rows = Column(gap=6)
        self.setLayout(self._rows)
        self.hide()

    @property
    def value(self) -> tuple[Condition, ...]:
        """What is asked for."""
        return self._value

    def set_value(self, conditions: Iterable[Condition]) -> None:
        """Ask for other conditions, without a signal."""
        self._value = tuple(conditions)
        empty(self._rows)
        for each in self._value:
            words = each.in_words()
            without = isinstance(each, Together) and each.without
            button = Button(words[:1].upper() + words[1:] if without else tr("Only {words}", words=words), icon="close")
            button.setAccessibleName(tr("Take away: {words}", words=words))
            button.setObjectName("export-together")
            button.clicked.connect(lambda _checked=False, each=each: self._take_away(each))
            self._rows.put(button)
        self.setVisible(self._passages and bool(self._value))

    def show_for_passages(self, *, passages: bool) -> None:
        """Show what is asked for where passages are narrowed."""
        self._passages = passages
        self.setVisible(passages and bool(self._value))

    def _take_away(self, condition: Condition) -> None:
        self.set_value(each for each in self._value if each != condition)
        self.chosen.emit()
