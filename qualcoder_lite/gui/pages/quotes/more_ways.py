"""More ways to find quotes: who speaks in them, what is coded near them or isn't, memos and doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_lite.domain.retrieval.mix import Mix
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.quotes.mix_rows import Lines
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.tick_box import TickBox
from qualcoder_lite.gui.words.people import ROLES
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.retrieval.mix import Condition
    from qualcoder_lite.gui.widgets.names_button import Name
    from qualcoder_lite.service.scope import Scope


class MoreWays(QWidget):
    """The rarer choices, in plain words.

    Signals:
        changed: The person chose something else.
        reshaped: More lines are shown than before, or fewer.
    """

    changed = Signal()
    reshaped = Signal()

    def __init__(self) -> None:
        """Ask for nothing."""
        super().__init__()
        self._roles = ChoiceBox(tr("Said by whom"), [("", tr("Said by anybody")), *ROLES.items()])
        self._roles.setObjectName("quotes-roles")
        self._memo, self._unsure = TickBox(tr("With a memo")), TickBox(tr("Marked “not sure”"))
        self._memo.setObjectName("quotes-with-memo")
        self._unsure.setObjectName("quotes-unsure")
        self._roles.chosen.connect(lambda _: self.changed.emit())
        for ticked in (self._memo, self._unsure):
            ticked.clicked.connect(lambda _: self.changed.emit())
        self._lines = Lines()
        self._lines.changed.connect(self.changed)
        self._lines.reshaped.connect(self.reshaped)
        self._said = Label("", "small", tone="muted", wrap=True)
        self._said.setObjectName("quotes-together-said")
        who = QWidget()
        who.setLayout(Flow(self._roles, self._memo, self._unsure, gap=12))
        title = Label(tr("What else is coded there?"), "strong")
        self.setLayout(Column(who, title, self._said, self._lines, gap=8, margins=(24, 10)))

    @property
    def together(self) -> tuple[Condition, ...]:
        """The conditions that are filled in."""
        return self._lines.conditions

    @property
    def count(self) -> int:
        """How many of the choices are made."""
        ticked = (self._roles.value, self._memo.isChecked(), self._unsure.isChecked())
        return len(self.together) + sum(map(bool, ticked))

    def narrowed(self, scope: Scope) -> Scope:
        """A scope with what is chosen here."""
        return replace(
            scope,
            roles=(SpeakerRole(self._roles.value),) if self._roles.value else (),
            together=self.together,
            memo=self._memo.isChecked(),
            unsure=self._unsure.isChecked(),
        )

    def set_scope(self, scope: Scope) -> None:
        """Show what a scope asks for, without a signal."""
        self._roles.set_value(scope.roles[0] if scope.roles else "")
        self._memo.setChecked(scope.memo)
        self._unsure.setChecked(scope.unsure)
        self._lines.show_conditions(scope.together)

    def offer(self, codes: Sequence[Name]) -> None:
        """Offer the project's codes; what was chosen stays as far as it is still there."""
        self._lines.offer(codes)

    def say(self, codes: Sequence[str]) -> None:
        """Say in plain words what is asked for, the codes of the quotes themselves being these."""
        main = "" if not codes else codes[0] if len(codes) == 1 else tr("{codes} codes", codes=len(codes))
        between = ", " if any(isinstance(condition, Mix) for condition in self.together) else " "
        words = between.join([main or tr("Any code"), *(condition.in_words() for condition in self.together)])
        self._said.setText(words if self.together else "")
        self._said.setVisible(bool(self.together))
