"""What tests of the whole window share: a window shown with a project, and ways to find and press what is in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QScrollArea, QWidget

from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE as ENTRIES
from qualcoder_lite.gui.pages.all_pages import FOOT, PAGES
from qualcoder_lite.gui.widgets.controls import controls, spoken_name, unnamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from qualcoder_lite.gui.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
ON_RAIL = [entry.value for entry in (*PAGES, *FOOT)]
EVERY_PAGE = [entry.value for entry in ENTRIES]


def find(window: QWidget, name: str) -> QWidget:
    """The one shown widget of this object name."""
    (found,) = [each for each in window.findChildren(QWidget, name) if each.isVisible()]
    return found


def click(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Click the middle of a widget, which must be in sight."""
    widget = find(window, name)
    assert widget.isEnabled(), f"{name} is disabled"
    qtbot.mouseClick(widget, LEFT)


def press(qtbot: QtBot, window: MainWindow, *keys: str | Qt.Key) -> None:
    """Type keys, each to whatever has the focus then; "Ctrl+Z" is one key, "ps" would be two."""
    for key in keys:
        focused = QApplication.focusWidget() or window
        if isinstance(key, str) and len(key) > 1:
            qtbot.keySequence(focused, key)
        else:
            qtbot.keyClick(focused, key)


def answer(kind: type[QDialog], do: Callable[[Any], None]) -> None:
    """Do something with the dialog that opens next."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, later)
            return
        try:
            assert isinstance(dialog, kind)
            assert unnamed(dialog) == []
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(20, later)


def hurt(project: Path) -> Path:
    """Damage a project in its middle, where its transcripts are listed."""
    with closing(sqlite3.connect(project)) as file:
        (page,) = file.execute("select rootpage from sqlite_schema where name='transcript'").fetchone()
        (size,) = file.execute("pragma page_size").fetchone()
    whole = project.read_bytes()
    project.write_bytes(whole[: (page - 1) * size] + b"\x5a" * size + whole[page * size :])
    return project


def page_key(value: str) -> str:
    """The key that leads to a page."""
    own = next(entry.key for entry in ENTRIES if entry.value == value)
    return own or f"Ctrl+{ON_RAIL.index(value) + 1}"


def focus_rail(window: MainWindow) -> None:
    """Give the focus to the rail's one stop: the button of the page that is shown, or the first."""
    value = window.page.value if window.page is not None else ""
    window._ways.rail.button(value if value in ON_RAIL else ON_RAIL[0]).setFocus()


def menu_actions(window: MainWindow) -> Iterator[tuple[str, QAction]]:
    """Every action of the menu bar with the title of its menu, submenus too, as whoever opens the menus sees them."""

    def inside(menu: QMenu, title: str) -> Iterator[tuple[str, QAction]]:
        for entry in menu.actions():
            below = entry.menu()
            if isinstance(below, QMenu):
                yield from inside(below, title)
            elif not entry.isSeparator():
                yield title, entry

    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and top.isVisible():
            menu.aboutToShow.emit()
            yield from inside(menu, top.text().replace("&", ""))


def action(window: MainWindow, words: str) -> QAction:
    """The action of the menus whose words begin so."""
    (found,) = [each for _, each in menu_actions(window) if each.text().replace("&", "").startswith(words)]
    return found


def controls_out_of_reach(window: QWidget) -> dict[str, str]:
    """The controls of a window that a person can't get at, and why."""
    found = {
        f"{type(each).__name__} {each.objectName()} “{spoken_name(each)}”": out_of_reach(window, each)
        for each in controls(window)
        if each.isVisible()
    }
    return {name: why for name, why in found.items() if why}


def cut_off(window: QWidget) -> dict[str, int]:
    """The parts of a window that scroll only up and down and need to be wider than they show, by how many pixels."""
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [each for each in window.findChildren(QScrollArea) if each.isVisible() and each.widget() is not None]
    beyond = {
        area.objectName() or type(area).__name__: area.widget().minimumSizeHint().width() - area.viewport().width()
        for area in areas
        if area.horizontalScrollBarPolicy() == off
    }
    return {name: wide for name, wide in beyond.items() if wide > 0}


def out_of_reach(window: QWidget, widget: QWidget) -> str:
    """Why a person can't get at a shown widget: "" if they can, by scrolling at most."""
    around: QWidget = window
    above = widget.parentWidget()
    scrolled = False
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            scrolled = True
            bars = (above.horizontalScrollBarPolicy(), above.verticalScrollBarPolicy())
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            place, inside = widget.mapTo(above.widget(), QPoint()), above.widget().rect()
            if bars[0] == off and place.x() + widget.width() > above.viewport().width() + 1:
                return f"{widget.width()} px at {place.x()} in {above.viewport().width()} px that don't scroll"
            if not inside.contains(place):
                return f"at {place.toTuple()} outside of what scrolls"
            around = above
            break
        above = above.parentWidget()
    corner = widget.mapTo(around, QPoint())
    if scrolled:
        return "" if window.rect().contains(around.mapTo(window, QPoint())) else "its scroll area is outside"
    if not around.rect().adjusted(-1, -1, 1, 1).contains(widget.rect().translated(corner)):
        return f"{widget.size().toTuple()} at {corner.toTuple()} in {around.size().toTuple()}"
    return ""
