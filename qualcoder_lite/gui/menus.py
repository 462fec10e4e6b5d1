"""The menu bar: every action of the window with its key, and the current page's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.pages.page import Page

_TAKEN = "fegvh"  # the letters that open the other menus


def action(
    words: str, do: Callable[[], object], *keys: str | QKeySequence.StandardKey, parent: QObject | None = None
) -> QAction:
    """An action with its keys."""
    made = QAction(words, parent)
    made.triggered.connect(lambda _checked=False: do())
    # A standard key may be none on this system, or the very one named beside it: Qt does nothing at a key given twice.
    typed = dict.fromkeys(QKeySequence(key).toString() for key in keys)
    made.setShortcuts([QKeySequence(each) for each in typed if each])
    return made


_SUBMENU = "submenu"  # the property of an action that names the submenu it stands in


def gathered(title: str, actions: Iterable[QAction]) -> list[QAction]:
    """Actions that stand together in a submenu of their page's menu."""
    found = list(actions)
    for each in found:
        each.setProperty(_SUBMENU, title)
    return found


def plain(words: str) -> str:
    """Words of a person's own, such as a name, for a menu: an ampersand in them marks no letter."""
    return words.replace("&", "&&")


def fill(menu: QMenu, entries: Sequence[QAction | QMenu | None]) -> None:
    """Put actions and submenus into a menu; None is a line between them."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QAction):
            menu.addAction(entry)
        else:
            menu.addMenu(entry)


class RecentMenu(QMenu):
    """The projects opened lately, newest first.

    Signals:
        project_chosen: The person wants this one: its path.
    """

    project_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """List nothing yet."""
        super().__init__(tr("Open &recent"), parent)
        self.setToolTipsVisible(True)

    def show_projects(self, paths: Sequence[str]) -> None:
        """List projects by name, and by folder too where two have one name."""
        self.clear()
        names = [Path(path).stem for path in paths]
        for path, name in zip(paths, names, strict=True):
            words = name if names.count(name) == 1 else f"{name} – {Path(path).parent}"
            made = action(plain(words), lambda path=path: self.project_chosen.emit(path), parent=self)
            made.setToolTip(path)
            self.addAction(made)
        self.setEnabled(bool(paths))


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
        title = entry.property(_SUBMENU)
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
