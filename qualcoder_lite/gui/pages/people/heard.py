"""Who is heard: the grid of sites and client groups, what to do with it, and how many are still wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.gui.pages.people.grid import SamplingModel, SamplingTable
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.sampling import SamplingGrid

_ADVICE = tr(
    "Each cell counts the people heard there. Type a number to say how many you want to hear: Enter keeps it, an empty "
    "cell takes it back."
)


class Heard(QWidget):
    """The grid with a line of advice above it and its sums below.

    Signals:
        wanted: How many people are wanted at a site (its id) of a client group; None takes the number back.
    """

    wanted = Signal(str, str, object)

    def __init__(self) -> None:
        """Count nobody yet."""
        super().__init__()
        self.model = SamplingModel(self)
        self.table = SamplingTable(self.model)
        self.model.wanted.connect(self.wanted)
        self._sums = Label("", "small", tone="muted", wrap=True)
        self._sums.setObjectName("people-unheard")
        advice = Label(_ADVICE, "small", tone="muted", wrap=True)
        card = Card(Column((self.table, 1), margins=4))
        self.setLayout(Column(advice, (card, 1), self._sums, gap=10, margins=(20, 12)))

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell to hear anybody in."""
        return not self.model.rowCount()

    def show_grid(self, grid: SamplingGrid, sites: dict[str, str], *, recorded: int, read_only: bool) -> None:
        """Show a grid, with the sites' names by id; the keyboard stays on its cell.

        Of those who were heard, so many are `recorded` as participants; the others are known by a transcript alone.
        """
        self.model.read_only = read_only
        here = self.table.currentIndex()
        self.model.show(grid, sites)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(max(here.row(), 0), max(here.column(), 0)))
        self._sums.setText(" · ".join(_sums(grid, recorded)))

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard on a cell."""
        self.table.setCurrentIndex(self.model.index(row, column))


def _sums(grid: SamplingGrid, recorded: int) -> list[str]:
    total = grid.total()
    parts = [tr("{n:,} person heard", "{n:,} people heard", n=total.heard)]
    if total.heard > recorded:
        verb = "names" if total.heard - recorded == 1 else "name"
        parts.append(
            tr(
                "{n:,} transcript among them {verb} no participant",
                "{n:,} transcripts among them {verb} no participant",
                n=total.heard - recorded,
                verb=verb,
            )
        )
    if total.wanted is not None:
        missing = sum(cell.missing for cell in grid.cells.values())
        parts.append(
            tr("{n:,} person still wanted", "{n:,} people still wanted", n=missing)
            if missing
            else tr("all that are wanted")
        )
    if grid.unheard:
        parts.append(
            tr(
                "nobody heard yet in {n:,} cell, marked with a flag",
                "nobody heard yet in {n:,} cells, marked with a flag",
                n=len(grid.unheard),
            )
        )
    return parts
