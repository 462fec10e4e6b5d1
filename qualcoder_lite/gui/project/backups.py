"""Backups that are made by themselves while a project is open, without the window waiting for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from qualcoder_lite.gui.work.tasks import Tasks
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from pathlib import Path

_CHECK = 5 * 60 * 1000  # milliseconds between two looks whether one is due


class Backups(QObject):
    """Looks every few minutes whether a backup is due, and makes it on another thread.

    Signals:
        failed: One couldn't be made: the sentence to show.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Have nothing to look after yet."""
        super().__init__(parent)
        self._tasks = Tasks(self)  # its own: nobody waits for a backup, so no progress is shown
        self._path: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_CHECK)
        self._timer.timeout.connect(self.make_if_due)

    def look_after(self, path: Path) -> None:
        """Make backups of a project from now on."""
        self._path = path
        self._timer.start()

    def stop(self) -> None:
        """Make none any more, and give up the one that is being made."""
        self._timer.stop()
        self._tasks.cancel_all()

    def make_if_due(self) -> None:
        """Make a backup now, if the last one is old enough and something changed since."""
        path = self._path
        if path is not None:
            self._tasks.run(tr("Backing up"), lambda _progress: _back_up_if_due(path)).failed.connect(self.failed)


def _back_up_if_due(path: Path) -> None:
    from qualcoder_lite.service.project import Project

    with Project.look(path) as project:
        project.backup_if_due()
