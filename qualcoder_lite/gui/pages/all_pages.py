"""Which pages there are, in the order of the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.pages.code import CodePage
from qualcoder_lite.gui.pages.export import ExportPage
from qualcoder_lite.gui.pages.findings import FindingsPage
from qualcoder_lite.gui.pages.history import HistoryPage
from qualcoder_lite.gui.pages.home import HomePage
from qualcoder_lite.gui.pages.quotes import QuotesPage
from qualcoder_lite.gui.pages.settings import SettingsPage
from qualcoder_lite.gui.pages.sites import SitesPage

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.workspace import Workspace

PAGES: tuple[type[Page], ...] = (HomePage, CodePage, QuotesPage, SitesPage, FindingsPage, ExportPage)
FOOT: tuple[type[Page], ...] = (HistoryPage, SettingsPage)


def make_page(value: str, workspace: Workspace) -> Page:
    """The page with this handle; the start page for one that isn't known."""
    kind = next((page for page in (*PAGES, *FOOT) if page.value == value), HomePage)
    return kind(workspace)
