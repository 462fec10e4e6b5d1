"""The rounds of a project: who codes what in each, opened and closed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from qualcoder_lite.gui.pages.cross_check.new_round import open_round
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets import question
from qualcoder_lite.gui.widgets.area import Area
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.focus_ring import FocusRing
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.gui.words.memos import day
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.domain.coding_round import Round
    from qualcoder_lite.gui.project.workspace import Workspace

_WHAT = tr(
    "In a round, several people code the same transcripts without seeing each other’s work. Closing it shows everybody "
    "everything again, and keeps its figures as they are then."
)


class RoundsDialog(QDialog):
    """The rounds, newest first, each with what can be done about it."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        """List the rounds."""
        super().__init__(parent)
        self.setObjectName("rounds")
        self.setWindowTitle(tr("Rounds"))
        self._workspace = workspace
        self._area = Area()
        self._area.setAccessibleName(tr("Rounds"))
        self.open_one = Button(tr("Open a round"), icon="plus")
        self.open_one.setObjectName("rounds-open")
        self.leave = Button(tr("Close"), kind="primary")
        self.leave.setObjectName("rounds-leave")
        self.open_one.clicked.connect(self._on_open)
        self.leave.clicked.connect(self.accept)
        self.setLayout(
            Column(
                Label(tr("Rounds"), "title"),
                Label(_WHAT, tone="muted", wrap=True),
                (self._area, 1),
                Row(self.open_one, None, self.leave),
                gap=12,
                margins=24,
            )
        )
        FocusRing(self)
        room, look = parent.window().size(), current().look
        self.resize(min(look.px(640), room.width() - 48), min(look.px(560), room.height() - 48))
        self._fill()
        (self.leave if workspace.project.rounds.all() else self.open_one).setFocus()

    def _fill(self) -> None:
        names = {coder.id: coder.name for coder in self._workspace.project.coders.all()}
        rounds = sorted(self._workspace.project.rounds.all(), key=lambda each: each.opened_at, reverse=True)
        inside = QWidget()
        inside.setProperty("clear", True)
        cards: list[QWidget] = [self._card(each, names) for each in rounds]
        inside.setLayout(Column(*(cards or [Label(tr("No round was opened yet."), wrap=True)]), None, gap=8))
        self._area.setWidget(inside)

    def _card(self, each: Round, names: dict[str, str]) -> Card:
        transcripts = tr("{n} transcript", "{n} transcripts", n=len(each.transcripts))
        titles = {book.name: book.title for book in self._workspace.project.codebooks.all()}
        books = ", ".join(
            tr("{name} version {version}", name=titles.get(name, name), version=version)
            for name, version in each.versions.items()
        )
        drawn = tr(" · drawn at random, seed {seed}", seed=each.draw["seed"]) if "seed" in each.draw else ""
        due = tr(" · due {due}", due=day(each.due)) if each.due else ""
        opened = tr("Opened {opened_at}{due}", opened_at=day(each.opened_at), due=due)
        ended = tr(" · closed {closed_at}", closed_at=day(each.closed_at)) if each.closed_at else ""
        remove = Button(tr("Remove"), kind="quiet", name=tr("Remove {name}", name=each.name))
        remove.clicked.connect(lambda: self._on_remove(each))
        buttons = Row(None, remove, gap=8)
        if each.is_open:
            close = Button(tr("Close it"), name=tr("Close {name}", name=each.name))
            close.setObjectName("close-round")
            close.clicked.connect(lambda: self._on_close(each))
            buttons.put(close)
        state = tr("open") if each.is_open else tr("closed")
        return Card(
            Column(
                Label(f"{each.name}: {state}", "strong", wrap=True),
                Label(", ".join(names.get(coder, tr("a coder who is gone")) for coder in each.coders), wrap=True),
                Label(f"{transcripts}{drawn} · {books}", "small", tone="muted", wrap=True),
                Label(f"{opened}{ended}", "small", tone="muted", wrap=True),
                buttons,
                gap=4,
                margins=(14, 10),
            )
        )

    def _on_open(self) -> None:
        if open_round(self, self._workspace):
            self._fill()

    def _on_close(self, each: Round) -> None:
        detail = tr("Its coders see each other’s work again. Its figures are kept as they are now. You can undo this.")
        if question.ask(
            self, tr("Close {name}?", name=each.name), detail, do=tr("Close it"), leave=tr("Leave it open")
        ):
            rounds, who = self._workspace.project.rounds, self._workspace.coder
            self._workspace.act(lambda: rounds.close(each.id, coder=who), say=tr("{name} is closed.", name=each.name))
            self._fill()

    def _on_remove(self, each: Round) -> None:
        detail = tr("What was coded stays; the round and its kept figures go. You can undo this.")
        if question.ask(self, tr("Remove {name}?", name=each.name), detail, do=tr("Remove it"), leave=tr("Keep it")):
            rounds, who = self._workspace.project.rounds, self._workspace.coder
            self._workspace.act(lambda: rounds.remove(each.id, coder=who), say=tr("{name} is removed.", name=each.name))
            self._fill()


def show_rounds(parent: QWidget, workspace: Workspace) -> None:
    """Show the rounds until the dialog is closed."""
    dialog = RoundsDialog(parent, workspace)
    dialog.exec()
    dialog.deleteLater()
