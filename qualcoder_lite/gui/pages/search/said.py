"""What was said: the places found, to be ticked, and the button that codes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.pages.search.hit_list import HitList
from qualcoder_lite.gui.pages.search.model import HitModel
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex


class Said(QWidget):
    """The places found, and what can be done with them.

    Signals:
        row_chosen: Another row is the current one; -1 for none.
        turn_asked: The person wants to see the place in this row in its transcript.
        code_asked: The person wants to code what is ticked, or all of it.
    """

    row_chosen = Signal(int)
    turn_asked = Signal(int)
    code_asked = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.model = HitModel(self)
        self.model.ticks_changed.connect(self._name_buttons)
        self.list = HitList(self.model)
        self.list.asked.connect(self.turn_asked)
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self._tick = Button(tr("Tick all"), kind="link")
        self._tick.setObjectName("search-tick-all")
        self._tick.clicked.connect(self._on_tick)
        self._do = Button(tr("Code all …"), kind="primary", icon="code")
        self._do.setObjectName("search-code")
        self._do.clicked.connect(self.code_asked)
        self.foot = Card(Flow(self._do, self._tick, gap=12, margins=(24, 8)), kind="foot")
        self.foot.setObjectName("search-foot")
        self.setLayout(Column(Row((self.list, 1), margins=(16, 0, 0, 0)), self.foot, gap=0))

    @property
    def row(self) -> int:
        """The current row; -1 for none."""
        return self.list.currentIndex().row()

    def tick_all(self) -> None:
        """Tick every place."""
        self.model.tick_all(ticked=True)

    def untick_all(self) -> None:
        """Tick none."""
        self.model.tick_all(ticked=False)

    def _on_tick(self) -> None:
        self.model.tick_all(ticked=not self.model.ticked)

    def _on_row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(now.row())

    def _name_buttons(self) -> None:
        ticked, every = len(self.model.ticked), self.model.rowCount()
        some = tr("the ticked one", "the {n:,} ticked", n=ticked)
        which = some if ticked else tr("all {every:,}", every=every) if every > 1 else tr("it")
        self._do.set_words(tr("Code {which} …", which=which))
        self._tick.set_words(tr("Untick all") if ticked else tr("Tick all"))
