"""More ways to find quotes: who speaks in them, what is coded near them or isn't, memos and doubts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualcoder_lite.domain.code_mix import Together
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.gui.pages.search.words import ROLES
from qualcoder_lite.gui.widgets.buttons import Button, IconButton
from qualcoder_lite.gui.widgets.choice_box import ChoiceBox
from qualcoder_lite.gui.widgets.labels import Label
from qualcoder_lite.gui.widgets.layouts import Column, Flow
from qualcoder_lite.gui.widgets.names_button import Name, NamesButton
from qualcoder_lite.gui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualcoder_lite.domain.cross_reference.nearness import Near
    from qualcoder_lite.service.scope import Scope

_MOST = 4  # conditions that can be put together
_LINKS = [("with", "And"), ("without", "But not")]
_NEAR: list[tuple[str, str]] = [
    ("turn", "in the same turn"),
    ("overlap", "on the same passage"),
    ("1", "in the turn beside it"),
    ("3", "within 3 turns"),
    ("5", "within 5 turns"),
]


class TogetherRow(QWidget):
    """One condition in a row: and, or but not; these codes; how near.

    Signals:
        changed: The person chose something else.
        dropped: The person doesn't want the condition any more.
    """

    changed = Signal()
    dropped = Signal()

    def __init__(self, number: int) -> None:
        """Ask for nothing yet; `number` tells the rows apart."""
        super().__init__()
        self.link = ChoiceBox("And, or but not", _LINKS)
        self.codes = NamesButton("codes", every="Choose a code")
        self.near = ChoiceBox("How near", _NEAR)
        self.drop = IconButton("Take this line away", "close")
        for name, part in (("link", self.link), ("codes", self.codes), ("near", self.near), ("drop", self.drop)):
            part.setObjectName(f"quotes-together-{name}-{number}")
        for choice in (self.link, self.codes, self.near):
            choice.chosen.connect(lambda _: self.changed.emit())
        self.drop.clicked.connect(self.dropped)
        self.setLayout(Flow(self.link, self.codes, self.near, self.drop, gap=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def condition(self) -> Together | None:
        """What is asked for; None until a code is chosen."""
        if not self.codes.value:
            return None
        near: Near = int(self.near.value) if self.near.value.isdecimal() else _word(self.near.value)
        return Together(codes=self.codes.value, near=near, without=self.link.value == "without")

    def show_condition(self, condition: Together | None) -> None:
        """Show a condition, or nothing chosen, without a signal."""
        asked = condition or Together(codes=())
        self.link.set_value("without" if asked.without else "with")
        self.codes.set_value(asked.codes)
        near = "turn" if asked.near == 0 else str(asked.near)
        if near not in [value for value, _ in _NEAR]:
            self.near.set_choices([*_NEAR, (near, f"within {near} turns")])
        self.near.set_value(near)


def _word(near: str) -> Near:
    return "overlap" if near == "overlap" else "turn"


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
        self._roles = ChoiceBox("Said by whom", [("", "Said by anybody"), *ROLES.items()])
        self._roles.setObjectName("quotes-roles")
        self._memo, self._unsure = TickBox("With a memo"), TickBox("Marked “not sure”")
        self._memo.setObjectName("quotes-with-memo")
        self._unsure.setObjectName("quotes-unsure")
        self._roles.chosen.connect(lambda _: self.changed.emit())
        for ticked in (self._memo, self._unsure):
            ticked.clicked.connect(lambda _: self.changed.emit())
        self.rows = [TogetherRow(number) for number in range(1, _MOST + 1)]
        for row in self.rows:
            row.changed.connect(self.changed)
            row.dropped.connect(lambda row=row: self._drop(row))
        self._add = Button("And another code", icon="plus")
        self._add.setObjectName("quotes-together-add")
        self._add.clicked.connect(self._on_add)
        self._said = Label("", "small", tone="muted", wrap=True)
        self._said.setObjectName("quotes-together-said")
        who = QWidget()
        who.setLayout(Flow(self._roles, self._memo, self._unsure, gap=12))
        title = Label("What else is coded there?", "strong")
        add = QWidget()
        add.setLayout(Flow(self._add, gap=8))
        self.setLayout(Column(who, title, *self.rows, add, self._said, gap=8, margins=(24, 10)))
        self._show_rows(1)

    @property
    def together(self) -> tuple[Together, ...]:
        """The conditions that are filled in."""
        return tuple(row.condition for row in self.rows if not row.isHidden() and row.condition)

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
        asked = scope.together[:_MOST]
        for row, condition in zip(self.rows, (*asked, *([None] * (_MOST - len(asked)))), strict=True):
            row.show_condition(condition)
        self._show_rows(max(len(asked), 1))

    def offer(self, codes: Sequence[Name]) -> None:
        """Offer the project's codes; what was chosen stays as far as it is still there."""
        for row in self.rows:
            row.codes.set_names(codes)

    def say(self, codes: Sequence[str]) -> None:
        """Say in plain words what is asked for, the codes of the quotes themselves being these."""
        main = "" if not codes else codes[0] if len(codes) == 1 else f"{len(codes)} codes"
        words = " ".join([main or "Any code", *(condition.in_words() for condition in self.together)])
        self._said.setText(words if self.together else "")
        self._said.setVisible(bool(self.together))

    def _on_add(self) -> None:
        row = next(row for row in self.rows if row.isHidden())
        row.show()
        self._add.setVisible(any(row.isHidden() for row in self.rows))
        self.reshaped.emit()
        row.codes.setFocus()

    def _drop(self, row: TogetherRow) -> None:
        row.show_condition(None)
        row.setVisible(sum(not each.isHidden() for each in self.rows) == 1)
        self._add.show()
        self.reshaped.emit()
        next(each for each in self.rows if not each.isHidden()).codes.setFocus()
        self.changed.emit()

    def _show_rows(self, number: int) -> None:
        for n, row in enumerate(self.rows):
            row.setVisible(n < number)
        self._add.setVisible(number < _MOST)
