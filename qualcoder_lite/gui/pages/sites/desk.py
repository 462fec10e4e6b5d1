"""How the parts of the page share its room, from a wide window down to a small one with text twice as large.

Widths are judged in letters of body text (em), never in pixels. Where there is room for one thing only, either the
table is shown or what belongs to the chosen cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from qualcoder_lite.gui.pages.sites.beside import Beside
from qualcoder_lite.gui.pages.sites.foot import Foot
from qualcoder_lite.gui.pages.sites.header import CELL, TABLE, Header
from qualcoder_lite.gui.pages.sites.marks import Legend
from qualcoder_lite.gui.pages.sites.model import RegisterModel
from qualcoder_lite.gui.pages.sites.table import RegisterTable
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.empty_state import EmptyState
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.codebook import RegisterFeature
    from qualcoder_lite.domain.people import Site
    from qualcoder_lite.gui.program.settings import Settings

_NARROW = 66  # width in letters of body text (em) below which one thing is shown at a time
_BESIDE = 372
_FRAME = 4  # between the table and the edge of its card


class Desk(QWidget):
    """Header, legend, table and foot, with the chosen cell and its site beside them."""

    def __init__(self, settings: Settings) -> None:
        """Lay everything out for a wide window."""
        super().__init__()
        self.setObjectName("sites-desk")
        self._settings = settings
        self._shape = ""
        self.model = RegisterModel(self)
        self.header, self.legend, self.foot, self.beside = Header(), Legend("sites-legend"), Foot(), Beside()
        self.table = RegisterTable(self.model)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.fitted.connect(self._on_fitted)
        self._not_known = Label("", "small", tone="muted")
        self._tabs = self.header.tabs
        self._tabs.chosen.connect(lambda _tab: self._show_tab())
        self.empty = _no_sites()
        self._empty_room = QWidget()
        self._empty_room.setLayout(Column((self.empty, 1), margins=(24, 20)))
        self._card = Card(Column(self.table, margins=_FRAME))
        self._over = QWidget()
        self._over.setLayout(Row((self.legend, 1), self._not_known))
        self._main = QWidget()
        self._main.setLayout(Column(self._over, (self._card, 1), self.foot, gap=10, margins=(20, 12, 14, 8)))
        # What the card doesn't need stays free under it and at its right.
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("sites-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._main)
        self._splitter.addWidget(self.beside)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self._splitter, 1)
        box.addWidget(self._empty_room, 1)

    # Showing

    def show_register(self, sites: Sequence[Site], features: Sequence[RegisterFeature]) -> None:
        """Show the register, and count it."""
        self.model.show(sites, features)
        self.header.show_empty(not sites)
        self._splitter.setVisible(bool(sites))
        self._empty_room.setVisible(not sites)
        self.table.fit()
        self.header.show_counts(len(features), len(sites))
        self.beside.site.offer(sites)
        count = self.model.not_known()
        words = tr("{n:,} cell not known", "{n:,} cells not known", n=count)
        self._not_known.setText(words if count else tr("Every cell is known"))

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self.header.set_read_only(read_only)
        self.beside.set_read_only(read_only)
        for button in (self.empty.primary, self.empty.other, self.empty.further):
            button.setEnabled(not read_only)

    def show_letters(self, on: bool) -> None:
        """Let single letters set states, and show which."""
        self.table.set_letters(on)
        self.legend.show_keys(on)
        self.foot.show_letters(on)

    def show_table(self) -> None:
        """Bring the table into sight, where one thing is shown at a time."""
        self._tabs.set_value(TABLE)
        self._show_tab()

    def show_beside(self) -> None:
        """Bring the chosen cell into sight, where one thing is shown at a time."""
        self._tabs.set_value(CELL)
        self._show_tab()

    # Sharing the room

    def fold(self, width: int) -> None:
        """Fit into a window of this width, in pixels."""
        em = current().look.px(15)
        narrow = width < _NARROW * em
        shape = f"{'narrow' if narrow else 'wide'}-{em}"
        if shape == self._shape or width <= 0:
            return
        self.remember()
        self._shape = shape
        self.header.fold(narrow)
        self.foot.fold(narrow)
        self.table.fold(narrow)
        self._over.setVisible(not narrow)
        self._show_tab()
        kept = self._settings.shape(f"sites-{shape}")
        if not narrow and (kept.isEmpty() or not self._splitter.restoreState(kept)):
            panel = current().look.px(_BESIDE)
            self._splitter.setSizes([width - panel, panel])

    def remember(self) -> None:
        """Keep how the parts stand."""
        if self._shape.startswith("wide"):
            self._settings.set_shape(f"sites-{self._shape}", self._splitter.saveState())

    def _show_tab(self) -> None:
        narrow, tab = self._shape.startswith("narrow"), self._tabs.value
        self._main.setVisible(not narrow or tab == TABLE)
        self.beside.setVisible(not narrow or tab == CELL)

    def _on_fitted(self, size: QSize) -> None:
        """Let the card be no larger than the table needs."""
        frame = 2 * current().look.gap(_FRAME) + 2
        self._card.setMaximumSize(size.width() + frame, size.height() + frame)


def _no_sites() -> EmptyState:
    """What the page says while there is no site."""
    empty = EmptyState(
        "sites",
        tr("No sites yet"),
        tr(
            "A site is a partnership’s service where you did interviews. Import a table with a row for each, "
            "or add them one by one."
        ),
        primary=tr("Import a table"),
        primary_icon="import",
        other=tr("Add a site"),
    )
    hint = tr("Three partnerships in England, from a paper of 2009. Undo takes them out again.")
    empty.offer_further(tr("Look at a worked example"), hint)
    empty.setObjectName("sites-empty")
    empty.primary.setObjectName("sites-empty-import")
    empty.other.setObjectName("sites-empty-add")
    empty.further.setObjectName("sites-empty-example")
    return empty
