"""The heat map with the ways of looking above it and its legend below, and beside it the chosen cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QSplitter, QWidget

from qualcoder_lite.gui.pages.findings.controls import Controls
from qualcoder_lite.gui.pages.findings.empty import no_sites
from qualcoder_lite.gui.pages.findings.legend import Legend
from qualcoder_lite.gui.pages.findings.panel import CellPanel
from qualcoder_lite.gui.pages.findings.room import is_low, is_narrow
from qualcoder_lite.gui.pages.findings.table import MatrixTable
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.gui.widgets.stack import stack_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from qualcoder_lite.gui.pages.findings.model import MatrixModel
    from qualcoder_lite.gui.program.settings import Settings

_SHAPE = "findings"


class MatrixDesk(QSplitter):
    """Table and panel side by side; where there is no room for both, they take turns."""

    def __init__(self, model: MatrixModel, settings: Settings) -> None:
        """Show a model's matrix; the width is shared as the person shared it last."""
        super().__init__()
        self._settings = settings
        self._panel_in_front = False
        self.controls, self.table, self.legend, self.panel = Controls(), MatrixTable(model), Legend(), CellPanel()
        self.no_sites = no_sites()
        self._instead = Area(self.no_sites)
        # The table asks for the height.
        self._instead.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._table_or_not = stack_of(Card(Column((self.table, 1), margins=4)), self._instead)
        self._inside = QWidget()
        self._inside.setProperty("clear", True)
        self._inside.setLayout(
            Column(self.controls, (self._table_or_not, 1), self.legend, gap=10, margins=(16, 10, 12, 8))
        )
        self._left = QScrollArea()
        self._left.setObjectName("findings-scroll")
        self._left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left.setWidgetResizable(True)
        self._left.setWidget(self._inside)
        self.setObjectName("findings-splitter")
        self.setChildrenCollapsible(False)
        self.addWidget(self._left)
        self.addWidget(self.panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._shaped = self.restoreState(settings.shape(_SHAPE))
        self.splitterMoved.connect(self._on_moved)
        self._once_laid_out = QTimer(self, singleShot=True)
        self._once_laid_out.setInterval(0)
        self._once_laid_out.timeout.connect(self._on_laid_out)

    def show_table(self, shown: bool) -> None:
        """Show the table, or what to do where no site is recorded that it could count."""
        self._table_or_not.setCurrentIndex(0 if shown else 1)
        self._once_laid_out.start()

    def _on_laid_out(self) -> None:
        self.share_width()
        if self._table_or_not.currentIndex() == 1:  # the way on must be in sight, in however little room
            self.no_sites.show_picture(not is_low(self))
            self._instead.ensureWidgetVisible(self.no_sites.primary)
            self._left.ensureWidgetVisible(self.no_sites.primary)

    def bring_into_sight(self, index: QModelIndex) -> None:
        """Scroll to a cell, where the table is longer than the room it has."""
        seen = self.table.viewport().mapTo(self._inside, self.table.visualRect(index).center())
        self._left.ensureVisible(seen.x(), seen.y(), 0, self.table.rowHeight(index.row()))

    def go_to_panel(self) -> None:
        """Go to the chosen cell's quotes."""
        self._panel_in_front = True
        self.fold()
        self.panel.go_in()

    def go_to_table(self) -> None:
        """Go back to the table."""
        self._panel_in_front = False
        self.fold()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def share_width(self) -> None:
        """Let the panel give way to the table's few columns, until the person shares out the width otherwise."""
        if self._shaped or is_narrow(self):
            return
        cast("QLayout", self._inside.layout()).activate()
        whole = self.width() - self.handleWidth()
        wanted = self.table.wanted_width() + self._left.width() - self.table.width()
        least, most = self.panel.minimumSizeHint().width(), self.panel.sizeHint().width()
        panel = min(max(whole - wanted, least), most)
        if panel != self.panel.width():
            self.setSizes([whole - panel, panel])

    def fold(self) -> None:
        """Show table and panel, or the one of them that is in front where there is no room for both."""
        counts = self._table_or_not.currentIndex() == 0
        narrow = is_narrow(self)
        front = narrow and self._panel_in_front and counts
        self._left.setVisible(not front)
        self.panel.setVisible(counts and (front or not narrow))
        self.panel.back.setVisible(front)
        self.legend.read_quotes.setVisible(narrow and counts)
        self.legend.setVisible(counts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width once what is inside has its new measures too: after larger words they come later."""
        super().resizeEvent(event)
        self._once_laid_out.start()

    def remember(self) -> None:
        """Remember how wide the panel is, if the person chose that."""
        if self._shaped and not is_narrow(self):
            self._settings.set_shape(_SHAPE, self.saveState())

    def _on_moved(self, _place: int, _handle: int) -> None:
        self._shaped = True
