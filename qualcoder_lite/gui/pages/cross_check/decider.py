"""Writes down what is decided: what the decision bar says about the place that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.domain.disagreement import Outcome
from qualcoder_lite.gui.dialogs.who_is_coding import is_known_who
from qualcoder_lite.service.agreement.disagreements import NewSettled
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from qualcoder_lite.gui.pages.cross_check.decision import DecisionBar
    from qualcoder_lite.gui.pages.cross_check.place_pane import PlacePane
    from qualcoder_lite.gui.project.workspace import Workspace


class Decider(QObject):
    """Between a bar, the place it is about, and the project.

    Signals:
        decided: Something was decided.
        taken_back: What had been decided was taken back.
    """

    decided = Signal()
    taken_back = Signal()

    def __init__(self, workspace: Workspace, pane: PlacePane, bar: DecisionBar, by: QObject) -> None:
        """`by` is the page that learns of it here, and need not be told."""
        super().__init__(bar)
        self._workspace, self._pane, self._bar, self._by = workspace, pane, bar, by
        self.meeting = ""
        bar.decided.connect(self.decide)
        bar.taken_back.connect(self._take_back)
        bar.status.action_chosen.connect(workspace.undo)
        pane.words_marked.connect(bar.show_marked)
        pane.key_typed.connect(self.take_key)

    def take_key(self, letter: str) -> None:
        """A digit chooses an answer."""
        if letter and letter in "12345":
            self._bar.choose(int(letter) - 1)

    def decide(self, outcome: Outcome, take: str = "") -> None:
        """Settle the place that is shown, or leave it open."""
        place, compared, marked = self._pane.place, self._pane.compared, self._pane.marked
        if place is None or compared is None or not self._somebody():
            return
        new: list[NewSettled] = []
        if outcome is Outcome.NEW and marked is not None:
            new = [NewSettled(code=self._bar.code.value, start=marked.start, end=marked.end)]
        why, who, project = self._bar.why.text(), self._workspace.coder, self._workspace.project
        changes = self._workspace.act(
            lambda: project.disagreements.settle(
                place,
                outcome,
                coder=who,
                why=why,
                take=take,
                between=(compared.first, compared.second),
                new=new,
                meeting=self.meeting,
            ),
            by=self._by,
        )
        if changes is not None:
            self.decided.emit()
            self._bar.status.say(tr("Settled.") if outcome.settles else tr("Left open."), action=tr("Undo"))

    def _take_back(self) -> None:
        place, who, undo = self._pane.place, self._workspace.coder, self._workspace.project.disagreements.unsettle
        if place is not None and self._workspace.act(lambda: undo(place, coder=who), by=self._by) is not None:
            self.taken_back.emit()
            self._bar.status.say(tr("Taken back."), action=tr("Undo"))

    def _somebody(self) -> bool:
        """Whether it is known who decides; whoever isn't is asked for."""
        return is_known_who(self._bar, self._workspace)
