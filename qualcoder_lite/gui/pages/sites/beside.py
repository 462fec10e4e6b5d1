"""What stands beside the grid: the chosen cell and facts of its site, one under the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from qualcoder_lite.gui.pages.sites.cell_panel import CellPanel
from qualcoder_lite.gui.pages.sites.site_panel import SitePanel
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Line
from qualcoder_lite.gui.widgets.layouts import Column
from qualcoder_lite.translation import tr


class Beside(Card):
    """The panel at the right."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__(kind="aside")
        self.setObjectName("sites-beside")
        self.setAccessibleName(tr("The chosen cell and its site"))
        self.cell, self.site = CellPanel(), SitePanel()
        self._inside = inside = QWidget()
        inside.setProperty("clear", "true")
        inside.setLayout(Column(self.cell, Line(), self.site, None, gap=16, margins=(20, 16)))
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.setLayout(Column((self.area, 1)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its contents can be, and a little height."""
        bar = self.area.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar + 1, current().look.px(90))

    def focus_source(self) -> None:
        """Go to the box for the source of the evidence."""
        self.cell.source.setFocus(Qt.FocusReason.OtherFocusReason)
        # Where this was folded away until now, it isn't laid out yet.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.cell.source))

    def go_to_top(self) -> None:
        """Show the beginning."""
        self.area.verticalScrollBar().setValue(0)

    def keep(self) -> None:
        """Hand over whatever was typed."""
        self.cell.keep()
        self.site.keep()

    def forget(self) -> None:
        """Let go of what was typed: another project is open."""
        self.cell.forget()
        self.site.forget()

    def set_read_only(self, read_only: bool) -> None:
        """Only show, where nothing can be changed."""
        self.cell.set_read_only(read_only)
        self.site.set_read_only(read_only)
