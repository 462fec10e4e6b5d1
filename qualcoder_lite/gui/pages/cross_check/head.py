"""Above the page Cross-check: who is compared, the ways to figures, meetings, rounds and coders, and who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.gui.dialogs.who_is_coding import ask_who
from qualcoder_lite.gui.pages.code.who import WhoIsCoding
from qualcoder_lite.gui.pages.cross_check.words import beginning
from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.buttons import Button
from qualcoder_lite.gui.widgets.card import Card
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Row
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.project.workspace import Workspace
    from qualcoder_lite.service.agreement.disagreements import Compared


class Head(Card):
    """The head of the page. What its buttons lead to, the page knows."""

    def __init__(self, workspace: Workspace) -> None:
        """Nobody is compared yet."""
        super().__init__(kind="bar")
        self._workspace = workspace
        self._about = Label("", "small", tone="muted")
        self._about.setObjectName("cross-check-about")
        self.figures = Button(tr("Agreement figures"))
        self.meeting = Button(tr("Meeting"))
        self.rounds = Button(tr("Rounds"), icon="lock")
        self.coders = Button(tr("Coders"), icon="people")
        for name in ("figures", "meeting", "rounds", "coders"):
            getattr(self, name).setObjectName(f"cross-check-{name}")
        self._short = False
        self.who = WhoIsCoding()
        titles = QWidget()
        self._title = Label(tr("Cross-check"), "title")
        titles.setLayout(Column(None, self._title, self._about, None, gap=0))
        titles.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._titles = titles
        buttons = (self.figures, self.meeting, self.rounds, self.coders)
        self.setLayout(Row((titles, 1), *buttons, self.who, gap=8, margins=(24, 8)))
        self.who.chosen.connect(workspace.set_coder)
        self.who.somebody_else_wanted.connect(self._on_somebody_else)
        # A method: a function made here would keep the closed page alive for as long as the workspace.
        workspace.coder_changed.connect(self._on_coder_changed)

    def show_compared(self, compared: Compared | None, transcripts: int = 0) -> None:
        """Say who is compared over how many transcripts; nothing where nobody is."""
        for button in (self.figures, self.meeting):
            button.setEnabled(compared is not None)
        if compared is None:
            self._say_about("")
            return
        told = tr("{n} transcript", "{n} transcripts", n=transcripts)
        hidden = len(self._workspace.project.blind_in)
        kept = tr(" · {hidden:,} more in an open round", hidden=hidden) if hidden else ""
        names = tr("{first} and {second}", first=compared.names[compared.first], second=compared.names[compared.second])
        self._say_about(f"{beginning(names)} · {told}{kept}")
        self._about.setToolTip(compared.in_words())
        self.figures.setVisible(self._workspace.settings.agreement_figures)

    def show_who(self) -> None:
        """Say who decides."""
        if self._workspace.is_open:
            coders = [self._workspace.face(coder.name) for coder in self._workspace.project.coders.all()]
            self.who.show_who(self._workspace.face(self._workspace.coder), coders)

    def set_short(self, short: bool) -> None:
        """Take less room, or as much as there is."""
        self._short = short
        self.who.set_short(short)
        self._say_about(self._about.text())
        self._title.setVisible(not short)  # the buttons need all the width
        self._titles.setMinimumWidth(0 if short else current().look.px(120))

    def _say_about(self, words: str) -> None:
        self._about.setText(words)
        self._about.setVisible(bool(words) and not self._short)  # the title alone stands beside the buttons' middle

    def _on_coder_changed(self, _name: str) -> None:
        self.show_who()

    def _on_somebody_else(self) -> None:
        name = ask_who(self, [coder.name for coder in self._workspace.project.coders.all()])
        if name:
            self._workspace.set_coder(name)
