"""All keys in one place: those of coding, and whatever the window's menus have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QMainWindow, QMenu, QScrollArea, QWidget

from qualcoder_lite.gui.program.own_keys import MEANS, Command, OwnKeys
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.key_cap import KeyCap
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Keys = tuple[tuple[str, ...], str]

IN_THE_TEXT: Sequence[tuple[str, Sequence[Keys]]] = (
    (
        tr("Moving in the text"),
        (
            ((tr("Up"), tr("Down")), tr("The turn before, the next turn")),
            ((tr("Left"), tr("Right")), tr("The sentence before, the next sentence")),
            ((tr("Shift Up"), tr("Shift Down")), tr("Take in more turns, or fewer")),
            ((tr("Ctrl Left"), tr("Ctrl Right")), tr("Leave out the end, or the beginning, of the passage")),
            ((tr("Ctrl Shift Left"), tr("Ctrl Shift Right")), tr("Take in more at the beginning, or at the end")),
            ((tr("Esc"),), tr("All of the turn again; forget a key")),
            ((tr("Page Up"), tr("Page Down")), tr("A page up or down")),
            ((tr("Home"), tr("End")), tr("The first turn, the last")),
            ((tr("Enter"),), tr("The list of codes on this turn: Enter changes one, Delete takes it off")),
            (("F7",), tr("A caret in the text, with its usual keys")),
        ),
    ),
    (
        tr("Moving an edge of the passage"),
        (
            ((tr("Left"), tr("Right")), tr("A word back, a word on")),
            ((tr("Ctrl Left"), tr("Ctrl Right")), tr("A sentence back, a sentence on")),
            ((tr("Shift Left"), tr("Shift Right")), tr("A character back, a character on")),
            ((tr("Enter"),), tr("Keep the passage")),
            ((tr("Esc"),), tr("Leave it as it was")),
        ),
    ),
)
IN_LISTS: tuple[str, Sequence[Keys]] = (
    tr("In lists and tables, while they have the focus"),
    (
        (("S",), tr("Quotes: a star on the quote, or off")),
        (("P", "T", "A", "N"), tr("Sites: present, partly, absent, not known")),
        ((tr("Space"),), tr("Sites: the next of these. Search: a tick, or none")),
        (("1", "2", "3"), tr("Findings: by site, same passage, people said so")),
        (("1", "2", "3", "4", "5"), tr("Cross-check: what you decide")),
        ((tr("Ctrl Enter"),), tr("Memos and the chart: keep what you wrote")),
        ((tr("Alt Up"), tr("Alt Down")), tr("Codebook: move the code up or down")),
    ),
)


def coding_keys(own: OwnKeys) -> tuple[str, Sequence[Keys]]:
    """The single keys of coding, as this person has them."""
    put = (("Q", "F"), tr("A group’s key, then a code’s: puts the code on. The same again takes it off"))
    return tr("Coding, while the text has the focus"), (put, *(((own.command(each),), MEANS[each]) for each in Command))


class KeysDialog(QDialog):
    """Every key with what it does."""

    def __init__(self, parent: QWidget | None, own: OwnKeys | None = None) -> None:
        """List the keys of coding, and those of the window's menus if the parent is the window."""
        super().__init__(parent)
        self.setObjectName("keys-dialog")
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        parts = [
            coding_keys(own or OwnKeys()),
            *IN_THE_TEXT,
            IN_LISTS,
            *(_menus(parent) if isinstance(parent, QMainWindow) else []),
        ]
        inside = QWidget()
        inside.setProperty("clear", True)
        inside.setLayout(Column(*(item for part in parts for item in _section(*part)), None, gap=8, margins=(4, 4)))
        area = QScrollArea()
        area.setObjectName("keys-list")
        area.setAccessibleName(tr("All keys"))
        then = tr(" then ")
        area.setAccessibleDescription(
            ". ".join(f"{then.join(keys)}: {what}" for _, rows in parts for keys, what in rows)
        )
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("keys-close")
        close.clicked.connect(self.accept)
        words = tr("Single keys can be turned off on the Settings page, and changed on the page Code.")
        note = Label(words, "small", tone="muted", wrap=True)
        self.setLayout(Column(Label(tr("Keys"), "title"), (area, 1), Row((note, 1), close), gap=12, margins=24))
        look = current().look
        room = self.screen().availableGeometry()
        self.resize(min(look.px(680), room.width() - 40), min(look.px(640), room.height() - 80))
        FocusRing(self)
        close.setFocus()


def show_keys(parent: QWidget | None, own: OwnKeys | None = None) -> None:
    """Show all keys, those of coding as a person has them, until the dialog is closed."""
    dialog = KeysDialog(parent, own)
    dialog.exec()
    dialog.deleteLater()


def _menus(window: QMainWindow) -> list[tuple[str, list[Keys]]]:
    """The actions of each menu that have keys."""
    parts: list[tuple[str, list[Keys]]] = []
    for entry in window.menuBar().actions():
        menu = entry.menu()
        rows = [_row(action) for action in (_actions(menu) if isinstance(menu, QMenu) else ()) if action.shortcuts()]
        if rows:
            parts.append((tr("{menu} menu", menu=entry.text().replace("&", "")), rows))
    return parts


def _actions(menu: QMenu) -> Iterator[QAction]:
    """A menu's actions, and those of its submenus."""
    for entry in menu.actions():
        below = entry.menu()
        if isinstance(below, QMenu):
            yield from _actions(below)
        else:
            yield entry


def _row(action: QAction) -> Keys:
    key = action.shortcuts()[0].toString(QKeySequence.SequenceFormat.NativeText)
    words = action.text().split(":")[0].replace("&", "").removesuffix(" …")
    return (key[:-1].replace("+", " ") + key[-1:],), words


def _section(title: str, rows: Sequence[Keys]) -> list[QWidget]:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 8)
    grid.setHorizontalSpacing(current().look.gap(16))
    grid.setVerticalSpacing(current().look.gap(6))
    grid.setColumnMinimumWidth(0, current().look.px(210))
    grid.setColumnStretch(1, 1)
    for row, (keys, what) in enumerate(rows):
        caps = QWidget()
        caps.setLayout(Row(*(KeyCap(key) for key in keys), None, gap=4))
        grid.addWidget(caps, row, 0)
        grid.addWidget(Label(what, wrap=True), row, 1)
    return [Label(title, "heading"), table]
