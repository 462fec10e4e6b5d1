"""Actions with their keys, and how they are put into menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMenu


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


def submenu_of(entry: QAction) -> str:
    """The title of the submenu that an action stands in; empty where it stands in its page's menu itself."""
    return entry.property(_SUBMENU) or ""


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
