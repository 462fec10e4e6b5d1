"""The pages of the window one over another, each made when somebody first comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from qualcoder_lite.gui import theme
from qualcoder_lite.gui.pages.all_pages import make_page
from qualcoder_lite.gui.widgets.stack import Stack

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.page import Page
    from qualcoder_lite.gui.project.workspace import Workspace


class PageStack(Stack):
    """The pages. Each folds into the room there is, so none may hold the window open.

    Signals:
        made: A page was made (a `Page`), and was not seen yet.
    """

    made = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        """Make no page yet."""
        super().__init__()
        self._workspace = workspace
        self._pages: dict[str, Page] = {}

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while something else is."""
        shown = self.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def get(self, value: str) -> Page:
        """A page, made if it isn't there yet."""
        if value not in self._pages:
            page = make_page(value, self._workspace)
            self._pages[value] = page
            self.made.emit(page)
            self.addWidget(page)
        return self._pages[value]

    def minimumSizeHint(self) -> QSize:
        """What all pages can fold down to."""
        em = theme.current().look.px(15)
        return QSize(30 * em, 18 * em)
