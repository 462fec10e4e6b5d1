"""Which steps undo and redo would take: whether there are any, at once, and in words when there is time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qualcoder_lite.gui.work.afterwards import Afterwards

if TYPE_CHECKING:
    from collections.abc import Callable

    from qualcoder_lite.service.history.history import History, HistoryEntry


class NextSteps(QObject):
    """What undo and redo would do.

    Attributes:
        can_undo: Whether there is a step to take back.
        can_redo: Whether there is one to do again.
        undo: What undo would take back, as last named; None for nothing.
        redo: What redo would do again.

    Signals:
        offered: Whether there is something to undo, and to redo: told at once, for the keys.
        named: Which steps those are; told a moment later, for the eye.
    """

    offered = Signal(bool, bool)
    named = Signal()

    def __init__(self, history: Callable[[], History | None], parent: QObject) -> None:
        """Know of none yet; `history` gives that of the open project, where it can be written to."""
        super().__init__(parent)
        self._history = history
        self.can_undo = self.can_redo = False
        self.undo: HistoryEntry | None = None
        self.redo: HistoryEntry | None = None
        self._naming = Afterwards(self._name, self)

    def look_again(self) -> None:
        """Something was done, another project is open, or somebody may see more or less."""
        history = self._history()
        self.can_undo = history is not None and history.can_undo()
        self.can_redo = history is not None and history.can_redo()
        self.offered.emit(self.can_undo, self.can_redo)
        self._naming.ask()

    def catch_up(self) -> None:
        """Name them now if that is still to be done."""
        self._naming.catch_up()

    def _name(self) -> None:
        history = self._history()
        self.undo = history.next_undo() if history else None
        self.redo = history.next_redo() if history else None
        self.named.emit()
