"""The menu Go: every page with its key, the way back, and from one part of the window to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE, OFF_RAIL, ON_RAIL
from qualcoder_lite.gui.widgets.actions import action, fill
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.all_pages import PageEntry

#: The key of each page, by its handle.
PAGE_KEYS = {page.value: page.key or f"Ctrl+{number}" for number, page in enumerate(EVERY_PAGE, 1)}


class GoMenu(QMenu):
    """Leads to pages and panes.

    Signals:
        page_wanted: The person wants this page: its handle.
        pane_wanted: They want the part of the window so many steps on: 1 or -1.
        menus_wanted: They want the menus by keyboard.
    """

    page_wanted = Signal(str)
    pane_wanted = Signal(int)
    menus_wanted = Signal()

    def __init__(self, window: QWidget, way_back: QAction) -> None:
        """Offer what there is; `show_open` then says which pages can be come to."""
        super().__init__(tr("&Go"), window)
        going = {page.value: self._going(page) for page in EVERY_PAGE}
        self._need_project = [going[page.value] for page in EVERY_PAGE if page.needs_project]
        fill(
            self,
            [
                *(going[page.value] for page in ON_RAIL),
                None,
                *(going[page.value] for page in OFF_RAIL),
                None,
                way_back,
                action(tr("Next &pane"), lambda: self.pane_wanted.emit(1), "F6", parent=self),
                action(tr("Pane &before"), lambda: self.pane_wanted.emit(-1), "Shift+F6", parent=self),
                action(tr("&Menus"), self.menus_wanted.emit, "F10", parent=self),
            ],
        )

    def show_open(self, *, is_open: bool) -> None:
        """Offer the pages that there are with a project open, or with none."""
        for going in self._need_project:
            going.setEnabled(is_open)

    def _going(self, page: PageEntry) -> QAction:
        return action(page.word, lambda: self.page_wanted.emit(page.value), PAGE_KEYS[page.value], parent=self)
