"""Which pages there are, in the order of the rail and the Go menu; each is loaded when it is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.project.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page before it is loaded: its handle, which is its module and icon too, its word, its class.

    `key` leads to it; without one, Ctrl and its number on the rail do.
    """

    value: str
    word: str
    class_name: str
    needs_project: bool = True
    key: str = ""


PAGES = (
    PageEntry("home", tr("Home"), "HomePage", needs_project=False),
    PageEntry("code", tr("Code"), "CodePage"),
    PageEntry("quotes", tr("Quotes"), "QuotesPage"),
    PageEntry("people", tr("People"), "PeoplePage"),
    PageEntry("sites", tr("Sites"), "SitesPage"),
    PageEntry("findings", tr("Findings"), "FindingsPage"),
    PageEntry("cross_check", tr("Cross-check"), "CrossCheckPage"),
    PageEntry("export", tr("Export"), "ExportPage"),
)
FOOT = (
    PageEntry("history", tr("History"), "HistoryPage"),
    PageEntry("settings", tr("Settings"), "SettingsPage", needs_project=False, key="Ctrl+,"),
)
#: Pages that are come to by the Go menu and by a key of their own: the rail stays short enough to be taken in at once.
OFF_RAIL: tuple[PageEntry, ...] = (
    PageEntry("codebook", tr("Codebook"), "CodebookPage", key="Ctrl+B"),
    PageEntry("memos", tr("Memos"), "MemosPage", key="Ctrl+Shift+B"),
    PageEntry("search", tr("Search"), "SearchPage", key="Ctrl+Shift+F"),
    PageEntry("schedule", tr("Interview schedule"), "SchedulePage", key="Ctrl+Shift+L"),
)
#: What is come to on a page, and loaded when it is: modules beside the pages'.
VIEWS = ("findings.chart", "findings.together", "findings.pictures")
ON_RAIL = (*PAGES, *FOOT)
EVERY_PAGE = (*ON_RAIL, *OFF_RAIL)
_BY_VALUE = {entry.value: entry for entry in EVERY_PAGE}


def known(value: str) -> bool:
    """Whether there is a page of this handle."""
    return value in _BY_VALUE


def make_page(value: str, workspace: Workspace) -> Page:
    """The page with this handle."""
    entry = _BY_VALUE[value]
    module = import_module(f"qualcoder_lite.gui.pages.{entry.value}")
    return getattr(module, entry.class_name)(workspace)
