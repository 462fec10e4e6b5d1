"""The ways to the pages: the rail, and where the window is too narrow for it, a menu at its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.menus.go import PAGE_KEYS
from qualcoder_lite.gui.pages.all_pages import FOOT, ON_RAIL, PAGES, PageEntry
from qualcoder_lite.gui.widgets.rail import Rail, RailItem
from qualcoder_lite.gui.window.way_back import BarButton
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

_NARROW = 66  # width in letters of body text (em) below which the rail becomes a menu


class WaysToPages:
    """The rail and its stand-in, of which one is shown.

    Attributes:
        rail: Leads to the pages; it tells which was chosen, in the menu too.
        button: Opens the menu.
    """

    def __init__(self, bar: QMenuBar) -> None:
        """Make the rail, which the window lays out, and put the menu's button at the beginning of the menu bar."""
        self.rail = Rail([_rail_item(page) for page in PAGES], foot=[_rail_item(page) for page in FOOT])
        self.rail.setObjectName("rail")
        self.button = BarButton(tr("Pages"), kind="quiet", icon="menu")
        self.button.setObjectName("pages-menu")
        self._menu = self.rail.make_menu(self.button)
        self.button.setMenu(self._menu)
        bar.setCornerWidget(self.button, Qt.Corner.TopLeftCorner)

    def fold(self, width: int) -> None:
        """Where the window is too narrow for the text's size, the rail gives its room to the page."""
        narrow = width < _NARROW * theme.current().look.px(15)
        self.rail.setVisible(not narrow)
        self.button.setVisible(narrow)

    def show_open(self, *, is_open: bool) -> None:
        """Lead to the pages that there are with a project open, or with none."""
        for page in ON_RAIL:
            self.rail.button(page.value).setEnabled(is_open or not page.needs_project)
        for entry in self._menu.actions():
            entry.setEnabled(self.rail.button(entry.data()).isEnabled())


def _rail_item(page: PageEntry) -> RailItem:
    return RailItem(page.value, page.word, page.value, QKeySequence(PAGE_KEYS[page.value]).toString())
