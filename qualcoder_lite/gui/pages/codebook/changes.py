"""What was changed about a code, or in a whole codebook, with who did it and why."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.codebooks.history import told
from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, empty
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qualcoder_lite.domain.codebook import CodebookChange

_SHOWN = 30  # the newest; the page History has all of them
_LONG = 60  # characters above which a text is shown whole, as it was and as it is


class Changes(QWidget):
    """The newest changes, each with its reason."""

    def __init__(self) -> None:
        """Show none yet."""
        super().__init__()
        self.setObjectName("codebook-changes")
        self._column = Column(gap=8)
        self.setLayout(self._column)

    def show_changes(
        self, changes: Sequence[CodebookChange], coders: Mapping[str, str], codes: Mapping[str, str]
    ) -> None:
        """Show changes, the newest first; coders and codes are names by id."""
        empty(self._column)
        newest = sorted(changes, key=lambda change: (change.changed_at, change.version), reverse=True)
        for change in newest[:_SHOWN]:
            self._column.put(_card(change, coders.get(change.coder or "", ""), codes))
        if not newest:
            self._column.put(Label(tr("Nothing was changed since it came into this project."), tone="muted", wrap=True))
        elif len(newest) > _SHOWN:
            self._column.put(
                Label(tr("The page History has {more} more.", more=len(newest) - _SHOWN), tone="muted", wrap=True)
            )


def _card(change: CodebookChange, who: str, codes: Mapping[str, str]) -> Card:
    what = told(change, codes)
    when = datetime.fromisoformat(change.changed_at).astimezone()
    said = f"{who} {what}" if who else what[:1].upper() + what[1:]
    details = [
        Label(
            tr("{day} · version {version}", day=day_in_words(when), version=change.version),
            "small",
            tone="muted",
        )
    ]
    if max(len(change.before), len(change.after)) > _LONG:
        details += [
            Label(f"{head}: {text}", "small", wrap=True)
            for head, text in ((tr("Before"), change.before), (tr("Now"), change.after))
            if text
        ]
    why = Label(
        tr("Why: {why}", why=change.why) if change.why else tr("No reason was given"), "small", tone="muted", wrap=True
    )
    return Card(Column(Label(f"{said}.", wrap=True), why, *details, gap=2, margins=(16, 10)))
