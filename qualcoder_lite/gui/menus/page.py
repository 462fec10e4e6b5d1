"""The menu of the page that is shown, with the page's own name and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.widgets.actions import submenu_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from qualcoder_lite.gui.pages.page import Page

_TAKEN = "fegvh"  # the letters that open the other menus


class PageMenu:
    """The menu of the page that is shown: it has that page's name and actions."""

    def __init__(self, menu: QMenu) -> None:
        """Take over an empty menu."""
        self._menu = menu
        self._submenus: dict[str, QMenu] = {}

    def show(self, page: Page | None) -> None:
        """Put a page's actions into the menu; out of it, those of the page before don't answer to their keys."""
        self._clear()
        own = list(page.actions_for_menu()) if page else []
        for each in own:
            self._menu_of(each).addAction(each)
        if page is not None:
            self._menu.setTitle(_with_letter(page.word))
            for each in own:
                each.setParent(page)  # else each of them would keep its page alive for ever
        self._menu.menuAction().setVisible(bool(own))

    def _clear(self) -> None:
        self._menu.clear()
        for submenu in self._submenus.values():
            submenu.clear()  # the actions are the page's own
            submenu.deleteLater()
        self._submenus.clear()

    def _menu_of(self, entry: QAction) -> QMenu:
        """The menu itself, or the submenu that an action names."""
        title = submenu_of(entry)
        if not title:
            return self._menu
        if title not in self._submenus:
            submenu = self._submenus[title] = QMenu(title, self._menu)
            submenu.setAccessibleName(title.replace("&", ""))
            self._menu.addMenu(submenu)
        return self._submenus[title]


def _with_letter(word: str) -> str:
    """A menu's title whose marked letter opens no other menu."""
    place = next(n for n, letter in enumerate(word.lower()) if letter not in _TAKEN)
    return f"{word[:place]}&{word[place:]}"
