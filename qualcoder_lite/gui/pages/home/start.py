"""What Home shows where no project is open: those worked on before, and the ways to one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.gui import theme
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Icon, Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_CARD = 340


class Start(QWidget):
    """The way in.

    Signals:
        new_wanted: The person wants to make a project.
        open_wanted: The person wants to choose a project to open.
        demonstration_wanted: The person wants to look at the example.
        project_wanted: The person wants this recent project: its path.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    demonstration_wanted = Signal()
    project_wanted = Signal(str)

    def __init__(self, recent: Sequence[Path]) -> None:
        """Offer the projects worked on before, latest first, and three ways to begin."""
        super().__init__()
        parts: list[QWidget | int] = [
            Label(tr("Good to see you"), "display"),
            Label(tr("Open a project to go on with, or start one."), tone="muted"),
            8,
        ]
        if recent:
            parts += [Label(tr("Your projects"), "heading"), *(self._recent(path) for path in recent), 8]
        self.setLayout(Column(*parts, self._ways_in(), gap=10))

    def _recent(self, path: Path) -> QWidget:
        opened = Button(tr("Open"), name=tr("Open {name}", name=path.stem))
        opened.setObjectName(f"home-recent-{path.stem}")
        opened.clicked.connect(lambda: self.project_wanted.emit(str(path)))
        when = day_in_words(datetime.fromtimestamp(path.stat().st_mtime).astimezone())
        place = Label(tr("{folder} · changed {when}", folder=path.parent, when=when), "small", tone="muted", wrap=True)
        return Card(
            Row(
                Icon("folder", 24),
                (Column(Label(path.stem, "strong", wrap=True), place, gap=2), 1),
                opened,
                gap=16,
                margins=(20, 12),
            )
        )

    def _ways_in(self) -> QWidget:
        ways = QWidget()
        ways.setLayout(
            Flow(
                self._way(
                    "plus",
                    tr("Start a project"),
                    tr("The outcomes framework is already in it. Add transcripts from Word or text."),
                    tr("New project"),
                    self.new_wanted,
                ),
                self._way(
                    "folder",
                    tr("Open a project"),
                    tr("One file. Your own copy, or the one your lead sent you."),
                    tr("Open a file"),
                    self.open_wanted,
                ),
                self._way(
                    "book",
                    tr("Look at an example"),
                    tr("Four partnerships and invented interviews. Try anything: you cannot break it."),
                    tr("Open the example"),
                    self.demonstration_wanted,
                ),
                gap=16,
                fill=True,
            )
        )
        return ways

    def _way(self, icon: str, title: str, words: str, verb: str, wanted: SignalInstance) -> QWidget:
        go = Button(verb)
        go.setObjectName(f"home-{icon}")
        go.clicked.connect(wanted)
        told = Label(words, tone="muted", wrap=True)
        card = Card(
            Column(Icon(icon, 26, colour="text"), Label(title, "heading"), told, None, Row(go, None), margins=(20, 18))
        )
        card.setMinimumWidth(theme.current().look.gap(_CARD))
        return card
