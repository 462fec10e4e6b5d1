"""The menu bar: every action of the window with its key, and the current page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from qualcoder_lite.gui.pages.page import Page


def action(
    words: str, do: Callable[[], object], *keys: str | QKeySequence.StandardKey, parent: QMainWindow | None = None
) -> QAction:
    """An action with its keys."""
    made = QAction(words, parent)
    made.triggered.connect(lambda _checked=False: do())
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


def fill(menu: QMenu, entries: Sequence[QAction | QMenu | None]) -> None:
    """Put actions and submenus into a menu; None is a line between them."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QAction):
            menu.addAction(entry)
        else:
            menu.addMenu(entry)


class PageMenu:
    """The menu of the page that is shown: it has that page's name and actions."""

    def __init__(self, menu: QMenu) -> None:
        """Take over an empty menu."""
        self._menu = menu
        self._page: Page | None = None

    def show(self, page: Page) -> None:
        """Put a page's actions into the menu; those of the page before stop answering to their keys."""
        if self._page is not None:
            for old in self._page.actions_for_menu():
                old.setEnabled(False)
        self._menu.clear()
        self._page = page
        own = page.actions_for_menu()
        for new in own:
            new.setEnabled(True)
        self._menu.addActions(list(own))
        self._menu.setTitle(f"&{page.word}")
        self._menu.menuAction().setVisible(bool(own))
