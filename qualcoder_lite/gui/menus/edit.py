"""The menu Edit: undo and redo, each named by what it would take back or bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.theme import current
from qualcoder_lite.gui.widgets.actions import action, fill, plain
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace


class EditMenu(QMenu):
    """Undo and redo."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        """Offer both, and name what each would do as soon as that is known."""
        super().__init__(tr("&Edit"), window)
        self._window, self._workspace = window, workspace
        key = QKeySequence.StandardKey
        self._undo = action(tr("&Undo"), workspace.undo, key.Undo, parent=self)
        self._redo = action(tr("&Redo"), workspace.redo, key.Redo, "Ctrl+Shift+Z", "Ctrl+Y", parent=self)
        fill(self, [self._undo, self._redo])
        steps = workspace.next_steps
        steps.offered.connect(self._offer)
        steps.named.connect(self._name_steps)
        self.aboutToShow.connect(steps.catch_up)
        self.aboutToShow.connect(self._name_steps)
        self._offer(steps.can_undo, steps.can_redo)
        self._name_steps()

    def _offer(self, can_undo: bool, can_redo: bool) -> None:
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def _name_steps(self) -> None:
        steps = self._workspace.next_steps
        undo, redo = (plain(self._fitting(entry.what)) if entry else "" for entry in (steps.undo, steps.redo))
        self._undo.setText(tr("&Undo: {step}", step=undo) if undo else tr("&Undo"))
        self._redo.setText(tr("&Redo: {step}", step=redo) if redo else tr("&Redo"))

    def _fitting(self, words: str) -> str:
        """As many words as leave room in the window for the key beside them."""
        look = current().look
        metrics = QFontMetricsF(look.font("body"))
        room = self._window.width() - metrics.horizontalAdvance(tr("Undo: Ctrl+Shift+Z")) - look.px(130)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
