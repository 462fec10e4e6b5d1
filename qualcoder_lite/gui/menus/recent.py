"""The menu of the projects that were opened lately."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.widgets.actions import action, plain
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class RecentMenu(QMenu):
    """The projects opened lately, newest first.

    Signals:
        project_chosen: The person wants this one: its path.
    """

    project_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """List nothing yet."""
        super().__init__(tr("Open &recent"), parent)
        self.setToolTipsVisible(True)

    def show_projects(self, paths: Sequence[str]) -> None:
        """List projects by name, and by folder too where two have one name."""
        self.clear()
        names = [Path(path).stem for path in paths]
        for path, name in zip(paths, names, strict=True):
            words = name if names.count(name) == 1 else f"{name} – {Path(path).parent}"
            made = action(plain(words), lambda path=path: self.project_chosen.emit(path), parent=self)
            made.setToolTip(path)
            self.addAction(made)
        self.setEnabled(bool(paths))
