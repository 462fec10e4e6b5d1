"""The menu Edit: undo and redo, each named by what it would take back or bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from qualcoder_lite.gui.menus import action, fill, plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.workspace import Workspace


class EditMenu(QMenu):
    """Undo and redo."""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        """Offer both; `name_steps` then says of what."""
        super().__init__("&Edit", window)
        self._workspace = workspace
        key = QKeySequence.StandardKey
        self._undo = action("&Undo", workspace.undo, key.Undo, parent=self)
        self._redo = action("&Redo", workspace.redo, key.Redo, "Ctrl+Shift+Z", "Ctrl+Y", parent=self)
        fill(self, [self._undo, self._redo])

    def name_steps(self) -> None:
        """Name the steps that are next, after something was done or another project was opened."""
        workspace = self._workspace
        history = workspace.project.history if workspace.is_open else None
        can = history is not None and not workspace.project.read_only
        for made, verb, entry in (
            (self._undo, "Undo", history.next_undo() if history else None),
            (self._redo, "Redo", history.next_redo() if history else None),
        ):
            made.setEnabled(can and entry is not None)
            made.setText(f"&{verb}: {plain(entry.what)}" if entry else f"&{verb}")
