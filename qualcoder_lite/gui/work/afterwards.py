"""Work that may wait until what a person just did has been painted, such as naming what Undo would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class Afterwards(QObject):
    """Does one piece of work once the window has painted, once, however often it was asked for meanwhile."""

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        """Have nothing to do yet; `work` is a method of something that lives as long as the parent."""
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)  # of no length: what was posted to be painted comes before it
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def ask(self) -> None:
        """Have the work done soon."""
        self._timer.start()

    def catch_up(self) -> None:
        """Do it now if it is still to be done: somebody is about to look at what it shows."""
        if self._timer.isActive():
            self._timer.stop()
            self._work()

    def drop(self) -> None:
        """Do without it: what it is about is gone."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        self._work()
