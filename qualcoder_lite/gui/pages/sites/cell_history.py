"""What was recorded of one feature at one site, step by step: who, when, from what to what, on what evidence."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from qualcoder_lite.gui.pages.sites.words import WORDS
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.fitting import within_screen
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.grouped_list import Group, GroupedList, Line
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.words.memos import day
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.domain.people import CellChange

_TITLE = tr("History of this cell")
_WIDE, _HIGH = 560, 520


class CellHistoryDialog(QDialog):
    """The changes of one cell, the latest first.

    Attributes:
        changes: The list of them.
    """

    def __init__(self, cell: str, changes: Sequence[CellChange], parent: QWidget | None = None) -> None:
        """`cell` names the feature and the site."""
        super().__init__(parent)
        self.setObjectName("cell-history")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.setAccessibleDescription(cell)
        self.changes = GroupedList(tr("Changes"))
        self.changes.setObjectName("cell-history-changes")
        self.changes.show_groups(_by_day(changes))
        close = Button(tr("Close"), kind="primary")
        close.setObjectName("cell-history-close")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        head = Column(Label(_TITLE, "title"), Label(cell, tone="muted", wrap=True), gap=4)
        foot = Card(Row(None, close, margins=(24, 12)), kind="foot")
        self.setLayout(Column(Column(head, (self.changes, 1), gap=10, margins=(24, 20, 24, 12)), foot, gap=0))
        FocusRing(self)
        within_screen(self, _WIDE, _HIGH)
        (self.changes if changes else close).setFocus()


def _by_day(changes: Sequence[CellChange]) -> list[Group]:
    days = dict.fromkeys(day(change.at) for change in changes)
    if not days:
        return [Group("", (), tr("Nothing was recorded here yet."))]
    return [Group(each, [_line(change) for change in changes if day(change.at) == each]) for each in days]


def _line(change: CellChange) -> Line:
    before, after = change.before, change.after
    if before.state != after.state:
        words = f"{WORDS[before.state]} → {WORDS[after.state]}"
    else:
        words = tr("{state}: the evidence was changed", state=WORDS[after.state])
    parts = [change.coder or tr("Nobody signed it"), f"{datetime.fromisoformat(change.at).astimezone():%H:%M}"]
    parts += [tr("From: {source}", source=after.source)] * (after.source != before.source and bool(after.source))
    parts += [tr("Note: {note}", note=after.note)] * (after.note != before.note and bool(after.note))
    return Line(words, " · ".join(parts))
