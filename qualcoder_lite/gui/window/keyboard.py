"""Where in the window the keyboard is, and bringing it into a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.gui.widgets.panes import focus_pane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QWidget

    from qualcoder_lite.gui.pages.page import Page


class Keyboard:
    """The keyboard of one window."""

    def __init__(self, window: QMainWindow) -> None:
        """Follow whatever has the focus in a window."""
        self._window = window

    @property
    def is_nowhere(self) -> bool:
        """Whether it is nowhere, or in the menu bar, where Qt puts it if it finds nothing else."""
        focused = self._window.focusWidget()
        return focused is None or self._window.menuBar().isAncestorOf(focused)

    def is_in(self, part: QWidget) -> bool:
        """Whether it is somewhere in a part of the window."""
        focused = self._window.focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def go_to(self, page: Page) -> None:
        """Go to the first part of a page."""
        for pane in page.panes()[:1]:
            focus_pane(pane)

    def go_to_if_nowhere(self, page: Page | None) -> None:
        """Go to a page if what had the keyboard is gone, as with the start page or with the project."""
        if page is not None and self.is_nowhere:
            self.go_to(page)
