"""The window in a language that nobody speaks: what went through `tr` stands in ⟦ ⟧, with accents, a third longer.

What a person meets is then marked, or is the project's own, or was forgotten. Run as a program it opens a project,
goes everywhere, and prints what isn't marked and what is cut off:

    python -m tests.gui.pseudo PROJECT SETTINGS
"""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEventLoop,
    QLocale,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

from tests.foreign_words import look_up, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.gui.window.main_window import MainWindow

ROLES = [
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
]
ROWS = 40  # of each list and table are looked at
LOOK = 30  # milliseconds until a dialog that opened is looked at


class PseudoLocale(QTranslator):
    """Knows every text of the window, and none of Qt's own."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The text in the language, the plural where there is one and it isn't one."""
        if context:
            return None
        return look_up(source, disambiguation or "", n)

    def isEmpty(self) -> bool:  # noqa: N802
        """It knows every text."""
        return False


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of a window that can be seen or heard, with where it stands."""
    for widget in [root, *root.findChildren(QWidget)]:
        where = name_of(widget)
        said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip()]
        said.append(widget.windowTitle())
        if isinstance(widget, (QLabel, QAbstractButton)):
            said.append(widget.text())
        if isinstance(widget, QLineEdit) or hasattr(widget, "placeholderText"):
            said.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(at) for at in range(widget.count())]
        if isinstance(widget, QMenu):
            said.append(widget.title())
        face = QAccessible.queryAccessibleInterface(widget) if widget.isVisible() else None
        if face is not None:
            said += [face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Description)]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += model_texts(widget.model())
        yield from ((where, text) for text in said if text)
    for action in root.findChildren(QAction):
        yield f"action of {type(action.parent()).__name__}", action.text()


def name_of(widget: QWidget) -> str:
    """The object name of a widget, or of what it is in."""
    above: QWidget | None = widget
    while above is not None and (not above.objectName() or above.objectName().startswith("qt_")):
        above = above.parentWidget()
    return above.objectName() if above is not None else type(widget).__name__


def model_texts(model: QAbstractItemModel) -> Iterator[str]:
    """The texts of a list's or table's head and first rows."""
    nowhere = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(nowhere)
    for column in range(columns):
        for role in ROLES:
            yield from said(model.headerData(column, Qt.Orientation.Horizontal, role))
    for row in range(min(model.rowCount(nowhere), ROWS)):
        for role in ROLES:
            yield from said(model.headerData(row, Qt.Orientation.Vertical, role))
            for column in range(columns):
                yield from said(model.data(model.index(row, column, nowhere), role))


def said(found: object) -> Iterator[str]:
    """A text of a model, if it is one."""
    if isinstance(found, str) and found and not found.isdigit():
        yield found


def cut_off(root: QWidget) -> Iterator[str]:
    """Labels and buttons whose words have less room than they need."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        told = widget.toolTip() == widget.text()  # where room is short, these are cut on purpose
        if not wraps and not told and widget.width() < widget.minimumSizeHint().width():
            yield f"{type(widget).__name__} “{widget.text()}” {widget.width()} of {widget.minimumSizeHint().width()} px"


class Walk(QObject):
    """Goes through the window, and collects what it meets."""

    def __init__(self, window: MainWindow) -> None:
        """Look after dialogs, which take over while they are there."""
        super().__init__()
        self.window = window
        self.place = ""
        self.found: dict[str, set[str]] = {}
        self.cut: dict[str, set[str]] = {}
        self._done: set[str] = set()
        self._closing = QTimer(self)
        self._closing.timeout.connect(self._close_dialogs)
        self._closing.start(LOOK)

    def look(self, root: QWidget) -> None:
        """Collect what a window shows now."""
        root.grab()
        for where, text in texts(root):
            rest = unmarked(text)
            if re.search(r"[^\W\d_]{2}", rest):
                self.found.setdefault(rest, set()).add(f"{self.place}: {where}")
        for words in cut_off(root):
            self.cut.setdefault(words, set()).add(self.place)

    def go(self, page: str) -> None:
        """Go to a page, and do there all that opens a dialog."""
        from qualcoder_lite.gui.window.screenshots import turn_to_codings, wait_until_calm

        self.place = page
        self.window.go(page)
        if page == "code":
            turn_to_codings(self.window)
        wait_until_calm(self.window)
        self.look(self.window.page or self.window)
        self._press_what_asks()

    def _press_what_asks(self) -> None:
        """Open what hasn't been opened on an earlier page: dialogs have “…” in their ways."""
        from tests.gui.windows import menu_actions

        page = self.place
        ways = [(action, action.trigger) for _, action in menu_actions(self.window)]
        ways += [(button, button.click) for button in self.window.findChildren(QAbstractButton) if button.isVisible()]
        for way, press in ways:
            with suppress(RuntimeError):  # what was pressed before may have made the page's buttons anew
                if way.isEnabled() and "…" in way.text() and way.text() not in self._done:
                    self._done.add(way.text())
                    self.place = f"{page} › {way.text()}"
                    press()
                    self._settle()
        self.place = page

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(LOOK, loop.quit)
        loop.exec()
        self._close_dialogs()

    def _close_dialogs(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.look(popup)
            popup.close()
        for each in QApplication.topLevelWidgets():
            if each is self.window or not each.isVisible() or isinstance(each, QMenu):
                continue
            if not isinstance(each, QFileDialog) and not each.property("looked at"):
                each.setProperty("looked at", True)  # one that is busy stays until it has done
                self.look(each)
            if isinstance(each, QDialog):
                each.reject()
            else:
                each.close()


def main(project: Path, settings: Path) -> None:
    """Open the project, go everywhere, print what was found."""
    from qualcoder_lite.app import make_application
    from qualcoder_lite.gui.program.system_language import speak_as_installed

    application = make_application()
    language = PseudoLocale(application)
    application.installTranslator(language)
    speak_as_installed(QLocale(QLocale.Language.Esperanto))

    from qualcoder_lite.gui import theme
    from qualcoder_lite.gui.pages.all_pages import EVERY_PAGE
    from qualcoder_lite.gui.program.settings import Settings
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.gui.window.main_window import MainWindow

    theme.install(application, mode="light", text=1.0)
    window = MainWindow(Workspace(Settings(str(settings))))
    walk = Walk(window)
    window.resize(1440, 900)
    window.show()
    walk.go("home")
    walk.look(window)
    window.open_project(project)
    window.workspace.set_coder("Ailsa Brodie")
    for entry in EVERY_PAGE:
        walk.go(entry.value)
    walk.look(window)
    window.close()
    found = {"unmarked": walk.found, "cut": walk.cut}
    sys.stdout.write(
        json.dumps({name: {text: sorted(at) for text, at in those.items()} for name, those in found.items()})
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
