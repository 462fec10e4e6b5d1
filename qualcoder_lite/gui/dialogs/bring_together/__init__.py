"""Bringing copies of the project together: choose them, see what would come of it, then do it in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from qualcoder_lite.gui.project.workspace import Workspace


def bring_together(parent: QWidget, workspace: Workspace, files: Sequence[Path] = ()) -> None:
    """Open the dialog on these files; without any it asks for them first."""
    from qualcoder_lite.gui.dialogs.bring_together.dialog import BringTogetherDialog

    if workspace.project.read_only:
        workspace.failed.emit(tr("This project can only be looked at here, so nothing can be brought into it."))
        return
    dialog = BringTogetherDialog(parent, workspace)
    dialog.open()
    if files:
        dialog.look_at(files)
