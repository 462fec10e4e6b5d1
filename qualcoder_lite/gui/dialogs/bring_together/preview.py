"""What bringing copies together would come to, for a person to read before it is done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualcoder_lite.domain.days_in_words import moment_in_words
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.service.copies.conflicts import ConflictInWords
    from qualcoder_lite.service.copies.merging import MergePreview

_AT_ONCE = 30  # conflicts that are shown until somebody asks for more


class MergePreviewPane(QWidget):
    """A list of sentences: what is new, what is worth a look, and what was changed on both sides."""

    def __init__(self) -> None:
        """Nothing to show yet."""
        super().__init__()
        self.area = Area()
        self.area.setObjectName("merge-preview")
        self.area.setAccessibleName(tr("What would come of it"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it holds words alone: the arrow keys scroll it
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def show_preview(self, preview: MergePreview) -> None:
        """Show what a merge comes to."""
        files = ", ".join(f"“{path.name}”" for path in preview.files)
        column = Column(
            Label(tr("Nothing is new") if preview.nothing_new else tr("What is new"), "title", wrap=True),
            Label(tr("In {files}", files=files), tone="muted", wrap=True),
            4,
            Card(Column(*(_sentence("check", line) for line in preview.in_words()), gap=10, margins=(20, 14))),
            gap=8,
            margins=(24, 20),
        )
        if worth := preview.to_look_at():
            column.put(8)
            column.put(Label(tr("Good to know"), "heading"))
            column.put(Card(Column(*(_sentence("info", line) for line in worth), gap=10, margins=(20, 14))))
        if preview.conflicts:
            column.put(8)
            column.put(Label(_changed_twice(len(preview.conflicts)), "heading", wrap=True))
            column.put(Label(tr("The later change is kept. You can put it right afterwards."), tone="muted", wrap=True))
            column.put(_Conflicts(preview.conflicts))
        column.put(None)
        inside = QWidget()
        inside.setLayout(column)
        self.area.setWidget(inside)


class _Conflicts(QWidget):
    """Conflicts, each a card; the first few, and more as somebody asks for them."""

    def __init__(self, conflicts: Sequence[ConflictInWords]) -> None:
        super().__init__()
        self._waiting = list(conflicts)
        self._column = Column(gap=8)
        self._more = Button("", kind="quiet")
        self._more.setObjectName("merge-more-conflicts")
        self._more.clicked.connect(self._show_more)
        self.setLayout(Column(self._column, Row(self._more, None), gap=8))
        self._show_more()

    def _show_more(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for conflict in now:
            self._column.put(_conflict_card(conflict))
        self._more.setVisible(bool(self._waiting))
        self._more.set_words(
            tr("Show {some} more of {all_}", some=min(len(self._waiting), _AT_ONCE), all_=len(self._waiting))
        )


def _conflict_card(conflict: ConflictInWords) -> QWidget:
    about = f"{conflict.about[:1].upper()}{conflict.about[1:]}"
    card = Card()
    column = Column(Label(about, "strong", wrap=True), gap=6, margins=(20, 12))
    for each in conflict.differences:
        column.put(_side(tr("Here"), each.label, each.here, conflict.here_at, kept=conflict.kept == "here"))
        there = tr("In “{file}”", file=conflict.file.name)
        column.put(_side(there, each.label, each.there, conflict.there_at, kept=conflict.kept == "there"))
    card.setLayout(column)
    return card


def _side(where: str, label: str, value: str, at: str, *, kept: bool) -> Row:
    said = f"{where}, {label}: {value}" if label != "whole" else f"{where}: {value}"
    when = f" ({_day(at)})" if at else ""
    words = Label(f"{said}{when}" + (tr(" – kept") if kept else ""), "strong" if kept else "body", wrap=True)
    return Row(Icon("check" if kept else "close", 18), (words, 1), gap=10)


def _day(iso: str) -> str:
    return moment_in_words(datetime.fromisoformat(iso).astimezone())


def _sentence(icon: str, words: str) -> Row:
    return Row(Icon(icon, 20), (Label(words, wrap=True), 1), gap=12)


def _changed_twice(count: int) -> str:
    return tr("{n:,} thing was changed on both sides", "{n:,} things were changed on both sides", n=count)
